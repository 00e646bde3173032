import type { PoolConfig } from 'pg';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { startEmbedded } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { generateCity } from '../../src/ingest/city/index.ts';
import { entities } from '../../src/modules/entities.ts';
import { urlOf } from '../../test/support/process.ts';
import { type Run, tell } from './run.ts';

const PATIENT = { pool: 60_000, statement: 0, lock: 0, idleInTransaction: 0 };
const CONNECTIONS = 40;

/** A city in a PostgreSQL server of the run's own, as durable as anybody's. */
export interface CityDatabase {
  readonly database: Database;
  readonly connection: PoolConfig;
  /** As DATABASE_URL wants it. */
  readonly url: string;
}

export async function startCity(
  run: Run,
  size: { projects: number; enterprises: number },
): Promise<CityDatabase> {
  tell('Making a database with a city.');
  const server = await startEmbedded({ directory: `${run.home}/database`, log: () => {} });
  run.closing(() => server.stop());
  const { connection } = server;
  const options = { connection, entities, waits: PATIENT, poolSize: CONNECTIONS };
  const database = await openDatabase(options);
  run.closing(() => database.close());
  await migrate(database, 'auto');
  await generateCity(database, { ...size, seed: 1 });
  return { database, connection, url: urlOf(connection) };
}
