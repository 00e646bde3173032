import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { createClient } from 'graphql-sse';
import { pino } from 'pino';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { read, streamed } from './streams.ts';

const seen: string[] = [];

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      echo: {
        type: GraphQLString,
        args: { text: { type: new GraphQLNonNull(GraphQLString) } },
        resolve: (_root, { text }: { text: string }) => text,
      },
      wait: {
        type: GraphQLInt,
        args: { ms: { type: new GraphQLNonNull(GraphQLInt) } },
        resolve: (_root, { ms }: { ms: number }) => delay(ms, ms),
      },
      long: {
        type: GraphQLString,
        resolve: () => 'x'.repeat(64 * 1024 * 1024),
      },
    },
  }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: { note: { type: GraphQLString, resolve: () => (seen.push('noted'), 'noted') } },
  }),
});

describe('a client of graphql-sse', () => {
  it('asks the graph', async () => {
    const gateway = await startGateway({ template: CITY_TEMPLATE });
    const client = createClient({ url: `${gateway.url}/stream`, retryAttempts: 0 });
    const asked = {
      query: 'query ($n: Int) { districts(first: $n) { nodes { name } } }',
      variables: { n: 3 },
    };
    const answers = [];
    for await (const answer of client.iterate<any>(asked)) answers.push(answer);
    expect(answers).toHaveLength(1);
    expect(answers[0]!.data.districts.nodes).toHaveLength(3);
    client.dispose();
    await gateway.close();
  });
});

describe('an event stream', () => {
  const lines: { status?: number }[] = [];
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({
      schema,
      log: pino(
        { level: 'info' },
        { write: (line) => void lines.push(JSON.parse(line) as object) },
      ),
      env: { SOCKET_PING_MS: '100', CORS_ORIGINS: 'https://app.example.org' },
    });
  });
  afterAll(() => gateway.close());

  const get = (query: object, headers: Record<string, string> = {}) => {
    const search = new URLSearchParams(query as Record<string, string>).toString();
    return fetch(`${gateway.url}/stream?${search}`, {
      headers: { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin', ...headers },
    });
  };

  it('holds one answer and its end', async () => {
    const { status, headers, events } = await streamed(gateway, {
      query: '{ echo(text: "供应商\\n") }',
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(events).toMatchObject([
      { event: 'next', data: { data: { echo: '供应商\n' }, extensions: { cost: {} } } },
      { event: 'complete' },
    ]);
  });

  it('reaches its reader as it was written, past every proxy', async () => {
    const { headers } = await streamed(
      gateway,
      { query: `{ echo(text: "${'x'.repeat(3_000)}") }` },
      { headers: { 'accept-encoding': 'br, gzip' } },
    );
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it('has heartbeats, so that nobody takes silence for an end', async () => {
    const { text, events } = await streamed(gateway, { query: '{ wait(ms: 650) }' });
    const [before = ''] = text.split('event:');
    expect(before.match(/:\n\n/g)!.length).toBeGreaterThanOrEqual(5);
    expect(events).toHaveLength(2);
  });

  it('is there for an EventSource, which can only GET', async () => {
    const query = 'query Q($t: String!) { echo(text: $t) } query R { echo(text: "r") }';
    const response = await get({ query, variables: '{"t":"a"}', operationName: 'Q' });
    expect((await read(response)).events[0]).toMatchObject({ data: { data: { echo: 'a' } } });
  });

  it('changes nothing by GET', async () => {
    const { events } = await read(await get({ query: 'mutation { note }' }));
    expect(events).toMatchObject([
      {
        data: { errors: [{ extensions: { code: 'BAD_REQUEST', requestId: expect.any(String) } }] },
      },
      { event: 'complete' },
    ]);
    expect(seen).toEqual([]);
    await streamed(gateway, { query: 'mutation { note }' });
    expect(seen).toEqual(['noted']);
  });

  it.each([
    ['a syntax error', '{ echo(', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too deep a document', `${'{ a '.repeat(30)}${'} '.repeat(30)}`, 'TOO_DEEP'],
  ])('tells %s as its answer', async (_what, query, code) => {
    const { status, headers, events } = await streamed(gateway, { query });
    expect(status).toBe(200);
    const extensions = expect.objectContaining({ code, requestId: headers.get('x-request-id') });
    expect(events).toEqual([
      { event: 'next', data: { errors: [expect.objectContaining({ extensions })] } },
      { event: 'complete' },
    ]);
  });

  it.each<[string, unknown, number, string, RegExp]>([
    ['malformed JSON', '{"query":', 400, 'BAD_REQUEST', /JSON/],
    ['a key that stands twice', '{"query":"{a}","query":"{b}"}', 400, 'BAD_REQUEST', /"query"/],
    ['no query', {}, 400, 'BAD_REQUEST', /^"query" is not a text/],
    ['a query that is no text', { query: 7 }, 400, 'BAD_REQUEST', /^"query" is not a text/],
    [
      'variables that are none',
      { query: '{a}', variables: [1] },
      400,
      'BAD_REQUEST',
      /^"variables"/,
    ],
    ['several operations', [{ query: '{a}' }], 400, 'BAD_REQUEST', /^One operation/],
    ['null', 'null', 400, 'BAD_REQUEST', /^One operation/],
    ['too large a body', { query: ' '.repeat(300_000) }, 413, 'BODY_TOO_LARGE', /./],
  ])('is not begun for %s', async (_what, body, status, code, message) => {
    const answer = await streamed(gateway, body);
    expect(answer.status).toBe(status);
    const { errors } = JSON.parse(answer.text);
    const requestId = answer.headers.get('x-request-id');
    expect(errors[0].extensions).toMatchObject({ code, requestId });
    expect(errors[0].message).toMatch(message);
  });

  it('is not begun for variables in a URL that are not JSON', async () => {
    const response = await get({ query: '{ echo(text: "a") }', variables: '{' });
    expect(response.status).toBe(400);
  });

  it('is for those who ask for one', async () => {
    for (const accept of ['application/json', '*/*', 'text/html, image/*;q=0.8']) {
      const answer = await streamed(gateway, { query: '{ __typename }' }, { headers: { accept } });
      expect(answer.status).toBe(406);
      expect(JSON.parse(answer.text).errors[0].extensions.code).toBe('NOT_ACCEPTABLE');
    }
    const headers = { accept: 'application/json;q=0.5, Text/Event-Stream; charset=utf-8' };
    expect((await streamed(gateway, { query: '{ __typename }' }, { headers })).events).toHaveLength(
      2,
    );
    expect((await fetch(`${gateway.url}/stream`, { method: 'PUT' })).status).toBe(404);
    expect((await fetch(`${gateway.url}/stream`, { method: 'HEAD' })).status).toBe(404);
  });

  it('is refused to foreign pages, and given to those that were named', async () => {
    const query = '{ echo(text: "a") }';
    const foreign = { origin: 'https://evil.example.org' };
    for (const answer of [
      await streamed(gateway, { query }, { headers: foreign }),
      await read(await get({ query }, { ...foreign, 'sec-fetch-site': 'cross-site' })),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    const named = { origin: 'https://app.example.org' };
    const answer = await streamed(gateway, { query }, { headers: named });
    expect(answer.events).toHaveLength(2);
    expect(answer.headers.get('access-control-allow-origin')).toBe(named.origin);
    // What a foreign page can have a browser fetch: no Origin, and nothing of its own in the head.
    const hidden = await fetch(`${gateway.url}/stream?query={__typename}`, {
      headers: { accept: 'text/event-stream', 'sec-fetch-site': 'cross-site' },
    });
    expect(hidden.status).toBe(403);
  });

  it('is cut off when its reader takes none of it', async () => {
    // given
    const body = JSON.stringify({ query: '{ long }' });
    const reader = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    const ended = new Promise((resolve) => reader.once('close', resolve));
    reader.on('error', () => {});
    reader.pause();
    // when
    reader.write(
      [
        ...['POST /graphql/stream HTTP/1.1', 'Host: here', 'Accept: text/event-stream'],
        ...['Content-Type: application/json', `Content-Length: ${body.length}`, '', body],
      ].join('\r\n'),
    );
    await until(() => lines.some(({ status }) => status === 499));
    // then
    let bytes = 0;
    reader.on('data', (chunk: Buffer) => (bytes += chunk.length));
    reader.resume();
    await ended;
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(64 * 1024 * 1024);
  });
});
