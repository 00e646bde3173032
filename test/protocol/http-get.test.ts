import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const ASKED = { 'apollo-require-preflight': 'true' };
const REGIONS = '{ regions(first: 50) { nodes { code name } } }';

describe('a GET', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    const CORS_ORIGINS = 'https://app.example.org';
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE, env: { CORS_ORIGINS } });
  });
  afterAll(() => gateway.close());

  const urlOf = (query: string) => `${gateway.url}?${new URLSearchParams({ query }).toString()}`;
  const get = (query: string, headers: Record<string, string> = ASKED) =>
    fetch(urlOf(query), { headers });

  it('answers a query as a POST does', async () => {
    const response = await get(REGIONS);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(await gateway.request(REGIONS));
  });

  it('is not sent again to who has it, whatever compression he had it in', async () => {
    // given
    const first = await get(REGIONS, { ...ASKED, 'accept-encoding': 'gzip' });
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^W\/"\S+"$/);
    // when
    const again = await get(REGIONS, {
      ...ASKED,
      'accept-encoding': 'identity',
      'if-none-match': etag,
    });
    // then
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
    expect(again.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is sent again once something has changed', async () => {
    const etag = (await get(REGIONS)).headers.get('etag')!;
    await gateway.given.region({ name: '新区' });
    const again = await get(REGIONS, { ...ASKED, 'if-none-match': etag });
    expect(again.status).toBe(200);
    expect(again.headers.get('etag')).not.toBe(etag);
  });

  it('may be kept by its caller alone, for the same headers', async () => {
    const { headers } = await get(REGIONS, { ...ASKED, 'accept-encoding': 'br' });
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const vary = headers.get('vary')!.toLowerCase().split(', ');
    expect(vary.sort()).toEqual(['accept', 'accept-encoding', 'authorization', 'origin']);
  });

  it('that could not be answered is not kept, nor taken for the last one', async () => {
    const failed = await get('{ nonsense }', { ...ASKED, accept: OWN_TYPE });
    expect(failed.status).toBe(400);
    expect(failed.headers.get('cache-control')).toBe('no-store');
    const etag = failed.headers.get('etag') ?? '';
    const again = await get('{ nonsense }', {
      ...ASKED,
      accept: OWN_TYPE,
      'if-none-match': etag,
    });
    expect(again.status).toBe(400);
  });

  it('is held to every limit, however its URL is encoded', async () => {
    const wide = Array.from({ length: 60 }, (_, n) => `a${n}: __typename`).join(' ');
    const encoded = encodeURIComponent(`{ ${wide} }`);
    const told = async (search: string, path = '') => {
      const headers = { ...ASKED, accept: path ? 'text/event-stream' : 'application/json' };
      return (await fetch(`${gateway.url}${path}?${search}`, { headers })).text();
    };
    for (const path of ['', '/stream']) {
      expect(await told(`query=${encoded}`, path)).toContain('"code":"TOO_MANY_FIELDS"');
      // One byte that is no UTF-8: who decodes with care gives up, who does not reads all the rest.
      expect(await told(`query=${encoded}%23%FF`, path)).toContain('The URL is not UTF-8');
      expect(await told('query={__typename}&query={viewer{kind}}', path)).toContain(
        'The URL holds \\"query\\" twice',
      );
    }
  });

  it.each([
    ['a key twice', '{"c":"370113","c":"370112"}', 'The key \\"c\\" stands twice'],
    ['a prototype', '{"c":"370113","__proto__":{"x":1}}', 'sets a prototype'],
    ['no JSON', '{c:1}', '\\"variables\\" in the URL is not JSON'],
    ['an array', '[]', 'should contain a JSON-encoded object'],
  ])('reads its variables as a body is read: %s is refused', async (_what, variables, reason) => {
    const query = 'query ($c: String!) { region(code: $c) { name } }';
    const search = new URLSearchParams({ query, variables }).toString();
    const response = await fetch(`${gateway.url}?${search}`, { headers: ASKED });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain(reason);
    expect(text).toContain('"code":"BAD_REQUEST"');
  });

  it('changes nothing: a mutation is not even looked at', async () => {
    const response = await get('mutation { __typename }');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it.each([
    ['an image, a link or a script of a foreign page', {}],
    ['the same in a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['a foreign page that asks by script', { origin: 'https://evil.example.org' }],
    ['a frame that says nothing of itself', { origin: 'null' }],
  ])('is refused to %s', async (_who, headers) => {
    const { status, body } = await bare(headers);
    expect(status).toBe(403);
    expect(body).toMatchObject({
      errors: [{ extensions: { code: 'CSRF_REFUSED', requestId: expect.any(String) } }],
    });
  });

  it.each([
    ['who shows that no foreign page sent him', ASKED],
    ['who asks for JSON by JSON', { 'content-type': 'application/json' }],
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
    ['who types the address', { 'sec-fetch-site': 'none' }],
    ['a page that was named', { origin: 'https://app.example.org' }],
  ])('is answered to %s', async (_who, headers) => {
    expect(await bare(headers)).toMatchObject({
      status: 200,
      body: { data: { __typename: 'Query' } },
    });
  });

  it('is answered to who names a token', async () => {
    const authorization = `Bearer ${await gateway.keyFor()}`;
    expect((await bare({ authorization })).status).toBe(200);
  });

  const OWN_TYPE = 'application/graphql-response+json';

  /** With these headers and no others: `fetch` would not send some of them. */
  function bare(headers: Record<string, string>): Promise<{ status?: number; body: unknown }> {
    return new Promise((resolve, reject) => {
      request(urlOf('{ __typename }'), { headers }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode, body: JSON.parse(text) }));
      })
        .on('error', reject)
        .end();
    });
  }
});
