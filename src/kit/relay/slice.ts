import { BadInput } from '../errors.ts';
import type { Beneath } from './list.ts';
import { type Bound, cursorScope, readCursor } from './cursor.ts';
import { DEFAULT_PAGE, LARGEST_PAGE } from './page-size.ts';

/** The paging arguments of a connection, as a caller gives them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** What is to be read of a page, by what is selected of it. */
export interface Wanted {
  /** Whether `totalCount` was asked for: only then are rows counted. */
  readonly isCounted: boolean;
  /** Whether any cursor was. */
  readonly hasCursors: boolean;
  /** What is selected on the nodes, each field with what is selected of it. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Pages of lists of its rows that are read with them. */
  readonly beneath: readonly PageBeneath[];
  /** The same wherever the same is to be read. */
  readonly key: string;
}

/** A page of a list of each row of a page. */
export interface PageBeneath extends Beneath {
  readonly slice: Slice;
}

/** What one page of a list is, whoever's list it is: the argument set that a loader batches by. */
export interface Slice extends Wanted {
  /** The name of the ordering, one of the list's own. */
  readonly order: string;
  readonly filter: unknown;
  /** From the end backwards. */
  readonly isBackward: boolean;
  readonly take: number;
  readonly after: Bound | null;
  readonly before: Bound | null;
  /** What cursors of this page carry; nothing where it has none. */
  readonly scope: string;
  /** The same for all that differ in where they begin and end, at most. */
  readonly shape: string;
}

/** What is to be read of a page. */
export function wantedOf({ beneath, ...wanted }: Omit<Wanted, 'key'>): Wanted {
  const below = beneath.map(({ list, slice }) => [list.name, slice.key]);
  return { ...wanted, beneath, key: JSON.stringify([wanted, below]) };
}

/** Cursors, and all that rows have of their own. */
export const WHOLE_ROWS = wantedOf({
  ...{ isCounted: false, hasCursors: true },
  fields: {},
  beneath: [],
});

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
  wanted = WHOLE_ROWS,
): Slice {
  const { first = null, last = null } = args;
  if (first !== null && last !== null) {
    throw new BadInput('Ask for "first" or "last", not for both.', ['last']);
  }
  const isBackward = last !== null;
  const hasCursors = wanted.hasCursors || args.after != null || args.before != null;
  const scope = hasCursors ? cursorScope(list, order, filter) : '';
  return keyed(list, {
    ...wanted,
    order,
    filter,
    isBackward,
    take: readSize(isBackward ? 'last' : 'first', sizeOf(args)),
    after: args.after == null ? null : readCursor(scope, args.after, 'after'),
    before: args.before == null ? null : readCursor(scope, args.before, 'before'),
    scope,
  });
}

/** The slice that is the one row of a list that has one at most. */
export const onlyRow = (list: string, order: string, wanted: Wanted): Slice =>
  keyed(list, {
    ...wanted,
    ...{ order, filter: null, isBackward: false, take: 1, after: null, before: null, scope: '' },
  });

/** @param list names it, with what else its cursors are bound to. */
function keyed(list: string, slice: Omit<Slice, 'shape'>): Slice {
  const { order, filter, isBackward, take, after, before, key: wanted } = slice;
  const [hasAfter, hasBefore] = [after !== null, before !== null];
  const shape = JSON.stringify([
    list,
    order,
    filter,
    isBackward,
    take,
    hasAfter,
    hasBefore,
    wanted,
  ]);
  const key = hasAfter || hasBefore ? JSON.stringify([shape, after, before]) : shape;
  return { ...slice, shape, key };
}

/** How long a page is that is asked for. */
export const sizeOf = ({ first, last }: PageArguments): number => last ?? first ?? DEFAULT_PAGE;

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
