import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { PoolConfig } from 'pg';
import { pino } from 'pino';
import { startJobs } from '../../../src/ingest/jobs/jobs.ts';
import type { Bounds } from '../../../src/ingest/jobs/queues.ts';

/** A gateway that takes up a run and never ends it: whoever starts this kills it. */
const [connection, bounds, taken] = process.argv.slice(2) as [string, string, string];
await startJobs({
  connection: JSON.parse(connection) as PoolConfig,
  log: pino({ level: 'silent' }),
  handlers: {
    'import.run': async ({ run }, signal) => {
      await writeFile(taken, run);
      await once(signal, 'abort');
    },
  },
  schedules: [],
  migrate: 'auto',
  bounds: JSON.parse(bounds) as Bounds,
});
