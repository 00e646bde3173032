import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { pino } from 'pino';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { heldMemory } from '../support/memory.ts';
import { until } from '../support/until.ts';
import { connect, open, refusal } from './sockets.ts';
import { streamed } from './streams.ts';
import { trialSchema } from './trial-schema.ts';

const SLEEP = '{ sleep(seconds: 30) }';
const SOON = 1_500;

const busy = ({ database: { pool } }: Gateway) => pool.totalCount - pool.idleCount;

describe('what was asked over a WebSocket or an event stream', () => {
  const lines: Record<string, unknown>[] = [];
  let gateway: Gateway;
  let watcher: Client;
  beforeAll(async () => {
    gateway = await startGateway({
      schema: trialSchema,
      env: { POOL_SIZE: '20', STATEMENT_TIMEOUT_MS: '60000' },
      log: pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line) as never) }),
    });
    watcher = new Client(gateway.connection);
    await watcher.connect();
  });
  afterAll(async () => {
    await watcher.end();
    await gateway.close();
  });

  /** Statements that the database server is working on. */
  const sleeping = async () => {
    const { rows } = await watcher.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and state = 'active' and query like '%pg_sleep%'`,
    );
    return rows[0]!.count;
  };

  it('is cancelled in the database when the peer completes it, and its id is free', async () => {
    // given
    const peer = await connect(gateway);
    peer.subscribe('1', SLEEP);
    await until(async () => (await sleeping()) === 1);
    // when
    peer.say({ type: 'complete', id: '1' });
    // then
    await until(async () => (await sleeping()) === 0, SOON);
    expect(await peer.ask('1', '{ echo(number: 1) }')).toMatchObject([
      { payload: { data: { echo: 1 } } },
      { type: 'complete' },
    ]);
    peer.ws.close();
  });

  it.each([
    ['says goodbye', (peer: Awaited<ReturnType<typeof connect>>) => peer.ws.close()],
    ['is gone', (peer: Awaited<ReturnType<typeof connect>>) => peer.ws.terminate()],
    ['breaks the protocol', (peer: Awaited<ReturnType<typeof connect>>) => peer.say('{')],
  ])('is cancelled in the database, all of it, when the peer %s', async (_how, leave) => {
    const peer = await connect(gateway);
    // Ten are worked on; the others have not begun, and never will.
    for (let id = 0; id < 30; id += 1) peer.subscribe(String(id), SLEEP);
    await until(async () => (await sleeping()) === 10);
    leave(peer);
    await until(async () => (await sleeping()) === 0, SOON);
    await until(() => busy(gateway) === 0, SOON);
    expect(await gateway.query('{ documents }')).toEqual({ documents: true });
    expect(await sleeping()).toBe(0);
  });

  it('is forgotten when it is completed before its turn, however often', async () => {
    // given
    const peer = await connect(gateway);
    for (let id = 0; id < 10; id += 1) peer.subscribe(`slow ${id}`, SLEEP);
    await until(async () => (await sleeping()) === 10);
    const text = 'x'.repeat(50_000);
    const held = heldMemory();
    // when
    for (let id = 0; id < 1_000; id += 1) {
      const payload = { query: '{ echo(number: 1) }', extensions: { text: `${id} ${text}` } };
      peer.say({ id: 'waiting', type: 'subscribe', payload });
      peer.say({ id: 'waiting', type: 'complete' });
    }
    peer.say({ type: 'ping' });
    await until(() => peer.told.some(({ type }) => type === 'pong'));
    // then
    expect(heldMemory() - held).toBeLessThan(20);
    // And whoever comes next still gets his turn.
    peer.subscribe('next', '{ echo(number: 7) }');
    peer.say({ id: 'slow 0', type: 'complete' });
    expect(await peer.answer('next')).toMatchObject([{ payload: { data: { echo: 7 } } }, {}]);
    peer.ws.terminate();
    await until(() => busy(gateway) === 0);
  });

  it('is cancelled in the database when the reader of an event stream is gone', async () => {
    const leaving = new AbortController();
    const asked = streamed(gateway, { query: SLEEP }, { signal: leaving.signal });
    await until(async () => (await sleeping()) === 1);
    leaving.abort();
    await expect(asked).rejects.toThrow('abort');
    await until(async () => (await sleeping()) === 0, SOON);
  });

  it('is no fault in the log', () => {
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});

describe('an operation whose time is up', () => {
  it('is told so, and its socket lives', async () => {
    const gateway = await startGateway({ schema: trialSchema, env: { ANSWER_TIMEOUT_MS: '300' } });
    const peer = await connect(gateway);
    expect(await peer.ask('1', '{ echo(number: 7) sleep(seconds: 30) }')).toMatchObject([
      {
        payload: { data: { echo: 7, sleep: null }, errors: [{ extensions: { code: 'TIMEOUT' } }] },
      },
      { type: 'complete' },
    ]);
    expect(await peer.ask('2', '{ echo(number: 1) }')).toHaveLength(2);
    await gateway.close();
  });
});

describe('a stop with sockets and streams open', () => {
  it('finishes what they asked, takes nothing new, and tells them to go', async () => {
    // given
    const gateway = await startGateway({ schema: trialSchema });
    const idle = await connect(gateway);
    const silent = await open(gateway);
    const working = await connect(gateway);
    working.subscribe('1', '{ sleep(seconds: 1) }');
    const stream = streamed(gateway, { query: '{ sleep(seconds: 1) }' });
    await until(() => busy(gateway) === 2);
    // when
    const closed = gateway.close();
    // then
    const goodbye = { code: 1001, reason: 'This server is stopping.' };
    expect(await idle.closed()).toEqual(goodbye);
    expect(await silent.closed()).toEqual(goodbye);
    expect(await refusal(gateway)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      error: { extensions: { code: 'SERVICE_UNAVAILABLE' } },
    });
    expect((await streamed(gateway, { query: '{ __typename }' })).status).toBe(503);
    expect(await working.ask('2', '{ echo(number: 1) }')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
    ]);
    expect(await working.answer('1')).toMatchObject([
      { type: 'next', payload: { data: { sleep: true } } },
      { type: 'complete' },
    ]);
    expect(await working.closed()).toEqual(goodbye);
    expect((await stream).events).toMatchObject([
      { event: 'next', data: { data: { sleep: true } } },
      { event: 'complete' },
    ]);
    await closed;
  });

  it('finishes also what waits for its turn', async () => {
    const gateway = await startGateway({ schema: trialSchema, env: { POOL_SIZE: '20' } });
    const peer = await connect(gateway);
    for (let id = 0; id < 30; id += 1) peer.subscribe(String(id), '{ sleep(seconds: 1) }');
    peer.say({ type: 'ping' });
    await until(() => peer.told.some(({ type }) => type === 'pong') && busy(gateway) === 10);
    await gateway.close();
    const answered = peer.told.filter(({ payload }) => payload?.data?.sleep === true);
    expect(answered).toHaveLength(30);
    expect(await peer.closed()).toMatchObject({ code: 1001 });
  });

  it('tells those whom it cuts off, and waits no longer than its grace', async () => {
    // given
    const gateway = await startGateway({
      schema: trialSchema,
      env: { SHUTDOWN_GRACE_MS: '300', STATEMENT_TIMEOUT_MS: '60000' },
    });
    const peer = await connect(gateway);
    peer.subscribe('1', SLEEP);
    const stream = streamed(gateway, { query: SLEEP });
    await until(() => busy(gateway) === 2);
    // when
    const before = performance.now();
    await gateway.close();
    // then
    expect(performance.now() - before).toBeLessThan(SOON);
    const stopping = { extensions: { code: 'SERVICE_UNAVAILABLE' } };
    expect(await peer.answer('1')).toMatchObject([{ type: 'error', payload: [stopping] }]);
    expect(await peer.closed()).toMatchObject({ code: 1001 });
    expect((await stream).events).toMatchObject([
      { event: 'next', data: { errors: [stopping] } },
      { event: 'complete' },
    ]);
  });

  it('is not held up by a peer that does not say goodbye', async () => {
    const gateway = await startGateway({ schema: trialSchema });
    const peer = await connect(gateway);
    peer.ws.pause();
    const before = performance.now();
    await gateway.close();
    expect(performance.now() - before).toBeLessThan(2 * SOON);
    peer.ws.terminate();
  });
});
