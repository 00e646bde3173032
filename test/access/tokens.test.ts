import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { base64url, SignJWT, UnsecuredJWT } from 'jose';
import { readConfig } from '../../src/config/config.ts';
import { setRole } from '../../src/request/credentials/roles.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { AUDIENCE, inSeconds, ISSUER, newKey, serveKeys, type TestKey } from './issuer.ts';

const JWT = { ANONYMOUS: 'off', JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE };
const WHO = '{ viewer { kind name role expiresAt districts { code } } }';

let key: TestKey;
let keys: Awaited<ReturnType<typeof serveKeys>>;
let gateway: Gateway;
let district: string;
beforeAll(async () => {
  key = await newKey('first');
  keys = await serveKeys(key.publicKeys);
  gateway = await startGateway({ env: { ...JWT, JWT_JWKS_URL: keys.url, JWT_CLOCK_SKEW_S: '5' } });
  district = await gateway.given.region();
});
afterAll(async () => {
  await gateway.close();
  await keys.close();
});

async function refusalTo(token: string, to = gateway) {
  const response = await to.as(token).post({ query: WHO });
  const { errors } = (await response.json()) as { errors?: any[] };
  const { message, extensions } = errors?.[0] ?? {};
  return { status: response.status, code: extensions?.code, message };
}

describe('a JWT', () => {
  it('says who asks, by the claims of the configuration', async () => {
    const exp = inSeconds(60);
    const { viewer } = await gateway.as(await key.sign({ exp, districts: [district] })).query(WHO);
    expect(viewer).toEqual({
      kind: 'JWT',
      name: null,
      role: 'PARTNER',
      expiresAt: new Date(exp * 1_000).toISOString(),
      districts: [{ code: district }],
    });
  });

  it('is taken within the skew that is allowed, and not past it', async () => {
    expect(await refusalTo(await key.sign({ exp: inSeconds(-3) }))).toMatchObject({ status: 200 });
    expect(await refusalTo(await key.sign({ nbf: inSeconds(3) }))).toMatchObject({ status: 200 });
    expect(await refusalTo(await key.sign({ exp: inSeconds(-9) }))).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('has expired'),
    });
    expect(await refusalTo(await key.sign({ nbf: inSeconds(9) }))).toMatchObject({
      status: 401,
      message: expect.stringContaining('not good yet'),
    });
  });

  it.each([
    ['another issuer', { iss: 'https://elsewhere.example.org' }, /issuer/],
    ['another audience', { aud: 'payroll' }, /somebody else/],
    ['no audience', { aud: undefined }, /claim "aud"/],
    ['no end', { exp: undefined }, /claim "exp"/],
    ['no subject', { sub: undefined }, /claim "sub"/],
    ['an end that no calendar has', { exp: 1e300 }, /claim "exp"/],
    ['a subject that the log cannot show', { sub: '张\n三' }, /visible ASCII/],
  ])('of %s is refused', async (_what, claims, message) => {
    expect(await refusalTo(await key.sign(claims))).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      message: expect.stringMatching(message),
    });
  });

  it('without a signature, or signed by what everybody can read, is refused', async () => {
    const claims = { role: 'administrator', districts: ['*'] };
    const none = new UnsecuredJWT(claims)
      .setSubject('mallory')
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('1h')
      .encode();
    const shared = await new SignJWT({ ...claims, sub: 'mallory', iss: ISSUER, aud: AUDIENCE })
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JSON.stringify(key.publicKeys.keys[0])));
    expect((await refusalTo(none)).status).toBe(401);
    expect(await refusalTo(shared)).toMatchObject({
      status: 401,
      message: expect.stringContaining('algorithm'),
    });
  });

  it('that was changed on the way, or signed by another key, is refused', async () => {
    const [head, , signature] = (await key.sign()).split('.');
    const claims = base64url.encode(JSON.stringify({ sub: 'mallory', role: 'administrator' }));
    expect(await refusalTo(`${head}.${claims}.${signature}`)).toMatchObject({
      status: 401,
      message: expect.stringContaining('signature'),
    });
    const impostor = await newKey('first');
    expect((await refusalTo(await impostor.sign())).status).toBe(401);
    const stranger = await newKey('unheard-of');
    expect(await refusalTo(await stranger.sign())).toMatchObject({
      status: 401,
      message: expect.stringContaining('does not name'),
    });
  });

  it('that names no role of ours, or an unknown district, is good for nothing', async () => {
    expect(await refusalTo(await key.sign({ role: 'king' }))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    });
    expect(await refusalTo(await key.sign({ districts: ['999999'] }))).toMatchObject({
      status: 403,
      message: expect.stringContaining('999999'),
    });
  });

  it('without districts sees none, and with some unfit claim says which', async () => {
    const { viewer } = await gateway.as(await key.sign({ districts: undefined })).query(WHO);
    expect(viewer.districts).toEqual([]);
    expect(await refusalTo(await key.sign({ districts: [370112] }))).toMatchObject({
      status: 403,
      message: expect.stringContaining('"districts"'),
    });
  });

  it('names its role by a path, and among others that are none', async () => {
    const nested = await startGateway({
      beside: gateway,
      env: { ...JWT, JWT_JWKS_URL: keys.url, JWT_ROLE_CLAIM: 'realm_access.roles' },
    });
    const roles = ['offline_access', 'city-officer'];
    const token = await key.sign({ role: undefined, realm_access: { roles } });
    const { viewer } = await nested.as(token).query(WHO);
    expect(viewer.role).toBe('CITY_OFFICER');
    await nested.close();
  });

  it('is refused where no keys are named', async () => {
    const plain = await startGateway({ beside: gateway, env: { ANONYMOUS: 'off' } });
    expect(await refusalTo(await key.sign(), plain)).toMatchObject({
      status: 401,
      message: expect.stringContaining('JWT_JWKS_URL is not set'),
    });
    await plain.close();
  });

  it('is worth what its role is worth now', async () => {
    const token = await key.sign({ role: 'guest' });
    expect((await refusalTo(token)).status).toBe(403);
    const role = { code: 'guest', permissions: ['graph:read'] };
    await setRole(gateway.database.kysely, role, 'test');
    await until(async () => (await refusalTo(token)).status === 200, 4_000);
    await setRole(gateway.database.kysely, { ...role, permissions: [] }, 'test');
    await until(async () => (await refusalTo(token)).code === 'FORBIDDEN', 4_000);
  });
});

describe('the keys of an issuer', () => {
  it('are read when the first token comes, and go on while their address is down', async () => {
    const own = await serveKeys(key.publicKeys);
    own.state.isDown = true;
    const late = await startGateway({ beside: gateway, env: { ...JWT, JWT_JWKS_URL: own.url } });
    expect(await refusalTo(await key.sign(), late)).toMatchObject({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
    });
    own.state.isDown = false;
    expect((await refusalTo(await key.sign(), late)).status).toBe(200);
    own.state.isDown = true;
    expect((await refusalTo(await key.sign({ sub: 'li.si' }), late)).status).toBe(200);
    await late.close();
    await own.close();
  });

  it('are asked for no more often for tokens of keys that there are not', async () => {
    await refusalTo(await key.sign());
    const before = keys.state.asked;
    const strangers = await Promise.all([1, 2, 3, 4, 5].map((n) => newKey(`stranger-${n}`)));
    for (const stranger of strangers) {
      expect((await refusalTo(await stranger.sign())).status).toBe(401);
    }
    expect(keys.state.asked - before).toBeLessThanOrEqual(1);
  });

  it('may stand in a file', async () => {
    const home = await mkdtemp(join(tmpdir(), 'quanmai-keys-'));
    const file = join(home, 'keys.json');
    await writeFile(file, JSON.stringify(key.publicKeys));
    const local = await startGateway({ beside: gateway, env: { ...JWT, JWT_JWKS_FILE: file } });
    expect((await refusalTo(await key.sign(), local)).status).toBe(200);
    await local.close();
    await writeFile(file, '{');
    const broken = startGateway({ beside: gateway, env: { ...JWT, JWT_JWKS_FILE: file } });
    await expect(broken).rejects.toThrow(`The keys in JWT_JWKS_FILE, ${file}, cannot be read`);
    await rm(home, { recursive: true });
  });

  it.each(['RS256', 'PS256', 'ES384', 'EdDSA'])('may be of the algorithm %s', async (alg) => {
    const other = await newKey('other', alg);
    const own = await serveKeys(other.publicKeys);
    const trusting = await startGateway({
      beside: gateway,
      env: { ...JWT, JWT_JWKS_URL: own.url },
    });
    expect((await refusalTo(await other.sign(), trusting)).status).toBe(200);
    await trusting.close();
    await own.close();
  });
});

describe('a configuration of half a sign-on', () => {
  const url = 'https://sso.example.org/keys';
  it.each([
    [{ JWT_JWKS_URL: url, JWT_ISSUER: ISSUER }, 'JWT_AUDIENCE'],
    [{ JWT_JWKS_FILE: 'keys.json', JWT_AUDIENCE: AUDIENCE }, 'JWT_ISSUER'],
    [{ JWT_ISSUER: ISSUER }, 'JWT_ISSUER'],
    [{ ...JWT, JWT_JWKS_URL: url, JWT_JWKS_FILE: 'keys.json' }, 'not both'],
    [{ ...JWT, JWT_JWKS_URL: 'ftp://sso.example.org' }, 'JWT_JWKS_URL'],
    [{ ...JWT, JWT_JWKS_URL: url, JWT_CLOCK_SKEW_S: '5000' }, 'JWT_CLOCK_SKEW_S'],
  ])('is refused at the start: %p', (environment, named) => {
    expect(() => readConfig(environment)).toThrow(named);
  });
});
