import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import { regionFilter } from './region.filter.ts';
import {
  districts,
  type OverlapRow,
  overlapsOfEach,
  placeById,
  regionAliasesOfEach,
  regionByCode,
  regionById,
  type RegionRow,
  regions,
  regionsWithin,
} from './region.queries.ts';
import { RegionConnection, RegionOrder, RegionOverlapType, RegionType } from './region.type.ts';

const RegionsArgs = listArgs(regionFilter, RegionOrder, 'By code');

@Resolver(() => RegionType)
export class RegionResolver {
  @Query(() => RegionType, {
    nullable: true,
    description: '区域 · One region by its code ("370113", "JNZ-SU"), or by one that has lapsed.',
  })
  region(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(regionByCode).load(code);
  }

  @Query(() => RegionConnection, { description: '区域 · All regions.' })
  regions(
    @Args(() => RegionsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(regions, {}, args, context, info);
  }

  @Query(() => RegionConnection, {
    description: '报送单位 · Districts, counties and functional zones, as the documents report.',
  })
  districts(
    @Args(() => RegionsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(districts, {}, args, context, info);
  }

  @FieldResolver()
  parent(@Root() region: RegionRow, @Ctx() context: RequestContext) {
    return region.parentId && context.use(regionById).load(region.parentId);
  }

  @FieldResolver(() => RegionConnection, {
    description: '下级区域 · The regions that are parts of it.',
  })
  subRegions(
    @Root() region: RegionRow,
    @Args(() => RegionsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(regionsWithin, { parent_id: region.key }, args, context, info);
  }

  @FieldResolver()
  aliases(@Root() region: RegionRow, @Ctx() context: RequestContext) {
    return context.use(regionAliasesOfEach).load(region.key);
  }

  @FieldResolver()
  overlaps(@Root() region: RegionRow, @Ctx() context: RequestContext) {
    return context.use(overlapsOfEach).load(region.key);
  }
}

@Resolver(() => RegionOverlapType)
export class RegionOverlapResolver {
  @FieldResolver()
  region(@Root() overlap: OverlapRow, @Ctx() context: RequestContext) {
    return context.use(regionById).load(overlap.regionId);
  }
}

export const regionNodes = [
  nodeKind('reg_', 'Region', regionById),
  nodeKind('plc_', 'Place', placeById),
];
