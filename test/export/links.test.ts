import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { revokeKey } from '../../src/request/credentials/keys.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
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
