import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refuseUnfitKeys } from '../../src/transport/unfit-keys.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { heldMemory } from '../support/memory.ts';

const GOOD =
  '{"query":"query ($c: String!) { region(code: $c) { name } }","variables":{"c":"370113"}}';
const MB = 2 ** 20;

describe('a body', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  /** Sends bytes as they are; the answer has to be JSON, coded, and to name its request. */
  const send = async (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const { data, errors } = (await response.json()) as {
      data?: unknown;
      errors?: { message: string; extensions: { code: string; requestId: string } }[];
    };
    for (const { extensions } of errors ?? []) {
      expect(extensions.code).toMatch(/^[A-Z_]+$/);
      expect(extensions.requestId).toBe(response.headers.get('x-request-id'));
    }
    const [{ message, extensions } = { message: undefined, extensions: undefined }] = errors ?? [];
    return { status: response.status, data, message, code: extensions?.code };
  };
  const lives = async () => {
    expect((await fetch(new URL('/healthz', gateway.url))).status).toBe(200);
    expect(await send(GOOD)).toMatchObject({ status: 200, data: { region: null } });
  };

  it('is answered when it is whole, and refused when it is cut anywhere', async () => {
    await lives();
    for (let length = 0; length < GOOD.length; length += 1) {
      const { status, code } = await send(GOOD.slice(0, length));
      expect({ length, status, code }).toEqual({ length, status: 400, code: 'BAD_REQUEST' });
    }
    await lives();
  });

  it.each([
    ['no JSON', '<query/>'],
    ['JSON and a half', `${GOOD}{}`],
    ['a comma too many', '{"query":"{ __typename }",}'],
    ['single quotes', "{'query':'{ __typename }'}"],
    ['not a number', '{"query":"{ __typename }","variables":{"n":NaN}}'],
    ['null', 'null'],
    ['true', 'true'],
    ['a number', '7'],
    ['a text', '"{ __typename }"'],
    ['nothing', ''],
    ['an empty array', '[]'],
    ['arrays in arrays', '[[]]'],
    ['an empty object', '{}'],
    ['a query of null', '{"query":null}'],
    ['a query of an array', '{"query":["{ __typename }"]}'],
    ['an empty query', '{"query":""}'],
    ['variables of text', '{"query":"{ __typename }","variables":"{}"}'],
    ['variables of an array', '{"query":"{ __typename }","variables":[]}'],
    ['an operation name of a number', '{"query":"{ __typename }","operationName":7}'],
    ['extensions of text', '{"query":"{ __typename }","extensions":"x"}'],
  ])('of %s is refused', async (_what, body) => {
    expect(await send(body)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it.each([
    ['a byte alone', [0xff]],
    ['a sequence cut short', [0xe6, 0xb3]],
    ['a letter written too long', [0xc0, 0x80]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['GBK', [0xbc, 0xc3, 0xc4, 0xcf]],
    ['past the last letter', [0xf5, 0x80, 0x80, 0x80]],
  ])('with bytes that are not UTF-8 (%s) is refused, and not guessed at', async (_what, bytes) => {
    const [head = '', tail = ''] = GOOD.split('370113');
    const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(tail)]);
    expect(await send(body)).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'The body is not UTF-8; JSON is sent in UTF-8.',
    });
  });

  it.each([
    [
      'in the variables',
      String.raw`{"query":"query ($c: String!) { region(code: $c) { name } }","variables":{"c":"\ud800"}}`,
      'BAD_USER_INPUT',
    ],
    [
      'the wrong way round',
      String.raw`{"query":"query ($c: String!) { region(code: $c) { name } }","variables":{"c":"\udc00\ud800"}}`,
      'BAD_USER_INPUT',
    ],
    [
      'in the document',
      String.raw`{"query":"{ region(code: \"\ud800\") { name } }"}`,
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'escaped in the document',
      String.raw`{"query":"{ region(code: \"\\ud800\") { name } }"}`,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['in a comment', String.raw`{"query":"{ __typename } # \ud800"}`, 'GRAPHQL_PARSE_FAILED'],
  ])('with half a character %s is refused', async (_where, body, code) => {
    // A document at fault is a 200 to who reads only application/json.
    const status = code === 'GRAPHQL_PARSE_FAILED' ? 200 : 400;
    expect(await send(body)).toMatchObject({ status, code });
  });

  it.each([
    [
      'in a variable',
      String.raw`{"query":"query ($c: String!) { region(code: $c) { name } }","variables":{"c":"\u0000"}}`,
      'variables.c',
    ],
    [
      'deep in one',
      String.raw`{"query":"query ($f: RegionFilter) { regions(filter: $f) { totalCount } }","variables":{"f":{"or":[{"code":{"in":["a","b\u0000"]}}]}}}`,
      'variables.f.or.0.code.in.1',
    ],
    [
      'in a text of the document',
      String.raw`{"query":"{ region(code: \"a\\u0000\") { name } }"}`,
      'in the document',
    ],
    [
      'in a block of the document',
      `{"query":"{ region(code: \\"\\"\\"a\\\\u0000\\"\\"\\") { name } }"}`,
      undefined,
    ],
  ])('with a NUL %s is refused with its place', async (_where, body, place) => {
    const answer = await send(body);
    // In a block text the escape is no escape: six letters, that name no region.
    if (place === undefined) expect(answer).toMatchObject({ data: { region: null } });
    else {
      expect(answer).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
      expect(answer.message).toContain(`${place} holds a NUL`);
    }
  });

  it.each([
    ['outermost', '{"query":"{ __typename }","query":"{ a }"}', '"query"', 27],
    [
      'in the variables',
      '{"query":"{ __typename }","variables":{"a":1,"b":{"a":2},"a":3}}',
      '"a"',
      58,
    ],
    [
      'under another spelling',
      String.raw`{"query":"{ __typename }","variables":{"a":1,"\u0061":2}}`,
      '"a"',
      46,
    ],
    [
      'in an array',
      '[{"query":"{ __typename }"},{"query":"{ a }", "query" : "{ b }"}]',
      '"query"',
      47,
    ],
  ])('with one key twice (%s) is refused, and names it', async (_where, body, key, at) => {
    expect(await send(body)).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: `The key ${key} stands twice in one object, the second time at character ${at}: leave one out.`,
    });
  });

  it.each([
    '{"a":{"b":1},"b":{"a":1}}',
    '[{"a":1},{"a":2}]',
    '{"a":"\\"a\\":1,\\"a\\":2"}',
    '{"a\\\\":1,"a":2}',
    String.raw`{"a\"":1,"a":2,"\\\"":3,"\\":4}`,
    '{"a":["a","a"],"":0," ":1}',
    '{"prototype":1,"constructor":[{"prototype":2}],"toString":3,"a":"__proto__"}',
    '{}',
    '"a"',
  ])('of %s has no key that is unfit', (text) => {
    expect(() => refuseUnfitKeys(text)).not.toThrow();
  });

  it('is looked through for keys in a time that grows with its length', () => {
    const keys = Array.from({ length: 20_000 }, (_, n) => `"k${n}":"${'\\\\'.repeat(20)}"`);
    const text = `{${keys.join()},"${'\\"'.repeat(200_000)}":1}`;
    JSON.parse(text);
    const before = performance.now();
    refuseUnfitKeys(text);
    expect(performance.now() - before).toBeLessThan(500);
  });

  it.each([
    [
      'a prototype',
      '{"query":"{ __typename }","__proto__":{"x":1}}',
      '"__proto__" at character 27',
    ],
    [
      'a prototype in its variables',
      '{"query":"{ __typename }","variables":{"__proto__":{"isAdmin":true}}}',
      '"__proto__" at character 40',
    ],
    [
      'a prototype under another spelling',
      String.raw`{"query":"{ __typename }","variables":{"\u005f_proto__":null}}`,
      '"__proto__" at character 40',
    ],
    [
      'a constructor with a prototype',
      '{"query":"{ __typename }","variables":{"constructor":{"a":1,"prototype":{"isAdmin":true}}}}',
      '"prototype" at character 61',
    ],
  ])('with %s is refused, says where, and pollutes nothing', async (_what, body, which) => {
    expect(await send(body)).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: `The key ${which} sets a prototype: leave it out.`,
    });
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it('with names of the language among its variables is read as any other', async () => {
    const query =
      'query ($constructor: String!, $toString: String = "x") { region(code: $constructor) { name } node(id: $toString) { id } }'.replace(
        '$toString: String',
        '$toString: ID',
      );
    const body = JSON.stringify({ query, variables: { constructor: 'y' } });
    expect(await send(body)).toMatchObject({ status: 200, data: { region: null, node: null } });
  });

  it('of 10 MB is refused at the door, and not kept', async () => {
    const big = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(10 * MB)}` });
    await send(big).catch(() => undefined);
    const held = heldMemory();
    for (let times = 0; times < 10; times += 1) {
      const answer = await send(big).catch((error: unknown) => error);
      // The socket may be closed while the rest is still on its way.
      if (!(answer instanceof Error)) {
        expect(answer).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
      }
    }
    expect(heldMemory() - held).toBeLessThan(20);
    await lives();
  });

  it('that tells a length of 10 MB is refused before it is sent', async () => {
    const answer = await send(Buffer.alloc(300_000, ' '));
    expect(answer).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    await lives();
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('packed with %s, as a bomb is, is not unpacked', async (encoding, pack) => {
    const bomb = Buffer.from(pack(Buffer.alloc(20 * MB, ' ')));
    expect(bomb.length).toBeLessThan(0.03 * 20 * MB);
    const held = heldMemory();
    for (let times = 0; times < 20; times += 1) {
      expect(await send(bomb, { 'content-encoding': encoding })).toMatchObject({
        status: 415,
        code: 'UNSUPPORTED_MEDIA_TYPE',
      });
    }
    expect(heldMemory() - held).toBeLessThan(20);
    await lives();
  });
});
