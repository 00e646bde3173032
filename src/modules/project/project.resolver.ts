import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { type ListArguments, listArgs } from '../../kit/relay/list-args.ts';
import { DateScalar } from '../../kit/scalars.ts';
import type { RequestContext } from '../../request/context.ts';
import { nodeKind } from '../../request/node.ts';
import { oneOf, pageOf } from '../../request/paging.ts';
import { organisationById } from '../enterprise/organisation.queries.ts';
import { regionById } from '../region/region.queries.ts';
import { provenanceOf } from '../source/provenance.ts';
import { AS_OF } from '../source/source.type.ts';
import { PROVENANCE, PROVENANCE_FIELDS, ValueSourceType } from '../source/value-source.type.ts';
import { batchById } from './batch.queries.ts';
import { participantFilter, projectFilter } from './project.filter.ts';
import { sourcedFields, sourcesOfProjects } from './project-sources.queries.ts';
import {
  nextPhaseOf,
  type ParticipantRow,
  participantsOfProject,
  projectAliasesOfEach,
  projectByCode,
  projectById,
  type ProjectRow,
  projects,
  stageHistoryOfEach,
} from './project.queries.ts';
import {
  ProjectConnection,
  ProjectOrder,
  ProjectParticipantConnection,
  ProjectParticipantOrder,
  ProjectParticipantType,
  ProjectType,
} from './project.type.ts';

export const ProjectsArgs = listArgs(projectFilter, ProjectOrder, 'By name');
export const ParticipantsArgs = listArgs(
  participantFilter,
  ProjectParticipantOrder,
  "A project's by the organisation's name, an organisation's by the project's name,",
);

@Resolver(() => ProjectType)
export class ProjectResolver {
  @Query(() => ProjectType, { nullable: true, description: '项目 · One project by its code.' })
  project(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return oneOf(projectByCode, { code }, context, info);
  }

  @Query(() => ProjectConnection, { description: '项目 · All projects.' })
  projects(
    @Args(() => ProjectsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(projects, {}, args, context, info);
  }

  @FieldResolver()
  district(@Root() { district, districtId }: ProjectRow, @Ctx() context: RequestContext) {
    return district ?? (districtId && context.use(regionById).load(districtId));
  }

  @FieldResolver()
  site(@Root() { site, siteId }: ProjectRow, @Ctx() context: RequestContext) {
    return site ?? (siteId && context.use(regionById).load(siteId));
  }

  @FieldResolver()
  predecessor(@Root() { predecessorId }: ProjectRow, @Ctx() context: RequestContext) {
    return predecessorId && context.use(projectById).load(predecessorId);
  }

  @FieldResolver()
  nextPhase(@Root() project: ProjectRow, @Ctx() context: RequestContext) {
    return context.use(nextPhaseOf).load(project.key);
  }

  @FieldResolver()
  async aliases(@Root() project: ProjectRow, @Ctx() context: RequestContext) {
    const aliases = await context.use(projectAliasesOfEach).load(project.key);
    return aliases.map(({ name }) => name);
  }

  @FieldResolver()
  async stageHistory(
    @Root() project: ProjectRow,
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ) {
    const records = await context.use(stageHistoryOfEach).load(project.key);
    if (asOf == null) return records;
    return records.filter(({ knownOn }) => knownOn !== null && knownOn <= asOf);
  }

  @FieldResolver(() => [ValueSourceType], { description: PROVENANCE })
  provenance(
    @Root() { key }: ProjectRow,
    @Arg('fields', () => [String], { nullable: true, description: PROVENANCE_FIELDS })
    asked: readonly string[] | null | undefined,
    @Ctx() context: RequestContext,
  ) {
    return provenanceOf(sourcesOfProjects, sourcedFields, { key, asked }, context);
  }

  @FieldResolver(() => ProjectParticipantConnection, {
    description: '参与方 · Who takes part.',
  })
  participants(
    @Root() project: ProjectRow,
    @Args(() => ParticipantsArgs) args: ListArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(participantsOfProject, { project_id: project.key }, args, context, info);
  }
}

@Resolver(() => ProjectParticipantType)
export class ProjectParticipantResolver {
  @FieldResolver()
  organisation(@Root() row: ParticipantRow, @Ctx() context: RequestContext) {
    return row.organisation ?? context.use(organisationById).load(row.organisationId);
  }

  @FieldResolver()
  project(@Root() row: ParticipantRow, @Ctx() context: RequestContext) {
    return row.project ?? context.use(projectById).load(row.projectId);
  }
}

export const projectNodes = [
  nodeKind('prj_', 'Project', projectById),
  nodeKind('bat_', 'ProjectBatch', batchById),
];
