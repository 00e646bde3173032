import { type Kysely, sql } from 'kysely';

/** How the log stands, for whoever runs it. */
export interface LogStatus {
  readonly epoch: string;
  readonly position: number;
  /** All behind this position is kept. */
  readonly floor: number;
  /** When the oldest event that is kept was made; null where there is none. */
  readonly oldest: string | null;
  readonly newest: string | null;
  /** Committed and without a position yet: none, but for a moment, where a gateway runs. */
  readonly pending: number;
  /** Weeks and months that hold events or wait for them. */
  readonly partitions: number;
  /** How much disk it takes, as people write it. */
  readonly size: string;
}

export async function logStatus(db: Kysely<unknown>): Promise<LogStatus> {
  const { rows } = await sql<LogStatus>`
    select epoch,
           position::float8 as position,
           floor::float8 as floor,
           (select occurred_at
              from event
             where event.position = event_head.floor + 1) as oldest,
           (select occurred_at
              from event
             where event.position = event_head.position) as newest,
           (select count(*)::int from event where event.position is null) as pending,
           (select count(*)::int from event_partition) as partitions,
           (select pg_size_pretty(sum(pg_total_relation_size(inhrelid)))
              from pg_inherits
             where inhparent = 'event'::regclass) as size
      from event_head`.execute(db);
  const [status] = rows;
  if (!status) throw new Error('event_head has lost its row.');
  return status;
}

/**
 * Begins a new history of the log, after a restore that the database cannot see: a volume that was
 * rolled back. Whoever follows is told to take a snapshot again. Answers the new epoch.
 */
export async function renewEpoch(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ epoch: string }>`
    select event_renew_epoch() as epoch`.execute(db);
  return rows[0]?.epoch ?? '';
}
