import { behind } from '../../events/place.ts';
import type { PageInfo } from '../../kit/relay/connection.ts';
import { DEFAULT_PAGE } from '../../kit/relay/page-size.ts';
import { readSize } from '../../kit/relay/slice.ts';
import type { RequestContext } from '../../request/context.ts';
import { interestIn, type ProjectUpdateFilter } from './project-update.filter.ts';
import { ProjectUpdate } from './project-update.ts';

interface UpdatesPageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly filter?: ProjectUpdateFilter | null;
}

interface UpdatesPage {
  readonly edges: readonly { readonly node: ProjectUpdate; readonly cursor: string }[];
  readonly nodes: readonly ProjectUpdate[];
  readonly pageInfo: PageInfo;
}

/** Places of the log that one page looks at: what a filter that rarely matches may cost a page. */
const SCANNED = 10_000;

/**
 * The updates behind a cursor, in the order of the log. A page looks at a bounded part of it, so it
 * may hold less than was asked for, or nothing, while there is more: its end is where it got.
 */
export async function updatesPage(
  { first, after, filter }: UpdatesPageArguments,
  context: RequestContext,
): Promise<UpdatesPage> {
  const { tail, viewer, signal } = context;
  const limit = readSize('first', first ?? DEFAULT_PAGE);
  const interest = await interestIn(filter, context);
  const from = after == null ? await tail.oldest(signal) : await tail.resume(after, signal);
  const wanted = { ...interest.matching, limit: Math.max(1, limit), scanLimit: SCANNED };
  const { events, reached, atHead } = await tail.readMatching(from, wanted, signal);
  const nodes = events
    .filter((event) => interest.wants(event))
    .slice(0, limit)
    .map((event) => new ProjectUpdate(event, tail.cursorAt(behind(event)), viewer.sees));
  const [start] = nodes;
  return {
    edges: nodes.map((node) => ({ node, cursor: node.cursor })),
    nodes,
    pageInfo: {
      hasNextPage: !atHead,
      hasPreviousPage: after != null,
      startCursor: start?.cursor ?? null,
      endCursor: tail.cursorAt(limit === 0 ? from : reached),
    },
  };
}
