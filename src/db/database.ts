import type { Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import { type EntityClass, MikroORM } from '@mikro-orm/postgresql';
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import { Kysely, type LogEvent } from 'kysely';
import { Pool, type PoolClient, type PoolConfig, TypeOverrides } from 'pg';
import { migrations } from './migrations/index.ts';
import { PreparingClient } from './preparing-client.ts';
import { readsUntil } from './reads.ts';
import { seeing, withinScope } from './scoped-reads.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { timed } from './waited.ts';
import { WritesDialect } from './writes.ts';

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
  /** Connections at most; as many again for reads within a scope, which are opened when such come. */
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
  /**
   * Reads that end when the signal does: see `readsUntil`. Given regions, they see of projects only
   * those that lie there: see `withinScope`.
   */
  reads(signal: AbortSignal, regions?: readonly string[]): Kysely<unknown>;
  /** One moment of it, on a connection of its own, with the same bounds for each statement. */
  snapshot(signal: AbortSignal, regions?: readonly string[]): Promise<Snapshot>;
  close(): Promise<void>;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = openPool(options);
  const scopedPool = openPool(options);
  const kysely = new Kysely<unknown>({
    dialect: new WritesDialect(pool),
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
    await scopedPool.end();
  };
  const reads = (signal: AbortSignal, regions?: readonly string[]) =>
    readsUntil(regions ? withinScope(scopedPool, regions) : { pool }, signal, options.onStatement);
  const snapshot = (signal: AbortSignal, regions?: readonly string[]) =>
    openSnapshot({
      // Between two pages it waits for whoever takes them.
      client: { ...clientOf(options), idle_in_transaction_session_timeout: SNAPSHOT_IDLE },
      ...{ signal, onStatement: options.onStatement, prepare: regions && seeing(regions) },
    });
  return { pool, kysely, orm, reads, snapshot, close };
}

/** Whoever takes nothing for so long is gone, and so is his gateway, which would have noticed. */
const SNAPSHOT_IDLE = 600_000;

/** What every connection of ours is like. */
function clientOf({ connection, waits }: DatabaseOptions): PoolConfig {
  return {
    ...connection,
    connectionTimeoutMillis: waits.pool,
    statement_timeout: waits.statement,
    lock_timeout: waits.lock,
    idle_in_transaction_session_timeout: waits.idleInTransaction,
    application_name: `quanmai ${process.pid}`,
    types: plainDates(),
  };
}

/** Connections are opened when they are needed. */
function openPool(options: DatabaseOptions): Pool {
  const pool = new TimedPool({
    ...clientOf(options),
    Client: PreparingClient,
    max: options.poolSize,
  });
  // A connection that the server drops while it idles is replaced on the next use; one that it drops
  // under a transaction fails that one's next statement. Unheard, either would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

type Connect = (callback?: unknown) => Promise<PoolClient>;

/** Of whom it gave no connection, it is known how long he waited. */
class TimedPool extends Pool {
  override connect = ((callback?: unknown) => {
    const connect = () => (super.connect as Connect)(callback);
    if (callback) return connect();
    return timed(connect, ({ message }) =>
      message.startsWith('timeout exceeded') ? this.options.connectionTimeoutMillis : undefined,
    );
  }) as Pool['connect'];
}

/** Dates stay the ISO strings that PostgreSQL sends: a plain date has no time zone to lose. */
function plainDates(): TypeOverrides {
  const types = new TypeOverrides();
  const parsers = createPostgreSqlTypeParsers((value) => [value]);
  for (const oid of [1082, 1114, 1184])
    types.setTypeParser(oid, parsers[oid] as (v: string) => string);
  return types;
}
