import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import { ProjectsArgs } from '../project/project.resolver.ts';
import { ProjectConnection } from '../project/project.type.ts';
import type { Partition } from '../region/region.queries.ts';
import { InPartition, RegionPartition } from '../region/region.type.ts';
import { reasonForNoDistrict } from '../region/unknown-district.ts';
import type { ChainRow } from './chain.queries.ts';
import { IndustryChainType } from './chain.type.ts';
import { type DistrictSuppliersRow, suppliersByDistrict } from './district-suppliers.queries.ts';
import { supplierFilter } from './supplier.filter.ts';
import {
  NO_DISTRICT,
  projectsOwned,
  suppliersOfChain,
  suppliersOfDistrict,
  type SupplierRow,
} from './supplier.queries.ts';
import {
  DistrictSuppliersType,
  SupplierConnection,
  SupplierOrder,
  SupplierType,
} from './supplier.type.ts';

const SuppliersListArgs = listArgs(supplierFilter, SupplierOrder, 'By name');

@ArgsType()
class SuppliersArgs extends SuppliersListArgs {
  @InPartition()
  partition!: Partition;
}

/** A group of suppliers, which knows the chain and partition that it is a group of. */
interface GroupRow extends DistrictSuppliersRow {
  readonly chainId: string;
  readonly partition: Partition;
}

/** The suppliers of a chain: all of them, and by district. */
@Resolver(() => IndustryChainType)
export class ChainSuppliersResolver {
  @FieldResolver(() => SupplierConnection, { description: '供应商 · All its suppliers.' })
  suppliers(
    @Root() chain: ChainRow,
    @Args(() => SuppliersArgs) { partition, ...args }: SuppliersArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parent = { chain_id: chain.key, partition };
    return pageOf(suppliersOfChain, parent, { ...args, within: partition }, context, info);
  }

  @FieldResolver(() => [DistrictSuppliersType], {
    description:
      '分区县供应商 · Its suppliers by district, by code; last those whose district is unknown.',
  })
  async suppliersByDistrict(
    @Root() chain: ChainRow,
    @Arg('partition', () => RegionPartition, {
      defaultValue: 'REPORTING_UNIT',
      description: '区域划分 · By which partition places are told.',
    })
    partition: Partition,
    @Ctx() context: RequestContext,
  ): Promise<GroupRow[]> {
    const found = await context.use(suppliersByDistrict(partition)).load(chain.key);
    return (found?.districts ?? []).map((group) => ({ ...group, chainId: chain.key, partition }));
  }
}

@Resolver(() => DistrictSuppliersType)
export class DistrictSuppliersResolver {
  @FieldResolver()
  reason(@Root() group: GroupRow) {
    return reasonForNoDistrict(group);
  }

  @FieldResolver(() => SupplierConnection, {
    description: '供应商 · The suppliers here.',
  })
  suppliers(
    @Root() { chainId, partition, district }: GroupRow,
    @Args(() => SuppliersListArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parent = { chain_id: chainId, partition, district_key: district?.key ?? NO_DISTRICT };
    return pageOf(suppliersOfDistrict, parent, { ...args, within: partition }, context, info);
  }
}

@Resolver(() => SupplierType)
export class SupplierProjectsResolver {
  @FieldResolver(() => ProjectConnection, {
    description: '供应商项目 · The projects that the enterprise owns, wherever they lie.',
  })
  projects(
    @Root() { enterpriseKey }: SupplierRow,
    @Args(() => ProjectsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(projectsOwned, { owner_id: enterpriseKey }, args, context, info);
  }
}
