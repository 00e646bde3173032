import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { DataSourceRow } from '../../modules/source/data-source.queries.ts';
import { DataSourceType } from '../../modules/source/data-source.type.ts';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import { freshnessBySource } from './freshness.ts';
import { importRunFilter } from './import-run.filter.ts';
import { lastRunOf, runsSeenBy } from './import-run.queries.ts';
import { ImportRunConnection, ImportRunOrder, ImportRunType } from './import-run.type.ts';
import { DeliveryFreshnessType } from './source-freshness.type.ts';

const RunsArgs = listArgs(importRunFilter, ImportRunOrder, 'The latest first');

/** What imports add to a source of data. */
@Resolver(() => DataSourceType)
export class DataSourceRunsResolver {
  @Authorized('import:run')
  @FieldResolver(() => ImportRunType, {
    nullable: true,
    description: '最近导入 · Its latest run that you may see.',
  })
  lastRun(@Root() { source }: DataSourceRow, @Ctx() context: RequestContext) {
    return lastRunOf(source, context);
  }

  @Authorized('import:run')
  @FieldResolver(() => ImportRunConnection, {
    description: '导入批次 · Its runs, as far as you may see them.',
  })
  runs(
    @Root() { source }: DataSourceRow,
    @Args(() => RunsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { list, parent } = runsSeenBy(context.viewer, source);
    return pageOf(list, parent, args, context, info);
  }

  @FieldResolver(() => DeliveryFreshnessType, {
    description: '报送时效 · How fresh what it has delivered is.',
  })
  async freshness(@Root() { source }: DataSourceRow, @Ctx() context: RequestContext) {
    const freshness = await context.use(freshnessBySource).load(source);
    const isTold = context.viewer.permissions.has('import:run');
    return isTold ? freshness : { ...freshness, lastError: null };
  }
}
