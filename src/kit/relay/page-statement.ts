import { type RawBuilder, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { nameOf, propertiesOf, select } from '../columns.ts';
import { conditionOf, type Given } from '../filter/condition.ts';
import { Row } from '../filter/filter.ts';
import { slotOf, Statement } from '../statement.ts';
import type { List, Order } from './list.ts';
import type { PageBeneath, Slice } from './slice.ts';

/** What pages that are alike differ in: whose they are, and where they begin and end. */
type PageSlot = 'parents' | 'afterValue' | 'afterKey' | 'beforeValue' | 'beforeKey';

/** Texts that are kept of each list: those of one client's operations, some times over. */
const TEXTS_KEPT = 200;
const statements = new WeakMap<List, LRUCache<string, Statement<PageSlot>>>();

/**
 * The statement that reads a page of every parent's list; made once for all that are alike. It answers
 * one row, with a column of the rows as one JSON array each: PostgreSQL writes them for the price of
 * rows, and reading them takes a third of what reading rows takes.
 */
export function statementOf(list: List, slice: Slice): Statement<PageSlot> {
  const kept = statements.get(list) ?? new LRUCache({ max: TEXTS_KEPT });
  statements.set(list, kept);
  const statement = kept.get(slice.shape) ?? makeStatement(list, slice);
  kept.set(slice.shape, statement);
  return statement;
}

/** The columns that the statement answers. */
export function namesIn(list: List, slice: Slice): readonly string[] {
  const places = ['slot', 'placeInPage', ...(slice.isCounted ? ['total'] : [])];
  return [
    ...places,
    ...namesInPage(list, slice),
    ...slice.beneath.map((_page, place) => nameOfBeneath(place)),
  ];
}

/**
 * LATERAL gives each parent its own limit; with an index on (parent, order, key) that is one index
 * range a parent, and the row comparison makes page 1,000 cost what page 1 costs.
 */
function makeStatement(list: List, slice: Slice): Statement<PageSlot> {
  const { isCounted, after, before } = slice;
  const anywhere: Slice = {
    ...slice,
    after: after && [slotOf('afterValue'), slotOf('afterKey')],
    before: before && [slotOf('beforeValue'), slotOf('beforeKey')],
  };
  const total = sql`
    cross join lateral (
          select count(*)::int as total from ${list.from} ${where(matching(list, slice))}) counted`;
  const columns = namesIn(list, slice).map(
    (name) => sql`json_agg(${sql.id('read', name)}) as ${sql.id(name)}`,
  );
  return new Statement(
    () => sql`
    select ${sql.join(columns)}
      from (select wanted.slot, ${isCounted ? sql`counted.total,` : sql``} item.*
              from ${wanted(list)} ${isCounted ? total : sql``}
              ${
                // A count is told of a parent without rows, too.
                isCounted ? sql`left join` : sql`join`
              } lateral (${page(list, anywhere, [PLACE])}) item on true) read`,
  );
}

/** A row's place in its page: putting it there is cheaper than sorting names once more. */
const PLACE = sql`row_number() over ()::int as "placeInPage"`;

function wanted({ parent }: List): RawBuilder<unknown> {
  const columns = Object.entries(parent);
  if (columns.length === 0) return sql`(select 0 as slot) wanted`;
  const definitions = columns.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`);
  return sql`
    jsonb_to_recordset(${slotOf('parents')}::jsonb)
      as wanted (${sql.join([sql`slot int`, ...definitions])})`;
}

/**
 * One page of the list of the parent that `wanted` names, with the pages beneath its rows. It is read
 * one row longer than it is, which tells whether the list goes on. Where there is no bound the
 * comparison is left out: an `after is null or …` would plan as a filter. The limit is written out:
 * PostgreSQL plans for one that it does not know as if it were long, and would keep no plan.
 */
function page(
  list: List,
  slice: Slice,
  others: readonly RawBuilder<unknown>[] = [],
): RawBuilder<unknown> {
  const order = orderOf(list, slice);
  const direction = (order.isDescending ?? false) !== slice.isBackward ? sql`desc` : sql`asc`;
  const conditions = [...matching(list, slice), ...boundsOf(list, order, slice)];
  const rows = sql`
    select ${columnsOf(list, slice, order)} from ${list.from} ${where(conditions)}
     order by ${order.by} ${direction}, ${list.key} ${direction}
     limit ${sql.lit(slice.take + 1)}`;
  const around = [...others, ...slice.beneath.map(pageBeneath)];
  return around.length > 0 ? sql`select page.*, ${sql.join(around)} from (${rows}) page` : rows;
}

/** As one value of the row `page`. */
function pageBeneath({ list, by, slice }: PageBeneath, place: number): RawBuilder<unknown> {
  const names = Object.entries(by).map(
    ([column, property]) => sql`${sql.id('page', property)} as ${sql.id(column)}`,
  );
  return sql`(
    select json_agg(item)
      from (select ${sql.join(names)}) wanted
     cross join lateral (${page(list, slice)}) item) as ${sql.id(nameOfBeneath(place))}`;
}

/** What the column is called that holds a page beneath. */
export const nameOfBeneath = (place: number): string => `beneath ${place}`;

export function orderOf(list: List, slice: Slice): Order {
  const order = list.orders[slice.order];
  if (!order) throw new Error(`${list.name} has no order ${slice.order}`);
  return order;
}

const where = (conditions: readonly RawBuilder<unknown>[]) =>
  conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;

function matching(list: List, slice: Slice): RawBuilder<unknown>[] {
  const filter = conditionOf(list.filter, new Row(list.row), slice.filter as Given | null);
  return [list.tie, filter].filter((condition) => condition !== undefined);
}

/** The rows that lie between the bounds, each as one row comparison. */
function boundsOf(list: List, order: Order, { after, before }: Slice): RawBuilder<unknown>[] {
  const [behind, ahead] = order.isDescending ? [sql`<`, sql`>`] : [sql`>`, sql`<`];
  return [
    { bound: after, comparison: behind },
    { bound: before, comparison: ahead },
  ].flatMap(({ bound, comparison }) => {
    if (!bound) return [];
    const [value, key] = bound;
    return [
      sql`(${order.by}, ${list.key}) ${comparison} (${value}::${sql.raw(order.type)}, ${key}::uuid)`,
    ];
  });
}

/** What is read of a row: its own columns, those of its riders, and what its cursor is made of. */
function columnsOf(list: List, slice: Slice, order: Order): RawBuilder<unknown> {
  const { columns, riders = {} } = list;
  const riding = Object.entries(riders).flatMap(([field, rider]) => {
    const selected = slice.fields[field];
    if (!selected) return [];
    if (typeof rider !== 'function') return select(rider, selected, field);
    return sql`${rider(selected)} as ${sql.id(field)}`;
  });
  const cursor = sql`(${order.by})::text as "cursorValue", ${list.key} as "cursorKey"`;
  return sql.join([
    select(columns, ownFields(list, slice)),
    ...riding,
    ...(slice.hasCursors ? [cursor] : []),
  ]);
}

/** The same by their names. */
function namesInPage(list: List, slice: Slice): string[] {
  const { columns, riders = {} } = list;
  const riding = Object.entries(riders).flatMap(([field, rider]) => {
    const selected = slice.fields[field];
    if (!selected) return [];
    if (typeof rider === 'function') return field;
    return propertiesOf(rider, selected).map((property) => nameOf(field, property));
  });
  const cursor = slice.hasCursors ? ['cursorValue', 'cursorKey'] : [];
  return [...propertiesOf(columns, ownFields(list, slice)), ...riding, ...cursor];
}

/** Of a rider one need not know how it is found. */
const ownFields = ({ riders = {} }: List, { fields }: Slice) =>
  Object.keys(fields).filter((field) => !riders[field]);
