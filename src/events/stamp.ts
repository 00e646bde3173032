import type { Database } from '../db/database.ts';
import { onAppended } from './appended.ts';
import type { Tail } from './tail.ts';

/**
 * Tells a text that is another one after every change: as soon as the change is numbered, whoever
 * made it, and at once after a commit of this process. While two asked one after the other are equal,
 * what was read after the first holds all that any gateway's cursor of before the second stands for.
 * Undefined while this process does not follow the log, or the primary does not answer.
 */
export type LogStamp = () => Promise<string | undefined>;

export function logStamp(database: Database, tail: Pick<Tail, 'known'>): LogStamp {
  let commits = 0;
  onAppended(database, () => (commits += 1));
  const head = inTurn(async () => {
    const { rows } = await database.pool.query<{ head: string }>({
      name: 'log_head',
      text: `select epoch || ' ' || position as head from event_head`,
    });
    return rows[0]?.head;
  });
  return async () => {
    if (!tail.known()) return undefined;
    const own = commits;
    const numbered = await head().catch(() => undefined);
    return numbered && `${numbered} ${own}`;
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
