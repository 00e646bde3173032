import { expect } from '@jest/globals';
import { sql } from 'kysely';
import { conditionOf } from '../../../src/kit/filter/condition.ts';
import {
  type Filter as SourceFilter,
  registeredFilters,
  Row,
} from '../../../src/kit/filter/filter.ts';
import { readFilter } from '../../../src/kit/filter/read-filter.ts';
import { anySupplierFilter } from '../../../src/modules/chain/supplier.filter.ts';
import type { Gateway } from '../../support/gateway.ts';
import type { Filter, Reference } from './reference.ts';
import { tables } from './tables.ts';

/** The types that the graph has a list of, and what that is called. */
export const roots: Readonly<Record<string, string>> = {
  PromotionTrip: 'trips',
  PromotionEvent: 'promotionEvents',
  Project: 'projects',
  Enterprise: 'enterprises',
  ProjectBatch: 'batches',
  Region: 'regions',
  IndustryChain: 'chains',
};

/** A relation as filters have it: a quantifier where it leads to many. */
export interface Step {
  readonly field: string;
  readonly to: string;
  readonly isMany: boolean;
}

export function stepsOf(type: string): Step[] {
  const { one = {}, many = {} } = tables[type]!;
  return [
    ...Object.entries(one).map(([field, [to]]) => ({ field, to, isMany: false })),
    ...Object.entries(many).map(([field, [to]]) => ({ field, to, isMany: true })),
  ];
}

/** The filter of a type; of suppliers there are two, by where their list is. */
function filterOf(type: string): SourceFilter {
  if (type === 'AnySupplier') return anySupplierFilter;
  const filter = registeredFilters().find((each) => each.type === type);
  if (!filter) throw new Error(`${type} has no filter`);
  return filter;
}

const PAGE = 200;

/** By the graph, what it has a list of: how many match, and the codes of the first page of them. */
async function askTheGraph(gateway: Gateway, type: string, filter: Filter) {
  const { list } = await gateway.query(
    `query ($filter: ${type}Filter) {
       list: ${roots[type]}(filter: $filter, first: ${PAGE}) { totalCount nodes { code } } }`,
    { filter },
  );
  const shown: string[] = list.nodes.map(({ code }: { code: string }) => code);
  return { count: list.totalCount as number, shown };
}

/** By its condition alone, what the graph has no list of: how many match, and their ids. */
async function askTheTable({ database }: Gateway, type: string, filter: Filter) {
  const given = readFilter(filterOf(type), filter);
  const condition = conditionOf(filterOf(type), new Row('item'), given);
  const { rows } = await sql<{ id: string }>`
    select item.id::text as id from ${sql.raw(tables[type]!.rows)} as item
     where ${condition ?? sql`true`}`.execute(database.kysely);
  return { count: rows.length, shown: rows.map(({ id }) => id) };
}

/**
 * Asks which rows of a type match, and holds the answer to the reference's.
 *
 * @returns whether the filter told rows apart: one that all match, or none, would prove little.
 */
export async function expectAsReferred(
  gateway: Gateway,
  reference: Reference,
  type: string,
  filter: Filter,
): Promise<boolean> {
  const isListed = type in roots;
  const all = reference.rows(type);
  const expected = new Set(
    all
      .filter((row) => reference.matches(type, row, filter))
      .map(({ id, values }) => (isListed ? (values.code as string) : id)),
  );
  const ask = isListed ? askTheGraph(gateway, type, filter) : askTheTable(gateway, type, filter);
  const { count, shown } = await ask;
  expect({
    filter,
    count,
    others: shown.filter((row) => !expected.has(row)),
    shown: new Set(shown).size,
  }).toEqual({
    filter,
    count: expected.size,
    others: [],
    shown: Math.min(isListed ? PAGE : Infinity, expected.size),
  });
  return count > 0 && count < all.length;
}

/** In so many lanes at once, since the gateway answers several. */
export async function eachOf<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  lanes = 6,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}
