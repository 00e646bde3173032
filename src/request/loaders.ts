import DataLoader from 'dataloader';
import { type RawBuilder } from 'kysely';
import { compiledOnce } from '../kit/compiled-once.ts';
import type { Connection, Paged } from '../kit/relay/connection.ts';
import { type List, pageOfEach, type ParentKey } from '../kit/relay/page-of-each.ts';
import type { Slice } from '../kit/relay/slice.ts';
import type { RequestContext, RequestScoped } from './context.ts';

/** A row with its uuid, and with what it was sought by where that is something else. */
export interface Keyed {
  readonly key: string;
  readonly soughtBy?: string;
}

export type RowLoader<Row> = DataLoader<string, Row | null>;

/** One row for each key, null where there is none: one statement for all keys asked for together. */
export function oneByKey<Row extends Keyed>(
  select: (keys: readonly string[]) => RawBuilder<Row>,
): RequestScoped<RowLoader<Row>> {
  const read = compiledOnce(select);
  return ({ db }) =>
    new DataLoader(async (keys) => {
      const rows = await read(db, keys);
      const found = new Map(rows.map((row) => [row.soughtBy ?? row.key, row]));
      return keys.map((key) => found.get(key) ?? null);
    });
}

/** The rows of each parent, in the order that they were read: one statement for all parents. */
export function allOfEach<Row extends object>(
  select: (parents: readonly string[]) => RawBuilder<Row & { parent: string }>,
): RequestScoped<DataLoader<string, Row[]>> {
  const read = compiledOnce(select);
  return ({ db }) =>
    new DataLoader(async (parents) => {
      const rows = await read(db, parents);
      const found = Map.groupBy(rows, (row) => row.parent);
      return parents.map((parent) => found.get(parent) ?? []);
    });
}

/** The pages of one list: what one page's arguments have in common is read in one statement. */
export class Pages<Row extends object> {
  private readonly loaders = new Map<string, PageLoader<Row>>();
  /** The same by what was asked as it was given: reading its text takes longer than finding it. */
  private readonly found = new Map<Slice, PageLoader<Row>>();

  constructor(
    private readonly context: RequestContext,
    private readonly list: List,
  ) {}

  /** One page of the list of one parent. */
  load(parent: ParentKey, slice: Slice): Promise<Connection<Row & Paged>> {
    const loader = this.found.get(slice) ?? this.loaderOf(slice);
    this.found.set(slice, loader);
    return loader.load(parent);
  }

  private loaderOf(slice: Slice): PageLoader<Row> {
    const asked = JSON.stringify(slice);
    const loader =
      this.loaders.get(asked) ??
      new DataLoader((parents) => pageOfEach<Row>(this.context.db, this.list, parents, slice), {
        cacheKeyFn: (key) => JSON.stringify(key),
      });
    this.loaders.set(asked, loader);
    return loader;
  }
}

type PageLoader<Row extends object> = DataLoader<ParentKey, Connection<Row & Paged>, string>;

/** A list as resolvers use it: its pages, and the name and orders that its arguments are read by. */
export interface PagedList<Row extends object> {
  readonly list: List;
  readonly pages: RequestScoped<Pages<Row>>;
}

export function pagedList<Row extends object>(list: List): PagedList<Row> {
  return { list, pages: (context) => new Pages<Row>(context, list) };
}
