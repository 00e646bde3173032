import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { Register } from '../../src/request/credentials/register.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { BreakableWay } from '../support/outage.ts';
import { until } from '../support/until.ts';

const way = new BreakableWay();
let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({
    env: { ANONYMOUS: 'off', MAX_CONCURRENT: '1000' },
    through: (straight) => way.to(straight),
  });
});
afterAll(async () => {
  await gateway.close();
  await way.cut();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const wrongKey = () =>
  `qm_${randomBytes(6).toString('hex')}_${randomBytes(32).toString('base64url')}`;
const WHO = { query: '{ viewer { kind } }' };
const statusFor = async (token: string) => (await gateway.as(token).post(WHO)).status;
const lookUps = () => jest.spyOn(Register.prototype, 'keysOf').mock;

describe('a crowd of wrong tokens', () => {
  it('that is always the same one is looked up once', async () => {
    const { calls } = lookUps();
    const token = wrongKey();
    for (let count = 0; count < 50; count += 1) expect(await statusFor(token)).toBe(401);
    expect(calls).toHaveLength(1);
  });

  it('that are no keys at all is not looked up', async () => {
    const { calls } = lookUps();
    const tokens = ['qm_', 'qm_abcdefghijkl_', wrongKey().slice(1), `${wrongKey()}x`];
    for (const token of tokens) expect(await statusFor(token)).toBe(401);
    expect(calls).toHaveLength(0);
  });

  it('waits in one statement, while those who are known are answered', async () => {
    // given
    const known = await gateway.keyFor();
    expect(await statusFor(known)).toBe(200);
    const blocker = new Client(gateway.connection);
    await blocker.connect();
    await blocker.query('begin; lock table api_key in access exclusive mode');
    const { calls } = lookUps();
    // when
    const crowd = Array.from({ length: 300 }, () => statusFor(wrongKey()));
    await until(() => calls.length > 0);
    // then
    expect(await statusFor(known)).toBe(200);
    const { rows } = await blocker.query<{ waiting: number }>(`
      select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`);
    expect(rows[0]?.waiting).toBe(1);
    await blocker.query('rollback');
    await blocker.end();
    const answers = await Promise.all(crowd);
    expect(answers.every((status) => status === 401 || status === 503)).toBe(true);
    expect(calls.length).toBeLessThanOrEqual(10);
  });
});

describe('while the database is away', () => {
  it('nobody is let in by what is remembered, and everybody again by himself', async () => {
    const key = await gateway.keyFor();
    expect(await statusFor(key)).toBe(200);
    await way.cut();
    await until(async () => {
      const response = await gateway.as(key).post(WHO);
      const body = (await response.json()) as { errors?: any[] };
      const code = body.errors?.[0]?.extensions.code as string | undefined;
      return response.status === 503 && code === 'SERVICE_UNAVAILABLE';
    });
    expect((await gateway.as(key).post(WHO)).headers.get('retry-after')).toBe('5');
    await way.mend();
    await until(async () => (await statusFor(key)) === 200);
  });
});
