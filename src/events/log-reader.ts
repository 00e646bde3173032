import type { Kysely } from 'kysely';
import type { Database } from '../db/database.ts';
import { placeIn, type SealedPlace, writeLogCursor } from './cursor.ts';
import { CursorEpochChanged, CursorExpired, type WayOn } from './errors.ts';
import type { LoggedEvent } from './event.ts';
import { floor, head, isUnbroken, readAfter, type Standing, standing } from './log.ts';
import { type Found, readMatching, type Wanted } from './matching.ts';
import type { Head, Place } from './place.ts';

/**
 * Reads the log on the primary for those whom memory does not serve, and never passes over a gap.
 *
 * Retention drops a partition while others read. Its rows may be missing from a page whose snapshot
 * still shows the old floor; but the floor moves in the drop's own transaction, which holds its lock
 * to the end, so a statement that comes *later* shows the new one. A page without a filter tells by
 * itself: positions have no gaps, so where one is missing its row is gone.
 */
export class LogReader {
  constructor(private readonly database: Pick<Database, 'kysely' | 'reads'>) {}

  async read(after: number, limit: number, signal?: AbortSignal): Promise<readonly LoggedEvent[]> {
    const db = this.db(signal);
    const events = await readAfter(db, after, limit);
    if (!isUnbroken(after, events)) throw await expired(db);
    if (events.length === 0) await this.checkFloor(db, after);
    return events;
  }

  /** `after` is a place of the history that `epoch` names: another one may have begun since it was checked. */
  async readMatching(
    after: Place,
    epoch: string,
    wanted: Wanted,
    signal?: AbortSignal,
  ): Promise<Found> {
    const db = this.db(signal);
    const found = await readMatching(db, after, wanted);
    await this.checkFloor(db, after.position);
    if (!found) throw await expired(db);
    if (found.epoch !== epoch) throw new CursorEpochChanged(wayOn(await standing(db, 0)));
    return found;
  }

  /** The place of a cursor, if all behind it is there. */
  async resume(cursor: SealedPlace, signal?: AbortSignal): Promise<Place> {
    const db = this.db(signal);
    const { epoch } = await head(db);
    const place = placeIn(epoch, cursor);
    const now = await standing(db, place?.position ?? 0);
    if (!place) throw new CursorEpochChanged(wayOn(now));
    const fault = faultOf({ ...place, epoch }, now);
    if (fault) throw fault;
    return place;
  }

  oldest(signal?: AbortSignal): Promise<Place> {
    return floor(this.db(signal));
  }

  private async checkFloor(db: Kysely<unknown>, after: number): Promise<void> {
    if (after < (await floor(db)).position) throw await expired(db);
  }

  private db(signal: AbortSignal | undefined): Kysely<unknown> {
    return signal ? this.database.reads(signal) : this.database.kysely;
  }
}

/** Why one cannot go on from a place, if one cannot. */
export function faultOf(
  asked: Head,
  now: Standing,
): CursorEpochChanged | CursorExpired | undefined {
  const { head } = now;
  if (asked.epoch !== head.epoch || asked.position > head.position) {
    return new CursorEpochChanged(wayOn(now));
  }
  if (asked.position < now.floor.position) return new CursorExpired(wayOn(now));
  const eventId = [head, now.floor].find(({ position }) => position === asked.position)?.eventId;
  const known = eventId ?? now.eventId;
  // Dropped between the snapshot's head row and its event.
  if (known === null) return new CursorExpired(wayOn(now));
  // A volume that was rolled back keeps its epoch and gives positions again, to other events.
  return known === asked.eventId ? undefined : new CursorEpochChanged(wayOn(now));
}

function wayOn({ head, floor: oldest }: Pick<Standing, 'head' | 'floor'>): WayOn {
  return {
    oldestCursor: writeLogCursor({ ...oldest, epoch: head.epoch }),
    headCursor: writeLogCursor(head),
  };
}

async function expired(db: Kysely<unknown>): Promise<CursorExpired> {
  return new CursorExpired(wayOn(await standing(db, 0)));
}
