import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import { organisationById } from '../enterprise/organisation.queries.ts';
import { BatchesArgs } from '../project/batch.resolver.ts';
import { ProjectBatchConnection } from '../project/batch.type.ts';
import { projectById } from '../project/project.queries.ts';
import { regionById } from '../region/region.queries.ts';
import { chainFilter, chainPlaceFilter, supplyFilter } from './chain.filter.ts';
import {
  batchesOfChain,
  chainByCode,
  chainById,
  type ChainRow,
  chains,
  type GapRow,
  gapsOfEach,
  nodeById,
  type NodeRow,
  nodesOfEach,
  placeById,
  placesOfChain,
  placesOfNode,
  type PlaceRow,
  suppliesOfNode,
  supplyById,
  type SupplyRow,
} from './chain.queries.ts';
import {
  ChainConnection,
  ChainGapType,
  ChainNodeType,
  ChainOrder,
  ChainPlaceConnection,
  ChainPlaceOrder,
  ChainPlaceType,
  ChainPosition,
  IndustryChainType,
  SupplyConnection,
  SupplyOrder,
  SupplyType,
} from './chain.type.ts';

export const ChainsArgs = listArgs(chainFilter, ChainOrder, 'By name');
export const PlacesArgs = listArgs(chainPlaceFilter, ChainPlaceOrder, 'By name');
export const SuppliesArgs = listArgs(supplyFilter, SupplyOrder, 'By tier');

@Resolver(() => IndustryChainType)
export class ChainResolver {
  @Query(() => IndustryChainType, {
    nullable: true,
    description: '产业链 · One chain by its code ("byd").',
  })
  chain(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(chainByCode).load(code);
  }

  @Query(() => ChainConnection, { description: '产业链 · All chains.' })
  chains(
    @Args(() => ChainsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(chains, {}, args, context, info);
  }

  @FieldResolver()
  region(@Root() { regionId }: ChainRow, @Ctx() context: RequestContext) {
    return regionId && context.use(regionById).load(regionId);
  }

  @FieldResolver()
  gaps(@Root() chain: ChainRow, @Ctx() context: RequestContext) {
    return context.use(gapsOfEach).load(chain.key);
  }

  @FieldResolver(() => [ChainNodeType], { description: '环节 · Its nodes, upstream first.' })
  async nodes(
    @Root() chain: ChainRow,
    @Arg('position', () => ChainPosition, {
      nullable: true,
      description: '链上位置 · Only those that lie here.',
    })
    position: string | null,
    @Ctx() context: RequestContext,
  ) {
    const nodes = await context.use(nodesOfEach).load(chain.key);
    return position ? nodes.filter((node) => node.position === position) : nodes;
  }

  @FieldResolver(() => ChainPlaceConnection, {
    description: '链上席位 · Who stands in it.',
  })
  places(
    @Root() chain: ChainRow,
    @Args(() => PlacesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(placesOfChain, { chain_id: chain.key }, args, context, info);
  }

  @FieldResolver(() => ProjectBatchConnection, {
    description: '相关批次 · The batches that sources count to it.',
  })
  batches(
    @Root() chain: ChainRow,
    @Args(() => BatchesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(batchesOfChain, { chain_id: chain.key }, args, context, info);
  }
}

@Resolver(() => ChainNodeType)
export class ChainNodeResolver {
  @FieldResolver()
  chain(@Root() { chainId }: NodeRow, @Ctx() context: RequestContext) {
    return context.use(chainById).load(chainId);
  }

  @FieldResolver(() => ChainPlaceConnection, {
    description: '链上席位 · Who stands here.',
  })
  places(
    @Root() node: NodeRow,
    @Args(() => PlacesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(placesOfNode, { node_id: node.key }, args, context, info);
  }

  @FieldResolver(() => SupplyConnection, {
    description: '配套关系 · What is supplied here.',
  })
  supplies(
    @Root() node: NodeRow,
    @Args(() => SuppliesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(suppliesOfNode, { node_id: node.key }, args, context, info);
  }
}

@Resolver(() => ChainGapType)
export class ChainGapResolver {
  @FieldResolver()
  node(@Root() { nodeId }: GapRow, @Ctx() context: RequestContext) {
    return nodeId && context.use(nodeById).load(nodeId);
  }
}

@Resolver(() => ChainPlaceType)
export class ChainPlaceResolver {
  @FieldResolver()
  chain(@Root() { chainId }: PlaceRow, @Ctx() context: RequestContext) {
    return context.use(chainById).load(chainId);
  }

  @FieldResolver()
  node(@Root() { node, nodeId }: PlaceRow, @Ctx() context: RequestContext) {
    return node ?? (nodeId && context.use(nodeById).load(nodeId));
  }

  @FieldResolver()
  organisation(@Root() { organisation, organisationId }: PlaceRow, @Ctx() context: RequestContext) {
    return organisation ?? (organisationId && context.use(organisationById).load(organisationId));
  }

  @FieldResolver()
  project(@Root() { project, projectId }: PlaceRow, @Ctx() context: RequestContext) {
    return project ?? (projectId && context.use(projectById).load(projectId));
  }
}

@Resolver(() => SupplyType)
export class SupplyResolver {
  @FieldResolver()
  supplier(@Root() { supplierId }: SupplyRow, @Ctx() context: RequestContext) {
    return context.use(organisationById).load(supplierId);
  }

  @FieldResolver()
  site(@Root() { siteId }: SupplyRow, @Ctx() context: RequestContext) {
    return siteId && context.use(regionById).load(siteId);
  }
}

export const chainNodes = [
  nodeKind('chn_', 'IndustryChain', chainById),
  nodeKind('nod_', 'ChainNode', nodeById),
  nodeKind('cpl_', 'ChainPlace', placeById),
  nodeKind('spl_', 'Supply', supplyById),
];
