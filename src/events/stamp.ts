import type { Database } from '../db/database.ts';
import { onAppended } from './appended.ts';
import type { Head } from './place.ts';
import type { Tail } from './tail.ts';

/**
 * A text that is another one after every change: at once after a commit of this process, and as soon
 * as it is numbered after anybody else's. Undefined while this process does not follow the log.
 */
export interface LogStamp {
  /**
   * As this process knows it, which may be some milliseconds behind; costs nothing. What is read
   * after this was asked holds everything up to there.
   */
  known(): string | undefined;
  /** As the primary has it now; undefined if it does not answer. */
  confirmed(): Promise<string | undefined>;
}

export function logStamp(database: Database, tail: Pick<Tail, 'known'>): LogStamp {
  let commits = 0;
  onAppended(database, () => (commits += 1));
  const stamp = ({ epoch, position }: Omit<Head, 'eventId'>, own: number) =>
    `${epoch} ${position} ${own}`;
  const head = inTurn(async () => {
    const { rows } = await database.pool.query<Omit<Head, 'eventId'>>({
      name: 'log_head',
      text: 'select epoch, position::float8 as position from event_head',
    });
    return rows[0];
  });
  return {
    known() {
      const place = tail.known();
      return place && stamp(place, commits);
    },
    async confirmed() {
      const own = commits;
      const place = await head().catch(() => undefined);
      return place && stamp(place, own);
    },
  };
}

/**
 * One look at a time, for all who asked before it began. One that is under way is too old for who
 * comes now: it may have been read before he was told of a change.
 */
function inTurn<T>(look: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= current.then(() => {
      next = undefined;
      const looking = look();
      current = looking.catch(() => {});
      return looking;
    });
    return next;
  };
}
