import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { trialSchema } from './trial-schema.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('over HTTP', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    const env = { BODY_LIMIT_BYTES: '2048', REQUEST_TIMEOUT_MS: '300' };
    gateway = await startGateway({ schema: trialSchema, env });
  });
  afterAll(() => gateway.close());

  /** Sends a body as it is, and reads an answer that has to be JSON. */
  const send = async (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const { errors } = (await response.json()) as {
      errors?: { message: string; extensions: object }[];
    };
    return { status: response.status, ...errors?.[0] };
  };

  it.each([
    ['malformed JSON', '{"query":'],
    ['null', 'null'],
    ['a number', '7'],
    ['an array of nothing', '[]'],
    ['an array of numbers', '[7]'],
    ['an object of nothing', '{}'],
    ['nothing', ''],
    ['a query that is no text', '{"query":{"kind":"Document"}}'],
    ['variables that are no object', '{"query":"{ __typename }","variables":[1]}'],
    ['a prototype', '{"query":"{ __typename }","__proto__":{"x":1}}'],
  ])('answers a body of %s with 400', async (_what, body) => {
    expect(await send(body)).toMatchObject({
      status: 400,
      extensions: { code: 'BAD_REQUEST', requestId: expect.stringMatching(UUID) },
    });
  });

  it('answers bytes that are not UTF-8 with 400, and does not guess at them', async () => {
    const gbk = Buffer.from([0xbc, 0xc3, 0xc4, 0xcf]);
    const body = Buffer.concat([
      Buffer.from('{"query":"{ __typename } # '),
      gbk,
      Buffer.from('"}'),
    ]);
    expect(await send(body)).toMatchObject({
      status: 400,
      message: expect.stringContaining('UTF-8'),
    });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'takes no %s, which a foreign page could make a browser send',
    async (type) => {
      const answer = await send('{"query":"{ __typename }"}', { 'content-type': type });
      expect(answer).toMatchObject({
        status: 415,
        message: expect.stringContaining('send it with "content-type: application/json"'),
        extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
      });
    },
  );

  it('refuses a body over the limit', async () => {
    const body = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(2_048)}` });
    expect(await send(body)).toMatchObject({
      status: 413,
      message: expect.stringContaining(`The body has ${body.length} bytes; 2048 are allowed.`),
      extensions: { code: 'BODY_TOO_LARGE', asked: body.length, allowed: 2_048 },
    });
  });

  it('refuses one that comes in chunks as soon as it is over, and invents no length', async () => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      body: new Blob([' '.repeat(4_096)]).stream(),
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect(errors).toEqual([
      {
        message: expect.stringContaining('The body has more than 2048 bytes; 2048 are allowed.'),
        extensions: { code: 'BODY_TOO_LARGE', allowed: 2_048, requestId: expect.any(String) },
      },
    ]);
  });

  it.each([
    ['a Host header that names no host', ['Host: [']],
    ['a request without a Host header', []],
  ])('answers %s', async (_what, host) => {
    const answer = await raw(
      'POST /graphql HTTP/1.1',
      ...host,
      'Content-Type: application/json',
      'Content-Length: 2',
      '',
      '{}',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"BAD_REQUEST"');
  });

  it.each([
    ['/%', 'a percent sign'],
    ['/%ff', 'a byte that is not UTF-8'],
  ])('answers a path of %s, which is %s, as it answers all that is broken', async (path) => {
    const response = await fetch(new URL(gateway.url).origin + path);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('UTF-8'),
          extensions: {
            code: 'BAD_REQUEST',
            requestId: response.headers.get('x-request-id'),
          },
        },
      ],
    });
  });

  it('answers whoever expects what nobody knows', async () => {
    const answer = await raw(
      'POST /graphql HTTP/1.1',
      'Host: here',
      'Expect: miracles',
      'Content-Type: application/json',
      'Content-Length: 2',
      '',
      '{}',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"BAD_REQUEST"');
  });

  it('names the one in an array that is no operation', async () => {
    const good = { query: '{ __typename }' };
    for (const wrong of [null, 7, {}]) {
      expect(await send(JSON.stringify([good, wrong, good]))).toMatchObject({
        status: 400,
        message: 'Operation 2 of 3 is not an object with a "query".',
        extensions: { code: 'BAD_REQUEST', requestId: expect.stringMatching(UUID) },
      });
    }
  });

  it('points who comes to the wrong place to the graph', async () => {
    const base = new URL(gateway.url).origin;
    expect(await (await fetch(base)).json()).toMatchObject({ graphql: '/graphql' });
    const lost = await fetch(`${base}/graphiql`);
    expect(lost.status).toBe(404);
    expect(await lost.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('says which methods the graph is asked by', async () => {
    const response = await fetch(gateway.url, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }],
    });
  });

  it('keeps a request id that a proxy gave, if it looks sane', async () => {
    const ask = async (id: string) =>
      (await gateway.post({ query: '{ __typename }' }, { 'x-request-id': id })).headers.get(
        'x-request-id',
      );
    expect(await ask('edge-1:42.7')).toBe('edge-1:42.7');
    expect(await ask('a b')).toMatch(UUID);
    expect(await ask('{"level":60}')).toMatch(UUID);
    expect(await ask('x'.repeat(129))).toMatch(UUID);
  });

  it.each([
    ['head', ['POST /graphql HTTP/1.1', 'Host: here']],
    [
      'body',
      [
        'POST /graphql HTTP/1.1',
        'Host: here',
        'Content-Type: application/json',
        'Content-Length: 99',
        '',
        '{',
      ],
    ],
  ])('cuts off a %s that drips in', async (_what, lines) => {
    const before = performance.now();
    const answer = await raw(...lines);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('took more than 300 ms to arrive; 300 are allowed. Send it in one go');
    expect(answer).toContain('{"allowed":300,"code":"BAD_REQUEST"}');
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  /** What comes back for these lines until the server ends the connection. */
  async function raw(...lines: string[]): Promise<string> {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (String(chunk).includes('"errors"')) socket.end();
    });
    socket.write(lines.join('\r\n'));
    await once(socket, 'close');
    return Buffer.concat(chunks).toString();
  }
});
