import { Pool, type PoolConfig } from 'pg';
import type { Database } from '../db/database.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { StartFault } from '../kit/errors.ts';
import type { Probe } from './readiness.ts';

const PATIENCE_MS = 1_000;

/**
 * Asks the database whether it answers, and whether its schema is the code's. On a connection of its
 * own: a pool that is busy is no reason to send everybody elsewhere, where it will soon be busy too.
 */
export function databaseProbe(
  database: Database,
  connection: PoolConfig,
): { ask: Probe; close: () => Promise<void> } {
  const pool = new Pool({
    ...connection,
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: `quanmai ${process.pid} health`,
  });
  pool.on('error', () => {});
  return {
    ask: async () => {
      const pending = await pendingMigrations({ ...database, pool }).catch(ignoreNewer);
      return pending.length > 0 ? `pending migrations: ${pending.length}` : undefined;
    },
    close: () => pool.end(),
  };
}

/** While gateways are replaced one by one, the old ones serve on beside the first new one. */
function ignoreNewer(error: unknown): string[] {
  if (error instanceof StartFault) return [];
  throw error;
}
