import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { pino } from 'pino';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { connect, open, type Peer } from './sockets.ts';
import { trialSchema } from './trial-schema.ts';

const MEGABYTE = 1024 * 1024;

/** The connection below a client's socket. */
const rawOf = ({ ws }: Peer) => (ws as unknown as { _socket: Socket })._socket;

describe('what comes over a WebSocket', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({
      schema: trialSchema,
      env: { SOCKET_MESSAGE_BYTES: '20000', MAX_TEXT_LENGTH: '100000' },
    });
  });
  afterAll(() => gateway.close());

  const padded = (bytes: number) => {
    const message = { type: 'subscribe', id: '1', payload: { query: '{ echo(number: 1) }' } };
    return JSON.stringify(message).padEnd(bytes, ' ');
  };

  it('may be as large as is allowed, and not a byte larger: 1009', async () => {
    const peer = await connect(gateway);
    peer.say(padded(20_000));
    expect(await peer.answer('1')).toHaveLength(2);
    peer.say(padded(20_001));
    expect(await peer.closed()).toMatchObject({ code: 1009 });
  });

  it('closes the socket when it is of 10 MB, and nobody else’s', async () => {
    const peer = await connect(gateway);
    const other = await connect(gateway);
    peer.ws.send(Buffer.alloc(10 * MEGABYTE, ' '), { binary: false });
    expect((await peer.closed()).code).toBe(1009);
    expect(await other.ask('1', '{ echo(number: 1) }')).toHaveLength(2);
    other.ws.close();
  });

  it('is refused by the size that its head tells, before any of it is read', async () => {
    const peer = await connect(gateway);
    // A text frame, masked, of 10 MB to come: and nothing comes.
    const head = Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0, 0xa0, 0, 0, 1, 2, 3, 4]);
    rawOf(peer).write(head);
    expect((await peer.closed()).code).toBe(1009);
  });

  it('is not gathered from pieces past its size', async () => {
    const peer = await connect(gateway);
    for (let piece = 0; piece < 3; piece += 1) {
      peer.ws.send(Buffer.alloc(7_000, ' '), { binary: false, fin: false });
    }
    expect((await peer.closed()).code).toBe(1009);
  });

  it('is not unpacked: nothing is compressed', async () => {
    const peer = await open(gateway, { perMessageDeflate: true });
    expect(peer.ws.extensions).toBe('');
    peer.ws.close();
  });
});

describe('the operations of one WebSocket', () => {
  it('are refused past their number, each for itself, and the others are answered', async () => {
    // given
    const gateway = await startGateway({ schema: trialSchema, env: { POOL_SIZE: '20' } });
    const peer = await connect(gateway);
    // when
    for (let id = 0; id < 1_000; id += 1) peer.subscribe(String(id), '{ sleep(seconds: 0.05) }');
    // then
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, id) => peer.answer(String(id))),
    );
    for (const [id, [first]] of answers.entries()) {
      if (id < 100) {
        expect(first).toMatchObject({ type: 'next', payload: { data: { sleep: true } } });
        continue;
      }
      expect(first).toMatchObject({
        type: 'error',
        payload: [
          {
            message:
              '100 operations are being answered on this socket, and no more are allowed. Complete one first, or ask in one document.',
            extensions: { code: 'TOO_MANY_OPERATIONS', asked: 101, allowed: 100 },
          },
        ],
      });
    }
    expect(await peer.ask('again', '{ echo(number: 1) }')).toHaveLength(2);
    expect(peer.ended).toBeUndefined();
    await gateway.close();
  });

  it('are worked on ten at a time, so that one socket does not take everybody’s places', async () => {
    const gateway = await startGateway({ schema: trialSchema, env: { POOL_SIZE: '20' } });
    const { pool } = gateway.database;
    const peer = await connect(gateway);
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, pool.totalCount - pool.idleCount)), 5);
    for (let id = 0; id < 60; id += 1) peer.subscribe(String(id), '{ sleep(seconds: 0.05) }');
    for (let id = 0; id < 60; id += 1) await peer.answer(String(id));
    clearInterval(watch);
    expect(most).toBe(10);
    await gateway.close();
  });

  it('count among all that are answered at once, however they came', async () => {
    // given
    const gateway = await startGateway({ schema: trialSchema, env: { MAX_CONCURRENT: '2' } });
    const peer = await connect(gateway);
    const sleeping = [1, 2].map(() => gateway.request('{ sleep(seconds: 1) }'));
    const { pool } = gateway.database;
    await until(() => pool.totalCount - pool.idleCount === 2);
    // when
    const busy = await peer.ask('1', '{ echo(number: 1) }');
    // then
    expect(busy).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'SERVICE_BUSY' } }] },
    ]);
    await Promise.all(sleeping);
    // and the other way round
    peer.subscribe('2', '{ sleep(seconds: 1) }');
    peer.subscribe('3', '{ sleep(seconds: 1) }');
    await until(() => pool.totalCount - pool.idleCount === 2);
    expect((await gateway.post({ query: '{ echo(number: 1) }' })).status).toBe(503);
    await peer.answer('2');
    await peer.answer('3');
    expect(await gateway.query('{ echo(number: 1) }')).toEqual({ echo: 1 });
    await gateway.close();
  });
});

describe('a peer that is gone', () => {
  it('is noticed when it answers no ping, while one that does stays', async () => {
    // given
    const gateway = await startGateway({ schema: trialSchema, env: { SOCKET_PING_MS: '100' } });
    const alive = await connect(gateway);
    const gone = await connect(gateway, { autoPong: false });
    // when
    const ended = await gone.closed();
    // then
    expect(ended.code).toBe(1006);
    await delay(500);
    expect(await alive.ask('1', '{ echo(number: 1) }')).toHaveLength(2);
    await gateway.close();
  });
});

describe('a peer that takes its answers slowly', () => {
  let made = 0;
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        long: {
          type: GraphQLString,
          args: { length: { type: new GraphQLNonNull(GraphQLInt) } },
          resolve: (_root, { length }: { length: number }) => {
            made += 1;
            return 'x'.repeat(length);
          },
        },
      },
    }),
  });
  const lines: Record<string, unknown>[] = [];
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({
      schema,
      env: { SOCKET_PING_MS: '300' },
      log: pino(
        { level: 'info' },
        { write: (line) => void lines.push(JSON.parse(line) as object as never) },
      ),
    });
  });
  afterAll(() => gateway.close());

  it('has no more answers made for it than it has room for, and is cut off when it takes none', async () => {
    // given
    const peer = await connect(gateway);
    peer.ws.pause();
    made = 0;
    const before = process.memoryUsage().heapUsed;
    // when
    // In one piece: all of them are read before the first is answered.
    rawOf(peer).cork();
    for (let id = 0; id < 100; id += 1) peer.subscribe(String(id), `{ long(length: ${MEGABYTE}) }`);
    rawOf(peer).uncork();
    // then
    await until(() => lines.some(({ msg, code }) => msg === 'socket' && code === 1006));
    // The kernel takes some megabytes, we hold one, and ten are being made.
    expect(made).toBeGreaterThan(1);
    expect(made).toBeLessThan(30);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60 * MEGABYTE);
    peer.ws.terminate();
    // Nobody else noticed.
    expect(await gateway.query('{ long(length: 3) }')).toEqual({ long: 'xxx' });
  });

  it('gets all of them, as long as it takes some', async () => {
    // given
    const peer = await connect(gateway);
    const taking = (async () => {
      while (peer.told.length < 41) {
        peer.ws.pause();
        await delay(40);
        peer.ws.resume();
        await delay(1);
      }
    })();
    // when
    for (let id = 0; id < 20; id += 1) peer.subscribe(String(id), `{ long(length: ${MEGABYTE}) }`);
    // then
    await taking;
    for (let id = 0; id < 20; id += 1) {
      const [next] = await peer.answer(String(id));
      expect(next!.payload.data.long).toHaveLength(MEGABYTE);
    }
    peer.ws.close();
  });
});
