import { setTimeout as delay } from 'node:timers/promises';
import { Migrator } from '@mikro-orm/migrations';
import type { Pool, DatabaseError } from 'pg';
import { StartFault } from '../kit/errors.ts';
import type { Database } from './database.ts';

/** `auto` runs what is pending; `never` refuses to start on it. */
export type MigrateMode = 'auto' | 'never';

/** The key of the session lock under which one gateway at a time migrates. */
const MIGRATION_LOCK = 7_268_002;
/** How long another gateway's migrations are waited for. */
const LOCK_WAIT = 120_000;

/** Brings a database to the code's schema. One statement when nothing is pending. */
export async function migrate(database: Database, mode: MigrateMode): Promise<void> {
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return;
  if (mode === 'never') {
    throw new StartFault(
      `${pending.length} migrations are pending, ${pending[0]} first, and MIGRATE is "never": run "npm run quanmai -- migrate".`,
    );
  }
  await underLock(database.pool, async () => {
    // Another gateway may have run them while this one waited.
    if ((await pendingMigrations(database)).length > 0) await runPending(database).catch(explain);
  });
}

/** The names of migrations that have not run here; a fault if some ran that the code does not know. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const { migrationsList = [] } = database.orm.config.get('migrations');
  const known = migrationsList.map((migration) => migration.name);
  const applied = await appliedMigrations(database.pool);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new StartFault(
      `The database's migrations are newer than the code (${unknown.at(-1)}): start a newer Quanmai, or use another database.`,
    );
  }
  return known.filter((name) => !applied.includes(name));
}

async function appliedMigrations(pool: Pool): Promise<string[]> {
  try {
    const { rows } = await pool.query<{ name: string }>('select name from migration order by id');
    return rows.map(({ name }) => name);
  } catch (error) {
    const missing = (error as DatabaseError).code === '42P01';
    if (missing) return [];
    throw error;
  }
}

/** All in one transaction, so that a migration that fails leaves nothing of any. */
async function runPending({ orm, pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ name: string }>('select current_database() as name');
  // The migrator creates the database of this name if there is none, so it has to be the true one.
  orm.config.set('dbName', rows[0]?.name as string);
  const migrator = new Migrator(orm.em);
  // Its preparations take a connection of their own, so they come before the transaction's.
  await migrator.getPending();
  await orm.em.fork().transactional(async (em) => {
    // A migration may well take longer than what a request may ask of the database.
    await em.execute('set local statement_timeout = 0');
    await migrator.up({ transaction: em.getTransactionContext<object>() });
  });
}

function explain(error: unknown): never {
  if ((error as DatabaseError).code !== '53100') throw error;
  throw new StartFault("The database's disk is full: free some space, and start again.", {
    cause: error,
  });
}

/** Polls for the lock, since waiting inside the server is bounded by time-outs meant for requests. */
async function underLock(pool: Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    const deadline = Date.now() + LOCK_WAIT;
    while (!(await tryLock())) {
      if (Date.now() > deadline) {
        throw new StartFault(
          `Another gateway has been migrating this database for ${LOCK_WAIT / 1000} s: look at what it waits for, or start again.`,
        );
      }
      await delay(50);
    }
    await work();
  } finally {
    // Closed, not returned to the pool: the lock goes with its session, come what may.
    client.release(true);
  }

  async function tryLock(): Promise<boolean> {
    const { rows } = await client.query<{ taken: boolean }>(
      `select pg_try_advisory_lock(${MIGRATION_LOCK}) as taken`,
    );
    return rows[0]?.taken === true;
  }
}
