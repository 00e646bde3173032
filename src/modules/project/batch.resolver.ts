import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import { regionById } from '../region/region.queries.ts';
import { batchFilter, memberFilter } from './batch.filter.ts';
import {
  batchById,
  batches,
  type BatchRow,
  batchesWithin,
  type MemberRow,
  membersOfBatch,
  sectorsOfEach,
} from './batch.queries.ts';
import {
  BatchMemberConnection,
  BatchMemberOrder,
  BatchMemberType,
  BatchOrder,
  ProjectBatchConnection,
  ProjectBatchType,
} from './batch.type.ts';
import { projectById } from './project.queries.ts';

export const BatchesArgs = listArgs(batchFilter, BatchOrder, 'By date');
export const MembersArgs = listArgs(
  memberFilter,
  BatchMemberOrder,
  "A batch's by the project's name, a project's by the batch's date,",
);

@Resolver(() => ProjectBatchType)
export class BatchResolver {
  @Query(() => ProjectBatchConnection, { description: '项目批次 · All batches.' })
  batches(
    @Args(() => BatchesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(batches, {}, args, context, info);
  }

  @FieldResolver()
  region(@Root() { regionId }: BatchRow, @Ctx() context: RequestContext) {
    return regionId && context.use(regionById).load(regionId);
  }

  @FieldResolver()
  parent(@Root() { parentId }: BatchRow, @Ctx() context: RequestContext) {
    return parentId && context.use(batchById).load(parentId);
  }

  @FieldResolver()
  sectors(@Root() batch: BatchRow, @Ctx() context: RequestContext) {
    return context.use(sectorsOfEach).load(batch.key);
  }

  @FieldResolver(() => ProjectBatchConnection, {
    description: '下级批次 · The batches counted in it.',
  })
  children(
    @Root() batch: BatchRow,
    @Args(() => BatchesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(batchesWithin, { parent_id: batch.key }, args, context, info);
  }

  @FieldResolver(() => BatchMemberConnection, {
    description: '批次成员 · Its projects that are known.',
  })
  members(
    @Root() batch: BatchRow,
    @Args(() => MembersArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(membersOfBatch, { batch_id: batch.key }, args, context, info);
  }
}

@Resolver(() => BatchMemberType)
export class BatchMemberResolver {
  @FieldResolver()
  project(@Root() { projectId }: MemberRow, @Ctx() context: RequestContext) {
    return context.use(projectById).load(projectId);
  }

  @FieldResolver()
  batch(@Root() { batchId }: MemberRow, @Ctx() context: RequestContext) {
    return context.use(batchById).load(batchId);
  }
}
