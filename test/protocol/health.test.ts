import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { BreakableWay } from '../support/outage.ts';
import { until } from '../support/until.ts';
import { trialSchema } from './trial-schema.ts';

describe('health', () => {
  const way = new BreakableWay();
  let events: string | undefined;
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({
      schema: trialSchema,
      env: { POOL_SIZE: '2', POOL_WAIT_MS: '200' },
      through: (straight) => way.to(straight),
      probes: { events: () => events },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await way.cut();
  });

  const get = async (path: string) => {
    const before = performance.now();
    const response = await fetch(new URL(path, gateway.url));
    expect(performance.now() - before).toBeLessThan(2_500);
    return { status: response.status, body: (await response.json()) as object };
  };
  const READY = { status: 200, body: { status: 'ready', parts: { database: 'ok', events: 'ok' } } };

  it('is good in peace', async () => {
    expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'alive' } });
    expect(await get('/readyz')).toEqual(READY);
  });

  it.each(['cut', 'silence'] as const)(
    'tells when PostgreSQL is gone (%s), and is good again by itself',
    async (howItGoes) => {
      // given
      expect(await gateway.query('{ documents }')).toEqual({ documents: true });
      // when
      await way[howItGoes]();
      // then
      expect((await get('/healthz')).status).toBe(200);
      expect(await get('/readyz')).toEqual({
        status: 503,
        body: {
          status: 'unavailable',
          parts: { database: expect.not.stringContaining('ok'), events: 'ok' },
        },
      });
      const refused = await gateway.post({ query: '{ documents }' });
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(await refused.text()).not.toMatch(/ECONN|127\.0\.0\.1|terminated/);
      // and when
      await way.mend();
      // then
      await until(async () => (await get('/readyz')).status === 200);
      expect(await gateway.query('{ documents }')).toEqual({ documents: true });
    },
  );

  it('stays good while the pool is busy', async () => {
    const busy = [1, 2].map(() => gateway.request('{ sleep(seconds: 1) }'));
    await until(() => gateway.database.pool.totalCount - gateway.database.pool.idleCount === 2);
    expect(await get('/readyz')).toEqual(READY);
    await Promise.all(busy);
  });

  it('tells migrations that are pending, and passes over those that are newer', async () => {
    const { pool } = gateway.database;
    await pool.query(`insert into migration (name) values ('Migration29991231235959_newer')`);
    expect(await get('/readyz')).toEqual(READY);
    await pool.query(`delete from migration where name like '%newer'`);
    const { rows } = await pool.query(
      'delete from migration where id in (select max(id) from migration) returning name',
    );
    expect(await get('/readyz')).toMatchObject({
      status: 503,
      body: { parts: { database: 'pending migrations: 1' } },
    });
    await pool.query('insert into migration (name) values ($1)', [rows[0].name]);
  });

  it('tells any other part that fails', async () => {
    events = 'stopped';
    expect(await get('/readyz')).toMatchObject({
      status: 503,
      body: { parts: { database: 'ok', events } },
    });
    events = undefined;
  });

  it('asks the database once for many who ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => get('/readyz')));
    for (const answer of answers) expect(answer).toEqual(READY);
  });
});
