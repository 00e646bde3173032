import { Args, ArgsType, Authorized, Field, Resolver, Root, Subscription } from 'type-graphql';
import { followed } from '../../request/followed.ts';
import { interestIn, ProjectUpdateFilter } from './project-update.filter.ts';
import { Heartbeat, ProjectUpdate } from './project-update.ts';
import { ProjectUpdateMessage } from './project-update.type.ts';

@ArgsType()
class UpdatesArgs {
  @Field(() => String, {
    nullable: true,
    description:
      '之后 · The cursor of the last message that you have worked on; without it, only what happens from now on.',
  })
  after?: string | null;

  @Field(() => ProjectUpdateFilter, {
    nullable: true,
    description: '条件 · Only updates that match; all that you may see without it.',
  })
  filter?: ProjectUpdateFilter | null;
}

@Resolver()
export class ProjectUpdateSubscriptionResolver {
  /** What is followed, and for whom, `followed` says below; here a message is only passed on. */
  @Authorized('project:follow')
  @Subscription(() => ProjectUpdateMessage, {
    description:
      '项目动态 · Every change of the projects that match: what was missed since a cursor, then what happens.',
    subscribe: () => {
      throw new Error('Subscriptions are followed by graph/following, not by graphql-js.');
    },
  })
  projectUpdates(
    @Root() message: ProjectUpdate | Heartbeat,
    @Args(() => UpdatesArgs) _args: UpdatesArgs,
  ) {
    return message;
  }
}

followed('projectUpdates', {
  permission: 'project:follow',
  interest: ({ filter }, context) => interestIn(filter as ProjectUpdateFilter | null, context),
  update: (event, cursor, { viewer }) => new ProjectUpdate(event, cursor, viewer.sees),
  heartbeat: (progress) => new Heartbeat(progress),
});
