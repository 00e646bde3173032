import type { Feed } from './feed.ts';
import { FeedFault } from './feed-fault.ts';
import { readGraphql } from './graphql.ts';
import { readPostgres } from './postgres.ts';
import { type FeedState, NO_STATE, readRest } from './rest.ts';
import { RowsFile } from './rows-file.ts';
import { SourceClient } from './source-client.ts';
import { PACE, type Pace } from './trying.ts';

export type Pulled =
  | { readonly outcome: 'UNCHANGED' }
  | {
      readonly outcome: 'PULLED';
      /** A file of JSON lines in the directory that was named. */
      readonly path: string;
      readonly rows: number;
      readonly state: FeedState;
    };

export interface PullOptions {
  readonly directory: string;
  readonly signal: AbortSignal;
  /** Where the secrets are that a feed names. */
  readonly env: NodeJS.ProcessEnv;
  readonly pace?: Pace;
}

/**
 * Reads all rows of a source into a file, each as it was sent. Nothing of a pull that failed is left.
 *
 * @throws FeedFault when the source could not be read, the signal's reason when it was given up.
 */
export async function pull(feed: Feed, state: FeedState, options: PullOptions): Promise<Pulled> {
  const { signal, end } = withinTime(feed, options.signal);
  const file = await RowsFile.create(options.directory, feed);
  try {
    const now = await read(feed, state, { ...options, signal }, file);
    if (!now) {
      await file.discard();
      return { outcome: 'UNCHANGED' };
    }
    await file.end();
    return { outcome: 'PULLED', path: file.path, rows: file.rows, state: now };
  } catch (error) {
    await file.discard();
    signal.throwIfAborted();
    throw error;
  } finally {
    end();
  }
}

/** undefined when nothing has changed since `state`. */
async function read(
  feed: Feed,
  state: FeedState,
  { signal, env, pace = PACE }: PullOptions,
  file: RowsFile,
): Promise<FeedState | undefined> {
  const add = async (rows: readonly object[]) => {
    signal.throwIfAborted();
    await file.add(rows);
  };
  switch (feed.kind) {
    case 'rest':
      return readRest(feed, state, new SourceClient(feed, env, signal, pace), add);
    case 'graphql':
      await readGraphql(feed, new SourceClient(feed, env, signal, pace), add);
      return NO_STATE;
    case 'postgres':
      await readPostgres(feed, env, { signal, pace, add });
      return NO_STATE;
  }
}

/** Given up when the caller does, or when the whole pull has taken too long. */
function withinTime({ pullTimeoutMs }: Feed, given: AbortSignal) {
  const late = new AbortController();
  const timer = setTimeout(() => {
    const message = `The pull took more than ${pullTimeoutMs} ms: ask for less at once, or raise "pullTimeoutMs" of the feed.`;
    late.abort(new FeedFault('SOURCE_TIMED_OUT', message, { details: { allowed: pullTimeoutMs } }));
  }, pullTimeoutMs);
  return { signal: AbortSignal.any([given, late.signal]), end: () => clearTimeout(timer) };
}
