import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const LONG = '{ regions(first: 30) { nodes { code name nameEn kind } } }';

describe('compression', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: CITY_TEMPLATE });
  });
  afterAll(() => gateway.close());

  /** The bytes as they came. */
  const ask = (query: string, headers: Record<string, string>) =>
    new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
      request(
        gateway.url,
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              encoding: response.headers['content-encoding'],
              bytes: Buffer.concat(chunks),
            }),
          );
        },
      )
        .on('error', reject)
        .end(JSON.stringify({ query }));
    });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is by %s for who can read that', async (encoding, unpack) => {
    const plain = await ask(LONG, {});
    expect(plain.encoding).toBeUndefined();
    const packed = await ask(LONG, { 'accept-encoding': encoding });
    expect(packed.encoding).toBe(encoding);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(JSON.parse(unpack(packed.bytes).toString())).toEqual(JSON.parse(plain.bytes.toString()));
  });

  it('prefers brotli, as browsers ask', async () => {
    expect(await ask(LONG, { 'accept-encoding': 'gzip, deflate, br, zstd' })).toMatchObject({
      encoding: 'br',
    });
  });

  it('is not worth it for a short answer', async () => {
    expect((await ask('{ __typename }', { 'accept-encoding': 'br' })).encoding).toBeUndefined();
  });

  it.each([
    ['gzip', gzipSync(JSON.stringify({ query: '{ __typename }' }))],
    ['gzip', gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))],
    ['br', Buffer.from('whatever')],
    ['gzip, gzip', Buffer.from('whatever')],
  ])('of a request (%s) is refused unread', async (encoding, body) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
      body: new Uint8Array(body),
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }],
    });
  });

  it('may be said to be none', async () => {
    const response = await gateway.post(
      { query: '{ __typename }' },
      { 'content-encoding': 'identity' },
    );
    expect(response.status).toBe(200);
  });
});
