import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { until } from '../support/until.ts';
import { connect, open, socketUrl } from './sockets.ts';
import { trialSchema } from './trial-schema.ts';

const INIT = { type: 'connection_init' };
const echo = (number: number) => ({
  type: 'subscribe',
  id: String(number),
  payload: { query: `{ echo(number: ${number}) }` },
});

describe('a client of graphql-transport-ws', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: CITY_TEMPLATE });
  });
  afterAll(() => gateway.close());

  it('asks the graph over one socket, a hundred operations at once', async () => {
    // given
    const client = createClient({ url: socketUrl(gateway), webSocketImpl: WebSocket, lazy: false });
    const query = 'query ($first: Int) { districts(first: $first) { nodes { code name } } }';
    // when
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const answer = await client
          .iterate<any>({ query, variables: { first: (index % 10) + 1 } })
          .next();
        return answer.value.data.districts.nodes.length;
      }),
    );
    // then
    expect(answers).toEqual(Array.from({ length: 100 }, (_, index) => (index % 10) + 1));
    await client.dispose();
  });
});

describe('a WebSocket', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ schema: trialSchema, env: { REQUEST_TIMEOUT_MS: '700' } });
  });
  afterAll(() => gateway.close());

  it('answers an operation once, and completes it', async () => {
    const peer = await connect(gateway);
    const [next, complete, ...more] = await peer.ask('a', '{ echo(number: 7) }');
    expect(next).toMatchObject({ id: 'a', type: 'next', payload: { data: { echo: 7 } } });
    expect(complete).toEqual({ id: 'a', type: 'complete' });
    expect(more).toEqual([]);
    // Its id is free again.
    expect(await peer.ask('b', '{ echo(number: 8) }')).toHaveLength(2);
    peer.ws.close();
  });

  it('tells a partial answer as an answer, with its errors', async () => {
    const peer = await connect(gateway);
    const [next] = await peer.ask('1', '{ echo(number: 7) domainFault ownFault }');
    expect(next).toMatchObject({
      type: 'next',
      payload: {
        data: { echo: 7, domainFault: null, ownFault: null },
        errors: [
          { path: ['domainFault'], extensions: { code: 'BAD_USER_INPUT' } },
          { path: ['ownFault'], extensions: { code: 'INTERNAL' } },
        ],
      },
    });
    expect(JSON.stringify(next)).not.toMatch(/hunter2|stack/);
    peer.ws.close();
  });

  it.each([
    ['a syntax error', '{ echo(', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a wrong argument', '{ echo(number: "x") }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too deep a document', `{ ${'nest { '.repeat(30)} name ${'} '.repeat(31)}`, 'TOO_DEEP'],
    ['nothing', '', 'BAD_REQUEST'],
  ])('tells %s to its operation, and lives on', async (_what, query, code) => {
    // given
    const peer = await connect(gateway);
    // when
    const answer = await peer.ask('bad', query);
    // then
    expect(answer).toEqual([
      {
        ...{ id: 'bad', type: 'error' },
        payload: [
          expect.objectContaining({
            extensions: expect.objectContaining({ code, requestId: expect.any(String) }),
          }),
        ],
      },
    ]);
    expect(await peer.ask('good', '{ echo(number: 1) }')).toMatchObject([
      { payload: { data: { echo: 1 } } },
      { type: 'complete' },
    ]);
    expect(peer.ended).toBeUndefined();
    peer.ws.close();
  });

  it('gives each operation a request id of its own', async () => {
    const peer = await connect(gateway);
    const [one] = await peer.ask('1', '{ domainFault }');
    const [two] = await peer.ask('2', '{ domainFault }');
    const idOf = (message: any) => message.payload.errors[0].extensions.requestId;
    expect(idOf(one)).toMatch(/^[\w-]{36}$/);
    expect(idOf(two)).not.toBe(idOf(one));
    peer.ws.close();
  });

  it('answers a ping with its payload', async () => {
    const peer = await open(gateway);
    peer.say({ type: 'ping', payload: { at: 7 } });
    peer.say({ type: 'ping' });
    await until(() => peer.told.length === 2);
    expect(peer.told).toEqual([{ type: 'pong', payload: { at: 7 } }, { type: 'pong' }]);
    peer.ws.close();
  });

  it('is closed with 4408 when nothing is said on it', async () => {
    const peer = await open(gateway);
    expect(await peer.closed()).toEqual({
      code: 4408,
      reason: 'Connection initialisation timeout: send "connection_init" first.',
    });
  });

  it('may be silent for as long as it likes once it has begun', async () => {
    const peer = await connect(gateway);
    const late = await open(gateway);
    await late.closed();
    expect(await peer.ask('1', '{ echo(number: 1) }')).toHaveLength(2);
    peer.ws.close();
  });

  it.each<[string, number, (string | object)[], RegExp]>([
    ['an operation before connection_init', 4401, [echo(1)], /^Unauthorized/],
    ['a second connection_init', 4429, [INIT, INIT], /^Too many initialisation requests/],
    ['what is not JSON', 4400, [INIT, '{"type":'], /^The message is not JSON/],
    ['a list', 4400, [INIT, '[]'], /object/],
    ['nothing at all', 4400, [INIT, ''], /./],
    ['a message of no type', 4400, [INIT, '{"id":"1"}'], /'type'/],
    ['a message of a type that nobody knows', 4400, [INIT, { type: 'start' }], /"start"/],
    ['what only a server says', 4400, [INIT, { type: 'connection_ack' }], /a server sends/],
    ['an operation without an id', 4400, [INIT, { ...echo(1), id: '' }], /'id'/],
    [
      'an operation without a query',
      4400,
      [INIT, { ...echo(1), payload: { query: 7 } }],
      /'query' property to be a string/,
    ],
    [
      'variables that are no object',
      4400,
      [INIT, { ...echo(1), payload: { query: '{ a }', variables: [] } }],
      /'variables'/,
    ],
    [
      'a key that changes a prototype',
      4400,
      [INIT, '{"type":"subscribe","id":"1","payload":{"query":"{a}","variables":{"__proto__":1}}}'],
      /^The key "__proto__" at character \d+ sets a prototype: leave it out\.$/,
    ],
  ])('is closed for %s with %i', async (_what, code, messages, reason) => {
    const peer = await open(gateway);
    for (const message of messages) peer.say(message);
    const ended = await peer.closed();
    expect(ended.code).toBe(code);
    expect(ended.reason).toMatch(reason);
  });

  it('is closed with 4409 for a second operation under the id of one that is being answered', async () => {
    const peer = await connect(gateway);
    peer.subscribe('twin', '{ sleep(seconds: 5) }');
    peer.subscribe('twin', '{ echo(number: 1) }');
    expect(await peer.closed()).toEqual({
      code: 4409,
      reason: 'Subscriber for twin already exists',
    });
  });

  it('heeds nothing that comes behind the message that closed it', async () => {
    // given
    const peer = await connect(gateway);
    const other = await connect(gateway);
    gateway.sql.reset();
    // when
    peer.say('this is not JSON');
    for (let id = 0; id < 10; id += 1) peer.subscribe(String(id), '{ documents }');
    // then
    expect(await peer.closed()).toMatchObject({ code: 4400 });
    await other.ask('1', '{ documents }');
    expect(gateway.sql.statements).toHaveLength(1);
    other.ws.close();
  });

  it('is closed with 1003 for binary messages, and with 1007 for what is not UTF-8', async () => {
    const binary = await connect(gateway);
    binary.ws.send(Buffer.from(JSON.stringify(echo(1))), { binary: true });
    expect(await binary.closed()).toMatchObject({ code: 1003 });
    const mangled = await connect(gateway);
    mangled.ws.send(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { binary: false });
    expect((await mangled.closed()).code).toBe(1007);
  });

  it('fits a reason of any length and script into the close frame', async () => {
    const peer = await connect(gateway);
    const id = '供应商'.repeat(1_000);
    peer.subscribe(id, '{ sleep(seconds: 5) }');
    peer.subscribe(id, '{ echo(number: 1) }');
    const { code, reason } = await peer.closed();
    expect(code).toBe(4409);
    expect(reason).toMatch(/^Subscriber for (供应商){5,}[供应]*$/);
  });
});

describe('a gateway that answers nobody it does not know', () => {
  it('closes with 4401, and says so', async () => {
    const gateway = await startGateway({ schema: trialSchema, env: { ANONYMOUS: 'off' } });
    const peer = await open(gateway);
    peer.say({ type: 'connection_init' });
    expect(await peer.closed()).toMatchObject({
      code: 4401,
      reason: expect.stringContaining('answers nobody whom it does not know'),
    });
    await gateway.close();
  });
});
