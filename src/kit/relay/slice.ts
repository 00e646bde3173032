import { BadInput } from '../errors.ts';
import { type Bound, cursorScope, readCursor } from './cursor.ts';
import { DEFAULT_PAGE, LARGEST_PAGE } from './page-size.ts';

/** The paging arguments of a connection, as a caller gives them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** What one page of a list is, whoever's list it is: the argument set that a loader batches by. */
export interface Slice {
  /** The name of the ordering, one of the list's own. */
  readonly order: string;
  readonly filter: unknown;
  /** Whether `totalCount` was asked for: only then are rows counted. */
  readonly isCounted: boolean;
  /** What is selected on the nodes, each field with what is selected of it. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** From the end backwards. */
  readonly isBackward: boolean;
  readonly take: number;
  readonly after: Bound | null;
  readonly before: Bound | null;
  /** What cursors of this page carry. */
  readonly scope: string;
}

/**
 * Reads the arguments of a connection.
 *
 * @throws BadInput where they contradict each other or ask for too much, CursorMismatch for a cursor
 * of another list.
 */
export function readSlice(
  list: string,
  args: PageArguments,
  order: string,
  filter: unknown = null,
  { isCounted = false, fields = {} }: Partial<Pick<Slice, 'isCounted' | 'fields'>> = {},
): Slice {
  const { first = null, last = null } = args;
  if (first !== null && last !== null) {
    throw new BadInput('Ask for "first" or "last", not for both.', ['last']);
  }
  const isBackward = last !== null;
  const scope = cursorScope(list, order, filter);
  return {
    order,
    filter,
    isCounted,
    fields,
    isBackward,
    take: readSize(isBackward ? 'last' : 'first', last ?? first ?? DEFAULT_PAGE),
    after: args.after == null ? null : readCursor(scope, args.after, 'after'),
    before: args.before == null ? null : readCursor(scope, args.before, 'before'),
    scope,
  };
}

/** @throws BadInput for a page that is below 0, or too large. */
export function readSize(field: 'first' | 'last', size: number): number {
  const bounds = { asked: size, allowed: LARGEST_PAGE };
  if (size < 0) throw new BadInput(`"${field}" is ${size}; it cannot be below 0.`, [field], bounds);
  if (size > LARGEST_PAGE) {
    throw new BadInput(
      `"${field}" is ${size}; a page holds at most ${LARGEST_PAGE}. Ask for the rest by the cursor in pageInfo.`,
      [field],
      bounds,
    );
  }
  return size;
}
