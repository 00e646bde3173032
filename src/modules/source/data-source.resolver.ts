import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Extensions,
  FieldResolver,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { MOMENTARY } from '../../kit/momentary.ts';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import { dataSourceFilter } from './data-source.filter.ts';
import {
  dataSourceByCode,
  dataSourceById,
  type DataSourceRow,
  dataSources,
} from './data-source.queries.ts';
import { DataSourceConnection, DataSourceOrder, DataSourceType } from './data-source.type.ts';
import { documentById } from './document.queries.ts';

const DataSourcesArgs = listArgs(dataSourceFilter, DataSourceOrder, 'By code');

/** Who delivers data. How fresh it is goes by the clock, and by pulls that the log does not tell. */
@Resolver(() => DataSourceType)
export class DataSourceResolver {
  @Extensions(MOMENTARY)
  @Query(() => DataSourceType, {
    nullable: true,
    description: '数据来源 · One source of data by its code.',
  })
  dataSource(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(dataSourceByCode).load(code);
  }

  @Extensions(MOMENTARY)
  @Query(() => DataSourceConnection, {
    description: '数据来源 · All sources of data that have ever delivered.',
  })
  dataSources(
    @Args(() => DataSourcesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(dataSources, {}, args, context, info);
  }

  @FieldResolver()
  document(@Root() { documentId }: DataSourceRow, @Ctx() context: RequestContext) {
    return context.use(documentById).load(documentId);
  }
}

export const dataSourceNodes = [nodeKind('dsr_', 'DataSource', dataSourceById)];
