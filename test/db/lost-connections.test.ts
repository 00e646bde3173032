import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { command } from '../../src/request/command.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { BreakableWay } from '../support/outage.ts';
import { until } from '../support/until.ts';

const POOL_SIZE = 2;

describe('a connection that is lost in a transaction', () => {
  const way = new BreakableWay();
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({
      through: (straight) => way.to(straight),
      env: { POOL_SIZE: String(POOL_SIZE), POOL_WAIT_MS: '2000' },
    });
    await gateway.given.region();
  });
  afterAll(async () => {
    await gateway.close();
    await way.cut();
  });

  const read = command(({ em }) => sql`select from region`.execute(em.getKysely()));
  const cutWithin = command(async ({ em }) => {
    await sql`select from region`.execute(em.getKysely());
    await way.cut();
    await sql`select from region`.execute(em.getKysely());
  });

  it.each([
    [
      'begins',
      () => Promise.all([way.cut(), expect(gateway.run(read, undefined)).rejects.toThrow()]),
    ],
    ['is under way', () => expect(gateway.run(cutWithin, undefined)).rejects.toThrow()],
  ])('leaves its place to another, when it is lost as it %s', async (_when, lose) => {
    const { pool } = gateway.database;
    for (let time = 0; time < 2 * POOL_SIZE; time += 1) {
      await gateway.run(read, undefined);
      await lose();
      await way.mend();
    }
    await gateway.run(read, undefined);
    await until(() => pool.totalCount === pool.idleCount);
    expect(pool.totalCount).toBeLessThanOrEqual(POOL_SIZE);
  });
});
