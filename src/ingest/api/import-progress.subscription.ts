import {
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { Heartbeat } from '../../modules/project/project-update.ts';
import type { RequestContext } from '../../request/context.ts';
import { followed, type Interest } from '../../request/followed.ts';
import { RUN } from '../run/run-events.ts';
import { ImportProgress } from './import-progress.ts';
import { ImportProgressMessage, ImportProgressType } from './import-progress.type.ts';
import { runByKey } from './import-run.queries.ts';
import { keyOfRun } from './import-writes.commands.ts';

@ArgsType()
class ProgressArgs {
  @Field(() => ID, { description: '导入批次 · The id of the run.' })
  run!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '之后 · The cursor of the last message that you have worked on; without it, only what happens from now on: then read the run once you are following.',
  })
  after?: string | null;
}

@Resolver(() => ImportProgressType)
export class ImportProgressResolver {
  /** What is followed, and for whom, `followed` says below; here a message is only passed on. */
  @Authorized('import:run')
  @Subscription(() => ImportProgressMessage, {
    description:
      '导入进展 · How far a run is, to its end: what was missed since a cursor, then what happens.',
    subscribe: () => {
      throw new Error('Subscriptions are followed by graph/following, not by graphql-js.');
    },
  })
  importProgress(
    @Root() message: ImportProgress | Heartbeat,
    @Args(() => ProgressArgs) _args: ProgressArgs,
  ) {
    return message;
  }

  @FieldResolver()
  run(@Root() { runKey }: ImportProgress, @Ctx() context: RequestContext) {
    return context.use(runByKey).load(runKey);
  }
}

/** Whoever follows a run sees it, or is told that there is none: all that follow are told the same. */
async function interestIn(run: string, { db, viewer }: RequestContext): Promise<Interest> {
  const key = await keyOfRun(db, run, viewer);
  return {
    key,
    matching: { entityType: RUN, entityIds: [key] },
    among: [key],
    wants: ({ entityType, entityId }) => entityType === RUN && entityId === key,
  };
}

followed('importProgress', {
  permission: 'import:run',
  interest: ({ run }, context) => interestIn(run as string, context),
  update: (event, cursor) => new ImportProgress(event, cursor),
  heartbeat: (progress) => new Heartbeat(progress),
});
