import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoggedEvent } from '../../src/events/event.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { write } from '../writes/writing.ts';

describe('what an event of a project concerns', () => {
  let gateway: Gateway;
  let officer: Pick<Gateway, 'query' | 'request'>;
  beforeAll(async () => {
    gateway = await startGateway({ live: true });
    officer = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER' }));
  });
  afterAll(() => gateway.close());

  const idOf = async (table: string, code: string) =>
    (
      await gateway.database.pool.query<{ id: string }>(`select id from ${table} where code = $1`, [
        code,
      ])
    ).rows[0]?.id;

  /** The last event of a project that somebody who follows the log is told. */
  async function told(id: string | undefined, kind: string): Promise<LoggedEvent> {
    const find = () =>
      gateway.tail
        .recent(0, 10_000)
        ?.findLast((event) => event.entityId === id && event.kind === kind);
    await until(() => find() !== undefined);
    return find()!;
  }

  it('is where it lies, who takes part, its chains and batches: before and after, and when it goes', async () => {
    // given
    const [before, after] = [await gateway.given.region(), await gateway.given.region()];
    const owner = await gateway.given.enterprise();
    const project = await gateway.given.project({ site: before, owner });
    const version = async () =>
      (await officer.query(`{ project(code: "${project}") { version } }`)).project
        .version as number;
    const chain = await gateway.given.chain();
    const batch = await gateway.given.batch({ members: [project] });
    await write(officer, 'moveProjectToStage', {
      ...{ code: project, version: await version() },
      ...{ stage: 'PLANNING', asOf: '2025-01-02' },
    });
    await write(officer, 'takeChainPlace', { chain, project }, 'place { id }');
    const id = await idOf('project', project);
    const [beforeId, afterId, ownerId, chainId, batchId] = [
      await idOf('region', before),
      await idOf('region', after),
      await idOf('organisation', owner),
      await idOf('industry_chain', chain),
      await idOf('project_batch', batch),
    ];
    // when
    await write(officer, 'moveProjectToDistrict', {
      code: project,
      version: await version(),
      site: after,
    });
    await write(officer, 'moveProjectToStage', {
      ...{ code: project, version: await version() },
      ...{ stage: 'CONSTRUCTION', asOf: '2026-01-02' },
    });
    await write(
      officer,
      'withdrawProject',
      { code: project, version: await version(), reason: '不再推进' },
      'withdrawal { version }',
    );
    // then: with the last of them all are there, also the second move to a stage
    const gone = await told(id, 'PROJECT_WITHDRAWN');
    const taken = await told(id, 'CHAIN_PLACE_TAKEN');
    expect(taken.about).toEqual(expect.arrayContaining([id, beforeId, ownerId, chainId, batchId]));
    expect(taken).toMatchObject({ entityCode: project, stages: ['PLANNING'] });
    const moved = await told(id, 'PROJECT_MOVED');
    expect(moved.about).toEqual(
      expect.arrayContaining([id, beforeId, afterId, ownerId, chainId, batchId]),
    );
    expect([moved.scopeBefore, moved.scopeAfter]).toEqual([[beforeId], [afterId]]);
    const staged = await told(id, 'PROJECT_STAGE_MOVED');
    expect(staged.about).toEqual(expect.arrayContaining([id, afterId, ownerId, chainId, batchId]));
    expect(staged.about).not.toContain(beforeId);
    expect(staged.stages.toSorted()).toEqual(['CONSTRUCTION', 'PLANNING']);
    expect(gone.about).toEqual(expect.arrayContaining([id, afterId, ownerId, chainId, batchId]));
    expect(gone).toMatchObject({
      ...{ entityCode: project, stages: ['CONSTRUCTION'] },
      ...{ scopeBefore: [afterId], scopeAfter: [] },
    });
  });

  it('is told once, however often it is concerned, and is nobody’s to change afterwards', async () => {
    // given
    const site = await gateway.given.region();
    const project = await gateway.given.project({ site });
    // when
    const { about } = await told(await idOf('project', project), 'PROJECT_REGISTERED');
    // then
    expect(new Set(about).size).toBe(about.length);
    for (const change of [`about = '{}'`, `stages = '{}'`, `entity_code = 'other'`]) {
      await expect(gateway.database.pool.query(`update event set ${change}`)).rejects.toThrow(
        'is history',
      );
    }
  });
});
