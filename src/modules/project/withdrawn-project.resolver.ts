import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../request/context.ts';
import { mutate } from '../../request/mutation.ts';
import { projectById } from './project.queries.ts';
import { restoreProject, withdrawProject } from './withdraw-project.commands.ts';
import { withdrawnByCode, withdrawnById } from './withdrawn-project.queries.ts';
import {
  ProjectWithdrawalType,
  RestoreProjectInput,
  RestoreProjectPayload,
  WithdrawProjectInput,
  WithdrawProjectPayload,
} from './withdrawn-project.type.ts';

/** How projects leave the library, and come back. */
@Resolver()
export class ProjectWithdrawalResolver {
  @Authorized('project:withdraw')
  @Query(() => ProjectWithdrawalType, {
    nullable: true,
    description:
      '项目退库 · A project that was withdrawn, by its code; for those who may withdraw projects.',
  })
  withdrawnProject(
    @Arg('code', () => String, { description: '代码 · Its code.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return context.use(withdrawnByCode).load(code);
  }

  @Authorized('project:withdraw')
  @Mutation(() => WithdrawProjectPayload, {
    description: '项目退库 · Takes a project out of the library, with all that hangs on it.',
  })
  withdrawProject(
    @Arg('input', () => WithdrawProjectInput, { description: '输入 · The project, and why.' })
    input: WithdrawProjectInput,
    @Ctx() context: RequestContext,
  ) {
    const shown = { withdrawal: withdrawnById };
    return mutate(context, 'withdrawProject', withdrawProject, input, shown);
  }

  @Authorized('project:withdraw')
  @Mutation(() => RestoreProjectPayload, {
    description: '恢复项目 · Brings a withdrawn project back, with its history.',
  })
  restoreProject(
    @Arg('input', () => RestoreProjectInput, { description: '输入 · The project.' })
    input: RestoreProjectInput,
    @Ctx() context: RequestContext,
  ) {
    const shown = { project: projectById };
    return mutate(context, 'restoreProject', restoreProject, input, shown);
  }
}
