import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { today } from '../../src/kit/clock.ts';
import type { Gateway } from '../support/gateway.ts';
import { type Asker, eventsOf, startWithOfficer, write } from './writing.ts';

describe('a project', () => {
  let gateway: Gateway;
  let officer: Asker;
  let made = 0;
  beforeAll(async () => {
    ({ gateway, officer } = await startWithOfficer());
  });
  afterAll(() => gateway.close());

  /** A new project; answers its code. It is at version 1. */
  async function project(input: object = {}): Promise<string> {
    const code = `written-${(made += 1)}`;
    const { userErrors } = await write(officer, 'createProject', { code, name: '项目', ...input });
    expect(userErrors).toEqual([]);
    return code;
  }

  /** What went wrong, in short; fails where nothing did. */
  async function refused(mutation: string, input: object, shows?: string) {
    const { userErrors, ...shown } = await write<any>(officer, mutation, input, shows);
    expect(Object.values(shown)).toEqual([null]);
    expect(userErrors).toHaveLength(1);
    return userErrors[0] as { code: string; message: string; field: string[] };
  }

  describe('that is new', () => {
    it('is there for everybody, with what is said of it and where that is from', async () => {
      // given
      const site = await gateway.given.region();
      const predecessor = await project();
      // when
      const { project: shown, userErrors } = await write(
        officer,
        'createProject',
        {
          code: 'new-plant',
          name: '  新　工厂 ',
          nameEn: 'New plant',
          site,
          class: 'INDUSTRIAL',
          domain: 'NEW_ENERGY',
          level: 'MUNICIPAL',
          phase: 2,
          predecessor,
          totalInvestment: '12.50',
          annualPlan: '３',
          startedOn: { earliest: '2024-02-01', latest: '2024-02-29', certainty: 'YEAR_INFERRED' },
          stage: 'LANDING',
          stageAsOf: '2024-03-01',
        },
        `project { code name nameEn version district { code } class domain level phase
          predecessor { code } totalInvestment totalInvestmentQualifier annualPlan stage
          stageHistory { status stage reason asOf { earliest latest certainty } }
          startedOn { earliest latest certainty } evidence { document { kind title } } }`,
      );
      // then
      expect(userErrors).toEqual([]);
      expect(shown).toEqual({
        code: 'new-plant',
        name: '新 工厂',
        nameEn: 'New plant',
        version: 1,
        district: { code: site },
        class: 'INDUSTRIAL',
        domain: 'NEW_ENERGY',
        level: 'MUNICIPAL',
        phase: 2,
        predecessor: { code: predecessor },
        totalInvestment: '12.5',
        totalInvestmentQualifier: 'EXACT',
        annualPlan: '3',
        stage: 'LANDING',
        stageHistory: [
          {
            status: 'LANDED',
            stage: 'LANDING',
            reason: null,
            asOf: { earliest: '2024-03-01', latest: '2024-03-01', certainty: 'STATED' },
          },
        ],
        startedOn: { earliest: '2024-02-01', latest: '2024-02-29', certainty: 'YEAR_INFERRED' },
        evidence: { document: { kind: 'SUBMISSION', title: expect.stringMatching(/^报送 /) } },
      });
      expect(await gateway.query('{ project(code: "new-plant") { name } }')).toEqual({
        project: { name: '新 工厂' },
      });
      const events = await eventsOf(gateway, 'new-plant');
      expect(events).toMatchObject([{ kind: 'PROJECT_CREATED', version: 1, scope_before: [] }]);
      expect(events[0]!.source).toMatch(/^SUBMISSION-/);
      expect(events[0]!.changes).toEqual(
        expect.arrayContaining([
          { field: 'totalInvestment', before: null, after: '12.5' },
          { field: 'projectStageRecord', before: null, after: expect.anything() },
        ]),
      );
    });

    it('is found by its pinyin at once', async () => {
      await project({ name: '锂电隔膜基地' });
      const { search } = await gateway.query('{ search(text: "lidiangemo") { totalCount } }');
      expect(search.totalCount).toBe(1);
    });

    it('gets a code where none is chosen', async () => {
      const site = await gateway.given.region();
      const { project: shown } = await write(officer, 'createProject', { name: '无代码', site });
      expect(shown.code).toMatch(new RegExp(`^${site}-[0-9a-f]{12}$`));
    });

    it('tells the document that its caller cites', async () => {
      // given
      const code = await gateway.given.evidence();
      const [{ document }] = (
        await gateway.database.pool.query(
          `select source_document.code as document from evidence
             join source_document on source_document.id = document_id where evidence.code = $1`,
          [code],
        )
      ).rows;
      // when
      const { project: shown } = await write(
        officer,
        'createProject',
        { name: '有出处', document, anchor: '新建项目' },
        'project { code evidence { anchor document { code } } }',
      );
      // then
      expect(shown.evidence).toEqual({ anchor: '新建项目', document: { code: document } });
      expect(await eventsOf(gateway, shown.code)).toMatchObject([{ source: document }]);
    });

    it.each<[string, object, string, string]>([
      ['a blank name', { name: ' 　' }, 'BAD_USER_INPUT', 'name'],
      ['a name of 301 characters', { name: '名'.repeat(301) }, 'BAD_USER_INPUT', 'name'],
      ['a name with a bell in it', { name: 'a\u0007b' }, 'BAD_USER_INPUT', 'name'],
      ['a code with a blank', { code: 'a b' }, 'BAD_USER_INPUT', 'code'],
      ['a code in capitals', { code: 'ABC' }, 'BAD_USER_INPUT', 'code'],
      ['a site that is none', { site: '999999' }, 'UNKNOWN_CODE', 'site'],
      ['a phase before it that is none', { predecessor: 'none' }, 'UNKNOWN_CODE', 'predecessor'],
      ['a document that is none', { document: 'NONE' }, 'UNKNOWN_CODE', 'document'],
      ['an anchor in no document', { anchor: '原文' }, 'BAD_USER_INPUT', 'anchor'],
      ['a phase 0', { phase: 0 }, 'BAD_USER_INPUT', 'phase'],
      ['a phase past all counting', { phase: 2_000_000_000 }, 'BAD_USER_INPUT', 'phase'],
      ['a domain in words', { domain: 'new energy' }, 'BAD_USER_INPUT', 'domain'],
      ['no investment at all', { totalInvestment: '0' }, 'BAD_USER_INPUT', 'totalInvestment'],
      ['a negative plan', { annualPlan: '-1' }, 'BAD_USER_INPUT', 'annualPlan'],
      [
        'a word on an amount that is not there',
        { totalInvestmentQualifier: 'GT' },
        'BAD_USER_INPUT',
        'totalInvestmentQualifier',
      ],
      [
        'a day that is unknown',
        { startedOn: { earliest: '2024-01-01', certainty: 'UNKNOWN' } },
        'BAD_USER_INPUT',
        'startedOn',
      ],
      [
        'an end before its beginning',
        { startedOn: { earliest: '2024-01-02', latest: '2024-01-01' } },
        'BAD_USER_INPUT',
        'startedOn',
      ],
      [
        'an inference without its rule',
        { startedOn: { earliest: '2024-01-02', certainty: 'INFERRED' } },
        'BAD_USER_INPUT',
        'startedOn',
      ],
      [
        'a stage to come',
        { stage: 'SERVICE', stageAsOf: '2999-01-01' },
        'BAD_USER_INPUT',
        'stageAsOf',
      ],
    ])('is not made of %s', async (_what, input, code, field) => {
      const error = await refused('createProject', { name: '项目', ...input });
      expect(error).toMatchObject({ code, field: expect.arrayContaining(['input', field]) });
      expect(error.message).toMatch(/\.$/);
    });

    it.each<[string, object]>([
      ['NUL in a name', { name: 'a\u0000b' }],
      ['half a character', { name: 'a\ud800' }],
      ['30 February', { name: 'a', startedOn: { earliest: '2023-02-30' } }],
      ['a date of PostgreSQL’s', { name: 'a', startedOn: { earliest: 'infinity' } }],
      ['NaN for an amount', { name: 'a', totalInvestment: 'NaN' }],
      ['an amount of 1e400', { name: 'a', totalInvestment: '1e400' }],
      ['an amount to five places', { name: 'a', totalInvestment: '0.00001' }],
      ['a number for a decimal', { name: 'a', totalInvestment: 1.5 }],
    ])('is refused with %s, by the field', async (_what, input) => {
      const { errors, data } = await officer.request(
        `mutation ($input: CreateProjectInput!) { createProject(input: $input) { userErrors { code } } }`,
        { input },
      );
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect((errors![0]!.extensions as any).field.slice(0, 2)).toEqual(['variables', 'input']);
    });

    it('does not take another’s code', async () => {
      const code = await project({ name: '先来的' });
      const error = await refused('createProject', { code, name: '后到的' });
      expect(error).toMatchObject({ code: 'CODE_TAKEN', field: ['input', 'code'] });
      expect(error.message).toContain('先来的');
    });

    it('does not follow on what has a next phase already', async () => {
      const predecessor = await project();
      const follower = await project({ predecessor });
      const error = await refused('createProject', { name: '第三期', predecessor });
      expect(error).toMatchObject({ code: 'PHASE_TAKEN', field: ['input', 'predecessor'] });
      expect(error.message).toContain(follower);
    });
  });

  describe('that is put right', () => {
    it('changes what is told, keeps what is left out, loses what is null', async () => {
      // given
      const code = await project({
        name: '旧名',
        nameEn: 'Old',
        domain: 'OLD',
        totalInvestment: '5',
        totalInvestmentQualifier: 'GT',
      });
      // when
      const { project: shown } = await write(
        officer,
        'correctProject',
        { code, version: 1, name: '新名', domain: null, totalInvestment: '6' },
        'project { version name nameEn domain totalInvestment totalInvestmentQualifier }',
      );
      // then
      expect(shown).toEqual({
        version: 2,
        name: '新名',
        nameEn: 'Old',
        domain: null,
        totalInvestment: '6',
        totalInvestmentQualifier: 'EXACT',
      });
      const [, corrected] = await eventsOf(gateway, code);
      expect(corrected).toMatchObject({ kind: 'PROJECT_CORRECTED', version: 2 });
      expect(corrected!.changes).toEqual([
        { field: 'name', before: '旧名', after: '新名' },
        { field: 'domain', before: 'OLD', after: null },
        { field: 'totalInvestment', before: '5', after: '6' },
        { field: 'totalInvestmentQualifier', before: 'GT', after: 'EXACT' },
        { field: 'evidence', before: expect.any(String), after: expect.any(String) },
      ]);
      const found = await gateway.query(
        `{ old: search(text: "旧名") { totalCount } new: search(text: "新名") { totalCount } }`,
      );
      expect(found).toEqual({ old: { totalCount: 0 }, new: { totalCount: 1 } });
    });

    it('leaves no trace where nothing changes', async () => {
      const code = await project({ totalInvestment: '5' });
      const { project: shown } = await write(officer, 'correctProject', {
        ...{ code, version: 1, name: '项目', totalInvestment: '5.0' },
      });
      expect(shown.version).toBe(1);
      expect(await eventsOf(gateway, code)).toHaveLength(1);
    });

    it('keeps its name, and does not come after itself', async () => {
      const one = await project();
      const two = await project({ predecessor: one });
      expect(await refused('correctProject', { code: one, version: 1, name: null })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: ['input', 'name'],
      });
      for (const predecessor of [one, two]) {
        expect(
          await refused('correctProject', { code: one, version: 1, predecessor }),
        ).toMatchObject({ code: 'PHASE_IN_CIRCLE', field: ['input', 'predecessor'] });
      }
    });
  });

  describe('on its way', () => {
    const stageOf = 'project { version stage stageHistory { status stage reason } }';

    it('moves on, by as many stages as it likes, and back with a reason', async () => {
      // given
      const code = await project({ stage: 'PLANNING', stageAsOf: '2024-01-01' });
      // when
      const on = await write(
        officer,
        'moveProjectToStage',
        { code, version: 1, stage: 'COMPLETION_EFFECT', asOf: '2024-05-01', status: 'OPEN' },
        stageOf,
      );
      const silent = await refused('moveProjectToStage', { code, version: 2, stage: 'LANDING' });
      const back = await write(
        officer,
        'moveProjectToStage',
        { code, version: 2, stage: 'CONSTRUCTION', asOf: '2024-06-01', reason: '返工' },
        stageOf,
      );
      // then
      expect(on.project).toMatchObject({ version: 2, stage: 'COMPLETION_EFFECT' });
      expect(silent).toMatchObject({ code: 'STAGE_GOES_BACK', field: ['input', 'reason'] });
      expect(back.project).toEqual({
        version: 3,
        stage: 'CONSTRUCTION',
        stageHistory: [
          { status: 'PLANNED', stage: 'PLANNING', reason: null },
          { status: 'OPEN', stage: 'COMPLETION_EFFECT', reason: null },
          { status: 'STARTED', stage: 'CONSTRUCTION', reason: '返工' },
        ],
      });
      expect((await eventsOf(gateway, code)).at(-1)).toMatchObject({
        kind: 'PROJECT_STAGE_MOVED',
        changes: expect.arrayContaining([
          { field: 'stage', before: 'COMPLETION_EFFECT', after: 'CONSTRUCTION' },
          { field: 'projectStageRecord', before: null, after: expect.anything() },
        ]),
      });
    });

    it('reaches every stage without more being said', async () => {
      const code = await project();
      const stages = ['PLANNING', 'LANDING', 'CONSTRUCTION', 'COMPLETION_EFFECT', 'SERVICE'];
      for (const [index, stage] of stages.entries()) {
        const { project: shown } = await write(
          officer,
          'moveProjectToStage',
          { code, version: index + 1, stage },
          stageOf,
        );
        expect(shown.stage).toBe(stage);
      }
    });

    it.each<[string, object, string, string]>([
      ['to where it is', { stage: 'LANDING' }, 'ALREADY_IN_STAGE', 'stage'],
      ['on a day to come', { stage: 'SERVICE', asOf: '2999-01-01' }, 'BAD_USER_INPUT', 'asOf'],
      [
        'on a day before what is known',
        { stage: 'SERVICE', asOf: '2023-12-31' },
        'STAGE_KNOWN_LATER',
        'asOf',
      ],
      [
        'with a status of another stage',
        { stage: 'SERVICE', status: 'PLANNED' },
        'BAD_USER_INPUT',
        'status',
      ],
    ])('is not moved %s', async (_what, input, code, field) => {
      const moved = await project({ stage: 'LANDING', stageAsOf: '2024-01-01' });
      expect(
        await refused('moveProjectToStage', { code: moved, version: 1, ...input }),
      ).toMatchObject({ code, field: ['input', field] });
    });
  });

  describe('that is invested in', () => {
    const reports = `project { version investmentReports { totalCount nodes {
      period periodFrom periodTo amount qualifier evidence { document { kind } } } } }`;

    it('tells it by month, quarter and year, and puts right what was told before', async () => {
      // given
      const code = await project();
      const report = (version: number, input: object) =>
        write(officer, 'reportInvestment', { code, version, ...input }, reports);
      await report(1, { period: '2024-03', amount: '0.5' });
      await report(2, { period: '2024-Q1', amount: '2', qualifier: 'APPROX' });
      await report(3, { period: '２０２３', amount: '0' });
      // when
      const { project: shown } = await report(4, { period: '2024-03', amount: '0.7501' });
      // then
      const from = { document: { kind: 'SUBMISSION' } };
      expect(shown).toEqual({
        version: 5,
        investmentReports: {
          totalCount: 3,
          nodes: [
            {
              ...{ period: '2023', periodFrom: '2023-01-01', periodTo: '2023-12-31' },
              ...{ amount: '0', qualifier: 'EXACT', evidence: from },
            },
            {
              ...{ period: '2024-Q1', periodFrom: '2024-01-01', periodTo: '2024-03-31' },
              ...{ amount: '2', qualifier: 'APPROX', evidence: from },
            },
            {
              ...{ period: '2024-03', periodFrom: '2024-03-01', periodTo: '2024-03-31' },
              ...{ amount: '0.7501', qualifier: 'EXACT', evidence: from },
            },
          ],
        },
      });
      const last = (await eventsOf(gateway, code)).at(-1)!;
      expect(last).toMatchObject({
        kind: 'INVESTMENT_REPORTED',
        changes: [
          {
            field: 'investmentReport',
            before: { periodFrom: '2024-03-01', amount: '0.5' },
            after: { periodFrom: '2024-03-01', amount: '0.7501' },
          },
        ],
      });
      // the same again is nothing new
      expect((await report(5, { period: '2024-03', amount: '0.75010' })).project.version).toBe(5);
    });

    it('keeps it from those who may not read it, and tells them the rest', async () => {
      const code = await project();
      await write(officer, 'reportInvestment', { code, version: 1, period: '2024', amount: '1' });
      const { data, errors } = await gateway.request(
        `{ project(code: "${code}") { name investmentReports { nodes { amount } } } }`,
      );
      expect(data).toEqual({ project: { name: '项目', investmentReports: null } });
      expect(errors).toHaveLength(1);
    });

    it.each<[string, object, string, string]>([
      ['a period to come', { period: '2099-01', amount: '1' }, 'PERIOD_TO_COME', 'period'],
      ['a thirteenth month', { period: '2024-13', amount: '1' }, 'BAD_USER_INPUT', 'period'],
      ['a week', { period: '2024-W01', amount: '1' }, 'BAD_USER_INPUT', 'period'],
      ['less than nothing', { period: '2024', amount: '-0.1' }, 'BAD_USER_INPUT', 'amount'],
    ])('does not take %s', async (_what, input, code, field) => {
      const invested = await project();
      expect(
        await refused('reportInvestment', { code: invested, version: 1, ...input }),
      ).toMatchObject({ code, field: ['input', field] });
    });

    it('takes the month that is under way', async () => {
      const code = await project();
      const input = { code, version: 1, period: today().slice(0, 7), amount: '1' };
      expect((await write(officer, 'reportInvestment', input)).userErrors).toEqual([]);
    });
  });

  describe('among others', () => {
    it('comes into a batch, and out of it', async () => {
      // given
      const code = await project();
      const batch = await gateway.given.batch({ kind: 'COLLECTIVE_SIGNING' });
      const batches = 'project { version batches { nodes { role batch { code } } } }';
      // when
      const into = await write(
        officer,
        'attachProjectToBatch',
        { code, version: 1, batch },
        batches,
      );
      const again = await refused('attachProjectToBatch', { code, version: 2, batch });
      const out = await write(
        officer,
        'detachProjectFromBatch',
        { code, version: 2, batch },
        batches,
      );
      const none = await refused('detachProjectFromBatch', { code, version: 3, batch });
      // then
      expect(into.project).toEqual({
        version: 2,
        batches: { nodes: [{ role: 'SIGNED', batch: { code: batch } }] },
      });
      expect(again.code).toBe('ALREADY_IN_BATCH');
      expect(out.project).toEqual({ version: 3, batches: { nodes: [] } });
      expect(none.code).toBe('NOT_IN_BATCH');
      const kinds = ['PROJECT_ADDED_TO_BATCH', 'PROJECT_REMOVED_FROM_BATCH'];
      const events = await eventsOf(gateway, code);
      expect(events.slice(1).map(({ kind }) => kind)).toEqual(kinds);
      expect(events[1]!.changes).toMatchObject([{ field: 'member', after: { role: 'SIGNED' } }]);
      const ofBatch = await eventsOf(gateway, batch, 'project_batch');
      expect(ofBatch.slice(1).map(({ kind }) => kind)).toEqual(kinds);
    });

    it('wins participants, and loses them', async () => {
      // given
      const code = await project();
      const organisation = await gateway.given.enterprise();
      const input = { code, organisation, role: 'OWNER' };
      const shows = 'project { version participants { nodes { role organisation { code } } } }';
      // when
      const won = await write(officer, 'addProjectParticipant', { ...input, version: 1 }, shows);
      const again = await refused('addProjectParticipant', { ...input, version: 2 });
      const lost = await write(
        officer,
        'removeProjectParticipant',
        { ...input, version: 2 },
        shows,
      );
      const none = await refused('removeProjectParticipant', { ...input, version: 3 });
      // then
      expect(won.project).toEqual({
        version: 2,
        participants: { nodes: [{ role: 'OWNER', organisation: { code: organisation } }] },
      });
      expect(again.code).toBe('ALREADY_TAKES_PART');
      expect(lost.project).toEqual({ version: 3, participants: { nodes: [] } });
      expect(none.code).toBe('TAKES_NO_PART');
    });

    it('moves to another district, in both partitions', async () => {
      // given
      const from = await gateway.given.region();
      const zone = await gateway.given.region({ kind: 'FUNCTIONAL_ZONE' });
      const code = await project({ site: from });
      // when
      const { project: shown } = await write(
        officer,
        'moveProjectToDistrict',
        { code, version: 1, site: zone, administrativeDistrict: from },
        'project { version site { code } district { code } }',
      );
      const there = await refused('moveProjectToDistrict', {
        ...{ code, version: 2, site: zone, administrativeDistrict: from },
      });
      // then
      expect(shown).toEqual({ version: 2, site: { code: zone }, district: { code: zone } });
      expect(there).toMatchObject({ code: 'ALREADY_THERE', field: ['input', 'site'] });
      const [, moved] = await eventsOf(gateway, code);
      expect(moved).toMatchObject({ kind: 'PROJECT_MOVED' });
      expect(moved!.scope_before).not.toEqual(moved!.scope_after);
      const { region } = await gateway.query(
        `{ region(code: "${from}") { reporting: projects { totalCount }
             administrative: projects(partition: ADMINISTRATIVE) { totalCount } } }`,
      );
      expect(region).toEqual({ reporting: { totalCount: 0 }, administrative: { totalCount: 1 } });
    });
  });
});
