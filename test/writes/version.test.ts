import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { untilWaiting } from './held.ts';
import { eventsOf, write } from './writing.ts';

describe('the version that a change was made on', () => {
  let gateway: Gateway;
  let officer: Pick<Gateway, 'query'>;
  let made = 0;
  beforeAll(async () => {
    gateway = await startGateway();
    officer = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER', name: '市投资促进局' }));
  });
  afterAll(() => gateway.close());

  async function project(input: object = {}): Promise<string> {
    const code = `versioned-${(made += 1)}`;
    await write(officer, 'createProject', { code, name: '项目', ...input });
    return code;
  }
  const correct = (code: string, version: number, input: object, asker = officer) =>
    write(asker, 'correctProject', { code, version, ...input });

  it('lets one of many get through who have seen the same', async () => {
    // given
    const code = await project();
    // when
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => correct(code, 1, { name: `第${index}个` })),
    );
    // then
    const [won, ...more] = answers.filter(({ userErrors }) => userErrors.length === 0);
    expect(more).toEqual([]);
    const lost = answers.filter((answer) => answer !== won);
    for (const { project: shown, userErrors } of lost) {
      expect(shown).toBeNull();
      expect(userErrors).toMatchObject([
        { code: 'VERSION_CONFLICT', conflicts: [{ field: 'name', current: won!.project.name }] },
      ]);
    }
    expect(await eventsOf(gateway, code)).toHaveLength(2);
  });

  it('is compared when whoever was at it has committed, not before', async () => {
    // given
    const code = await project();
    const session = new Client(gateway.connection);
    await session.connect();
    await session.query('begin');
    await session.query('select from project where code = $1 for no key update', [code]);
    // when: a second one comes while the first holds the row, and then gives up
    const asked = correct(code, 1, { name: '后到' });
    await untilWaiting(gateway);
    await session.query('rollback');
    await session.end();
    // then
    expect(await asked).toMatchObject({ project: { name: '后到', version: 2 }, userErrors: [] });
  });

  it('tells both sides, each as whoever writes would write it', async () => {
    // given
    await write(officer, 'createProject', { code: 'phase-one-b', name: '另一期' });
    await write(officer, 'createProject', {
      code: 'phase-two',
      name: '二期',
      predecessor: 'phase-one-b',
    });
    await correct('phase-two', 1, {
      totalInvestment: '10.5',
      startedOn: { earliest: '2024-01-01' },
      class: 'INDUSTRIAL',
    });
    // when
    const { userErrors } = await correct('phase-two', 1, {
      name: '二期',
      totalInvestment: '10.50',
      totalInvestmentQualifier: 'GT',
      class: null,
      predecessor: null,
      startedOn: { earliest: '2024-01-02', latest: '2024-01-03' },
    });
    // then
    const day = (earliest: string, latest: string) =>
      JSON.stringify({ certainty: 'STATED', earliest, latest });
    expect(userErrors).toEqual([
      {
        __typename: 'VersionConflict',
        code: 'VERSION_CONFLICT',
        message: expect.stringMatching(/"phase-two" is at version 2, and you had seen version 1/),
        field: ['input', 'version'],
        version: 1,
        currentVersion: 2,
        changedBy: expect.any(String),
        changedAt: expect.any(String),
        conflicts: expect.arrayContaining([
          { field: 'class', yours: null, current: 'INDUSTRIAL' },
          { field: 'totalInvestmentQualifier', yours: 'GT', current: 'EXACT' },
          { field: 'predecessor', yours: null, current: 'phase-one-b' },
          {
            field: 'startedOn',
            yours: day('2024-01-02', '2024-01-03'),
            current: day('2024-01-01', '2024-01-01'),
          },
        ]),
      },
    ]);
    expect(userErrors[0]!.conflicts).toHaveLength(4);
  });

  it('tells who has changed it, and when, to those who may read actors', async () => {
    // given
    const code = await project();
    await correct(code, 1, { name: '改过' });
    const who = (await eventsOf(gateway, code)).at(-1)!.actor;
    const district = gateway.as(await gateway.keyFor({ role: 'DISTRICT_OFFICER' }));
    await gateway.database.pool.query(
      `insert into role (code, name, permissions)
       values ('WRITER', '录入', '{graph:read,project:write}') on conflict do nothing`,
    );
    const writer = gateway.as(await gateway.keyFor({ role: 'WRITER' }));
    // when
    const told = await correct(code, 1, { name: '又改' }, district);
    const untold = await correct(code, 1, { name: '又改' }, writer);
    // then
    expect(told.userErrors).toMatchObject([
      { changedBy: who, changedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    ]);
    expect(untold.userErrors).toMatchObject([{ changedBy: null, changedAt: null }]);
  });

  it('tells no amount of investment to whom may report it, and not read it', async () => {
    // given
    const code = await project();
    await write(officer, 'reportInvestment', { code, version: 1, period: '2024', amount: '7.77' });
    await gateway.database.pool.query(
      `insert into role (code, name, permissions)
       values ('REPORTER', '报送', '{graph:read,investment:report}') on conflict do nothing`,
    );
    const reporter = gateway.as(await gateway.keyFor({ role: 'REPORTER' }));
    const input = { code, version: 1, period: '2024', amount: '1' };
    // when
    const told = await write(officer, 'reportInvestment', input);
    const untold = await write(reporter, 'reportInvestment', input);
    // then
    expect(told.userErrors).toMatchObject([{ conflicts: [{ field: 'amount', current: '7.77' }] }]);
    expect(untold.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', conflicts: [] }]);
  });

  it('is none that is still to come', async () => {
    const code = await project();
    const { userErrors } = await correct(code, 7, { name: '未来' });
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'version'] }]);
  });
});
