import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import { documentByCode, documents } from './document.queries.ts';
import { metricFilter } from './metric.filter.ts';
import { metricByCode, metricById, metrics } from './metric.queries.ts';
import { MetricConnection, MetricOrder, MetricType } from './metric.type.ts';
import { documentFilter } from './source.filter.ts';
import { DocumentConnection, DocumentOrder, SourceDocumentType } from './source.type.ts';

const DocumentsArgs = listArgs(documentFilter, DocumentOrder, 'By code');
const MetricsArgs = listArgs(metricFilter, MetricOrder, 'By code');

/** What is said by whom, and what numbers are of: the two registers that all facts go by. */
@Resolver()
export class SourceRegisterResolver {
  @Query(() => SourceDocumentType, {
    nullable: true,
    description: '来源文件 · One document by its code.',
  })
  sourceDocument(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(documentByCode).load(code);
  }

  @Query(() => DocumentConnection, { description: '来源文件 · All documents.' })
  sourceDocuments(
    @Args(() => DocumentsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(documents, {}, args, context, info);
  }

  @Query(() => MetricType, { nullable: true, description: '指标 · One metric by its code.' })
  metric(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(metricByCode).load(code);
  }

  @Query(() => MetricConnection, { description: '指标 · All metrics.' })
  metrics(
    @Args(() => MetricsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(metrics, {}, args, context, info);
  }
}

export const registerNodes = [nodeKind('met_', 'Metric', metricById)];
