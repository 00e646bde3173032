import {
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { MOMENTARY, OF_THE_LOG } from '../../kit/momentary.ts';
import { LogUnknown } from '../../events/errors.ts';
import { ForwardArgs } from '../../kit/relay/relay.type.ts';
import type { RequestContext } from '../../request/context.ts';
import { shownChanges } from './project-update.changes.ts';
import { ProjectUpdateFilter } from './project-update.filter.ts';
import { updatesPage } from './project-update.page.ts';
import type { ProjectUpdate } from './project-update.ts';
import {
  ProjectUpdateConnection,
  ProjectUpdateType,
  UpdatesHeadType,
} from './project-update.type.ts';
import { projectById } from './project.queries.ts';

@ArgsType()
class UpdatesPageArgs extends ForwardArgs {
  @Field(() => ProjectUpdateFilter, {
    nullable: true,
    description: '条件 · Only updates that match; all that you may see without it.',
  })
  filter?: ProjectUpdateFilter | null;
}

@Resolver(() => ProjectUpdateType)
export class ProjectUpdateResolver {
  @Authorized('project:follow')
  @Extensions(OF_THE_LOG)
  @Query(() => ProjectUpdateConnection, {
    description:
      '项目动态 · The changes of projects behind a cursor, the oldest first; without a cursor, from the oldest that is kept.',
  })
  projectUpdatesFeed(
    @Args(() => UpdatesPageArgs) args: UpdatesPageArgs,
    @Ctx() context: RequestContext,
  ) {
    return updatesPage(args, context);
  }

  @Authorized('project:follow')
  @Extensions(MOMENTARY)
  @Query(() => UpdatesHeadType, {
    description:
      '动态日志末端 · Where the log of changes ended when this operation began; asked with a first load, where to follow from.',
  })
  async updatesHead(@Ctx() { tail, head, signal }: RequestContext) {
    // One that is learned only now may be ahead of what the rest of the operation has read.
    if (!head) throw new LogUnknown();
    const oldest = await tail.oldest(signal);
    return {
      cursor: tail.cursorAt(head),
      oldestCursor: tail.cursorAt(oldest),
      at: new Date().toISOString(),
    };
  }

  @FieldResolver()
  project(@Root() update: ProjectUpdate, @Ctx() context: RequestContext) {
    return update.isOutOfSight ? null : context.use(projectById).load(update.event.entityId);
  }

  @FieldResolver()
  changes(@Root() update: ProjectUpdate, @Ctx() context: RequestContext) {
    return shownChanges(update, context);
  }

  @FieldResolver()
  actor(@Root() update: ProjectUpdate, @Ctx() context: RequestContext) {
    return readsActors(update, context) ? update.event.actor : null;
  }

  @FieldResolver()
  source(@Root() update: ProjectUpdate, @Ctx() context: RequestContext) {
    return readsActors(update, context) ? update.event.source : null;
  }
}

/** An error would spoil every message of a stream: who may not know is told nothing. */
function readsActors({ isOutOfSight }: ProjectUpdate, { viewer }: RequestContext): boolean {
  return viewer.permissions.has('actor:read') && !isOutOfSight;
}
