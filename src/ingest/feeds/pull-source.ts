import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../db/database.ts';
import type { Feed } from './feed.ts';
import { FeedFault } from './feed-fault.ts';
import {
  beginPull,
  type Breaker,
  BREAKER,
  noteFailure,
  noteGivenUp,
  noteImported,
  noteNotImported,
  noteUnchanged,
} from './feed-state.ts';
import { pull, type Pulled, type PullOptions } from './pull.ts';
import { NO_STATE } from './rest.ts';

/** What became of a pull. Only IMPORTED changed the graph. */
export type SourcePull =
  | { readonly outcome: 'IMPORTED'; readonly rows: number }
  | { readonly outcome: 'UNCHANGED' }
  | { readonly outcome: 'LEFT_ALONE' }
  | { readonly outcome: 'FAILED'; readonly fault: FeedFault };

export interface SourcePullOptions extends Omit<PullOptions, 'directory'> {
  readonly breaker?: Breaker;
  /** Takes whatever the source sends, changed or not: its mapping may be another one. */
  readonly fresh?: boolean;
}

/** Imports a file of JSON lines, as one that somebody sent in. */
export type ImportFile = (path: string, source: string) => Promise<void>;

/**
 * Pulls a live source and imports what it sent. A source that is down leaves the graph as it was, and
 * `feedFreshness` says so; how far it was read moves on only when the import has succeeded.
 *
 * @throws what the import throws, and the signal's reason.
 */
export async function pullSource(
  { kysely: db }: Pick<Database, 'kysely'>,
  source: string,
  feed: Feed,
  importFile: ImportFile,
  options: SourcePullOptions,
): Promise<SourcePull> {
  const known = await beginPull(db, source, feed);
  if (!known) return { outcome: 'LEFT_ALONE' };
  const directory = await mkdtemp(join(tmpdir(), 'quanmai-feed-'));
  try {
    const state = options.fresh ? NO_STATE : known;
    const pulled = await pull(feed, state, { ...options, directory });
    return await take(pulled);
  } catch (error) {
    if (options.signal.aborted) await noteGivenUp(db, source);
    if (options.signal.aborted || !(error instanceof FeedFault)) throw error;
    await noteFailure(db, source, error, options.breaker ?? BREAKER);
    return { outcome: 'FAILED', fault: error };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }

  async function take(pulled: Pulled): Promise<SourcePull> {
    if (pulled.outcome === 'UNCHANGED') {
      await noteUnchanged(db, source);
      return pulled;
    }
    try {
      await importFile(pulled.path, source);
    } catch (error) {
      if (!options.signal.aborted) await noteNotImported(db, source, error);
      throw error;
    }
    await noteImported(db, source, feed, pulled.state);
    return { outcome: 'IMPORTED', rows: pulled.rows };
  }
}
