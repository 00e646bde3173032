import type { GraphQLResolveInfo } from 'graphql';
import { readFilter } from '../kit/filter/read-filter.ts';
import type { Connection, Paged } from '../kit/relay/connection.ts';
import type { ParentKey } from '../kit/relay/page-of-each.ts';
import { type PageArguments, readSlice } from '../kit/relay/slice.ts';
import { selects } from '../kit/selection.ts';
import type { RequestContext } from './context.ts';
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
  { list, pages }: PagedList<Row>,
  parent: ParentKey,
  args: PageArguments & Listing,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<Row & Paged>> {
  const { byDefault = Object.keys(list.orders)[0] ?? '' } = list;
  const slice = readSlice(
    args.within === undefined ? list.name : `${list.name} ${args.within}`,
    args,
    args.orderBy ?? byDefault,
    readFilter(list.filter, args.filter),
    selects(info, 'totalCount'),
  );
  return context.use(pages).load(parent, slice);
}
