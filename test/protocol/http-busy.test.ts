import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { pino } from 'pino';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { trialSchema } from './trial-schema.ts';

const PLACES = 3;
/** Far below the 10 s that a body has to arrive, and the 40 s that nothing may move. */
const SOON = 5_000;

/** Asks for more than the buffers on the way hold. */
function asking({ url }: Gateway): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const body = JSON.stringify({ query: '{ letters(count: 20000000) }' });
  const head = 'POST /graphql HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n';
  socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`);
  return socket.on('error', () => {});
}

describe('operations at once', () => {
  let gateway: Gateway;
  let holder: Client;
  beforeAll(async () => {
    const env = { MAX_CONCURRENT: String(PLACES), LOCK_TIMEOUT_MS: '60000' };
    gateway = await startGateway({
      schema: trialSchema,
      env: { ...env, STATEMENT_TIMEOUT_MS: '60000' },
    });
    holder = new Client(gateway.connection);
    await holder.connect();
  });
  afterAll(async () => {
    await holder.end();
    await gateway.close();
  });

  const busy = () => gateway.database.pool.totalCount - gateway.database.pool.idleCount;
  /** Takes every place until the holder rolls back. */
  const fill = async () => {
    await holder.query('begin; lock table source_document in access exclusive mode');
    const inside = Array.from({ length: PLACES }, () => gateway.query('{ documents }'));
    await until(() => busy() === PLACES);
    return inside;
  };

  it('are bounded: one more is refused at once, and told when to come back', async () => {
    // given
    const inside = await fill();
    // when
    const refused = await Promise.all(
      Array.from({ length: 50 }, () => gateway.post({ query: '{ echo(number: 1) }' })),
    );
    // then
    for (const response of refused) {
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('1');
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'SERVICE_BUSY', asked: PLACES + 1, allowed: PLACES } }],
      });
    }
    await holder.query('rollback');
    for (const data of await Promise.all(inside)) expect(data).toEqual({ documents: true });
    expect(await gateway.query('{ echo(number: 1) }')).toEqual({ echo: 1 });
  });

  it('leave health alone', async () => {
    const inside = await fill();
    for (const path of ['/healthz', '/readyz']) {
      expect((await fetch(new URL(path, gateway.url))).status).toBe(200);
    }
    await holder.query('rollback');
    await Promise.all(inside);
  });

  it('do not count who still sends, or does not read', async () => {
    // given
    const { port } = new URL(gateway.url);
    const dripping = Array.from({ length: 2 * PLACES }, () => connect(Number(port), '127.0.0.1'));
    for (const socket of dripping) {
      socket.on('error', () => {});
      socket.write(`POST /graphql HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n`);
      socket.write(`Content-Length: 99\r\n\r\n{`);
    }
    const readless = Array.from({ length: 2 * PLACES }, () => asking(gateway).pause());
    await Promise.all([...dripping, ...readless].map((socket) => once(socket, 'connect')));
    // then
    const isServed = async () =>
      (await gateway.post({ query: '{ echo(number: 1) }' })).status === 200;
    await until(isServed, SOON);
    for (const socket of [...dripping, ...readless]) socket.destroy();
  });

  it('give their place back when their caller leaves', async () => {
    for (let round = 0; round < 3 * PLACES; round += 1) {
      const leaving = new AbortController();
      const asked = fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ sleep(seconds: 30) }' }),
        signal: leaving.signal,
      });
      await until(() => busy() > 0);
      leaving.abort();
      await expect(asked).rejects.toThrow();
    }
    expect(await gateway.query('{ echo(number: 1) }')).toEqual({ echo: 1 });
  });
});

describe('a caller who does not take his answer', () => {
  it.each([
    ['nothing of it', 0],
    ['a little now and then', 50],
  ])('but %s is cut off, and his answer let go', async (_how, everyMs) => {
    // given
    const env = { REQUEST_TIMEOUT_MS: '300', ANSWER_TIMEOUT_MS: '300' };
    const lines: { status?: number }[] = [];
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
    const gateway = await startGateway({ schema: trialSchema, env, log });
    const readless = asking(gateway).pause();
    // 200 KB a sip: at this pace the answer would take 5 s, and something moves all the time.
    const sips = everyMs > 0 && setInterval(() => readless.read(200_000), everyMs);
    // when
    await until(() => lines.length > 0, 4_000);
    if (sips) clearInterval(sips);
    // then
    expect(lines).toMatchObject([{ status: 499 }]);
    readless.destroy();
    await gateway.close();
  });
});
