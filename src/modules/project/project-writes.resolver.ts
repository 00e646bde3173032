import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../request/context.ts';
import { mutate } from '../../request/mutation.ts';
import { correctProject } from './correct-project.commands.ts';
import { createProject } from './create-project.commands.ts';
import { moveProjectToDistrict } from './move-project.commands.ts';
import { addProjectParticipant, removeProjectParticipant } from './participant.commands.ts';
import { projectById } from './project.queries.ts';
import {
  AddProjectParticipantInput,
  AddProjectParticipantPayload,
  MoveProjectToDistrictInput,
  MoveProjectToDistrictPayload,
  MoveProjectToStageInput,
  MoveProjectToStagePayload,
  RemoveProjectParticipantInput,
  RemoveProjectParticipantPayload,
} from './project-moves.type.ts';
import {
  CorrectProjectInput,
  CorrectProjectPayload,
  CreateProjectInput,
  CreateProjectPayload,
} from './project-writes.type.ts';
import { moveProjectToStage } from './stage.commands.ts';

const shown = { project: projectById };

/** What can be done to a project. */
@Resolver()
export class ProjectWritesResolver {
  @Authorized('project:write')
  @Mutation(() => CreateProjectPayload, {
    description: '新建项目 · Takes a new project into the library.',
  })
  createProject(
    @Arg('input', () => CreateProjectInput, { description: '输入 · The new project.' })
    input: CreateProjectInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'createProject', createProject, input, shown);
  }

  @Authorized('project:write')
  @Mutation(() => CorrectProjectPayload, {
    description: '更正项目 · Puts right what the library says of a project.',
  })
  correctProject(
    @Arg('input', () => CorrectProjectInput, { description: '输入 · What to put right.' })
    input: CorrectProjectInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'correctProject', correctProject, input, shown);
  }

  @Authorized('project:write')
  @Mutation(() => MoveProjectToStagePayload, {
    description: '项目进入阶段 · Moves a project to another stage; back only with a reason.',
  })
  moveProjectToStage(
    @Arg('input', () => MoveProjectToStageInput, { description: '输入 · The stage.' })
    input: MoveProjectToStageInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'moveProjectToStage', moveProjectToStage, input, shown);
  }

  @Authorized('project:write')
  @Mutation(() => MoveProjectToDistrictPayload, {
    description:
      '项目调整属地 · Moves a project to another place; both districts have to be in your reach.',
  })
  moveProjectToDistrict(
    @Arg('input', () => MoveProjectToDistrictInput, { description: '输入 · The place.' })
    input: MoveProjectToDistrictInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'moveProjectToDistrict', moveProjectToDistrict, input, shown);
  }

  @Authorized('project:write')
  @Mutation(() => AddProjectParticipantPayload, {
    description: "增加参与方 · Notes an organisation's part in a project.",
  })
  addProjectParticipant(
    @Arg('input', () => AddProjectParticipantInput, { description: '输入 · Who, and as what.' })
    input: AddProjectParticipantInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'addProjectParticipant', addProjectParticipant, input, shown);
  }

  @Authorized('project:write')
  @Mutation(() => RemoveProjectParticipantPayload, {
    description: "移除参与方 · Strikes out an organisation's part in a project.",
  })
  removeProjectParticipant(
    @Arg('input', () => RemoveProjectParticipantInput, { description: '输入 · Who, and as what.' })
    input: RemoveProjectParticipantInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'removeProjectParticipant', removeProjectParticipant, input, shown);
  }
}
