import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Gateway } from '../support/gateway.ts';
import { type Asker, eventsOf, startWithOfficer, write } from './writing.ts';

/** All that tells of one project, wherever it stands in the graph. */
const WHOLE = `
  id code name nameEn version stage totalInvestment district { code } aliases
  stageHistory { status stage asOf { earliest } }
  participants { nodes { role organisation { code } } }
  batches { nodes { role batch { code } } }
  investmentReports { nodes { period amount qualifier } }
  chainPositions { nodes { chain { code } node { name } } }
  leads { nodes { code } }
  predecessor { code } nextPhase { code }`;

describe('a project that leaves the library', () => {
  let gateway: Gateway;
  let officer: Asker;
  beforeAll(async () => {
    ({ gateway, officer } = await startWithOfficer({ env: { LOG_LEVEL: 'error' } }));
  });
  afterAll(() => gateway.close());

  /** A project with everything that can hang on one. */
  async function whole(code: string) {
    const { given } = gateway;
    const site = await given.region();
    const owner = await given.enterprise();
    const before = await given.project();
    await given.project({ code, site, predecessor: before, owner, nameEn: 'Whole' });
    const after = await given.project({ predecessor: code });
    const batch = await given.batch({ members: [code] });
    const chain = await given.chain();
    const node = await given.node({ chain, position: 'SUPPORTING' });
    await given.place({ chain, node, project: code });
    const trip = await given.trip({ leads: [{ project: code }] });
    let version = (await officer.query(`{ project(code: "${code}") { version } }`)).project
      .version as number;
    for (const [mutation, input] of [
      ['reportInvestment', { period: '2024-Q1', amount: '1.5' }],
      ['moveProjectToStage', { stage: 'LANDING', asOf: '2024-01-05' }],
    ] as const) {
      const { project, userErrors } = await write(officer, mutation, { code, version, ...input });
      expect(userErrors).toEqual([]);
      version = project.version;
    }
    return { site, owner, before, after, batch, chain, trip, version };
  }

  const read = (code: string) =>
    officer.query(`{ project(code: "${code}") { ${WHOLE} } }`).then(({ project }) => project);

  it('is gone with all that hung on it, and comes back with all of it', async () => {
    // given
    const { after, batch, chain, trip, site, version } = await whole('whole-one');
    const was = await read('whole-one');
    const suppliers = `{ chain(code: "${chain}") { suppliers { totalCount } } }`;
    expect((await officer.query(suppliers)).chain.suppliers.totalCount).toBe(1);
    // when
    const { withdrawal, userErrors } = await write<any>(
      officer,
      'withdrawProject',
      { code: 'whole-one', version, reason: '投资方 退出' },
      'withdrawal { code name version reason withdrawnAt }',
    );
    // then
    expect(userErrors).toEqual([]);
    expect(withdrawal).toMatchObject({
      code: 'whole-one',
      version: version + 1,
      reason: '投资方 退出',
    });
    expect(await read('whole-one')).toBeNull();
    const rest = await officer.query(`{
      batches(filter: { code: { eq: "${batch}" } }) { nodes { members { totalCount } } }
      trip(code: "${trip}") { leads { nodes { code project { code } } } }
      later: project(code: "${after}") { predecessor { code } }
      region(code: "${site}") { projects { totalCount } }
      search(text: "whole-one") { totalCount }
      withdrawnProject(code: "whole-one") { version } }`);
    expect(rest.batches.nodes[0].members.totalCount).toBe(0);
    expect(rest.trip.leads.nodes).toMatchObject([{ project: null }]);
    expect(rest.later.predecessor).toBeNull();
    expect(rest.region.projects.totalCount).toBe(0);
    expect(rest.search.totalCount).toBe(0);
    expect(rest.withdrawnProject.version).toBe(version + 1);
    expect((await officer.query(suppliers)).chain.suppliers.totalCount).toBe(0);
    const last = (await eventsOf(gateway, 'whole-one')).at(-1)!;
    expect(last).toMatchObject({ kind: 'PROJECT_WITHDRAWN', version: version + 1 });
    expect(last.changes).toEqual(
      expect.arrayContaining([
        { field: 'code', before: 'whole-one', after: null },
        { field: 'nameEn', before: 'Whole', after: null },
        expect.objectContaining({ field: 'investmentReport', after: null }),
        expect.objectContaining({ field: 'projectParticipant', after: null }),
      ]),
    );
    expect((await eventsOf(gateway, batch, 'project_batch')).at(-1)!.kind).toBe(
      'PROJECT_REMOVED_FROM_BATCH',
    );
    expect((await eventsOf(gateway, chain, 'industry_chain')).at(-1)!.kind).toBe(
      'CHAIN_PLACE_LEFT',
    );
    expect((await eventsOf(gateway, trip, 'promotion_trip')).at(-1)!.kind).toBe(
      'LEAD_PROJECT_WITHDRAWN',
    );
    expect((await eventsOf(gateway, after)).at(-1)).toMatchObject({
      kind: 'PREDECESSOR_WITHDRAWN',
      changes: [{ field: 'predecessor', after: null }],
    });

    // when
    const restored = await write(
      officer,
      'restoreProject',
      { code: 'whole-one', version: version + 1 },
      `project { ${WHOLE} }`,
    );
    // then
    expect(restored).toEqual({ project: { ...was, version: version + 2 }, userErrors: [] });
    expect((await officer.query(suppliers)).chain.suppliers.totalCount).toBe(1);
    expect((await officer.query(`{ search(text: "whole-one") { totalCount } }`)).search).toEqual({
      totalCount: 1,
    });
    expect((await eventsOf(gateway, 'whole-one')).at(-1)).toMatchObject({
      kind: 'PROJECT_RESTORED',
      version: version + 2,
    });
  });

  it('keeps its code to itself, and goes and comes as often as it must', async () => {
    // given
    await write(officer, 'createProject', { code: 'comes-and-goes', name: '来去项目' });
    const leave = (version: number) =>
      write<any>(
        officer,
        'withdrawProject',
        { code: 'comes-and-goes', version, reason: '暂停' },
        'withdrawal { version }',
      );
    const back = (version: number) =>
      write(officer, 'restoreProject', { code: 'comes-and-goes', version });
    expect((await leave(1)).withdrawal.version).toBe(2);
    // then
    const taken = await write(officer, 'createProject', { code: 'comes-and-goes', name: '另一个' });
    expect(taken.userErrors).toMatchObject([
      { code: 'PROJECT_WITHDRAWN', field: ['input', 'code'] },
    ]);
    expect(taken.userErrors[0]!.message).toContain('restoreProject');
    expect((await leave(2)).userErrors).toMatchObject([{ code: 'UNKNOWN_CODE' }]);
    expect((await back(1)).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect((await back(2)).project.version).toBe(3);
    expect((await back(3)).userErrors).toMatchObject([{ code: 'NOT_WITHDRAWN' }]);
    expect((await leave(3)).withdrawal.version).toBe(4);
    expect((await back(4)).project).toMatchObject({ name: '来去项目', version: 5 });
    expect((await eventsOf(gateway, 'comes-and-goes')).map(({ version }) => version)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('comes back without what has no place for it any more', async () => {
    // given
    const { before, after } = await whole('late-return');
    const { version } = await read('late-return');
    const left = await write<any>(
      officer,
      'withdrawProject',
      { code: 'late-return', version, reason: '调整' },
      'withdrawal { version }',
    );
    // another one has become the phase after what was before it
    const other = await officer.query(`{ project(code: "${after}") { version } }`);
    await write(officer, 'correctProject', {
      code: after,
      version: other.project.version,
      predecessor: before,
    });
    // when
    const { project } = await write(
      officer,
      'restoreProject',
      { code: 'late-return', version: left.withdrawal.version },
      `project { ${WHOLE} }`,
    );
    // then
    expect(project).toMatchObject({ predecessor: null, nextPhase: null });
  });
});
