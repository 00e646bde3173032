import type { GraphQLResolveInfo } from 'graphql';
import { readFilter } from '../kit/filter/read-filter.ts';
import type { Connection, Paged } from '../kit/relay/connection.ts';
import type { List, ParentKey } from '../kit/relay/page-of-each.ts';
import { type PageArguments, readSlice, type Slice } from '../kit/relay/slice.ts';
import { selectedIn, selectedOnNodes } from '../kit/selection.ts';
import type { RequestContext, RequestScoped } from './context.ts';
import type { PagedList } from './loaders.ts';

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
): Promise<Connection<Row & Paged>> {
  const asked = context.use(askedInFields).of(info);
  const name = nameOf(list, args);
  let slice = asked.get(name);
  if (!slice) asked.set(name, (slice = sliceOf(list, args, info)));
  return context.use(list.pages).load(parent, slice);
}

function sliceOf<Row extends object>(
  { list }: PagedList<Row>,
  args: PageArguments & Listing,
  info: GraphQLResolveInfo,
): Slice {
  const { byDefault = Object.keys(list.orders)[0] ?? '' } = list;
  return readSlice(
    nameOf({ list }, args),
    args,
    args.orderBy ?? byDefault,
    readFilter(list.filter, args.filter),
    { isCounted: 'totalCount' in selectedIn(info), fields: selectedOnNodes(info) },
  );
}

function nameOf({ list }: { list: List }, { within }: Listing): string {
  return within === undefined ? list.name : `${list.name} ${within}`;
}

/**
 * What a field asks for, by the list: its arguments are the same for all of its parents, of which an
 * answer may have hundreds. Variables stand for the execution: those of a batch may share a field.
 */
class AskedInFields {
  private readonly known = new WeakMap<object, Map<object, Map<string, Slice>>>();

  of({ variableValues, fieldNodes }: GraphQLResolveInfo): Map<string, Slice> {
    const ofExecution = this.known.get(variableValues) ?? new Map<object, Map<string, Slice>>();
    this.known.set(variableValues, ofExecution);
    const ofField = ofExecution.get(fieldNodes) ?? new Map<string, Slice>();
    ofExecution.set(fieldNodes, ofField);
    return ofField;
  }
}

const askedInFields: RequestScoped<AskedInFields> = () => new AskedInFields();
