import type { PoolConfig } from 'pg';
import type { Job, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { MigrateMode } from '../../db/migrate.ts';
import { StartFault } from '../../kit/errors.ts';
import { bossOver, serving } from './boss.ts';
import { JobLog } from './job-log.ts';
import { type Bounds, BOUNDS, type JobQueue, optionsOf, queueNames } from './queues.ts';
import { putSchedules, type Schedule } from './schedules.ts';

/** What each kind of job is told. */
export interface JobData {
  readonly 'import.run': { readonly run: string };
  readonly 'feed.pull': { readonly source: string };
}

/** Does one job. When it throws, the job is tried again later; the signal ends it. */
export type Handler<Data> = (data: Data, signal: AbortSignal) => Promise<void>;

export type Handlers = { readonly [Name in JobQueue]?: Handler<JobData[Name]> };

export interface JobsOptions {
  readonly connection: PoolConfig;
  readonly log: Logger;
  /** What this gateway does; jobs of other kinds it leaves to others. */
  readonly handlers: Handlers;
  readonly schedules: readonly Schedule[];
  readonly migrate: MigrateMode;
  readonly bounds?: Bounds;
}

export interface Jobs {
  /** @returns false when the same is waiting, or being done, already. */
  send<Name extends JobQueue>(queue: Name, data: JobData[Name]): Promise<boolean>;
  /** Gives up what is being done, which another gateway takes up; then ends. */
  stop(): Promise<void>;
}

/** For what was given up to come to an end. */
const STOP_WAIT = 5_000;

/**
 * Takes part in the jobs, which wait in the database: each is done by one gateway at a time, and by
 * another when that one was killed, within a minute. A handler has to bear being begun again.
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { connection, log, schedules, migrate, bounds = BOUNDS } = options;
  const boss = bossOver(connection, serving(migrate, bounds));
  const jobLog = new JobLog(log);
  const stopping = new AbortController();
  jobLog.follow(boss);
  try {
    await boss.start().catch(explain);
    await putQueues(boss, bounds);
    await putSchedules(boss, schedules);
    const workers = await startWorkers(boss, options, jobLog, stopping.signal);
    return {
      async send(queue, data) {
        const id = await boss.send(queue, data, { singletonKey: keyOf(data) });
        const worker = workers.get(queue);
        if (id !== null && worker !== undefined) boss.notifyWorker(worker);
        return id !== null;
      },
      async stop() {
        stopping.abort(new Error('The gateway stops.'));
        await boss.stop({ timeout: STOP_WAIT });
      },
    };
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
}

function explain(error: Error): never {
  if (!/is not installed|requires migrations/.test(error.message)) throw error;
  throw new StartFault(
    'The tables of the job queue are missing or of another version, and MIGRATE is "never": run "npm run quanmai -- migrate".',
    { cause: error },
  );
}

/** Of the same run, or source, one job waits or is done at a time: that is what `exclusive` means. */
async function putQueues(boss: PgBoss, bounds: Bounds): Promise<void> {
  for (const name of queueNames) {
    const options = optionsOf(name, bounds);
    await boss.createQueue(name, { policy: 'exclusive', ...options });
    await boss.updateQueue(name, options);
  }
}

function keyOf(data: JobData[JobQueue]): string {
  return 'run' in data ? data.run : data.source;
}

async function startWorkers(
  boss: PgBoss,
  { handlers, bounds = BOUNDS }: JobsOptions,
  jobLog: JobLog,
  stopping: AbortSignal,
): Promise<Map<JobQueue, string>> {
  const workers = new Map<JobQueue, string>();
  for (const queue of queueNames) {
    const handler = handlers[queue] as Handler<object> | undefined;
    if (!handler) continue;
    const options = { batchSize: 1, pollingIntervalSeconds: bounds.polling };
    const worker = await boss.work(queue, options, async ([job]: Job[]) => {
      if (!job) return;
      const { id, data, signal, retryCount } = job;
      const ending = AbortSignal.any([signal, stopping]);
      const about = { queue, job: id, ...data, ...(retryCount > 0 && { retryCount }) };
      await jobLog.around(about, ending, () => handler(data, ending));
    });
    workers.set(queue, worker);
  }
  return workers;
}
