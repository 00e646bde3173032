import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';
import { BreakableWay } from '../support/outage.ts';
import { until } from '../support/until.ts';

const WAITS = { pool: 2_000, statement: 60_000, lock: 60_000, idleInTransaction: 60_000 };
/** Far below the 30 s that the statements here would take. */
const SOON = 8_000;

/** Over TCP, by a way that can be closed. */
describe('reads that are given up together', () => {
  let cloned: TestDatabase;
  let database: Database;
  let watcher: Client;
  let way: BreakableWay;
  beforeEach(async () => {
    cloned = await createDatabase();
    watcher = new Client(cloned.connection);
    await watcher.connect();
    way = new BreakableWay();
    database = await openDatabase({
      connection: await way.to(cloned.connection),
      entities: [],
      waits: WAITS,
      poolSize: 1,
    });
  });
  afterEach(async () => {
    await database.close();
    await watcher.end();
    await way.cut();
    await cloned.drop();
  });

  const sleeping = (signal: AbortSignal) =>
    sql`select pg_sleep(30)`.execute(database.reads(signal)).catch((error: unknown) => error);
  const isRunning = async () => {
    const { rowCount } = await watcher.query(
      `select from pg_stat_activity
        where datname = current_database() and state = 'active' and query like 'select pg_sleep%'`,
    );
    return rowCount === 1;
  };

  it('fail with the reason, and leave the connection to the next', async () => {
    // given
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
      database.kysely,
    );
    const ending = new AbortController();
    const read = sleeping(ending.signal);
    await until(isRunning);
    // when
    const reason = new Error('The caller left.');
    ending.abort(reason);
    // then
    expect(await read).toBe(reason);
    await until(() => database.pool.idleCount === 1, SOON);
    const next = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
      database.kysely,
    );
    expect(next.rows).toEqual(rows);
  });

  it('fail at once while they wait for a connection, and give it back when it comes', async () => {
    // given
    const client = await database.pool.connect();
    const ending = new AbortController();
    const read = sleeping(ending.signal);
    await until(() => database.pool.waitingCount === 1);
    // when
    ending.abort(new Error('The caller left.'));
    // then
    expect(await read).toMatchObject({ message: 'The caller left.' });
    client.release();
    await until(() => database.pool.idleCount === 1, SOON);
  });

  it('do not begin once they are given up', async () => {
    const read = sleeping(AbortSignal.abort(new Error('The caller left.')));
    expect(await read).toMatchObject({ message: 'The caller left.' });
    expect(database.pool.totalCount).toBe(0);
  });

  it('give up their connection when the server cannot be told to cancel', async () => {
    // given
    const ending = new AbortController();
    const read = sleeping(ending.signal);
    await until(isRunning);
    // when
    way.shut();
    ending.abort(new Error('The caller left.'));
    // then
    expect(await read).toMatchObject({ message: 'The caller left.' });
    await until(() => database.pool.totalCount === 0, SOON);
  });

  it('are no way to write in a transaction', async () => {
    const reads = database.reads(new AbortController().signal);
    await expect(reads.transaction().execute(() => Promise.resolve())).rejects.toThrow(
      /goes through runCommand/,
    );
    await until(() => database.pool.idleCount === database.pool.totalCount);
  });
});
