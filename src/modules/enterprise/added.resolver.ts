import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import type { Partition, RegionRow } from '../region/region.queries.ts';
import { InPartition, RegionType } from '../region/region.type.ts';
import {
  enterprises,
  enterprisesOfAdministrativeDistrict,
  enterprisesOfDistrict,
} from './organisation.queries.ts';
import { EnterprisesArgs } from './organisation.resolver.ts';
import { EnterpriseConnection } from './organisation.type.ts';

@ArgsType()
class RegionEnterprisesArgs extends EnterprisesArgs {
  @InPartition()
  partition!: Partition;
}

/** What enterprises add to a region. */
@Resolver(() => RegionType)
export class RegionEnterprisesResolver {
  @FieldResolver(() => EnterpriseConnection, {
    description:
      '区内企业 · The enterprises registered here, of the city all; no register tells a sub-zone, so it has none.',
  })
  enterprises(
    @Root() region: RegionRow,
    @Args(() => RegionEnterprisesArgs) { partition, ...args }: RegionEnterprisesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (region.kind === 'CITY') return pageOf(enterprises, {}, args, context, info);
    const list =
      partition === 'ADMINISTRATIVE' ? enterprisesOfAdministrativeDistrict : enterprisesOfDistrict;
    return pageOf(list, { district_id: region.key }, args, context, info);
  }
}
