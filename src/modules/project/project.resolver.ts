import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
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
import { nodeKind } from '../../request/node.ts';
import { pageOf } from '../../request/paging.ts';
import { organisationById } from '../enterprise/organisation.queries.ts';
import { regionById } from '../region/region.queries.ts';
import { batchById } from './batch.queries.ts';
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
  ParticipantRole,
  ProjectConnection,
  ProjectFilter,
  ProjectOrder,
  ProjectParticipantConnection,
  ProjectParticipantType,
  ProjectType,
} from './project.type.ts';

@ArgsType()
export class ProjectsArgs extends PageArgs {
  @Field(() => ProjectFilter, { nullable: true, description: '条件 · Which projects.' })
  filter?: ProjectFilter | null;

  @Field(() => ProjectOrder, { nullable: true, description: '排序 · By name unless told.' })
  orderBy?: string | null;
}

@ArgsType()
export class ParticipantsArgs extends PageArgs {
  @Field(() => ParticipantRole, {
    nullable: true,
    description: '参与角色 · Only those of this part.',
  })
  role?: string | null;
}

@Resolver(() => ProjectType)
export class ProjectResolver {
  @Query(() => ProjectType, { nullable: true, description: '项目 · One project by its code.' })
  project(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(projectByCode).load(code);
  }

  @Query(() => ProjectConnection, { description: '项目 · All projects.' })
  projects(
    @Args(() => ProjectsArgs) args: ProjectsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return pageOf(projects, {}, args, context, info);
  }

  @FieldResolver()
  district(@Root() { districtId }: ProjectRow, @Ctx() context: RequestContext) {
    return districtId && context.use(regionById).load(districtId);
  }

  @FieldResolver()
  site(@Root() { siteId }: ProjectRow, @Ctx() context: RequestContext) {
    return siteId && context.use(regionById).load(siteId);
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
  stageHistory(@Root() project: ProjectRow, @Ctx() context: RequestContext) {
    return context.use(stageHistoryOfEach).load(project.key);
  }

  @FieldResolver(() => ProjectParticipantConnection, {
    description: '参与方 · Who takes part, by name.',
  })
  participants(
    @Root() project: ProjectRow,
    @Args(() => ParticipantsArgs) { role, ...page }: ParticipantsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const filter = role ? { role: { eq: role } } : null;
    return pageOf(
      participantsOfProject,
      { project_id: project.key },
      { ...page, filter },
      context,
      info,
    );
  }
}

@Resolver(() => ProjectParticipantType)
export class ProjectParticipantResolver {
  @FieldResolver()
  organisation(@Root() { organisationId }: ParticipantRow, @Ctx() context: RequestContext) {
    return context.use(organisationById).load(organisationId);
  }

  @FieldResolver()
  project(@Root() { projectId }: ParticipantRow, @Ctx() context: RequestContext) {
    return context.use(projectById).load(projectId);
  }
}

export const projectNodes = [
  nodeKind('prj_', 'Project', projectById),
  nodeKind('bat_', 'ProjectBatch', batchById),
];
