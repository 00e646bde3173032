import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { pino } from 'pino';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { trialSchema } from './trial-schema.ts';

const SLEEP = '{ sleep(seconds: 30) }';
/** A tenth of a second where nothing else runs; far below the 30 s that the statements would take. */
const SOON = 8_000;
const POOL_SIZE = 4;
const PATIENT = { STATEMENT_TIMEOUT_MS: '60000', LOCK_TIMEOUT_MS: '60000' };

describe('what nobody waits for any more', () => {
  const lines: { status?: number }[] = [];
  let gateway: Gateway;
  let watcher: Client;
  let holder: Client;
  beforeAll(async () => {
    gateway = await startGateway({
      schema: trialSchema,
      env: { ...PATIENT, POOL_SIZE: String(POOL_SIZE), POOL_WAIT_MS: '20000' },
      log: pino(
        { level: 'info' },
        { write: (line) => void lines.push(JSON.parse(line) as object) },
      ),
    });
    watcher = new Client(gateway.connection);
    // Within a transaction pg_stat_activity would stand still.
    holder = new Client(gateway.connection);
    await Promise.all([watcher.connect(), holder.connect()]);
  });
  afterAll(async () => {
    await Promise.all([watcher.end(), holder.end()]);
    await gateway.close();
  });
  beforeEach(() => void (lines.length = 0));

  /** Statements of the gateway that the server is working on, by what they are about. */
  const running = async (about: string) => {
    const { rows } = await watcher.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and state = 'active' and query like $1`,
      [`%${about}%`],
    );
    return rows[0]!.count;
  };

  /** Asks, and can hang up. */
  const call = (query: string): Socket => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    const body = JSON.stringify({ query });
    socket.write(
      [
        'POST /graphql HTTP/1.1',
        'Host: here',
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        '',
        body,
      ].join('\r\n'),
    );
    return socket;
  };

  const allIdle = () => gateway.database.pool.idleCount === gateway.database.pool.totalCount;

  it('is cancelled on the server as soon as the caller leaves', async () => {
    // given
    const caller = call(SLEEP);
    await until(async () => (await running('pg_sleep')) === 1);
    // when
    caller.destroy();
    // then
    await until(async () => (await running('pg_sleep')) === 0, SOON);
    await until(allIdle, SOON);
    await until(() => lines.some(({ status }) => status === 499));
  });

  it('is cancelled while it waits for a lock', async () => {
    await holder.query('begin; lock table source_document in access exclusive mode');
    const caller = call('{ documents }');
    await until(async () => (await running('from source_document')) === 1);
    caller.destroy();
    await until(async () => (await running('from source_document')) === 0, SOON);
    await holder.query('rollback');
  });

  it('leaves its connection to the next, of whom no cancel is meant', async () => {
    // given
    const sessions = async () =>
      (await gateway.database.pool.query('select pg_backend_pid() as pid')).rows[0].pid as number;
    const before = new Set<number>();
    for (let round = 0; round < 5; round += 1) before.add(await sessions());
    // when
    for (let round = 0; round < 40; round += 1) {
      const caller = call('{ sleep(seconds: 0.02) }');
      await once(caller, 'connect');
      setTimeout(() => caller.destroy(), (round % 8) * 5);
      // Whoever comes in between is served on the same few connections, and in full.
      const served = await Promise.all(
        Array.from({ length: POOL_SIZE }, () => gateway.request('{ sleep(seconds: 0.005) }')),
      );
      for (const { data, errors } of served) {
        expect(errors).toBeUndefined();
        expect(data).toEqual({ sleep: true });
      }
    }
    // then
    await until(allIdle);
    expect(gateway.database.pool.totalCount).toBeLessThanOrEqual(POOL_SIZE);
  });

  it('does not use up the pool, were it a hundred callers who leave', async () => {
    // given
    const callers = Array.from({ length: 100 }, () => call(SLEEP));
    await until(async () => (await running('pg_sleep')) === POOL_SIZE);
    // when
    for (const caller of callers) caller.destroy();
    // then
    await until(async () => (await running('pg_sleep')) === 0, SOON);
    expect(await gateway.query('{ sleep }')).toEqual({ sleep: true });
    await until(allIdle, SOON);
    expect(gateway.database.pool.waitingCount).toBe(0);
  });

  it('asks the database nothing more', async () => {
    // given
    gateway.sql.reset();
    const caller = call('{ steps(count: 100, seconds: 0.05) }');
    await until(() => gateway.sql.statements.length >= 2);
    // when
    caller.destroy();
    await until(() => lines.some(({ status }) => status === 499));
    await until(allIdle, SOON);
    // then
    const asked = gateway.sql.statements.length;
    await watcher.query('select pg_sleep(0.3)');
    expect(gateway.sql.statements).toHaveLength(asked);
  });

  it('is cancelled when the stop cuts it off', async () => {
    // given
    const stopping = await startGateway({
      schema: trialSchema,
      env: { ...PATIENT, SHUTDOWN_GRACE_MS: '100' },
    });
    const cutOff = stopping.query(SLEEP).catch(() => 'cut off');
    const { pool } = stopping.database;
    await until(() => pool.totalCount - pool.idleCount === 1);
    // when
    const before = performance.now();
    await stopping.close();
    // then
    expect(await cutOff).toBe('cut off');
    expect(performance.now() - before).toBeLessThan(SOON);
  });
});

describe('an answer', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({
      schema: trialSchema,
      env: { ...PATIENT, ANSWER_TIMEOUT_MS: '300' },
    });
  });
  afterAll(() => gateway.close());

  it('ends when its time is up, with what there is by then', async () => {
    // when
    const before = performance.now();
    const { data, errors } = await gateway.request('{ echo(number: 7) sleep(seconds: 30) }');
    // then
    expect(performance.now() - before).toBeLessThan(SOON);
    expect(data).toEqual({ echo: 7, sleep: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^The answer took \d+ ms; 300 are allowed\. /),
        extensions: { code: 'TIMEOUT', asked: expect.any(Number), allowed: 300 },
      },
    ]);
    const { pool } = gateway.database;
    await until(() => pool.totalCount === pool.idleCount, SOON);
  });

  it('ends also where it takes many short statements', async () => {
    const { errors } = await gateway.request('{ steps(count: 1000, seconds: 0.05) }');
    expect(errors).toMatchObject([{ extensions: { code: 'TIMEOUT' } }]);
    expect(gateway.sql.statements.length).toBeLessThan(20);
  });
});
