import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import { shapeError } from '../../src/graph/errors.ts';
import { command } from '../../src/request/command.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { trialSchema } from './trial-schema.ts';

/** Far above every time-out set below, far below hanging. */
const SOON = 5_000;

describe('waiting for the database is bounded', () => {
  let gateway: Gateway;
  let other: Client;
  beforeAll(async () => {
    gateway = await startGateway({
      schema: trialSchema,
      env: {
        POOL_SIZE: '2',
        POOL_WAIT_MS: '200',
        LOCK_TIMEOUT_MS: '300',
        STATEMENT_TIMEOUT_MS: '1500',
      },
    });
    other = new Client(gateway.connection);
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await gateway.close();
  });

  const ask = async (query: string) => {
    const before = performance.now();
    const response = await gateway.post({ query });
    const body = (await response.json()) as { errors?: { message: string; extensions: object }[] };
    expect(performance.now() - before).toBeLessThan(SOON);
    const message = body.errors && { message: body.errors[0]!.message };
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, retryAfter, ...message, ...body.errors?.[0]?.extensions };
  };
  const BUSY = { status: 503, retryAfter: '1', code: 'SERVICE_BUSY' };
  /** What is told of a wait: how long it was, how long it may be, and both in words. */
  const waited = (allowed: number) => ({
    ...{ asked: expect.any(Number), allowed },
    message: expect.stringMatching(new RegExp(` \\d+ ms; ${allowed} are allowed\\. `)),
  });

  it('turns away who finds the pool busy, with 503 and when to come back', async () => {
    // given
    const sleepers = [ask('{ sleep(seconds: 3) }'), ask('{ sleep(seconds: 3) }')];
    await until(() => gateway.database.pool.totalCount - gateway.database.pool.idleCount === 2);
    // when
    const turnedAway = await Promise.all(Array.from({ length: 20 }, () => ask('{ documents }')));
    // then
    for (const answer of turnedAway) expect(answer).toMatchObject({ ...BUSY, ...waited(200) });
    for (const answer of await Promise.all(sleepers)) expect(answer.status).toBe(200);
    expect(await ask('{ documents }')).toMatchObject({ status: 200, retryAfter: null });
  });

  it('turns away who waits for a locked table', async () => {
    await other.query('begin; lock table source_document in access exclusive mode');
    expect(await ask('{ documents }')).toMatchObject({ ...BUSY, ...waited(300) });
    await other.query('rollback');
    expect(await ask('{ documents }')).toMatchObject({ status: 200 });
  });

  it('gives what could be answered beside what stayed locked', async () => {
    await other.query('begin; lock table source_document in access exclusive mode');
    const { data, errors } = await gateway.request('{ echo(number: 7) documents }');
    await other.query('rollback');
    expect(data).toEqual({ echo: 7, documents: null });
    expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_BUSY' } }]);
  });

  it('ends a transaction that waits for its own gateway, and frees what it had locked', async () => {
    // given
    const code = await gateway.given.region();
    const begun = Promise.withResolvers<undefined>();
    const stuck = Promise.withResolvers<undefined>();
    const lockRegion = sql`select from region where code = ${code} for update`;
    const write = command(async ({ em }) => {
      await lockRegion.execute(em.getKysely());
      begun.resolve(undefined);
      await stuck.promise;
      await lockRegion.execute(em.getKysely());
    });
    const failure = gateway.run(write, undefined).catch((error: unknown) => error);
    await begun.promise;
    // when
    await other.query(`set lock_timeout = ${SOON}`);
    const waiting = other.query('select from region where code = $1 for update', [code]);
    const isFreed = await waiting.then(
      () => true,
      () => false,
    );
    stuck.resolve(undefined);
    // then
    expect(isFreed).toBe(true);
    const { formatted } = shapeError(await failure, 'an id');
    expect(formatted.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(await ask('{ documents }')).toMatchObject({ status: 200 });
  });

  it('ends a statement that runs too long', async () => {
    const answer = await ask('{ sleep(seconds: 30) }');
    expect(answer).toMatchObject({ status: 200, code: 'TIMEOUT', ...waited(1_500) });
    expect((answer as { asked?: number }).asked).toBeGreaterThanOrEqual(1_500);
  });
});
