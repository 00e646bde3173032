import { setTimeout as delay } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  DummyDriver,
  Kysely,
  type LogEvent,
  PostgresDialect,
  type QueryResult,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { unlessAborted } from '../kit/unless-aborted.ts';
import { requestCancel } from './cancel-request.ts';

/** After this long a cancelled statement's connection is given up: the server does not answer. */
const PATIENCE_MS = 5_000;
/** A statement that had not begun when its cancel came runs on, and is cancelled again. */
const AGAIN_MS = 100;

/** Where reads take their connections from. */
export interface ReadSource {
  readonly pool: { connect(): Promise<PoolClient> };
  /** What a connection needs before each statement; a part of it, and cancelled with it. */
  readonly prepare?: (client: PoolClient) => Promise<void>;
}

/**
 * Kysely for reads that are given up together: once the signal is aborted, what waits for a
 * connection or an answer fails at once with the signal's reason, what runs is cancelled on the
 * server, and nothing more is sent. Making one takes some microseconds, so each request has its own.
 *
 * Kysely's own `signal` has to be named at every call, prints a line for each cancel, and cancels
 * through a further connection.
 */
export function readsUntil(
  source: ReadSource,
  signal: AbortSignal,
  onStatement?: (event: LogEvent) => void,
): Kysely<unknown> {
  return new Kysely<unknown>({
    dialect: new ReadsDialect(source, signal),
    ...(onStatement && { log: onStatement }),
  });
}

class ReadsDialect extends PostgresDialect {
  constructor(
    private readonly source: ReadSource,
    private readonly signal: AbortSignal,
  ) {
    // Never asked: the driver below takes the connections.
    super({ pool: source.pool as unknown as Pool });
  }

  override createDriver(): Driver {
    return new ReadsDriver(this.source, this.signal);
  }
}

class ReadsDriver extends DummyDriver {
  constructor(
    private readonly source: ReadSource,
    private readonly signal: AbortSignal,
  ) {
    super();
  }

  override async acquireConnection(): Promise<Read> {
    this.signal.throwIfAborted();
    const connecting = this.source.pool.connect();
    let taken = false;
    try {
      const client = await unlessAborted(connecting, this.signal);
      taken = true;
      return new Read(client, this.source, this.signal);
    } finally {
      // The pool serves in turn; who left the queue gives his connection back when it comes.
      if (!taken) connecting.then((client) => client.release()).catch(() => {});
    }
  }

  override async releaseConnection(read?: DatabaseConnection): Promise<void> {
    (read as Read).release();
  }

  override beginTransaction(): never {
    throw new Error('A request only reads here; what it writes goes through runCommand.');
  }
}

/** One statement on one connection of the pool. */
class Read implements DatabaseConnection {
  /** While a statement is being cancelled; then whether its connection is fit for another. */
  private cancelling: Promise<boolean> | undefined;

  constructor(
    private readonly client: PoolClient,
    private readonly source: ReadSource,
    private readonly signal: AbortSignal,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.signal.throwIfAborted();
    const running = new Running(this.run(query));
    try {
      const { rows } = await unlessAborted(running.answer, this.signal);
      return { rows: rows as R[] };
    } finally {
      if (!running.isOver) this.cancelling = cancelled(this.client, running);
    }
  }

  private async run({ sql, parameters }: CompiledQuery): Promise<{ rows: unknown[] }> {
    if (this.source.prepare) {
      await this.source.prepare(this.client);
      this.signal.throwIfAborted();
    }
    return this.client.query(sql, [...parameters]);
  }

  streamQuery(): never {
    throw new Error('Rows are read a page at a time, not as a stream.');
  }

  /** The connection goes back to the pool when no cancel can hit it any more. */
  release(): void {
    if (!this.cancelling) this.client.release();
    else void this.cancelling.then((fit) => this.client.release(!fit));
  }
}

/** A statement on the server, until it has ended in whatever way. */
class Running<T> {
  isOver = false;
  readonly over: Promise<void>;

  constructor(readonly answer: Promise<T>) {
    const end = () => {
      this.isOver = true;
    };
    this.over = answer.then(end, end);
  }
}

/** Ends a statement. Resolves when it is over and no cancel is under way: true if both are certain. */
async function cancelled(client: PoolClient, running: Running<unknown>): Promise<boolean> {
  const deadline = performance.now() + PATIENCE_MS;
  let told = true;
  while (told && !running.isOver && performance.now() < deadline) {
    told = await requestCancel(client, PATIENCE_MS);
    await Promise.race([running.over, delay(AGAIN_MS, undefined, { ref: false })]);
  }
  return told && running.isOver;
}
