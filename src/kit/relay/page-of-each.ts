import type { Kysely } from 'kysely';
import { type Columns, nameOf, propertiesOf } from '../columns.ts';
import { isDate } from '../scalars.ts';
import { Connection, type Paged } from './connection.ts';
import { foreignCursor } from './cursor.ts';
import type { List, Order, ParentKey } from './list.ts';
import { nameOfBeneath, namesIn, orderOf, statementOf } from './page-statement.ts';
import type { PageBeneath, Slice } from './slice.ts';

/** Where the pages go that are read together with the rows that they belong to. */
export type Taking = (beneath: PageBeneath) => (parent: ParentKey, page: Connection<Paged>) => void;

/**
 * The same page of every parent's list, in the order of the parents: one statement. The count rides
 * along where asked.
 *
 * @param taking takes the pages beneath the rows.
 */
export async function pageOfEach<Row extends object>(
  db: Kysely<unknown>,
  list: List,
  parents: readonly ParentKey[],
  slice: Slice,
  taking: Taking = () => () => {},
): Promise<Connection<Row & Paged>[]> {
  checkBounds(orderOf(list, slice), slice);
  const { after, before } = slice;
  const [cells = {}] = await statementOf(list, slice).rows<Cells>(db, {
    parents: JSON.stringify(parents.map((parent, slot) => ({ slot, ...parent }))),
    ...{ afterValue: after?.[0], afterKey: after?.[1] },
    ...{ beforeValue: before?.[0], beforeKey: before?.[1] },
  });
  const pages = pagesBySlot(rowsOf(cells, namesIn(list, slice)), parents.length);
  const fold = foldOf(list, slice, taking);
  return pages.map(({ rows: read, total }) =>
    connectionOf(read as (Row & Paged & Placed)[], total, slice, fold),
  );
}

/** @throws CursorMismatch for a cursor that holds what the order cannot. */
function checkBounds({ type }: Order, { after, before }: Slice): void {
  if (after && !canHold[type](after[0])) throw foreignCursor('after');
  if (before && !canHold[type](before[0])) throw foreignCursor('before');
}

/** What the value in a cursor can be: one that was made by hand may hold anything. */
const canHold: Readonly<Record<Order['type'], (value: string) => boolean>> = {
  text: (value) => !value.includes('\0'),
  date: isDate,
  numeric: (value) => /^-?\d{1,20}(\.\d{1,20})?$/.test(value),
  int: (value) => /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31,
  bigint: (value) => /^-?\d{1,18}$/.test(value),
  timestamptz: (value) => MOMENT.test(value) && isDate(value.slice(0, 10)),
};

/** As PostgreSQL writes it: `2026-11-22 09:30:14.123456+00`. */
const MOMENT = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;

/** The columns of all rows: null where there are none. */
type Cells = Readonly<Record<string, readonly unknown[] | null>>;

/** Of which parent a row is, and where in its page. */
interface Placed {
  readonly slot: number;
  /** From 1; null where the parent has no rows. */
  readonly placeInPage: number | null;
  readonly total?: number;
}

function rowsOf(cells: Cells, names: readonly string[]): Placed[] {
  const rows = (cells.slot ?? []).map((): Record<string, unknown> => ({}));
  // A column after the other: all rows have the same form at any time, which makes them quick to fill.
  for (const name of names) {
    const column = cells[name] ?? [];
    for (const [place, row] of rows.entries()) row[name] = column[place];
  }
  return rows as unknown as Placed[];
}

function pagesBySlot(rows: readonly Placed[], slots: number) {
  const pages = Array.from({ length: slots }, () => ({
    rows: [] as Placed[],
    total: null as number | null,
  }));
  for (const row of rows) {
    const page = pages[row.slot];
    if (!page) continue;
    page.total = row.total ?? null;
    if (row.placeInPage !== null) page.rows[row.placeInPage - 1] = row;
  }
  return pages;
}

/** Makes of rows, as they were read, what resolvers know. */
type Fold = (rows: readonly Record<string, unknown>[]) => void;

function connectionOf<Row extends Paged>(
  read: readonly Row[],
  total: number | null,
  slice: Slice,
  fold: Fold,
): Connection<Row> {
  const nodes = read.slice(0, slice.take);
  fold(nodes as unknown as Record<string, unknown>[]);
  if (slice.isBackward) nodes.reverse();
  return new Connection(nodes, read.length > slice.take, total, slice);
}

/** Riders become objects, and pages beneath are told of. */
function foldOf({ riders = {} }: List, slice: Slice, taking: Taking): Fold {
  const folds = [
    ...Object.entries(riders).flatMap(([field, rider]) => {
      const selected = slice.fields[field];
      return !selected || typeof rider === 'function' ? [] : foldRider(field, rider, selected);
    }),
    ...slice.beneath.map((beneath, place) => foldPage(beneath, nameOfBeneath(place), taking)),
  ];
  return (rows) => {
    for (const fold of folds) fold(rows);
  };
}

function foldRider(field: string, columns: Columns, selected: readonly string[]): Fold {
  const names = propertiesOf(columns, selected);
  const cells = names.map((name) => nameOf(field, name));
  const key = nameOf(field, 'key');
  return (rows) => {
    for (const row of rows) {
      const rider: Record<string, unknown> = {};
      for (const [place, name] of names.entries()) rider[name] = row[cells[place] as string];
      row[field] = row[key] === null ? null : rider;
    }
  };
}

function foldPage(beneath: PageBeneath, cell: string, taking: Taking): Fold {
  const fold = foldOf(beneath.list, beneath.slice, taking);
  const take = taking(beneath);
  const by = Object.entries(beneath.by);
  return (rows) => {
    for (const row of rows) {
      const parent: Record<string, string | null> = {};
      for (const [column, property] of by) parent[column] = row[property] as string | null;
      take(parent, connectionOf((row[cell] ?? []) as Paged[], null, beneath.slice, fold));
    }
  };
}
