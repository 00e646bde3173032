import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../request/context.ts';
import { mutate } from '../../request/mutation.ts';
import { attachProjectToBatch, detachProjectFromBatch } from './batch-members.commands.ts';
import { projectById } from './project.queries.ts';
import {
  AttachProjectToBatchInput,
  AttachProjectToBatchPayload,
  DetachProjectFromBatchInput,
  DetachProjectFromBatchPayload,
} from './project-moves.type.ts';

const shown = { project: projectById };

/** How projects come into batches, and out of them. */
@Resolver()
export class BatchMembersResolver {
  @Authorized('project:write')
  @Mutation(() => AttachProjectToBatchPayload, {
    description: '项目加入批次 · Counts a project to a batch.',
  })
  attachProjectToBatch(
    @Arg('input', () => AttachProjectToBatchInput, { description: '输入 · The batch.' })
    input: AttachProjectToBatchInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'attachProjectToBatch', attachProjectToBatch, input, shown);
  }

  @Authorized('project:write')
  @Mutation(() => DetachProjectFromBatchPayload, {
    description: '项目移出批次 · Counts a project to a batch no more.',
  })
  detachProjectFromBatch(
    @Arg('input', () => DetachProjectFromBatchInput, { description: '输入 · The batch.' })
    input: DetachProjectFromBatchInput,
    @Ctx() context: RequestContext,
  ) {
    return mutate(context, 'detachProjectFromBatch', detachProjectFromBatch, input, shown);
  }
}
