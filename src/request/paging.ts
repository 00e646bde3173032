import {
  type FieldNode,
  getArgumentValues,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { readFilter } from '../kit/filter/read-filter.ts';
import type { Connection, Paged } from '../kit/relay/connection.ts';
import type { Beneath, List, ParentKey } from '../kit/relay/list.ts';
import {
  onlyRow,
  type PageArguments,
  type PageBeneath,
  readSlice,
  sizeOf,
  type Slice,
  type Wanted,
  wantedOf,
} from '../kit/relay/slice.ts';
import {
  type Asked,
  fixedIn,
  hasCursors,
  namesIn,
  objectTypeOf,
  type Selected,
  selectedIn,
  selectedOnNodes,
} from '../kit/selection.ts';
import type { RequestContext, RequestScoped } from './context.ts';
import { type PagedList, pagesOf } from './loaders.ts';

/** What a connection's field is given beside its paging arguments. */
export interface Listing {
  readonly orderBy?: string | null;
  readonly filter?: object | null;
  /** What else makes it another list: a cursor of one partition is none of the other's. */
  readonly within?: string;
}

/** The page of a list that a connection's field asks for. */
export function pageOf<Row extends object>(
  list: PagedList<Row>,
  parent: ParentKey,
  args: PageArguments & Listing,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Connection<Row & Paged> | Promise<Connection<Row & Paged>> {
  const name = nameOf(list, args);
  const slice = sliceAsked(context, info, name, () => sliceOf(list, args, info));
  return context.use(pagesOf(list)).load(parent, slice);
}

/** The one row of a parent that a field asks for, of a list that has one at most. */
export async function oneOf<Row extends object>(
  list: PagedList<Row>,
  parent: ParentKey,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  const slice = sliceAsked(context, info, list.name, () =>
    onlyRow(
      list.name,
      orderOf(list),
      wantedIn(info, list.name, () => wantedOfRow(list, info)),
    ),
  );
  const { nodes } = await context.use(pagesOf(list)).load(parent, slice);
  return nodes[0] ?? null;
}

function sliceOf(list: List, args: PageArguments & Listing, asked: Asked): Slice {
  const size = sizeOf(args);
  return readSlice(
    nameOf(list, args),
    args,
    args.orderBy ?? orderOf(list),
    readFilter(list.filter, args.filter),
    wantedIn(asked, `${list.name} ${size}`, () => wantedOfPage(list, size, asked)),
  );
}

const orderOf = ({ byDefault, orders }: List) => byDefault ?? Object.keys(orders)[0] ?? '';

function nameOf({ name }: List, { within }: Listing): string {
  return within === undefined ? name : `${name} ${within}`;
}

function wantedOfPage(list: List, size: number, asked: Asked): Wanted {
  const selected = selectedOnNodes(asked);
  const nodes = objectTypeOf(asked.returnType)?.getFields().nodes?.type;
  return wantedOf({
    isCounted: 'totalCount' in selectedIn(asked),
    hasCursors: hasCursors(asked),
    fields: namesIn(asked, selected),
    beneath: pagesBeneath(list, size, selected, asked, nodes),
  });
}

function wantedOfRow(list: List, asked: Asked): Wanted {
  const selected = selectedIn(asked);
  return wantedOf({
    ...{ isCounted: false, hasCursors: false },
    fields: namesIn(asked, selected),
    beneath: pagesBeneath(list, 1, selected, asked, asked.returnType),
  });
}

/**
 * So many rows at most are read beneath a page, together with it: as JSON within JSON they cost more
 * than as rows of their own, and up to here less than a statement. See docs/performance.md.
 */
const FEW = 100;

/** The short pages of lists of the rows that are selected: they are read with the rows. */
function pagesBeneath(
  { beneath: lists = {} }: List,
  size: number,
  selected: Selected,
  asked: Asked,
  rows: GraphQLOutputType | undefined,
): PageBeneath[] {
  const type = objectTypeOf(rows);
  return Object.entries(lists).flatMap(([name, beneath]) => {
    const field = type?.getFields()[name];
    if (!field) return [];
    // Each alias has arguments of its own.
    const byKey = Map.groupBy(selected[name] ?? [], (node) => (node.alias ?? node.name).value);
    return [...byKey.values()].flatMap((fieldNodes) => {
      const [node] = fieldNodes as [FieldNode];
      const below = { ...asked, fieldNodes, returnType: field.type };
      return pageBeneath(beneath, FEW / size, () =>
        sliceOf(beneath.list, getArgumentValues(field, node, asked.variableValues), below),
      );
    });
  });
}

function pageBeneath(beneath: Beneath, most: number, read: () => Slice): PageBeneath[] {
  try {
    const slice = read();
    const isFromItsStart = slice.after === null && slice.before === null;
    const isShort = slice.take <= most && isFromItsStart && !slice.isCounted;
    return isShort ? [{ ...beneath, slice }] : [];
  } catch {
    // What is wrong with its arguments is told where the field is resolved.
    return [];
  }
}

/** What was made of a field, by the list. */
type ByList<T> = Map<string, T>;

/** Of fields that ask the same in every execution of their document. */
const slicesOfFields = new WeakMap<FieldNode, ByList<Slice>>();
const wantedOfFields = new WeakMap<FieldNode, ByList<Wanted>>();

/** Of the others; variables stand for the execution, for those of a batch may share a field. */
const slicesOfExecutions: RequestScoped<
  WeakMap<object, WeakMap<readonly FieldNode[], ByList<Slice>>>
> = () => new WeakMap();

/** The slice that a field asks for: once for all of its parents, of which an answer may have hundreds. */
function sliceAsked(
  context: RequestContext,
  info: GraphQLResolveInfo,
  name: string,
  make: () => Slice,
): Slice {
  const { own, below } = fixedIn(info);
  const slices =
    own && below
      ? made(slicesOfFields, info.fieldNodes[0] as FieldNode, newMap<Slice>)
      : made(
          made(context.use(slicesOfExecutions), info.variableValues, newWeakMap),
          info.fieldNodes,
          newMap<Slice>,
        );
  return made(slices, name, make);
}

function wantedIn(asked: Asked, name: string, make: () => Wanted): Wanted {
  if (!fixedIn(asked).below) return make();
  return made(made(wantedOfFields, asked.fieldNodes[0] as FieldNode, newMap<Wanted>), name, make);
}

const newMap = <T>(): ByList<T> => new Map();
const newWeakMap = () => new WeakMap<readonly FieldNode[], ByList<Slice>>();

function made<Key, T>(
  known: { get(key: Key): T | undefined; set(key: Key, made: T): unknown },
  key: Key,
  make: () => T,
): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const fresh = make();
  known.set(key, fresh);
  return fresh;
}
