import { isRow, kindOf, textOf, valueAt } from './exact-json.ts';
import type { GraphqlFeed } from './feed.ts';
import { answeredBadly, FeedFault } from './feed-fault.ts';
import { readBody } from './rest.ts';
import { placeOf, type SourceAnswer, type SourceClient } from './source-client.ts';

type Row = Readonly<Record<string, unknown>>;

/** Reads every page of a connection. */
export async function readGraphql(
  feed: GraphqlFeed,
  client: SourceClient,
  add: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  const seen = new Set<string>();
  let after: string | undefined | null = null;
  while (after !== undefined) {
    const body: string = JSON.stringify({
      query: feed.query,
      variables: { ...feed.variables, after },
    });
    const answer: SourceAnswer = await client.ask({
      url: new URL(feed.url),
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const connection = connectionIn(answer, feed.connection);
    await add(nodesOf(connection, answer));
    after = cursorAfter(connection, answer);
    if (after !== undefined && seen.has(after)) {
      throw answeredBadly(
        `The pages of ${placeOf(answer.url)} lead in a circle: give the variable $after to the connection "${feed.connection}".`,
      );
    }
    if (after !== undefined) seen.add(after);
  }
}

function connectionIn(answer: SourceAnswer, path: string): Row {
  const body = readBody(answer);
  refuseErrors(body, answer);
  const connection = valueAt(body, `data.${path}`);
  if (isRow(connection)) return connection;
  throw answeredBadly(
    `The answer of ${placeOf(answer.url)} has ${kindOf(connection)} at "data.${path}", not a connection. Correct "connection" of the feed.`,
  );
}

/** An answer with errors may lack rows, and so is taken for none. */
function refuseErrors(body: unknown, { url }: SourceAnswer): void {
  const errors = valueAt(body, 'errors');
  if (!Array.isArray(errors) || errors.length === 0) return;
  const code = valueAt(errors[0], 'extensions.code');
  const message = String(valueAt(errors[0], 'message'));
  const told = `${placeOf(url)} answered with an error: ${message}`;
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') {
    throw new FeedFault('SOURCE_REFUSED', told);
  }
  throw answeredBadly(told);
}

/** By `nodes`, or by `edges { node }`. */
function nodesOf(connection: Row, { url }: SourceAnswer): readonly Row[] {
  const { nodes, edges } = connection;
  const rows = Array.isArray(nodes)
    ? (nodes as unknown[])
    : Array.isArray(edges) && edges.map((edge) => valueAt(edge, 'node'));
  if (!rows) {
    throw answeredBadly(
      `The connection that ${placeOf(url)} answered has neither "nodes" nor "edges": select one in the query of the feed.`,
    );
  }
  const odd = rows.findIndex((row) => !isRow(row));
  if (odd < 0) return rows as Row[];
  throw answeredBadly(`Node ${odd} of ${placeOf(url)} is ${kindOf(rows[odd])}, not an object.`);
}

/** undefined after the last page. */
function cursorAfter(connection: Row, { url }: SourceAnswer): string | undefined {
  const more = valueAt(connection, 'pageInfo.hasNextPage');
  if (more === false) return undefined;
  const cursor = textOf(valueAt(connection, 'pageInfo.endCursor'));
  if (more === true && cursor !== undefined) return cursor;
  throw answeredBadly(
    more === true
      ? `${placeOf(url)} has a next page, and tells no "endCursor" to ask for it by.`
      : `The connection that ${placeOf(url)} answered tells no "pageInfo": select pageInfo { hasNextPage endCursor } in the query of the feed.`,
  );
}
