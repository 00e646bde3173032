import type { PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../../db/database.ts';
import type { MigrateMode } from '../../db/migrate.ts';
import { StartFault } from '../../kit/errors.ts';
import { startJobs } from '../jobs/jobs.ts';
import type { Bounds } from '../jobs/queues.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { MappingFault } from '../mapping/mapping-fault.ts';
import { readMappings } from '../mapping/read-mapping.ts';
import { ImportWork } from './import-work.ts';
import { offerImports } from './imports.ts';
import { interruptSilent, openRuns } from './open-runs.ts';

export interface ImportsOptions {
  readonly connection: PoolConfig;
  readonly log: Logger;
  readonly migrate: MigrateMode;
  readonly mappings: readonly Mapping[];
  readonly env: NodeJS.ProcessEnv;
  readonly bounds?: Bounds;
  /** Milliseconds between two looks for runs that nobody is at. */
  readonly sweepMs?: number;
}

const SWEEP = 15_000;

/**
 * The mapping files of a directory.
 *
 * @throws StartFault with every fault, its file and line.
 */
export async function mappingsIn(directory: string): Promise<readonly Mapping[]> {
  try {
    return await readMappings(directory);
  } catch (error) {
    if (error instanceof MappingFault) throw new StartFault(error.message, { cause: error });
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new StartFault(`SOURCES_DIR: ${directory} cannot be read: ${message}`, { cause: error });
  }
}

/** Takes part in imports: does runs and pulls, and lets callers of the graph ask for them. */
export async function startImports(
  database: Database,
  options: ImportsOptions,
): Promise<{ stop(): Promise<void> }> {
  const { connection, log, migrate, bounds, env, sweepMs = SWEEP } = options;
  const mappings = new Map(options.mappings.map((mapping) => [mapping.source.code, mapping]));
  const work = new ImportWork(database, {
    ...{ connection, mappings, env },
    onFree: (source) => sendOpen(source),
  });
  const jobs = await startJobs({
    ...{ connection, log, migrate, ...(bounds && { bounds }) },
    handlers: {
      'import.run': ({ run }, signal) => work.run(run, signal),
      'feed.pull': ({ source }, signal) => work.pull(source, signal),
    },
    schedules: [...mappings].flatMap(([source, { feed }]) =>
      feed?.every === undefined ? [] : [{ source, cron: feed.every }],
    ),
  });
  const send = async (run: string) => {
    await jobs.send('import.run', { run });
  };
  const withdraw = offerImports(database, { mappings, send });
  const sweeping = setInterval(() => void sweep(), sweepMs);
  return {
    async stop() {
      clearInterval(sweeping);
      withdraw();
      await jobs.stop();
    },
  };

  async function sendOpen(source?: string): Promise<void> {
    for (const run of await openRuns(database.kysely, source)) await send(run);
  }

  /** Finds what fell between two: a run that was noted and never sent, one whose gateway was killed. */
  async function sweep(): Promise<void> {
    try {
      await interruptSilent(database);
      await sendOpen();
    } catch (error) {
      log.warn({ err: error }, 'runs of imports could not be looked after; it is tried again');
    }
  }
}
