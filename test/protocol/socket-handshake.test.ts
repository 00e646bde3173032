import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { connect, open, refusal } from './sockets.ts';
import { trialSchema } from './trial-schema.ts';

const answerTo = async (asked: ClientRequest) => {
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const { statusCode: status, headers } = response;
  return { status, headers, body: (await json(response)) as any };
};

describe('opening a WebSocket', () => {
  let gateway: Gateway;
  let host: string;
  beforeAll(async () => {
    gateway = await startGateway({
      schema: trialSchema,
      env: { CORS_ORIGINS: 'https://app.example.org,https://other.example.org' },
    });
    host = new URL(gateway.url).host;
  });
  afterAll(() => gateway.close());

  it.each([
    ['who is no page', () => undefined],
    ['a page of its own', () => `http://${host}`],
    ['a page of an origin that was named', () => 'https://app.example.org'],
  ])('is granted to %s', async (_who, origin) => {
    const peer = await open(gateway, { origin: origin()! });
    expect(peer.ws.protocol).toBe('graphql-transport-ws');
    peer.ws.close();
  });

  it.each([
    'https://evil.example.org',
    'https://app.example.org.evil.org',
    'http://app.example.org',
    'null',
  ])('is refused to a page of %s, before anything is said', async (origin) => {
    const { status, headers, error } = await refusal(gateway, { origin });
    expect(status).toBe(403);
    expect(error.extensions).toEqual({
      code: 'FORBIDDEN_ORIGIN',
      requestId: headers['x-request-id'],
    });
    expect(error.message).toContain(`A page from ${origin} may not connect`);
    expect(error.message).toContain('CORS_ORIGINS');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['graphql-ws', 'chat', 'graphql-transport-ws-2'])(
    'is refused with the subprotocol %j',
    async (protocol) => {
      const { status, error } = await refusal(gateway, { protocol });
      expect(status).toBe(400);
      expect(error.message).toContain('Ask for the subprotocol "graphql-transport-ws"');
    },
  );

  it('takes the one it speaks out of several', async () => {
    const peer = await open(gateway, { protocol: ['graphql-ws', 'graphql-transport-ws'] });
    expect(peer.ws.protocol).toBe('graphql-transport-ws');
    peer.ws.close();
  });

  it('is refused everywhere else', async () => {
    for (const path of ['/', '/graphql/stream', '/graphql/', '/healthz']) {
      const { status, error } = await refusal(gateway, { path });
      expect(status).toBe(404);
      expect(error).toMatchObject({
        message: `There is no WebSocket at ${path}; the graph's is at /graphql.`,
        extensions: { code: 'NOT_FOUND' },
      });
    }
  });

  /** A head that no client would send. */
  const shake = async (head: Readonly<Record<string, string>>, method = 'GET') => {
    const asked = request(gateway.url, {
      method,
      headers: {
        connection: 'upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': 'graphql-transport-ws',
        ...head,
      },
    });
    asked.end();
    return answerTo(asked);
  };

  it('tells the version that it speaks', async () => {
    const { status, headers } = await shake({ 'sec-websocket-version': '99' });
    expect(status).toBe(426);
    expect(headers['sec-websocket-version']).toBe('13');
  });

  it('answers a mangled handshake in the form of all refusals', async () => {
    const mangled: Record<string, string>[] = [
      { 'sec-websocket-key': 'short' },
      { 'sec-websocket-protocol': 'graphql-transport-ws,,' },
    ];
    for (const head of mangled) {
      const { status, body } = await shake(head);
      expect(status).toBe(400);
      expect(body.errors[0].extensions).toEqual({
        code: 'BAD_REQUEST',
        requestId: expect.any(String),
      });
    }
    expect(await shake({}, 'POST')).toMatchObject({ status: 400 });
  });

  it('passes over an upgrade to HTTP/2, which clients offer unasked', async () => {
    const body = JSON.stringify({ query: '{ echo(number: 1) }' });
    const asked = request(gateway.url, {
      method: 'POST',
      headers: {
        ...{
          connection: 'Upgrade, HTTP2-Settings',
          upgrade: 'h2c',
          'http2-settings': 'AAMAAABkAAQAoAAA',
        },
        ...{ 'content-type': 'application/json', 'content-length': body.length },
      },
    });
    asked.end(body);
    expect(await answerTo(asked)).toMatchObject({ status: 200, body: { data: { echo: 1 } } });
  });

  it('lives on when a peer is gone in the middle of it', async () => {
    const { port } = new URL(gateway.url);
    for (const path of ['/graphql', '/nowhere']) {
      const raw = connectSocket(Number(port), '127.0.0.1');
      raw.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n`,
      );
      raw.resetAndDestroy();
      await once(raw, 'close');
    }
    expect(await gateway.query('{ echo(number: 1) }')).toEqual({ echo: 1 });
  });
});

describe('the number of sockets', () => {
  it('is bounded, event streams included, and a place is free again when its socket is closed', async () => {
    // given
    const gateway = await startGateway({ schema: trialSchema, env: { MAX_SOCKETS: '2' } });
    const first = await connect(gateway);
    await connect(gateway);
    // when
    const { status, headers, error } = await refusal(gateway);
    // then
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('1');
    expect(error.extensions).toMatchObject({ code: 'SERVICE_BUSY', asked: 3, allowed: 2 });
    expect(error.message).toMatch(
      /^2 sockets and event streams are open, and no more are allowed\./,
    );
    const streamed = await fetch(`${gateway.url}/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: '{"query":"{ __typename }"}',
    });
    expect(streamed.status).toBe(503);
    expect(streamed.headers.get('retry-after')).toBe('1');
    // when
    first.ws.terminate();
    // then
    await until(async () => (await connect(gateway).catch(() => undefined)) !== undefined);
    await gateway.close();
  });

  it('counts nobody whose handshake was refused', async () => {
    const gateway = await startGateway({ schema: trialSchema, env: { MAX_SOCKETS: '1' } });
    for (let time = 0; time < 5; time += 1) await refusal(gateway, { protocol: 'chat' });
    const peer = await connect(gateway);
    expect(await peer.ask('1', '{ echo(number: 1) }')).toHaveLength(2);
    await gateway.close();
  });
});
