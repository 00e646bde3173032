import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordStatus } from '../../src/modules/project/project.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { FEED, follow, lasting, type Message } from './followers.ts';

const told = (updates: readonly Message[]) =>
  updates.map(({ kind, projectCode }) => `${kind} ${projectCode}`);

describe('a filter of project updates', () => {
  let gateway: Gateway;
  let north: string;
  let south: string;
  let owner: string;
  let chain: string;
  beforeAll(async () => {
    gateway = await startGateway({ live: true });
    north = await gateway.given.region();
    south = await gateway.given.region();
    owner = await gateway.given.enterprise();
    chain = await gateway.given.chain();
  });
  afterAll(() => gateway.close());

  const stand = async (project: string, status: 'PLANNED' | 'STARTED') =>
    gateway.run(recordStatus, {
      ...{ project, status, asOf: unknownDate },
      evidence: await gateway.given.evidence(),
    });

  /** What the stream, and then the feed, tell of what is done meanwhile; they have to agree. */
  const toldOf = async (filter: () => object, doing: () => Promise<void>) => {
    const all = await follow(gateway).isLive();
    const from = all.cursor;
    const given = filter();
    const follower = await follow(gateway, { filter: given }).isLive();
    await doing();
    const last = await gateway.given.project();
    const mark = `PROJECT_REGISTERED ${last}`;
    for (const seen = all; !told(seen.updates).includes(mark);)
      await seen.got(seen.updates.length + 1);
    const { projectUpdatesFeed } = await gateway.query(FEED, {
      after: from,
      first: 200,
      filter: given,
    });
    const fed = projectUpdatesFeed.edges.map(({ node }: { node: Message }) => node);
    await follower.got(fed.length);
    expect(follower.updates.map(lasting)).toEqual(fed.map(lasting));
    for (const one of [all, follower]) one.leave();
    return told(follower.updates);
  };

  it('by districts tells what lies there, and what leaves them', async () => {
    let project = '';
    const updates = await toldOf(
      () => ({ districts: [north] }),
      async () => {
        await gateway.given.project({ site: south });
        project = await gateway.given.project({ site: north, name: '迁移' });
        await gateway.given.project({ code: project, site: south, name: '迁移' });
        await gateway.given.project({ code: project, site: south, name: '迁走了' });
      },
    );
    expect(updates).toEqual([`PROJECT_REGISTERED ${project}`, `PROJECT_REGISTERED ${project}`]);
  });

  it('by enterprises tells of the projects in which they take part, from the first on', async () => {
    let project = '';
    const updates = await toldOf(
      () => ({ enterprises: [owner] }),
      async () => {
        project = await gateway.given.project();
        await gateway.given.participant(project, owner);
        await stand(project, 'STARTED');
      },
    );
    expect(updates).toEqual([
      `PROJECT_PARTICIPANT_ADDED ${project}`,
      `PROJECT_STATUS_RECORDED ${project}`,
    ]);
  });

  it('by chains tells of the projects with a place there', async () => {
    let project = '';
    const updates = await toldOf(
      () => ({ chains: [chain] }),
      async () => {
        project = await gateway.given.project();
        await gateway.given.place({ chain, project });
        await stand(project, 'STARTED');
      },
    );
    expect(updates).toEqual([`CHAIN_PLACE_TAKEN ${project}`, `PROJECT_STATUS_RECORDED ${project}`]);
  });

  it('by projects tells of these alone', async () => {
    const [one, other] = [await gateway.given.project(), await gateway.given.project()];
    const updates = await toldOf(
      () => ({ projects: [one, one] }),
      async () => {
        await stand(other, 'STARTED');
        await stand(one, 'STARTED');
      },
    );
    expect(updates).toEqual([`PROJECT_STATUS_RECORDED ${one}`]);
  });

  it('by stages tells what enters one, stays in it and leaves it', async () => {
    const project = await gateway.given.project();
    const updates = await toldOf(
      () => ({ stages: ['PLANNING'] }),
      async () => {
        await gateway.given.project();
        await stand(project, 'PLANNED');
        await gateway.given.participant(project, owner);
        await stand(project, 'STARTED');
        await gateway.given.participant(project, await gateway.given.enterprise());
      },
    );
    expect(updates).toEqual([
      `PROJECT_STATUS_RECORDED ${project}`,
      `PROJECT_PARTICIPANT_ADDED ${project}`,
      `PROJECT_STATUS_RECORDED ${project}`,
    ]);
  });

  it('by kinds tells these alone, and all of a filter has to hold', async () => {
    let projects: string[] = [];
    const updates = await toldOf(
      () => ({
        kinds: ['PROJECT_PARTICIPANT_ADDED'],
        districts: [north, south],
        enterprises: [owner],
      }),
      async () => {
        projects = [
          await gateway.given.project({ site: north, owner }),
          await gateway.given.project({ owner }),
          await gateway.given.project({ site: south, owner }),
        ];
      },
    );
    expect(updates).toEqual([
      `PROJECT_PARTICIPANT_ADDED ${projects[0]}`,
      `PROJECT_PARTICIPANT_ADDED ${projects[2]}`,
    ]);
  });

  it('that lists nothing matches nothing', async () => {
    const updates = await toldOf(
      () => ({ districts: [] }),
      async () => {
        await gateway.given.project({ site: north });
      },
    );
    expect(updates).toEqual([]);
  });

  const refusals: [string, object, object][] = [
    [
      'a district that nobody knows',
      { districts: ['nowhere'] },
      { code: 'UNKNOWN_CODE', field: ['filter', 'districts'] },
    ],
    [
      'the city as a district',
      { districts: ['990000'] },
      { code: 'UNKNOWN_CODE', field: ['filter', 'districts'] },
    ],
    [
      'a chain that nobody knows',
      { chains: ['nowhere'] },
      { code: 'UNKNOWN_CODE', field: ['filter', 'chains'] },
    ],
    [
      'an enterprise that nobody knows',
      { enterprises: ['nobody'] },
      { code: 'UNKNOWN_CODE', field: ['filter', 'enterprises'] },
    ],
    [
      'a project that nobody knows',
      { projects: ['nothing'] },
      { code: 'UNKNOWN_CODE', field: ['filter', 'projects'] },
    ],
    [
      'too many projects',
      { projects: Array.from({ length: 201 }, (_, index) => `p${index}`) },
      { code: 'BAD_USER_INPUT', asked: 201, allowed: 200 },
    ],
    ['a kind that is none', { kinds: ['PROJECT_EXPLODED'] }, { code: 'BAD_USER_INPUT' }],
  ];
  it.each(refusals)(
    'with %s is refused, alike by stream and feed',
    async (_what, filter, extensions) => {
      const { errors } = await gateway.request(FEED, { filter });
      expect(errors![0]!.extensions).toMatchObject(extensions);
      for (const over of ['websocket', 'sse'] as const) {
        const [error] = await follow(gateway, { over, filter }).end();
        expect(error.extensions).toMatchObject(extensions);
        expect(error.message).toBe(errors![0]!.message);
      }
    },
  );
});
