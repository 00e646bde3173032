import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type CreditCodeClaim,
  claimCreditCode,
} from '../../src/modules/enterprise/value-claim.commands.ts';
import { checkCharacter } from '../../src/modules/enterprise/credit-code.ts';
import { registerOrganisation } from '../../src/modules/enterprise/organisation.commands.ts';
import { recordStatus, registerProject } from '../../src/modules/project/project.commands.ts';
import { claimProjectValue } from '../../src/modules/project/value-claim.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { defineMetric } from '../../src/modules/source/metric.commands.ts';
import {
  noteEvidence,
  registerDocument,
  reportObservation,
} from '../../src/modules/source/source.commands.ts';
import { type Command, command, type CommandContext } from '../../src/request/command.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { runAtOnce } from './held.ts';
import { type Asker, eventsOf, startWithOfficer, write } from '../writes/writing.ts';

const [TAKEN, LATER, EARLIER] = ['1', '2', '3'].map(
  (digit) => `91370100MA3C0000${digit}${checkCharacter(`91370100MA3C0000${digit}`)}`,
) as [string, string, string];

const SHOWN = `provenance(fields: ["totalInvestment"]) {
  value qualifier origin isChosen rule asOf { latest } evidence { code } }`;

describe('where a value is told', () => {
  let gateway: Gateway;
  let officer: Asker;
  let made = 0;
  beforeAll(async () => {
    ({ gateway, officer } = await startWithOfficer({ env: { LOG_LEVEL: 'error' } }));
  });
  afterAll(() => gateway.close());

  /** A place in a document of its own, which was published on that day. */
  async function told(on?: string, role: 'BODY' | 'RELATED_TEASER' = 'BODY'): Promise<string> {
    const code = `SAID-${(made += 1)}`;
    const published =
      on === undefined ? unknownDate : ({ earliest: on, certainty: 'STATED' } as const);
    await gateway.run(registerDocument, { code, kind: 'ARTICLE', title: code, published });
    await gateway.run(noteEvidence, { code: `${code}/1`, document: code, role });
    return `${code}/1`;
  }

  const claim = (project: string, value: string, evidence: string, more: object = {}) =>
    gateway.run(claimProjectValue, {
      ...{ project, field: 'totalInvestment', value, evidence },
      ...more,
    });

  async function correct(code: string, values: object): Promise<void> {
    const { project } = await officer.query(`{ project(code: "${code}") { version } }`);
    const input = { code, version: project.version, ...values };
    const { userErrors } = await write(officer, 'correctProject', input);
    expect(userErrors).toEqual([]);
  }

  /** A project of 10 亿元, by a document of 2024-01-01. */
  const ten = async (more = {}) => {
    const evidence = await told('2024-01-01');
    const amount = { totalInvestment: '10', totalInvestmentQualifier: 'EXACT' } as const;
    return gateway.given.project({ ...amount, evidence, ...more });
  };

  const totalOf = async (code: string) =>
    (await officer.query(`{ project(code: "${code}") { totalInvestment ${SHOWN} } }`)).project;

  /** Value, origin and rule of each source, the chosen one's rule last. */
  const shortOf = async (code: string) => {
    const { totalInvestment, provenance } = await totalOf(code);
    return [
      totalInvestment,
      ...provenance.map(({ value, origin, rule }: any) => [value, origin, rule]),
    ];
  };

  it('is the one source of every known field of a row, where nobody says more', async () => {
    // given
    const site = await gateway.given.region();
    const evidence = await told('2024-01-01');
    const started = { earliest: '2022-01-01', latest: '2022-03-31', certainty: 'STATED' } as const;
    const code = await gateway.given.project({
      ...{ site, evidence, started, domain: 'NEW_ENERGY', class: 'INDUSTRIAL', phase: 2 },
      ...{ totalInvestment: '10.50', totalInvestmentQualifier: 'GT', annualPlan: '3' },
    });
    // when
    const { project } = await officer.query(`{ project(code: "${code}") { name provenance {
      field value qualifier origin isChosen rule recordedAt asOf { latest certainty }
      evidence { code document { publishedOn { latest } } } } } }`);
    // then
    const values = project.provenance.map(({ field, value, qualifier }: any) => [
      field,
      value,
      ...(qualifier ? [qualifier] : []),
    ]);
    expect(values).toEqual([
      ['name', project.name],
      ['site', site],
      ['district', site],
      ['domain', 'NEW_ENERGY'],
      ['class', 'INDUSTRIAL'],
      ['phase', '2'],
      ['totalInvestment', '10.5', 'GT'],
      ['annualPlan', '3'],
      ['startedOn', '2022-01-01/2022-03-31'],
    ]);
    for (const source of project.provenance) {
      expect(source).toMatchObject({
        ...{ origin: 'STATED', isChosen: true, rule: 'ONLY_ONE', recordedAt: null },
        asOf: { latest: '2024-01-01', certainty: 'STATED' },
        evidence: { code: evidence, document: { publishedOn: { latest: '2024-01-01' } } },
      });
    }
  });

  it('is both of two that conflict, of which the later holds', async () => {
    // given
    const code = await ten();
    const evidence = await told('2024-02-01');
    // when
    await claim(code, '12', evidence, { qualifier: 'GT' });
    // then
    expect(await totalOf(code)).toMatchObject({
      totalInvestment: '12',
      provenance: [
        { value: '10', qualifier: 'EXACT', isChosen: false, rule: null },
        {
          value: '12',
          qualifier: 'GT',
          isChosen: true,
          rule: 'LATER',
          evidence: { code: evidence },
        },
      ],
    });
    expect((await eventsOf(gateway, code)).at(-1)).toMatchObject({
      kind: 'VALUE_CLAIMED',
      changes: expect.arrayContaining([
        { field: 'totalInvestment', before: '10', after: '12' },
        expect.objectContaining({ field: 'projectValueSource' }),
      ]),
    });
  });

  it('is also what does not hold: an earlier document, and a teaser', async () => {
    // given
    const code = await ten();
    // when
    await claim(code, '9', await told('2023-12-01'));
    await claim(code, '99', await told('2024-12-01', 'RELATED_TEASER'));
    // then
    expect(await shortOf(code)).toEqual([
      '10',
      ['10', 'STATED', 'LATER'],
      ['9', 'STATED', null],
      ['99', 'STATED', null],
    ]);
    // A follower learns of it, and no kept answer goes on without it.
    const events = await eventsOf(gateway, code);
    expect(events.map(({ kind }) => kind)).toEqual([
      'PROJECT_REGISTERED',
      'VALUE_CLAIMED',
      'VALUE_CLAIMED',
    ]);
    expect(events.at(-1)!.changes).toMatchObject([
      { field: 'projectValueSource', after: { field: 'totalInvestment', value: '99' } },
    ]);
  });

  it('is an office before every document, also a later one, until the next office', async () => {
    // given
    const code = await ten();
    // when
    await correct(code, { totalInvestment: '11' });
    await claim(code, '12', await told('2030-01-01'));
    // then
    expect(await shortOf(code)).toEqual([
      '11',
      ['10', 'STATED', null],
      ['11', 'SUBMITTED', 'SUBMITTED'],
      ['12', 'STATED', null],
    ]);
    // when
    await correct(code, { totalInvestment: null });
    // then
    expect(await shortOf(code)).toEqual([
      null,
      ['10', 'STATED', null],
      ['11', 'SUBMITTED', null],
      ['12', 'STATED', null],
      [null, 'SUBMITTED', 'SUBMITTED'],
    ]);
  });

  it('keeps each value with the evidence that it had, whatever else is corrected', async () => {
    // given
    const code = await ten({ annualPlan: '3' });
    const sourcesOf = async () =>
      (
        await officer.query(`{ project(code: "${code}") {
          provenance(fields: ["name", "annualPlan"]) { field value isChosen evidence { code } } } }`)
      ).project.provenance;
    const [name, plan] = await sourcesOf();
    // when
    await correct(code, { annualPlan: '4' });
    await correct(code, { annualPlan: '5' });
    await correct(code, { name: '新的名称' });
    // then
    const after = await sourcesOf();
    expect(after.map(({ value, isChosen }: any) => [value, isChosen])).toEqual([
      [name.value, false],
      ['新的名称', true],
      ['3', false],
      ['4', false],
      ['5', true],
    ]);
    expect([after[0].evidence, after[2].evidence]).toEqual([name.evidence, plan.evidence]);
    expect(new Set(after.map(({ evidence }: any) => evidence.code)).size).toBe(4);
  });

  it('says when an office entered what, from the beginning', async () => {
    // given
    await write(officer, 'createProject', { code: 'entered', name: '填报', totalInvestment: '8' });
    // when
    await claim('entered', '9', await told('2030-01-01'));
    // then
    const { project } = await officer.query(`{ project(code: "entered") { totalInvestment
      provenance(fields: ["totalInvestment"]) { origin rule recordedAt asOf { latest } } } }`);
    expect(project).toMatchObject({
      totalInvestment: '8',
      provenance: [
        { origin: 'SUBMITTED', rule: 'SUBMITTED', recordedAt: expect.stringMatching(/Z$/) },
        { origin: 'STATED', rule: null },
      ],
    });
    expect(project.provenance[0].asOf.latest).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('leaves the choice alone when the same files are loaded again', async () => {
    // given
    const evidence = await told('2024-01-01');
    const file = {
      ...{ code: 'loaded-again', name: '重复', started: unknownDate, evidence },
      ...({ totalInvestment: '10', totalInvestmentQualifier: 'EXACT', annualPlan: null } as const),
    };
    await gateway.run(registerProject, file);
    const later = await told('2024-02-01');
    await claim('loaded-again', '12', later);
    const before = await shortOf('loaded-again');
    // when
    await gateway.run(registerProject, file);
    await claim('loaded-again', '12', later);
    // then
    expect(await shortOf('loaded-again')).toEqual(before);
    expect(await eventsOf(gateway, 'loaded-again')).toHaveLength(2);
  });

  it('lets a register that reads its source anew speak for that source again', async () => {
    // given
    const evidence = await told('2024-01-01');
    const file = { code: 'read-anew', name: '重读', started: unknownDate, evidence } as const;
    const read = (totalInvestment: string | null) =>
      gateway.run(registerProject, {
        ...{ ...file, totalInvestment },
        totalInvestmentQualifier: totalInvestment === null ? null : 'EXACT',
      });
    await read('10');
    // when
    await read('100');
    // then
    expect(await shortOf('read-anew')).toEqual([
      '100',
      ['10', 'STATED', null],
      ['100', 'STATED', 'ONLY_ONE'],
    ]);
    // when
    await read(null);
    // then
    expect((await shortOf('read-anew'))[0]).toBeNull();
  });

  it('tells what a load has put in the place of a name', async () => {
    // given
    const code = await gateway.given.project({ name: '旧名称' });
    // when
    const evidence = await told('2024-02-01');
    await gateway.run(registerProject, { code, name: '新名称', started: unknownDate, evidence });
    await gateway.run(registerProject, { code, name: '旧名称', started: unknownDate, evidence });
    // then
    const { project } = await officer.query(`{ project(code: "${code}") { name
      provenance(fields: ["name"]) { value origin rule } } }`);
    expect(project).toEqual({
      name: '旧名称',
      provenance: [
        { value: '旧名称', origin: 'STATED', rule: null },
        { value: '新名称', origin: 'REPLACED', rule: null },
        { value: '旧名称', origin: 'REPLACED', rule: 'REPLACED' },
      ],
    });
  });

  it('shows a number that is only reported beside the value, and not twice', async () => {
    // given
    await gateway.run(defineMetric, {
      ...{ code: 'TOTAL_INVESTMENT', name: '总投资', unit: 'CNY_100M', isAdditive: true },
      ...{ isGrowth: false, plannedByNature: true, comparableGroup: 'INVESTMENT', definition: '-' },
    });
    const evidence = await told('2024-01-01');
    const code = await ten({ evidence });
    const report = async (value: string, source: string) =>
      gateway.run(reportObservation, {
        ...{ code: `REPORT-${(made += 1)}`, subjectType: 'project', subject: code, value },
        ...{ metric: 'TOTAL_INVESTMENT', unit: 'CNY_100M', qualifier: 'EXACT', kind: 'PLAN' },
        ...{ asOf: unknownDate, evidence: source },
      });
    // when
    await report('10', evidence);
    await report('15', await told('2024-03-01'));
    // then
    expect(await shortOf(code)).toEqual([
      '10',
      ['10', 'STATED', 'ONLY_ONE'],
      ['15', 'REPORTED', null],
    ]);
  });

  it('tells a stage by its records, and as of a day only by those known then', async () => {
    // given
    const code = await gateway.given.project();
    const record = async (status: 'LANDED' | 'STARTED' | 'ADVANCING', day: string, on: string) =>
      gateway.run(recordStatus, {
        ...{ project: code, status, evidence: await told(on) },
        asOf: { earliest: day, certainty: 'STATED' },
      });
    await record('STARTED', '2024-03-01', '2024-03-02');
    await record('LANDED', '2024-01-05', '2024-06-01');
    await record('ADVANCING', '2024-04-01', '2024-04-02');
    // when
    const { project } = await officer.query(`{ project(code: "${code}") { stage
      provenance(fields: ["stage"]) { value isChosen rule asOf { latest } }
      before: stageHistory(asOf: "2024-03-01") { status }
      then: stageHistory(asOf: "2024-04-02") { status }
      stageHistory { status } } }`);
    // then
    expect(project).toEqual({
      stage: 'CONSTRUCTION',
      provenance: [
        { value: 'LANDING', isChosen: false, rule: null, asOf: { latest: '2024-01-05' } },
        { value: 'CONSTRUCTION', isChosen: true, rule: 'LATER', asOf: { latest: '2024-03-01' } },
      ],
      before: [],
      then: [{ status: 'STARTED' }, { status: 'ADVANCING' }],
      stageHistory: [{ status: 'LANDED' }, { status: 'STARTED' }, { status: 'ADVANCING' }],
    });
  });

  it('has the credit code of an organisation from whom it is known', async () => {
    // given
    const evidence = await told('2024-01-01');
    const code = await gateway.given.enterprise({ evidence });
    await gateway.given.enterprise({ creditCode: TAKEN, evidence });
    const claimed = async (organisation: string, creditCode: string, on: string) =>
      gateway.run(claimCreditCode, {
        ...{ organisation, creditCode, evidence: await told(on) },
      } satisfies CreditCodeClaim);
    // when
    await claimed(code, LATER, '2024-02-01');
    await claimed(code, EARLIER, '2024-01-15');
    // then
    const shown = async () =>
      (
        await officer.query(`{ enterprise(code: "${code}") { creditCode
          provenance(fields: ["creditCode"]) { value rule } } }`)
      ).enterprise;
    expect(await shown()).toEqual({
      creditCode: LATER,
      provenance: [
        { value: LATER, rule: 'LATER' },
        { value: EARLIER, rule: null },
      ],
    });
    await expect(claimed(code, TAKEN, '2024-03-01')).rejects.toMatchObject({
      code: 'CREDIT_CODE_TAKEN',
    });
    // when
    await gateway.run(registerOrganisation, {
      ...{ code, kind: 'ENTERPRISE', name: '改名企业', evidence },
    });
    // then
    expect((await shown()).creditCode).toBe(LATER);
  });

  it.each([
    ['an amount', { value: '1e3' }],
    ['nothing', { value: '0' }],
    ['a class', { field: 'class', value: 'FARMING' }],
    ['a domain', { field: 'domain', value: 'new energy' }],
    ['how exactly', { field: 'class', value: 'INDUSTRIAL', qualifier: 'GT' }],
  ])('takes no claim that no value can be: %s', async (_, wrong) => {
    const code = await ten();
    const evidence = await told();
    await expect(claim(code, '1', evidence, wrong)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('refuses a field that has no provenance, and names those that have', async () => {
    const code = await ten();
    const { errors } = await gateway.request(
      `{ project(code: "${code}") { provenance(fields: ["nmae"]) { value } } }`,
    );
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('totalInvestment'),
        extensions: { code: 'BAD_USER_INPUT', field: ['fields'] },
      },
    ]);
  });

  it('is read in one statement for 200 projects', async () => {
    // given
    for (let number = 0; number < 200; number += 1) {
      await gateway.given.project({
        name: `大批${String(number).padStart(3, '0')}`,
        annualPlan: '1',
      });
    }
    const evidence = await told('2024-01-01');
    const { projects: all } = await officer.query(
      `{ projects(first: 200, filter: { name: { startsWith: "大批" } }) { nodes { code } } }`,
    );
    for (const { code } of all.nodes.slice(0, 5)) await claim(code, '12', evidence);
    // when
    const { projects } = await officer.query(`{
      projects(first: 200, filter: { name: { startsWith: "大批" } }) {
        nodes { provenance { field value isChosen evidence { document { title } } } } } }`);
    // then
    expect(projects.nodes).toHaveLength(200);
    expect(projects.nodes.flatMap(({ provenance }: any) => provenance)).toHaveLength(2 * 200 + 5);
    expect(gateway.sql.statements).toHaveLength(2);
  });

  it('is hidden with the project from whom it is not for', async () => {
    // given
    const [mine, other] = [await gateway.given.region(), await gateway.given.region()];
    const codes = [await ten({ site: mine }), await ten({ site: other })];
    for (const code of codes) {
      await claim(code, '12', await told('2024-02-01'));
      await correct(code, { level: 'MUNICIPAL' });
    }
    const token = await gateway.keyFor({ role: 'PARTNER', districts: [mine] });
    // when
    const closed = await startGateway({ beside: gateway, env: { ANONYMOUS: 'off' } });
    const { projects } = await closed
      .as(token)
      .query(`{ projects { nodes { code provenance(fields: ["totalInvestment"]) { value } } } }`);
    await closed.close();
    // then
    expect(projects.nodes).toEqual([
      { code: codes[0], provenance: [{ value: '10' }, { value: '12' }] },
    ]);
  });

  it('counts both of two who claim at once', async () => {
    // given
    const code = await ten();
    const claiming = (evidence: string): Command<void, unknown> =>
      command((context) =>
        claimProjectValue(context, {
          ...{ project: code, field: 'totalInvestment', value: '12', evidence },
        }),
      );
    const [one, other] = [await told('2024-01-01'), await told('2024-01-01')];
    // when
    const ended = await runAtOnce(gateway, claiming(one), claiming(other));
    // then
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await shortOf(code)).toEqual([
      '12',
      ['10', 'STATED', null],
      ['12', 'STATED', 'MORE_DOCUMENTS'],
      ['12', 'STATED', null],
    ]);
  });

  it('loses nothing where one load brings several', async () => {
    // given
    const evidence = await told('2024-01-01');
    const code = await ten({ evidence });
    const later = await told('2024-02-01');
    const load = command(async (context: CommandContext) => {
      await registerProject(context, {
        ...{ code, name: '改名', started: unknownDate, evidence, annualPlan: '2' },
        ...{ totalInvestment: '11', totalInvestmentQualifier: 'EXACT' },
      });
      for (const [field, value] of [
        ['totalInvestment', '12'],
        ['annualPlan', '3'],
      ] as const) {
        await claimProjectValue(context, { project: code, field, value, evidence: later });
      }
    });
    // when
    await gateway.run(load, undefined);
    // then
    expect((await shortOf(code)).map((one) => one[0])).toEqual(['1', '10', '11', '12']);
    const { project } = await officer.query(`{ project(code: "${code}") {
      provenance(fields: ["name", "annualPlan"]) { value rule } } }`);
    expect(project.provenance).toEqual([
      { value: expect.stringContaining('测试项目'), rule: null },
      { value: '改名', rule: 'REPLACED' },
      { value: '2', rule: null },
      { value: '3', rule: 'LATER' },
    ]);
  });

  it('goes and comes back with its project', async () => {
    // given
    const code = await ten();
    await claim(code, '12', await told('2024-02-01'));
    await correct(code, { totalInvestment: '13' });
    const before = await shortOf(code);
    const { project } = await officer.query(`{ project(code: "${code}") { version } }`);
    // when
    const { withdrawal } = await write<any>(
      officer,
      'withdrawProject',
      { code, version: project.version, reason: '暂停' },
      'withdrawal { version }',
    );
    await write(officer, 'restoreProject', { code, version: withdrawal.version });
    // then
    expect(await shortOf(code)).toEqual(before);
  });

  it('is history that nobody rewrites', async () => {
    const code = await ten();
    await claim(code, '12', await told('2024-02-01'));
    for (const statement of [
      'update project_value_source set value = 1',
      'delete from project_value_source',
    ]) {
      await expect(gateway.database.pool.query(statement)).rejects.toThrow('is history');
    }
  });

  it('always has what the field holds as the chosen one, and loses nothing', async () => {
    const value = fc.constantFrom('10', '12', '15');
    const source = fc.nat(5);
    const step = fc.oneof(
      fc.record({ does: fc.constant('claim' as const), value, source }),
      fc.record({ does: fc.constant('register' as const), value: fc.option(value), source }),
      fc.record({ does: fc.constant('correct' as const), value: fc.option(value) }),
    );
    const sources = await Promise.all(
      [undefined, '2024-01-01', '2024-01-01', '2024-01-02', '2024-01-02'].map((on) => told(on)),
    );
    sources.push(await told('2024-05-01', 'RELATED_TEASER'));
    const property = fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
      const code = `any-${(made += 1)}`;
      const register = (totalInvestment: string | null, evidence: string) =>
        gateway.run(registerProject, {
          ...{ code, name: code, started: unknownDate, totalInvestment, evidence },
          totalInvestmentQualifier: totalInvestment === null ? null : 'EXACT',
        });
      await register('10', sources[1]!);
      let known = 0;
      for (const one of steps) {
        if (one.does === 'claim') await claim(code, one.value, sources[one.source]!);
        if (one.does === 'register') await register(one.value, sources[one.source]!);
        if (one.does === 'correct') {
          const held = (await totalOf(code)).totalInvestment;
          if (held !== one.value) await correct(code, { totalInvestment: one.value });
        }
        const { totalInvestment, provenance } = await totalOf(code);
        const chosen = provenance.filter(({ isChosen }: any) => isChosen);
        expect(chosen.map(({ value }: any) => value)).toEqual(
          chosen.length === 0 && totalInvestment === null ? [] : [totalInvestment],
        );
        expect(provenance.length).toBeGreaterThanOrEqual(known);
        known = provenance.length;
      }
    });
    await fc.assert(property, { numRuns: 25 });
  }, 120_000);
});
