import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { trialSchema } from './trial-schema.ts';

const NAMED = 'https://app.example.org';
const FOREIGN = 'https://evil.example.org';

describe('to pages of other origins', () => {
  let closed: Gateway;
  let open: Gateway;
  beforeAll(async () => {
    closed = await startGateway({ schema: trialSchema });
    const CORS_ORIGINS = `${NAMED},http://localhost:5173`;
    open = await startGateway({ schema: trialSchema, env: { CORS_ORIGINS } });
  });
  afterAll(() => Promise.all([closed.close(), open.close()]));

  const preflight = (gateway: Gateway, origin: string) =>
    fetch(gateway.url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    });
  const ofCors = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

  it.each([NAMED, FOREIGN, 'null'])(
    'nothing is open unless it is named: not %s',
    async (origin) => {
      const asked = await preflight(closed, origin);
      expect(asked.status).toBe(403);
      expect(ofCors(asked)).toEqual({});
      expect(await asked.json()).toMatchObject({
        errors: [
          {
            message: expect.stringContaining('CORS_ORIGINS'),
            extensions: { code: 'FORBIDDEN_ORIGIN' },
          },
        ],
      });
      const answered = await closed.post({ query: '{ __typename }' }, { origin });
      expect(ofCors(answered)).toEqual({});
    },
  );

  it.each([NAMED, 'http://localhost:5173'])('%s may ask, once it is named', async (origin) => {
    // when
    const asked = await preflight(open, origin);
    // then
    expect(asked.status).toBe(204);
    const allowed = ofCors(asked);
    expect(allowed).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST',
      'access-control-max-age': '600',
    });
    expect(allowed['access-control-allow-headers']).toMatch(/authorization, content-type/);
    // when
    const answered = await open.post({ query: '{ __typename }' }, { origin });
    // then
    expect(await answered.json()).toMatchObject({ data: { __typename: 'Query' } });
    expect(ofCors(answered)).toEqual({
      'access-control-allow-origin': origin,
      'access-control-expose-headers':
        'etag, retry-after, x-request-id, content-disposition, quanmai-cursor, quanmai-snapshot-at',
    });
    expect(answered.headers.get('vary')).toMatch(/origin/i);
  });

  it.each([FOREIGN, 'https://app.example.org:8443', 'http://app.example.org', 'null'])(
    '%s is none of those that were named',
    async (origin) => {
      const asked = await preflight(open, origin);
      expect(asked.status).toBe(403);
      expect(ofCors(asked)).toEqual({});
      expect(asked.headers.get('vary')).toMatch(/origin/i);
      expect(ofCors(await open.post({ query: '{ __typename }' }, { origin }))).toEqual({});
    },
  );

  it('nobody is asked for cookies', async () => {
    const asked = await preflight(open, NAMED);
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('an error can be read as well as an answer', async () => {
    const refused = await open.post('{', { origin: NAMED });
    expect(refused.status).toBe(400);
    expect(refused.headers.get('access-control-allow-origin')).toBe(NAMED);
  });
});
