import type { Kysely, LogEvent } from 'kysely';
import type { ClientConfig, PoolClient } from 'pg';
import { Turns } from '../kit/turns.ts';
import { unlessAborted } from '../kit/unless-aborted.ts';
import { PreparingClient } from './preparing-client.ts';
import { type ReadSource, readsUntil } from './reads.ts';

/** One state of the database, for as long as it is held open: everything read in it is of one moment. */
export interface Snapshot {
  /** Reads in it, one statement after the other. */
  readonly db: Kysely<unknown>;
  /** Lets go of it, whatever still runs. */
  close(): Promise<void>;
}

export interface SnapshotOptions {
  readonly client: ClientConfig;
  readonly signal: AbortSignal;
  /** What the reads need before they can be made. */
  readonly prepare?: ReadSource['prepare'] | undefined;
  readonly onStatement?: ((event: LogEvent) => void) | undefined;
}

/**
 * Opens a snapshot on a connection of its own: whoever reads for an hour takes none of those that
 * requests share. While it is open, the server keeps the old versions of all rows for it.
 */
export async function openSnapshot(options: SnapshotOptions): Promise<Snapshot> {
  const { signal, prepare, onStatement } = options;
  const client = new PreparingClient(options.client);
  // Lost between two statements, it fails the next one.
  client.on('error', () => {});
  const begin = async () => {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
  };
  const begun = begin();
  try {
    await unlessAborted(begun, signal);
  } catch (error) {
    void begun.catch(() => {}).then(() => client.end());
    throw error;
  }
  const turns = new Turns(1);
  const connect = async () => {
    const release = await turns.take(signal);
    return Object.assign(client, { release }) as unknown as PoolClient;
  };
  const source: ReadSource = { pool: { connect }, ...(prepare && { prepare }) };
  return { db: readsUntil(source, signal, onStatement), close: () => client.end() };
}
