import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { revokeKey } from '../../src/request/credentials/keys.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { AUDIENCE, ISSUER, newKey, serveKeys, type TestKey } from '../access/issuer.ts';
import { refusalOf, rowsOf } from './asking.ts';

const ASK = `query ($input: ExportInput!) { export(input: $input) { url expiresAt columns } }`;
const LIST =
  'query Them($code: String) { projects(filter: {code: {eq: $code}}) { nodes { code district { name } } } }';

describe('a link to an export', () => {
  let gateway: Gateway;
  let other: Gateway;
  let home: string;
  beforeAll(async () => {
    const env = { ANONYMOUS: 'off' };
    gateway = await startGateway({ env });
    other = await startGateway({ env, beside: gateway });
    home = await gateway.given.region({ name: '本区' });
    await gateway.given.project({ code: 'home', site: home });
    await gateway.given.project({ code: 'away', site: await gateway.given.region() });
  }, 180_000);
  afterAll(async () => {
    await other.close();
    await gateway.close();
  });

  const ask = async (token: string, input: object = {}) =>
    (await gateway.as(token).query(ASK, { input: { query: LIST, format: 'CSV', ...input } }))
      .export;
  const follow = (at: Gateway, { url }: { url: string }) => fetch(new URL(url, at.url));

  it('is followed on any gateway, with the sight of who asked and no credential', async () => {
    const link = await ask(await gateway.keyFor({ districts: [home] }));
    expect(link.columns).toEqual(['code', 'district.name']);
    const minutes = (Date.parse(link.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(5);
    expect(minutes).toBeLessThan(11);
    for (const at of [gateway, other]) {
      const response = await follow(at, link);
      expect(response.headers.get('content-disposition')).toContain('filename="Them.csv"');
      expect(rowsOf(await response.text())).toEqual([{ code: 'home', 'district.name': '本区' }]);
    }
  });

  it('keeps its variables', async () => {
    const link = await ask(await gateway.keyFor(), { variables: { code: 'away' } });
    expect(rowsOf(await (await follow(other, link)).text()).map(({ code }) => code)).toEqual([
      'away',
    ]);
  });

  it('is good for nothing once the key is revoked', async () => {
    const token = await gateway.keyFor();
    const link = await ask(token);
    await revokeKey(gateway.database.kysely, token.split('_')[1]!, 'test');
    expect(await refusalOf(await follow(other, link))).toMatchObject({
      ...{ status: 401, code: 'UNAUTHENTICATED', message: expect.stringContaining('revoked') },
    });
  });

  it('is good for nothing once the key’s role may not export', async () => {
    await gateway.database.pool.query(
      `insert into role values ('BRIEF', '临时', '{graph:read,graph:export}')`,
    );
    const link = await ask(await gateway.keyFor({ role: 'BRIEF' }));
    await gateway.database.pool.query(
      `update role set permissions = '{graph:read}' where code = 'BRIEF'`,
    );
    const isRefused = async () => (await follow(gateway, link)).status === 403;
    const until = Date.now() + 5_000;
    while (!(await isRefused()) && Date.now() < until);
    expect(await refusalOf(await follow(gateway, link))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    });
  });

  it('is not one that somebody changed, cut off or made up', async () => {
    const { url }: { url: string } = await ask(await gateway.keyFor());
    const turned = (at: number) =>
      url.slice(0, at) + (url[at] === 'A' ? 'B' : 'A') + url.slice(at + 1);
    const start = url.indexOf('=') + 1;
    for (const bad of [
      turned(start + 2),
      turned(start + 40),
      turned(url.length - 10),
      url.slice(0, -8),
      '/exports/file',
      '/exports/file?link=AAAA',
    ]) {
      expect(await refusalOf(await follow(gateway, { url: bad }))).toMatchObject({
        ...{ status: 404, code: 'EXPORT_LINK_UNKNOWN' },
      });
    }
  });

  it('is not given for what cannot be exported, nor for what does not fit in a URL', async () => {
    const token = await gateway.keyFor();
    const refused = async (input: object) => {
      const { errors } = await gateway
        .as(token)
        .request(ASK, { input: { query: LIST, format: 'CSV', ...input } });
      return errors![0]!.extensions!.code;
    };
    expect(await refused({ query: '{ viewer { kind } }' })).toBe('NOT_EXPORTABLE');
    const codes = Array.from({ length: 200 }, () => randomUUID() + randomUUID());
    const query =
      'query ($codes: [String!]) { projects(filter: {code: {in: $codes}}) { nodes { code } } }';
    expect(await refused({ query, variables: { codes } })).toBe('BAD_USER_INPUT');
  });

  it('is over after its time', async () => {
    const link = await ask(await gateway.keyFor());
    const { now } = Date;
    Date.now = () => now() + 11 * 60_000;
    try {
      expect(await refusalOf(await follow(gateway, link))).toMatchObject({
        ...{ status: 410, code: 'EXPORT_LINK_EXPIRED' },
      });
    } finally {
      Date.now = now;
    }
  });
});

describe('a link that a JWT has asked for', () => {
  let key: TestKey;
  let keys: Awaited<ReturnType<typeof serveKeys>>;
  let gateway: Gateway;
  let [home, away]: string[] = [];
  beforeAll(async () => {
    key = await newKey('first');
    keys = await serveKeys(key.publicKeys);
    const jwt = { JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE, JWT_JWKS_URL: keys.url };
    gateway = await startGateway({ env: { ANONYMOUS: 'off', ...jwt } });
    home = await gateway.given.region({ name: '本区' });
    away = await gateway.given.region({ name: '外区' });
    await gateway.given.project({ code: 'home', site: home });
    await gateway.given.project({ code: 'away', site: away });
  }, 180_000);
  afterAll(async () => {
    await gateway.close();
    await keys.close();
  });

  const ask = async (token: string) =>
    (await gateway.as(token).query(ASK, { input: { query: LIST, format: 'CSV' } })).export;
  const follow = (url: string, token?: string) =>
    fetch(new URL(url, gateway.url), {
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    });
  const codesAt = async (url: string, token?: string) =>
    rowsOf(await (await follow(url, token)).text()).map(({ code }) => code);

  it('holds to his districts, and gives nobody’s else, whoever follows it', async () => {
    const his = await ask(await key.sign({ sub: 'one', districts: [home] }));
    const theirs = await key.sign({ sub: 'two', districts: [away] });
    expect(await codesAt(his.url)).toEqual(['home']);
    expect(await codesAt(his.url, theirs)).toEqual(['home']);
    expect(await codesAt((await ask(theirs)).url)).toEqual(['away']);
  });

  it('is good for nothing once the token has expired, though its own time is not over', async () => {
    const { url, expiresAt } = await ask(await key.sign({ districts: [home] }));
    const { now } = Date;
    Date.now = () => now() + 6 * 60_000;
    try {
      expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
      expect(await refusalOf(await follow(url))).toMatchObject({
        ...{ status: 401, code: 'UNAUTHENTICATED', message: expect.stringContaining('expired') },
      });
    } finally {
      Date.now = now;
    }
  });
});
