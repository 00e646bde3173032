import { setTimeout as delay } from 'node:timers/promises';
import { Client, type PoolConfig } from 'pg';

/** How often it is asked whether a source is free. */
const ASKED_AGAIN = 500;

/**
 * Runs of one source go one after the other: this is held for as long as one does. It is a lock of a
 * connection of its own, so that it ends with the process that holds it, however that ends.
 */
export class SourceLock {
  private constructor(
    private readonly client: Client,
    /** Aborted when the connection is lost, and the lock with it. */
    readonly lost: AbortSignal,
  ) {}

  /** Takes it, or answers undefined where somebody else has it. */
  static async take(connection: PoolConfig, source: string): Promise<SourceLock | undefined> {
    const client = new Client({ ...connection, application_name: `quanmai ${process.pid} import` });
    const losing = new AbortController();
    client.on('error', (error) => losing.abort(error));
    await client.connect();
    try {
      const { rows } = await client.query<{ isMine: boolean }>(
        `select pg_try_advisory_lock(hashtextextended('quanmai import ' || $1, 0)) as "isMine"`,
        [source],
      );
      if (rows[0]?.isMine) return new SourceLock(client, losing.signal);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    await client.end();
    return undefined;
  }

  /** Takes it, when it is free. */
  static async wait(
    connection: PoolConfig,
    source: string,
    signal: AbortSignal,
  ): Promise<SourceLock> {
    for (;;) {
      const lock = await SourceLock.take(connection, source);
      if (lock) return lock;
      await delay(ASKED_AGAIN, undefined, { signal });
    }
  }

  async release(): Promise<void> {
    await this.client.end().catch(() => {});
  }
}
