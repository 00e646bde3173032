import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { LoggedEvent } from './event.ts';
import type { Head, Place } from './place.ts';

/** A page holds as many events as fit in so much, and at least one. */
const PAGE_BYTES = 1_000_000;

/** The log's head, as the connection's server knows it. */
export async function head(db: Kysely<unknown>): Promise<Head> {
  const { rows } = await sql<Head>`select ${headColumns} from event_head`.execute(db);
  return theOnly(rows);
}

/**
 * The events behind a position, in order: at most `limit`, fewer when they are large. What is not
 * yet numbered is not there: any snapshot shows a prefix of the log, and no position is left out, so
 * reading on from the last one misses nothing, and a page in which a position is missing has lost
 * events to retention (`isUnbroken` tells).
 */
export async function readAfter(
  db: Kysely<unknown>,
  position: number,
  limit: number,
): Promise<LoggedEvent[]> {
  const { rows } = await sql<LoggedEvent>`
    select *
      from (${pageAfter(position, limit)}) page
     order by position`.execute(db);
  return rows.map(asEvent);
}

/** The same with the head, as one snapshot shows both. */
export async function readWithHead(
  db: Kysely<unknown>,
  position: number,
  limit: number,
): Promise<{ head: Head; events: LoggedEvent[] }> {
  const { rows } = await sql<{ head: Head; event: LoggedEvent | null }>`
    select to_jsonb(head) as head,
           to_jsonb(page) as event
      from (select ${headColumns} from event_head) head
      left join (${pageAfter(position, limit)}) page on true
     order by page.position`.execute(db);
  const [first] = rows;
  if (!first) throw new Error('event_head has lost its row.');
  const events = rows.flatMap(({ event }) => (event ? [asEvent(event)] : []));
  return { head: first.head, events };
}

/**
 * Whether events are those right behind a position, and none of them has been dropped. Each counts,
 * not only the first: an event whose transaction was held open is numbered behind younger ones, and
 * goes with an older partition.
 */
export function isUnbroken(position: number, events: readonly LoggedEvent[]): boolean {
  return events.every((event, index) => event.position === position + index + 1);
}

/** How far back the log goes: all behind this place is there. */
export async function floor(db: Kysely<unknown>): Promise<Place> {
  const { rows } = await sql<Place>`
    select floor::float8 as position, floor_event_id::text as "eventId"
      from event_head`.execute(db);
  return theOnly(rows);
}

/** What there is to say about a place: the head, the floor, and the event there, in one snapshot. */
export interface Standing {
  readonly head: Head;
  readonly floor: Place;
  /** The id of the event at that position, if it is in the log. */
  readonly eventId: string | null;
}

export async function standing(db: Kysely<unknown>, position: number): Promise<Standing> {
  const { rows } = await sql<Head & { floor: number; floorId: string; found: string | null }>`
    select ${headColumns},
           floor::float8 as floor,
           floor_event_id::text as "floorId",
           (select id::text from event where event.position = ${position}::bigint) as found
      from event_head`.execute(db);
  const { epoch, position: last, eventId, floor, floorId, found } = theOnly(rows);
  return {
    head: { epoch, position: last, eventId },
    floor: { position: floor, eventId: floorId },
    eventId: found,
  };
}

/** float8 is exact to 2^53, and comes as a number. */
export const headColumns = sql`epoch, position::float8 as position, event_id::text as "eventId"`;

/** An event's columns under the names of `LoggedEvent`. */
export const eventColumns = sql`
           id::text,
           event.position::float8 as position,
           epoch,
           to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt",
           kind,
           entity_type as "entityType",
           entity_id as "entityId",
           entity_code as "entityCode",
           version,
           changes,
           scope_before as "scopeBefore",
           scope_after as "scopeAfter",
           about,
           stages,
           actor,
           source,
           idempotency_key as "idempotencyKey",
           octet_length(changes::text) as size`;

function pageAfter(position: number, limit: number): RawBuilder<unknown> {
  return sql`
    select *
      from (select *,
                   sum(size) over (order by position) - size as before
              from (select ${eventColumns}
                      from event
                     where event.position > ${position}::bigint
                     order by event.position
                     limit ${limit}) found) measured
     where before < ${PAGE_BYTES}`;
}

/** Beside its changes an event takes so much, and its changes, parsed, so many times their text. */
const BARE = 1_500;
const PARSED = 4;

export function asEvent(row: LoggedEvent): LoggedEvent {
  const { before: _before, ...event } = row as LoggedEvent & { before?: unknown };
  const ids = event.about.length + event.scopeBefore.length + event.scopeAfter.length;
  return { ...event, size: BARE + PARSED * event.size + 60 * ids };
}

function theOnly<T>([row]: readonly T[]): T {
  if (!row) throw new Error('event_head has lost its row.');
  return row;
}
