import type { PoolConfig } from 'pg';
import { pino } from 'pino';
import { openDatabase } from '../../../src/db/database.ts';
import { mappingsIn, startImports } from '../../../src/ingest/work/start-imports.ts';
import { entities } from '../../../src/modules/entities.ts';

/** A gateway that does imports, and nothing else: whoever starts this kills it. */
const [connection, sources] = process.argv.slice(2) as [string, string];
const database = await openDatabase({
  connection: JSON.parse(connection) as PoolConfig,
  entities,
  waits: { pool: 10_000, statement: 0, lock: 0, idleInTransaction: 0 },
  poolSize: 4,
});
await startImports(database, {
  connection: JSON.parse(connection) as PoolConfig,
  ...{ log: pino({ level: 'silent' }), migrate: 'auto', env: process.env, sweepMs: 500 },
  mappings: await mappingsIn(sources),
  bounds: { heartbeat: 10, supervise: 1, polling: 0.5, schedules: 1 },
});
