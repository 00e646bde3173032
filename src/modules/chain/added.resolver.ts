import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { UnknownCode } from '../../kit/errors.ts';
import type { ParentKey } from '../../kit/relay/list.ts';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import type { OrganisationRow } from '../enterprise/organisation.queries.ts';
import { EnterpriseType } from '../enterprise/organisation.type.ts';
import type { ProjectRow } from '../project/project.queries.ts';
import { ProjectType } from '../project/project.type.ts';
import type { Partition, RegionRow } from '../region/region.queries.ts';
import { InPartition, RegionType } from '../region/region.type.ts';
import {
  chainByCode,
  chainsAnchoredBy,
  chainsOfRegion,
  placesOfOrganisation,
  placesOfProject,
  suppliesFrom,
  suppliesTo,
} from './chain.queries.ts';
import { ChainsArgs, PlacesArgs, SuppliesArgs } from './chain.resolver.ts';
import { ChainConnection, ChainPlaceConnection, SupplyConnection } from './chain.type.ts';
import { anySupplierFilter } from './supplier.filter.ts';
import {
  suppliersOfAnyChain,
  suppliersOfChain,
  suppliersOfDistrict,
  suppliersOfDistrictInAnyChain,
} from './supplier.queries.ts';
import { SupplierConnection, SupplierOrder } from './supplier.type.ts';

/** What chains add to an enterprise. */
@Resolver(() => EnterpriseType)
export class EnterpriseChainsResolver {
  @FieldResolver(() => ChainPlaceConnection, {
    description: '链上席位 · Its own places in chains.',
  })
  chainPositions(
    @Root() enterprise: OrganisationRow,
    @Args(() => PlacesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(placesOfOrganisation, { organisation_id: enterprise.key }, args, context, info);
  }

  @FieldResolver(() => ChainConnection, {
    description: '所领产业链 · The chains that are built around it.',
  })
  anchoredChains(
    @Root() enterprise: OrganisationRow,
    @Args(() => ChainsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(chainsAnchoredBy, { anchor_id: enterprise.key }, args, context, info);
  }

  @FieldResolver(() => SupplyConnection, {
    description: '上游配套 · What others supply to it.',
  })
  suppliers(
    @Root() enterprise: OrganisationRow,
    @Args(() => SuppliesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(suppliesTo, { customer_id: enterprise.key }, args, context, info);
  }

  @FieldResolver(() => SupplyConnection, {
    description: '下游客户 · What it supplies to others.',
  })
  customers(
    @Root() enterprise: OrganisationRow,
    @Args(() => SuppliesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(suppliesFrom, { supplier_id: enterprise.key }, args, context, info);
  }
}

/** What chains add to a project. */
@Resolver(() => ProjectType)
export class ProjectChainsResolver {
  @FieldResolver(() => ChainPlaceConnection, { description: '链上席位 · Its places in chains.' })
  chainPositions(
    @Root() project: ProjectRow,
    @Args(() => PlacesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(placesOfProject, { project_id: project.key }, args, context, info);
  }
}

@ArgsType()
class RegionSuppliersArgs extends listArgs(anySupplierFilter, SupplierOrder, 'By name') {
  @Field(() => String, {
    nullable: true,
    description: '产业链 · The code of the chain; of any chain where it is left out.',
  })
  chain?: string | null;

  @InPartition()
  partition!: Partition;
}

/** What chains add to a region. Region itself knows nothing of chains. */
@Resolver(() => RegionType)
export class RegionChainsResolver {
  @FieldResolver(() => ChainConnection, { description: '区域产业链 · The chains of this region.' })
  chains(
    @Root() region: RegionRow,
    @Args(() => ChainsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(chainsOfRegion, { region_id: region.key }, args, context, info);
  }

  @FieldResolver(() => SupplierConnection, {
    description:
      '区内供应商 · Suppliers here: of the city all, of a sub-zone none, since suppliers are placed by district.',
  })
  async suppliers(
    @Root() region: RegionRow,
    @Args(() => RegionSuppliersArgs)
    { chain: code = null, partition, ...page }: RegionSuppliersArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const args = { ...page, within: `${partition} ${code ?? ''}` };
    const district: ParentKey = region.kind === 'CITY' ? {} : { district_key: region.key };
    if (code === null) {
      const list = region.kind === 'CITY' ? suppliersOfAnyChain : suppliersOfDistrictInAnyChain;
      return pageOf(list, { partition, ...district }, args, context, info);
    }
    const chain = await context.use(chainByCode).load(code);
    if (!chain) throw new UnknownCode('chain', code, ['chain']);
    const list = region.kind === 'CITY' ? suppliersOfChain : suppliersOfDistrict;
    return pageOf(list, { chain_id: chain.key, partition, ...district }, args, context, info);
  }
}
