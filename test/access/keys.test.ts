import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { changeKey, listKeys, revokeKey } from '../../src/request/credentials/keys.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({ env: { ANONYMOUS: 'off' } });
});
afterAll(() => gateway.close());

const WHO = '{ viewer { kind name role permissions expiresAt districts { code } } }';

const idOf = (token: string) => token.split('_')[1]!;

/** Status, code and message of the answer to a caller with this Authorization. */
async function refusalTo(authorization?: string) {
  const response = await gateway.post({ query: WHO }, authorization ? { authorization } : {});
  const { errors } = (await response.json()) as { errors?: any[] };
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    code: errors?.[0]?.extensions.code as string | undefined,
    message: errors?.[0]?.message as string | undefined,
  };
}

describe('an API key', () => {
  it('says who asks, and what he may', async () => {
    const district = await gateway.given.region();
    const key = await gateway.keyFor({
      name: '某投资促进局',
      role: 'analyst',
      districts: [district],
    });
    const { viewer } = await gateway.as(key).query(WHO);
    expect(viewer).toEqual({
      kind: 'API_KEY',
      name: '某投资促进局',
      role: 'ANALYST',
      permissions: ['graph:export', 'graph:read', 'investment:read', 'project:follow'],
      expiresAt: null,
      districts: [{ code: district }],
    });
  });

  it('has 256 random bits, of which the database holds nothing but the hash', async () => {
    const key = await gateway.keyFor();
    const [prefix, id, ...secret] = key.split('_');
    expect(prefix).toBe('qm');
    expect(Buffer.from(secret.join('_'), 'base64url')).toHaveLength(32);
    const { rows } = await sql<{ row: string }>`
      select api_key::text as row from api_key where id = ${id}
      union all
      select audit_entry::text from audit_entry where entity_code = ${id}`.execute(
      gateway.database.kysely,
    );
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(row).not.toContain(secret.join('_'));
  });

  it('is good for nothing from the moment on at which it expires', async () => {
    const expiresAt = new Date(Date.now() + 1_000);
    const key = await gateway.keyFor({ expiresAt });
    const { viewer } = await gateway.as(key).query(WHO);
    expect(viewer.expiresAt).toBe(expiresAt.toISOString());
    await until(() => Date.now() >= expiresAt.getTime());
    expect(await refusalTo(`Bearer ${key}`)).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining(expiresAt.toISOString()),
    });
  });

  it('is good for nothing two seconds after it was revoked, though it was used a moment before', async () => {
    const key = await gateway.keyFor();
    await gateway.as(key).query(WHO);
    await revokeKey(gateway.database.kysely, idOf(key), 'test');
    await until(async () => (await refusalTo(`Bearer ${key}`)).status === 401, 4_000);
    expect((await refusalTo(`Bearer ${key}`)).message).toMatch(/was revoked/);
  });

  it('takes effect as it was changed', async () => {
    const district = await gateway.given.region();
    const key = await gateway.keyFor();
    expect((await gateway.as(key).query(WHO)).viewer.districts).toBeNull();
    const rights = { role: 'analyst', districts: [district] };
    await changeKey(gateway.database.kysely, idOf(key), rights, 'test');
    await until(async () => {
      const { viewer } = await gateway.as(key).query(WHO);
      return viewer.role === 'ANALYST' && viewer.districts?.[0]?.code === district;
    }, 4_000);
  });

  it('tells when it was last used', async () => {
    const key = await gateway.keyFor();
    const listed = async () =>
      (await listKeys(gateway.database.kysely)).find(({ id }) => id === idOf(key));
    expect(await listed()).toMatchObject({ usedAt: null, revokedAt: null, districts: null });
    await gateway.as(key).query(WHO);
    await until(async () => (await listed())?.usedAt !== null);
  });

  it('is refused to be made for what there is not', async () => {
    await expect(gateway.keyFor({ role: 'king' })).rejects.toThrow(/no role "king"; there are/);
    await expect(gateway.keyFor({ districts: ['999999'] })).rejects.toThrow(/"999999"/);
    await expect(gateway.keyFor({ name: ' ' })).rejects.toThrow(/named after/);
  });

  it('cannot be changed or revoked once it is revoked, or where there is none', async () => {
    const { kysely } = gateway.database;
    const id = idOf(await gateway.keyFor());
    await revokeKey(kysely, id, 'test');
    await expect(revokeKey(kysely, id, 'test')).rejects.toThrow(/was revoked at/);
    await expect(changeKey(kysely, 'none', {}, 'test')).rejects.toThrow(/no key none/);
  });
});

describe('a caller', () => {
  it('without a credential is told that he needs one', async () => {
    expect(await refusalTo()).toMatchObject({
      status: 401,
      challenge: 'Bearer',
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('token create'),
    });
  });

  it.each([
    ['another scheme', 'Basic cXVhbm1haTpxdWFubWFp', /not "Bearer"/],
    ['two tokens', 'Bearer qm_a qm_b', /not "Bearer"/],
    ['a key that was cut off', 'Bearer qm_abcdefghijkl_short', /cut off/],
    ['a key of nobody', `Bearer qm_abcdefghijkl_${'A'.repeat(43)}`, /no such API key/],
    ['what is no key at all', 'Bearer 42', /neither|no API key/],
  ])('with %s is told what is wrong with it', async (_what, authorization, message) => {
    expect(await refusalTo(authorization)).toMatchObject({
      status: 401,
      challenge: 'Bearer error="invalid_token"',
      code: 'UNAUTHENTICATED',
      message: expect.stringMatching(message),
    });
  });

  it('who knows the id of a key, and not its secret, learns nothing of the key', async () => {
    const key = await gateway.keyFor();
    const forged = key.slice(0, -43) + Buffer.alloc(32, 7).toString('base64url');
    await revokeKey(gateway.database.kysely, idOf(key), 'test');
    const unknown = await refusalTo(`Bearer qm_abcdefghijkl_${'B'.repeat(43)}`);
    expect(await refusalTo(`Bearer ${forged}`)).toEqual(unknown);
  });

  it('is known over GET and by an event stream, whose answers no shared cache may keep', async () => {
    const authorization = `Bearer ${await gateway.keyFor()}`;
    const url = `${gateway.url}?query=${encodeURIComponent('{ viewer { kind } }')}`;
    const got = await fetch(url, { headers: { authorization } });
    expect(await got.json()).toMatchObject({ data: { viewer: { kind: 'API_KEY' } } });
    expect(got.headers.get('cache-control')).toBe('private, no-cache');
    expect(got.headers.get('vary')).toMatch(/authorization/);
    const refused = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(refused.headers.get('vary')).toMatch(/authorization/);
    const streamed = await fetch(`${gateway.url}/stream`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: '{ viewer { kind } }' }),
    });
    expect(await streamed.text()).toContain('"kind":"API_KEY"');
  });

  it('over an event stream without a credential is refused before it begins', async () => {
    const response = await fetch(`${gateway.url}/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: '{ viewer { kind } }' }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});
