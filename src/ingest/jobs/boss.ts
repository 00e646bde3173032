import type { PoolConfig } from 'pg';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { MigrateMode } from '../../db/migrate.ts';
import type { Bounds } from './queues.ts';

/** Of its own, so that jobs find a connection while requests have taken all of the pool. */
const CONNECTIONS = 3;

/** The queue of jobs over our own database, in the schema `pgboss`. */
export function bossOver(connection: PoolConfig, more: Partial<ConstructorOptions>): PgBoss {
  const given = { query_timeout: QUERY_WAIT, ...connection } as ConstructorOptions;
  return new PgBoss({
    ...given,
    application_name: `quanmai ${process.pid} jobs`,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WAIT,
    registerInstance: false,
    // Some hundred rows that come and go in a week are no work for it.
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
    ...more,
  });
}

const CONNECT_WAIT = 5_000;
const QUERY_WAIT = 30_000;

export function serving(
  migrate: MigrateMode,
  { supervise, schedules }: Bounds,
): Partial<ConstructorOptions> {
  return {
    migrate: migrate === 'auto',
    superviseIntervalSeconds: supervise,
    monitorIntervalSeconds: supervise,
    cronMonitorIntervalSeconds: schedules,
    // What is due by them is sent by a job of its own.
    cronWorkerIntervalSeconds: Math.min(schedules, 5),
  };
}
