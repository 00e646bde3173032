import { type Kysely, sql } from 'kysely';
import type { LoggedEvent } from './event.ts';

/** Where the log stands: its last numbered event, and the history that its positions belong to. */
export interface Head {
  readonly epoch: string;
  readonly position: string;
  readonly eventId: string;
}

/** The log's head, as the connection's server knows it. */
export async function head(db: Kysely<unknown>): Promise<Head> {
  const { rows } = await sql<Head>`
    select epoch, position::text, event_id::text as "eventId"
      from event_head`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('event_head has lost its row.');
  return row;
}

/**
 * The events behind a position, in order, at most `limit`. What is not yet numbered is not there:
 * any snapshot shows a prefix of the log, so reading on from the last position misses nothing.
 */
export async function readAfter(
  db: Kysely<unknown>,
  position: string | bigint | number,
  limit: number,
): Promise<LoggedEvent[]> {
  const { rows } = await sql<LoggedEvent>`
    select id::text,
           position::text,
           epoch,
           occurred_at::text as "occurredAt",
           kind,
           entity_type as "entityType",
           entity_id as "entityId",
           version,
           changes,
           scope_before as "scopeBefore",
           scope_after as "scopeAfter",
           actor,
           source,
           idempotency_key as "idempotencyKey"
      from event
     where position > ${String(position)}::bigint
     order by event.position
     limit ${limit}`.execute(db);
  return rows;
}
