import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Columns, select } from '../columns.ts';
import { conditionOf, type Given } from '../filter/condition.ts';
import { type Filter, Row } from '../filter/filter.ts';
import { isDate } from '../scalars.ts';
import { Connection, type Paged } from './connection.ts';
import { foreignCursor } from './cursor.ts';
import type { Slice } from './slice.ts';

/** How rows may be ordered: by a column that is never null, its type for the bound's cast. */
export interface Order {
  readonly by: RawBuilder<unknown>;
  readonly type: 'text' | 'date' | 'numeric' | 'int' | 'timestamptz';
  readonly isDescending?: boolean;
}

/** A list that belongs to a parent (a district's projects), or to the graph itself. */
export interface List {
  /** Its cursors are good for this list alone. */
  readonly name: string;
  /** What names the parent in `wanted`: column to PostgreSQL type. Empty for a list at the root. */
  readonly parent: Readonly<Record<string, 'uuid' | 'text'>>;
  readonly from: RawBuilder<unknown>;
  /** Ties a row to `wanted`. */
  readonly tie?: RawBuilder<unknown>;
  /** All of a row, or by field: then those alone are read that are selected. */
  readonly columns: RawBuilder<unknown> | Columns;
  /** Other rows that ride along as objects where the node's field is selected, given what is selected of it. */
  readonly riders?: Readonly<Record<string, (fields: readonly string[]) => RawBuilder<unknown>>>;
  /** The row's own uuid, which breaks ties. */
  readonly key: RawBuilder<unknown>;
  readonly orders: Readonly<Record<string, Order>>;
  /** The order unless told; the first of them unless it is named. */
  readonly byDefault?: string;
  readonly filter: Filter;
  /** What the rows that the filter is of are called in `from`. */
  readonly row: string;
}

/** Names a parent: a value for each column of `List.parent`. */
export type ParentKey = Readonly<Record<string, string | null>>;

/**
 * The same page of every parent's list, in the order of the parents: one statement.
 *
 * LATERAL gives each parent its own limit; with an index on (parent, order, key) that is one index
 * range a parent, and the row comparison makes page 1,000 cost what page 1 costs. Where there is no
 * bound the comparison is left out: an `after is null or …` would plan as a filter. The limit is
 * written out: PostgreSQL plans for one that it does not know as if it were long, and would keep no
 * plan. A page is read one row longer than it is, which tells whether the list goes on. The count
 * rides along where asked.
 */
export async function pageOfEach<Row extends object>(
  db: Kysely<unknown>,
  list: List,
  parents: readonly ParentKey[],
  slice: Slice,
): Promise<Connection<Row & Paged>[]> {
  const order = list.orders[slice.order];
  if (!order) throw new Error(`${list.name} has no order ${slice.order}`);
  const parentColumns = Object.entries(list.parent);
  const wanted = JSON.stringify(parents.map((parent, slot) => ({ slot, ...parent })));
  const wantedColumns = sql.join([
    sql`slot int`,
    ...parentColumns.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`),
  ]);
  const filter = conditionOf(list.filter, new Row(list.row), slice.filter as Given | null);
  const matches = [list.tie, filter].filter((condition) => condition !== undefined);
  const where = (conditions: readonly RawBuilder<unknown>[]) =>
    conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;
  const isDescending = (order.isDescending ?? false) !== slice.isBackward;
  const direction = isDescending ? sql`desc` : sql`asc`;

  const { rows } = await sql<Row & Paged & Placed>`
    select wanted.slot, ${slice.isCounted ? sql`counted.total` : sql`null::int as total`}, item.*
      from jsonb_to_recordset(${wanted}::jsonb) as wanted (${wantedColumns})
     ${
       slice.isCounted
         ? sql`cross join lateral (
           select count(*)::int as total from ${list.from} ${where(matches)}) counted`
         : sql``
     }
      left join lateral (
           select page.*, row_number() over ()::int as "placeInPage"
             from (select ${columnsOf(list, slice)},
                          ${order.by} as "cursorValue", ${list.key} as "cursorKey"
                     from ${list.from}
                     ${where([...matches, ...boundsOf(list, order, slice)])}
                    order by ${order.by} ${direction}, ${list.key} ${direction}
                    limit ${sql.lit(slice.take + 1)}) page) item on true`.execute(db);

  return pagesBySlot(rows, parents.length, slice);
}

function columnsOf({ columns, riders = {} }: List, { fields }: Slice): RawBuilder<unknown> {
  const own = 'always' in columns ? select(columns, Object.keys(fields)) : columns;
  const riding = Object.entries(riders).flatMap(([field, rider]) =>
    fields[field] ? sql`${rider(fields[field])} as ${sql.ref(field)}` : [],
  );
  return sql.join([own, ...riding]);
}

/** The rows that lie between the bounds, each as one row comparison. */
function boundsOf(list: List, order: Order, { after, before }: Slice): RawBuilder<unknown>[] {
  const [behind, ahead] = order.isDescending ? [sql`<`, sql`>`] : [sql`>`, sql`<`];
  return [
    { field: 'after' as const, bound: after, comparison: behind },
    { field: 'before' as const, bound: before, comparison: ahead },
  ].flatMap(({ field, bound, comparison }) => {
    if (!bound) return [];
    const [value, key] = bound;
    if (!canHold[order.type](value)) throw foreignCursor(field);
    return [
      sql`(${order.by}, ${list.key}) ${comparison} (${value}::${sql.raw(order.type)}, ${key}::uuid)`,
    ];
  });
}

/** What the value in a cursor can be: one that was made by hand may hold anything. */
const canHold: Readonly<Record<Order['type'], (value: string) => boolean>> = {
  text: (value) => !value.includes('\0'),
  date: isDate,
  numeric: (value) => /^-?\d{1,20}(\.\d{1,20})?$/.test(value),
  int: (value) => /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31,
  timestamptz: (value) => MOMENT.test(value) && isDate(value.slice(0, 10)),
};

/** As PostgreSQL writes it: `2026-11-22 09:30:14.123456+00`. */
const MOMENT = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;

/** Of which parent a row is, and where in its page: putting it there is cheaper than sorting names again. */
interface Placed {
  readonly slot: number;
  /** From 1; null where the parent has no rows. */
  readonly placeInPage: number | null;
  readonly total: number | null;
}

function pagesBySlot<Row extends object>(
  rows: readonly (Row & Paged & Placed)[],
  slots: number,
  slice: Slice,
): Connection<Row & Paged>[] {
  const pages = Array.from({ length: slots }, () => ({
    rows: [] as (Row & Paged)[],
    total: null as number | null,
  }));
  for (const row of rows) {
    const page = pages[row.slot];
    if (!page) continue;
    page.total = row.total;
    // A parent without rows still has its one row from the outer join.
    if (row.placeInPage !== null) page.rows[row.placeInPage - 1] = row;
  }
  return pages.map(({ rows: read, total }) => {
    const nodes = read.slice(0, slice.take);
    return new Connection(
      slice.isBackward ? nodes.reverse() : nodes,
      read.length > slice.take,
      total,
      slice,
    );
  });
}
