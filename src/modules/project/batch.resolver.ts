import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { PageArgs } from '../../kit/relay/relay.type.ts';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import { regionById } from '../region/region.queries.ts';
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
  BatchFilter,
  BatchMemberConnection,
  BatchMemberType,
  BatchOrder,
  ProjectBatchConnection,
  ProjectBatchType,
} from './batch.type.ts';
import { projectById } from './project.queries.ts';

@ArgsType()
export class BatchesArgs extends PageArgs {
  @Field(() => BatchFilter, { nullable: true, description: '条件 · Which batches.' })
  filter?: BatchFilter | null;

  @Field(() => BatchOrder, { nullable: true, description: '排序 · By date unless told.' })
  orderBy?: string | null;
}

@Resolver(() => ProjectBatchType)
export class BatchResolver {
  @Query(() => ProjectBatchConnection, { description: '项目批次 · All batches.' })
  batches(
    @Args(() => BatchesArgs) args: BatchesArgs,
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
    @Args(() => BatchesArgs) args: BatchesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(batchesWithin, { parent_id: batch.key }, args, context, info);
  }

  @FieldResolver(() => BatchMemberConnection, {
    description: '批次成员 · Its projects that are known, by name.',
  })
  members(
    @Root() batch: BatchRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(membersOfBatch, { batch_id: batch.key }, page, context, info);
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
