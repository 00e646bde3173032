import type { Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import { type EntityClass, MikroORM } from '@mikro-orm/postgresql';
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import { Kysely, type LogEvent, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig, TypeOverrides } from 'pg';
import { migrations } from './migrations/index.ts';
import { readsUntil } from './reads.ts';

/** How long anything may wait for the database, in milliseconds. */
export interface Waits {
  /** For a connection from the pool; then `SERVICE_BUSY`. */
  readonly pool: number;
  readonly statement: number;
  readonly lock: number;
  readonly idleInTransaction: number;
}

export interface DatabaseOptions {
  /** Where the server is: a socket directory or host, or a `connectionString`. */
  readonly connection: PoolConfig;
  readonly entities: readonly EntityClass<object>[];
  readonly waits: Waits;
  readonly poolSize: number;
  /** Told of every statement, after it ran. */
  readonly onStatement?: (event: LogEvent) => void;
  /** Ours, unless a test has its own. */
  readonly migrations?: readonly Constructor<Migration>[];
}

/**
 * One PostgreSQL database: a pool, Kysely over it for reads (real binds on the server), and the ORM
 * over the same Kysely for writes.
 */
export interface Database {
  readonly pool: Pool;
  readonly kysely: Kysely<unknown>;
  readonly orm: MikroORM;
  /** Reads that end when the signal does: see `readsUntil`. */
  reads(signal: AbortSignal): Kysely<unknown>;
  close(): Promise<void>;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { waits } = options;
  const pool = new Pool({
    ...options.connection,
    max: options.poolSize,
    connectionTimeoutMillis: waits.pool,
    statement_timeout: waits.statement,
    lock_timeout: waits.lock,
    idle_in_transaction_session_timeout: waits.idleInTransaction,
    application_name: `quanmai ${process.pid}`,
    types: plainDates(),
  });
  // A connection that the server drops while it idles is replaced on the next use; one that it drops
  // under a transaction fails that one's next statement. Unheard, either would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    ...(options.onStatement && { log: options.onStatement }),
  });
  const orm = await MikroORM.init({
    driverOptions: kysely,
    dbName: 'quanmai',
    entities: [...options.entities],
    migrations: {
      migrationsList: [...(options.migrations ?? migrations)],
      tableName: 'migration',
      snapshot: false,
      silent: true,
    },
    discovery: { warnWhenNoEntities: false },
    ensureDatabase: false,
    allowGlobalContext: false,
  });
  const close = async () => {
    await orm.close(true);
    // The ORM closes only what it has used itself.
    if (!pool.ending) await pool.end();
  };
  const reads = (signal: AbortSignal) => readsUntil(pool, signal, options.onStatement);
  return { pool, kysely, orm, reads, close };
}

/** Dates stay the ISO strings that PostgreSQL sends: a plain date has no time zone to lose. */
function plainDates(): TypeOverrides {
  const types = new TypeOverrides();
  const parsers = createPostgreSqlTypeParsers((value) => [value]);
  for (const oid of [1082, 1114, 1184])
    types.setTypeParser(oid, parsers[oid] as (v: string) => string);
  return types;
}
