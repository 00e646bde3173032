import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { ListArguments } from '../../kit/relay/list-args.ts';
import type { RequestContext } from '../../request/context.ts';
import { pageOf } from '../../request/paging.ts';
import type { OrganisationRow } from '../enterprise/organisation.queries.ts';
import { Organisation } from '../enterprise/organisation.type.ts';
import type { Partition, RegionRow } from '../region/region.queries.ts';
import { InPartition, RegionType } from '../region/region.type.ts';
import { batchesOfProject, batchesOfRegion } from './batch.queries.ts';
import { BatchesArgs, MembersArgs } from './batch.resolver.ts';
import { BatchMemberConnection, ProjectBatchConnection } from './batch.type.ts';
import {
  participationsOfOrganisation,
  type ProjectRow,
  projects,
  projectsOfAdministrativeDistrict,
  projectsOfDistrict,
  projectsOfSite,
} from './project.queries.ts';
import { ParticipantsArgs, ProjectsArgs } from './project.resolver.ts';
import { ProjectConnection, ProjectParticipantConnection, ProjectType } from './project.type.ts';

@ArgsType()
class RegionProjectsArgs extends ProjectsArgs {
  @InPartition()
  partition!: Partition;
}

/** What projects add to a region. */
@Resolver(() => RegionType)
export class RegionProjectsResolver {
  @FieldResolver(() => ProjectConnection, {
    description: '区内项目 · The projects that lie here; of the city all.',
  })
  projects(
    @Root() region: RegionRow,
    @Args(() => RegionProjectsArgs) { partition, ...args }: RegionProjectsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (region.kind === 'CITY') return pageOf(projects, {}, args, context, info);
    if (region.kind === 'SUB_ZONE') {
      return pageOf(projectsOfSite, { site_id: region.key }, args, context, info);
    }
    const list =
      partition === 'ADMINISTRATIVE' ? projectsOfAdministrativeDistrict : projectsOfDistrict;
    return pageOf(list, { district_id: region.key }, args, context, info);
  }

  @FieldResolver(() => ProjectBatchConnection, {
    description: '区内批次 · The batches of this region.',
  })
  batches(
    @Root() region: RegionRow,
    @Args(() => BatchesArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(batchesOfRegion, { region_id: region.key }, args, context, info);
  }
}

/** What projects add to an organisation. */
@Resolver(() => Organisation)
export class OrganisationProjectsResolver {
  @FieldResolver(() => ProjectParticipantConnection, {
    description: '参与项目 · The projects it takes part in.',
  })
  participations(
    @Root() organisation: OrganisationRow,
    @Args(() => ParticipantsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parent = { organisation_id: organisation.key };
    return pageOf(participationsOfOrganisation, parent, args, context, info);
  }
}

/** What batches add to a project. */
@Resolver(() => ProjectType)
export class ProjectBatchesResolver {
  @FieldResolver(() => BatchMemberConnection, {
    description: '所在批次 · The batches it is counted in.',
  })
  batches(
    @Root() project: ProjectRow,
    @Args(() => MembersArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(batchesOfProject, { project_id: project.key }, args, context, info);
  }
}
