import { isRow, kindOf, parseExactly, textOf, valueAt } from './exact-json.ts';
import type { RestFeed } from './feed.ts';
import { answeredBadly } from './feed-fault.ts';
import { nextLink } from './next-link.ts';
import { placeOf, type SourceAnswer, type SourceClient } from './source-client.ts';

/** What a source said of its answer, for asking next time whether it has changed. */
export interface FeedState {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export const NO_STATE: FeedState = { etag: null, lastModified: null };

type Row = Readonly<Record<string, unknown>>;
type AddRows = (rows: readonly Row[]) => Promise<void>;

/** Reads every page. @returns undefined when nothing has changed since `state`. */
export async function readRest(
  feed: RestFeed,
  state: FeedState,
  client: SourceClient,
  add: AddRows,
): Promise<FeedState | undefined> {
  const seen = new Set<string>();
  let tags = NO_STATE;
  let before: string | undefined;
  let url: URL | undefined = firstPage(feed);
  for (let page = 1; url; page += 1) {
    refuseCircles(seen, url);
    const headers = page === 1 && feed.etag !== false ? conditions(state) : {};
    const answer: SourceAnswer = await client.ask({ url, method: 'GET', headers });
    if (answer.status === 304) {
      refuseUnasked(page, answer);
      return undefined;
    }
    if (page === 1) tags = tagsOf(answer);
    // A source that does not know the parameter answers the same for ever.
    if (answer.text === before && feed.paging.by === 'page') throw samePage(feed, page, answer);
    before = answer.text;
    const body = readBody(answer);
    const rows = rowsIn(body, feed.items, answer);
    await add(rows);
    url = followingPage(feed, { answer, body, page, rows });
  }
  const standsForAll = feed.etag === 'whole' || (feed.etag && seen.size === 1);
  return standsForAll ? tags : NO_STATE;
}

function firstPage({ url, paging, pageSize }: RestFeed): URL {
  const first = new URL(url);
  if (pageSize) first.searchParams.set(pageSize.parameter, String(pageSize.value));
  if (paging.by === 'page') first.searchParams.set(paging.parameter, String(paging.first));
  return first;
}

function conditions({ etag, lastModified }: FeedState): Record<string, string> {
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

function tagsOf({ headers }: SourceAnswer): FeedState {
  return { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
}

function refuseUnasked(page: number, { url }: SourceAnswer): void {
  if (page > 1) throw answeredBadly(`${placeOf(url)} answered 304 to what was no condition.`);
}

export function readBody({ text, url }: SourceAnswer): unknown {
  try {
    return parseExactly(text);
  } catch (error) {
    const why = text.trim() === '' ? 'is empty' : `is not JSON (${(error as Error).message})`;
    throw answeredBadly(`The answer of ${placeOf(url)} ${why}.`, error);
  }
}

/** The rows of an answer, each an object. */
function rowsIn(
  body: unknown,
  path: string | undefined,
  { url }: Pick<SourceAnswer, 'url'>,
): readonly Row[] {
  const items = valueAt(body, path);
  const place = path ? `"${path}"` : 'it';
  if (!Array.isArray(items)) {
    throw answeredBadly(
      `The answer of ${placeOf(url)} has ${kindOf(items)} where the list of rows should be: ${place}. Correct "items" of the feed.`,
    );
  }
  const odd = items.findIndex((item) => !isRow(item));
  if (odd < 0) return items as Row[];
  throw answeredBadly(
    `The answer of ${placeOf(url)} has ${kindOf(items[odd])} at ${path ?? ''}[${odd}], not an object.`,
  );
}

interface Read {
  readonly answer: SourceAnswer;
  readonly body: unknown;
  readonly page: number;
  readonly rows: readonly Row[];
}

function followingPage(feed: RestFeed, { answer, body, page, rows }: Read): URL | undefined {
  const { paging } = feed;
  switch (paging.by) {
    case 'none':
      return undefined;
    case 'next':
      return nextLink(answer, body, paging.at);
    case 'page': {
      if (rows.length === 0) return undefined;
      const next = firstPage(feed);
      next.searchParams.set(paging.parameter, String(paging.first + page));
      return next;
    }
    case 'cursor': {
      const cursor = valueAt(body, paging.at);
      if (cursor === undefined || cursor === null || cursor === '') return undefined;
      const text = textOf(cursor);
      if (text === undefined) {
        throw answeredBadly(
          `The answer of ${placeOf(answer.url)} has ${kindOf(cursor)} as "${paging.at}".`,
        );
      }
      const next = firstPage(feed);
      next.searchParams.set(paging.parameter, text);
      return next;
    }
  }
}

function refuseCircles(seen: Set<string>, url: URL): void {
  if (seen.has(url.href)) {
    throw answeredBadly(`The pages of ${placeOf(url)} lead in a circle: one was to be read twice.`);
  }
  seen.add(url.href);
}

function samePage({ paging }: RestFeed, page: number, { url }: SourceAnswer): Error {
  const name = 'parameter' in paging ? paging.parameter : '';
  return answeredBadly(
    `${placeOf(url)} answered page ${page} as it did page ${page - 1}: it does not heed "${name}". Correct "paging" of the feed.`,
  );
}
