import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import { regionById } from '../region/region.queries.ts';
import { provenanceOf } from '../source/provenance.ts';
import { PROVENANCE, PROVENANCE_FIELDS, ValueSourceType } from '../source/value-source.type.ts';
import { enterpriseFilter } from './organisation.filter.ts';
import {
  enterpriseByCode,
  enterpriseClassesOfEach,
  enterprises,
  officeById,
  type OfficeRow,
  organisationAliasesOfEach,
  organisationByAnyId,
  organisationById,
  type OrganisationRow,
  sourcedFields,
  sourcesOfOrganisations,
} from './organisation.queries.ts';
import {
  EnterpriseConnection,
  EnterpriseOrder,
  EnterpriseType,
  InstitutionType,
  OfficeType,
  Organisation,
} from './organisation.type.ts';

export const EnterprisesArgs = listArgs(enterpriseFilter, EnterpriseOrder, 'By name');

@Resolver(() => Organisation)
export class OrganisationResolver {
  @FieldResolver()
  async aliases(@Root() organisation: OrganisationRow, @Ctx() context: RequestContext) {
    const aliases = await context.use(organisationAliasesOfEach).load(organisation.key);
    return aliases.map(({ name }) => name);
  }

  @FieldResolver(() => [ValueSourceType], { description: PROVENANCE })
  provenance(
    @Root() { key }: OrganisationRow,
    @Arg('fields', () => [String], { nullable: true, description: PROVENANCE_FIELDS })
    asked: readonly string[] | null | undefined,
    @Ctx() context: RequestContext,
  ) {
    return provenanceOf(sourcesOfOrganisations, sourcedFields, { key, asked }, context);
  }
}

@Resolver(() => EnterpriseType)
export class EnterpriseResolver {
  @Query(() => EnterpriseType, {
    nullable: true,
    description: '企业 · One enterprise, by its credit code or by the graph\'s own code ("byd").',
  })
  enterprise(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(enterpriseByCode).load(code);
  }

  @Query(() => EnterpriseConnection, { description: '企业 · All enterprises.' })
  enterprises(
    @Args(() => EnterprisesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(enterprises, {}, args, context, info);
  }

  @FieldResolver()
  district(@Root() { districtId }: OrganisationRow, @Ctx() context: RequestContext) {
    return districtId && context.use(regionById).load(districtId);
  }

  @FieldResolver()
  classes(@Root() enterprise: OrganisationRow, @Ctx() context: RequestContext) {
    return context.use(enterpriseClassesOfEach).load(enterprise.key);
  }
}

@Resolver(() => InstitutionType)
export class InstitutionResolver {
  @FieldResolver()
  district(@Root() { districtId }: OrganisationRow, @Ctx() context: RequestContext) {
    return districtId && context.use(regionById).load(districtId);
  }
}

@Resolver(() => OfficeType)
export class OfficeResolver {
  @FieldResolver()
  organisation(@Root() { organisationId }: OfficeRow, @Ctx() context: RequestContext) {
    return organisationId && context.use(organisationById).load(organisationId);
  }

  @FieldResolver()
  region(@Root() { regionId }: OfficeRow, @Ctx() context: RequestContext) {
    return regionId && context.use(regionById).load(regionId);
  }
}

export const enterpriseNodes = [
  nodeKind('ent_', 'Enterprise', organisationByAnyId),
  nodeKind('ins_', 'Institution', organisationById),
  nodeKind('off_', 'Office', officeById),
];
