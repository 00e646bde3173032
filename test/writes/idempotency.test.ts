import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { KEY_DAYS } from '../../src/request/idempotency.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { untilWaiting } from './held.ts';
import { eventsOf, write } from './writing.ts';

describe('the key of a mutation', () => {
  let gateway: Gateway;
  let token: string;
  let officer: Pick<Gateway, 'query'>;
  let made = 0;
  beforeAll(async () => {
    gateway = await startGateway();
    token = await gateway.keyFor({ role: 'CITY_OFFICER' });
    officer = gateway.as(token);
  });
  afterAll(() => gateway.close());

  const fresh = () => `keyed-${(made += 1)}`;
  const create = (code: string, key: string, more: object = {}, asker = officer) =>
    write(asker, 'createProject', { code, name: '项目', idempotencyKey: key, ...more });
  const rows = async (text: string, values: unknown[] = []) =>
    (await gateway.database.pool.query(text, values)).rows;

  /** With a session of one's own in the middle of a transaction. */
  async function holding<T>(sql: string, work: (session: Client) => Promise<T>): Promise<T> {
    const session = new Client(gateway.connection);
    await session.connect();
    try {
      await session.query('begin');
      await session.query(sql);
      return await work(session);
    } finally {
      await session.end();
    }
  }

  it('makes it done once, and answers as the first time', async () => {
    // given
    const code = fresh();
    const first = await create(code, 'once');
    // when
    const again = await create(code, 'once');
    // then
    expect(first.userErrors).toEqual([]);
    expect(again).toEqual(first);
    expect(await eventsOf(gateway, code)).toMatchObject([{ version: 1, idempotency_key: 'once' }]);
  });

  it('makes it done once also when many come with it together', async () => {
    // given
    const code = fresh();
    // when
    const answers = await Promise.all(Array.from({ length: 12 }, () => create(code, 'together')));
    // then
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.project.version).toBe(1);
    expect(await eventsOf(gateway, code)).toHaveLength(1);
  });

  it('lets the second wait while the first is at it, and answers what that has done', async () => {
    // given
    const code = fresh();
    await create(fresh(), 'before');
    const both = await holding('lock table project in share mode', async (session) => {
      const asked = [create(code, 'held'), create(code, 'held')];
      await untilWaiting(gateway, 2);
      await session.query('commit');
      return Promise.all(asked);
    });
    // then
    expect(both[0]).toMatchObject({ project: { code, version: 1 }, userErrors: [] });
    expect(both[1]).toEqual(both[0]);
    expect(await eventsOf(gateway, code)).toHaveLength(1);
  });

  it('is the second one’s where the first has failed', async () => {
    // given: somebody else's transaction under the same key, which is taken back
    const [{ actor }] = await rows('select actor from idempotent_write limit 1');
    const code = fresh();
    const answer = await holding(
      `insert into idempotent_write (actor, key, operation, input_hash)
       values ('${actor}', 'failing', 'createProject', 'of another')`,
      async (session) => {
        const asked = create(code, 'failing');
        await untilWaiting(gateway);
        await session.query('rollback');
        return asked;
      },
    );
    // then
    expect(answer).toMatchObject({ project: { code }, userErrors: [] });
  });

  it('is good on every gateway, and after one that ended before it could answer', async () => {
    // given: the first caller hangs up, and its gateway writes all the same
    const code = fresh();
    const leaving = new AbortController();
    const input = { code, name: '项目', idempotencyKey: 'left' };
    await holding('lock table project in share mode', async (session) => {
      const asked = fetch(gateway.url, {
        method: 'POST',
        signal: leaving.signal,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({
          query: `mutation ($input: CreateProjectInput!) {
            createProject(input: $input) { project { code } } }`,
          variables: { input },
        }),
      }).catch(() => 'left');
      await untilWaiting(gateway);
      leaving.abort();
      expect(await asked).toBe('left');
      await session.query('commit');
    });
    await until(async () => (await eventsOf(gateway, code)).length === 1);
    // when: he comes to another gateway
    const other = await startGateway({ beside: gateway });
    const again = await create(code, 'left', {}, other.as(token));
    await other.close();
    // then
    expect(again).toMatchObject({ project: { code, version: 1 }, userErrors: [] });
    expect(await eventsOf(gateway, code)).toHaveLength(1);
  });

  it('is refused for another input, and for another mutation', async () => {
    // given
    const code = fresh();
    await create(code, 'reused');
    // when
    const another = await create(code, 'reused', { name: '别的项目' });
    const other = await write(officer, 'correctProject', {
      code,
      version: 1,
      idempotencyKey: 'reused',
    });
    // then
    for (const { project, userErrors } of [another, other]) {
      expect(project).toBeNull();
      expect(userErrors).toMatchObject([
        { code: 'IDEMPOTENCY_KEY_REUSED', field: ['input', 'idempotencyKey'] },
      ]);
    }
    expect(another.userErrors[0]!.message).toContain('"reused" was already used for createProject');
  });

  it('takes the fields of an input in any order', async () => {
    const code = fresh();
    await write(officer, 'createProject', { name: '项目', code, idempotencyKey: 'order' });
    const again = await write(officer, 'createProject', {
      idempotencyKey: 'order',
      code,
      name: '项目',
    });
    expect(again).toMatchObject({ project: { version: 1 }, userErrors: [] });
  });

  it('is not used up by what was refused', async () => {
    // given
    const code = fresh();
    const refused = await create(code, 'corrected', { name: ' ' });
    expect(refused.userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['input', 'name'] },
    ]);
    // then
    expect(await create(code, 'corrected')).toMatchObject({ project: { code }, userErrors: [] });
  });

  it('is each caller’s own', async () => {
    // given
    const [one, other] = [fresh(), fresh()];
    const neighbour = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER', name: '另一单位' }));
    await create(one, 'mine');
    // then
    expect(await create(other, 'mine', {}, neighbour)).toMatchObject({
      project: { code: other },
      userErrors: [],
    });
  });

  it(`is forgotten after ${KEY_DAYS} days, a few with every new one`, async () => {
    // given
    const code = fresh();
    await create(code, 'old');
    await rows(
      `update idempotent_write set written_at = now() - interval '${KEY_DAYS} days 1 minute'`,
    );
    const kept = await rows('select from idempotent_write');
    expect(kept.length).toBeGreaterThan(5);
    // when
    const anew = await create(fresh(), 'old');
    // then: a new one under the old key, and the others are gone
    expect(anew).toMatchObject({ project: { version: 1 }, userErrors: [] });
    await create(fresh(), 'young');
    expect(await rows('select key from idempotent_write order by key')).toEqual([
      { key: 'old' },
      { key: 'young' },
    ]);
  });

  it.each([
    ['blank', '  '],
    ['of 201 characters', 'k'.repeat(201)],
  ])('has 1 to 200 characters: one that is %s is refused', async (_what, key) => {
    const { userErrors } = await create(fresh(), key);
    expect(userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['input', 'idempotencyKey'] },
    ]);
  });
});
