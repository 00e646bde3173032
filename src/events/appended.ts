import type { Database } from '../db/database.ts';

const listeners = new WeakMap<Database, Set<() => void>>();

/**
 * Calls `listener` after each commit of this process that appended to the database's log: most
 * often the sequencer's `wake`. Answers the way to stop it.
 */
export function onAppended(database: Database, listener: () => void): () => void {
  const heard = listeners.get(database) ?? new Set();
  listeners.set(database, heard.add(listener));
  return () => heard.delete(listener);
}

/** Says that a transaction which appended to the log has committed. */
export function tellAppended(database: Database): void {
  for (const listener of listeners.get(database) ?? []) listener();
}
