import DataLoader from 'dataloader';
import type { RawBuilder } from 'kysely';
import type { Connection, Paged } from '../kit/relay/connection.ts';
import type { List, ParentKey } from '../kit/relay/list.ts';
import { pageOfEach } from '../kit/relay/page-of-each.ts';
import type { Slice } from '../kit/relay/slice.ts';
import { slotOf, Statement } from '../kit/statement.ts';
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
  const statement = byKeys(select);
  return ({ db }) =>
    new DataLoader(async (keys) => {
      const rows = await statement.rows<Row>(db, { keys });
      const found = new Map(rows.map((row) => [row.soughtBy ?? row.key, row]));
      return keys.map((key) => found.get(key) ?? null);
    });
}

const byKeys = (select: (keys: readonly string[]) => RawBuilder<unknown>) =>
  new Statement<'keys'>(() => select([slotOf('keys')]));

/** The rows of each parent, in the order that they were read: one statement for all parents. */
export function allOfEach<Row extends object>(
  select: (parents: readonly string[]) => RawBuilder<Row & { parent: string }>,
): RequestScoped<DataLoader<string, Row[]>> {
  const statement = byKeys(select);
  return ({ db }) =>
    new DataLoader(async (parents) => {
      const rows = await statement.rows<Row & { parent: string }>(db, { keys: parents });
      const found = Map.groupBy(rows, (row) => row.parent);
      return parents.map((parent) => found.get(parent) ?? []);
    });
}

/** The pages of one list: what one page's arguments have in common is read in one statement. */
export class Pages<Row extends object> {
  private readonly alike = new Map<string, AlikePages<Row>>();

  constructor(
    private readonly context: RequestContext,
    private readonly list: List,
  ) {}

  /** One page of the list of one parent; at once, where it came with the parent. */
  load(parent: ParentKey, slice: Slice): Page<Row> | Promise<Page<Row>> {
    const { come, loader } = this.like(slice);
    return come.get(nameOf(parent)) ?? loader.load(parent);
  }

  /** Where pages are put that come with their parents. */
  taking(slice: Slice): (parent: ParentKey, page: Page<object>) => void {
    const { come } = this.like(slice);
    return (parent, page) => come.set(nameOf(parent), page as Page<Row>);
  }

  private like(slice: Slice): AlikePages<Row> {
    const known = this.alike.get(slice.key);
    if (known) return known;
    const { context, list } = this;
    const loader: AlikePages<Row>['loader'] = new DataLoader(
      (parents) =>
        pageOfEach<Row>(context.db, list, parents, slice, (beneath) =>
          context.use(pagesOf(beneath.list)).taking(beneath.slice),
        ),
      { cacheKeyFn: nameOf },
    );
    const made = { come: new Map<string, Page<Row>>(), loader };
    this.alike.set(slice.key, made);
    return made;
  }
}

type Page<Row extends object> = Connection<Row & Paged>;

/** The pages that only their parents tell apart. */
interface AlikePages<Row extends object> {
  readonly come: Map<string, Page<Row>>;
  readonly loader: DataLoader<ParentKey, Page<Row>, string>;
}

/** The character is in no value that names a parent. */
const nameOf = (parent: ParentKey): string => Object.values(parent).join('\0');

/** A list whose rows are known. */
export interface PagedList<Row extends object> extends List {
  /** Nothing: it tells the compiler alone. */
  readonly row_?: Row;
}

const makers = new WeakMap<List, RequestScoped<Pages<object>>>();

/** What has a request's pages of a list. */
export function pagesOf<Row extends object>(list: PagedList<Row>): RequestScoped<Pages<Row>> {
  const make = makers.get(list) ?? ((context) => new Pages<object>(context, list));
  makers.set(list, make);
  return make as RequestScoped<Pages<Row>>;
}

export const pagedList = <Row extends object>(list: List): PagedList<Row> => list;
