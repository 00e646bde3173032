import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { LoggedEvent } from './event.ts';
import { asEvent, eventColumns, headColumns } from './log.ts';
import { behind, type Head, type Place } from './place.ts';

/** Which events a reader wants. What is left out does not narrow; an empty list matches nothing. */
export interface Matching {
  readonly entityType?: string;
  readonly entityIds?: readonly string[];
  readonly kinds?: readonly string[];
  /** Row ids of which the event concerns at least one; each list for itself. */
  readonly about?: readonly (readonly string[])[];
  readonly stages?: readonly string[];
  /** Regions in which the entity lay before, or lies after: whose sight the reader has. */
  readonly scope?: readonly string[];
}

/** The same, a page at a time. */
export interface Wanted extends Matching {
  /** At most so many events. */
  readonly limit: number;
  /** At most so many positions looked at: what a filter that rarely matches may cost. */
  readonly scanLimit: number;
}

export interface Found {
  readonly events: readonly LoggedEvent[];
  /** Complete up to here: behind the last event when there may be more, else as far as it looked. */
  readonly reached: Place;
  /** Whether that was the head. */
  readonly atHead: boolean;
  /** The history that was read. */
  readonly epoch: string;
}

/**
 * The events behind a place that match, out of the next `scanLimit` positions, in one statement:
 * positions have no gaps, so a range of them is a bound on the rows looked at. Undefined when that
 * range is seen to be gone; but events that retention drops meanwhile may also be missing without a
 * trace, so whoever asks looks at the floor *afterwards*.
 */
export async function readMatching(
  db: Kysely<unknown>,
  after: Place,
  wanted: Wanted,
): Promise<Found | undefined> {
  const { limit, scanLimit } = wanted;
  const end = after.position + scanLimit;
  const { rows } = await sql<{ head: Head; event: LoggedEvent | null; endId: string | null }>`
    select to_jsonb(head) as head,
           to_jsonb(found) as event,
           (select id::text
              from event
             where event.position = ${end}::bigint) as "endId"
      from (select ${headColumns} from event_head) head
      left join lateral (
           select ${eventColumns}
             from event
            where event.position > ${after.position}::bigint
              and event.position <= ${end}::bigint
              and ${whereMatching(wanted)}
            order by event.position
            limit ${limit + 1}) found on true
     order by found.position`.execute(db);
  const [first] = rows;
  if (!first) throw new Error('event_head has lost its row.');
  const found = rows.flatMap(({ event }) => (event ? [asEvent(event)] : []));
  const events = found.slice(0, limit);
  const last = events.at(-1);
  const { epoch, ...head } = first.head;
  if (found.length > limit && last) return { events, reached: behind(last), atHead: false, epoch };
  if (end >= head.position) {
    return { events, reached: head.position > after.position ? head : after, atHead: true, epoch };
  }
  if (first.endId === null) return undefined;
  return { events, reached: { position: end, eventId: first.endId }, atHead: false, epoch };
}

function whereMatching(wanted: Matching): RawBuilder<unknown> {
  const { entityType, entityIds, kinds, about = [], stages, scope } = wanted;
  const conditions = [
    ...(entityType === undefined ? [] : [sql`entity_type = ${entityType}`]),
    ...(entityIds ? [sql`entity_id = any(${[...entityIds]}::uuid[])`] : []),
    ...(kinds ? [sql`kind = any(${[...kinds]}::text[])`] : []),
    ...(stages ? [sql`stages && ${[...stages]}::text[]`] : []),
    ...(scope
      ? [sql`(scope_before && ${[...scope]}::uuid[] or scope_after && ${[...scope]}::uuid[])`]
      : []),
    ...about.map((ids) => sql`about && ${[...ids]}::uuid[]`),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
