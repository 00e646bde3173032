import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { FEED, follow, lasting, type Message, settled } from './followers.ts';

describe('updates for who sees one district', () => {
  let gateway: Gateway;
  let mine: string;
  let others: string;
  let token: string;
  beforeAll(async () => {
    gateway = await startGateway({ live: true, env: { ANONYMOUS: 'off' } });
    mine = await gateway.given.region();
    others = await gateway.given.region();
    token = await gateway.keyFor({ districts: [mine] });
  });
  afterAll(() => gateway.close());

  const authorized = () => ({ authorization: `Bearer ${token}` });

  /** The messages of the stream, and of the feed, of what is done meanwhile. */
  const seen = async (doing: () => Promise<unknown>, filter?: object): Promise<Message[]> => {
    const follower = await follow(gateway, { ...authorized(), filter }).isLive();
    const { cursor } = follower;
    await doing();
    const last = await gateway.given.project({ site: mine });
    await settled(gateway);
    const isLast = ({ projectCode }: Message) => projectCode === last;
    await until(() => filter !== undefined || follower.updates.some(isLast));
    const fed: Message[] = [];
    await until(async () => {
      const answer = await gateway.as(token).query(FEED, { after: cursor, first: 200, filter });
      fed.splice(0, fed.length, ...answer.projectUpdatesFeed.edges.map((edge: any) => edge.node));
      return fed.length === follower.updates.length && (filter !== undefined || fed.some(isLast));
    });
    follower.leave();
    expect(follower.updates.map(lasting)).toEqual(fed.map(lasting));
    return fed.filter((update) => !isLast(update));
  };

  it('tell of its projects, and of no others', async () => {
    let project = '';
    const updates = await seen(async () => {
      await gateway.given.project({ site: others });
      await gateway.given.project();
      project = await gateway.given.project({ site: mine });
    });
    expect(updates.map(({ projectCode }) => projectCode)).toEqual([project]);
  });

  it('end with a tombstone when a project leaves it, and nothing of what comes after', async () => {
    let project = '';
    const updates = await seen(async () => {
      project = await gateway.given.project({ site: mine, name: '要走的' });
      await gateway.given.project({ code: project, site: others, name: '走了' });
      await gateway.given.project({ code: project, site: others, name: '又改了' });
    });
    expect(updates).toHaveLength(2);
    expect(updates[1]).toEqual({
      ...{ __typename: 'ProjectUpdate', kind: 'OUT_OF_SIGHT', changes: [] },
      ...{ project: null, projectCode: project, projectId: updates[0]!.projectId },
      ...{ actor: null, source: null, version: 2 },
      ...{ id: expect.any(String), cursor: expect.any(String), occurredAt: expect.any(String) },
    });
    expect(JSON.stringify(updates)).not.toContain('走了');
  });

  it('begin without what was before, when a project comes into it', async () => {
    let project = '';
    const updates = await seen(async () => {
      project = await gateway.given.project({ site: others, name: '原来的' });
      await gateway.given.project({ code: project, site: mine, name: '来了' });
    });
    expect(updates).toHaveLength(1);
    expect(updates[0]).toMatchObject({ projectCode: project, project: { name: '来了' } });
    expect(updates[0]!.changes.length).toBeGreaterThan(0);
    for (const { before } of updates[0]!.changes) expect(before).toBeNull();
    expect(JSON.stringify(updates)).not.toContain('原来的');
  });

  it('tell of a leave whatever kinds are followed', async () => {
    let project = '';
    const updates = await seen(
      async () => {
        project = await gateway.given.project({ site: mine, name: '甲' });
        await gateway.given.project({ code: project, site: others, name: '甲' });
      },
      { kinds: ['PROJECT_ALIASED'] },
    );
    expect(updates.map(({ kind, projectCode }) => [kind, projectCode])).toEqual([
      ['OUT_OF_SIGHT', project],
    ]);
  });

  it('tell who was away that a project is gone, also when he follows it by its code', async () => {
    // given
    const first = await follow(gateway, authorized()).isLive();
    const project = await gateway.given.project({ site: mine, name: '乙' });
    await first.got(1);
    first.leave();
    await gateway.given.project({ code: project, site: others, name: '乙' });
    // when
    const second = follow(gateway, {
      ...authorized(),
      ...{ after: first.cursor, filter: { projects: [project] } },
    });
    // then
    expect((await second.got(1)).map(({ kind }) => kind)).toEqual(['OUT_OF_SIGHT']);
    second.leave();
  });

  it('do not name a project that is out of sight, as one that is not there', async () => {
    const hidden = await gateway.given.project({ site: others });
    const refusal = async (code: string) => {
      const [error] = await follow(gateway, {
        ...authorized(),
        filter: { projects: [code] },
      }).end();
      return {
        ...error,
        extensions: { ...error.extensions, requestId: '' },
        message: error.message.replace(code, 'X'),
      };
    };
    expect(await refusal(hidden)).toEqual(await refusal('nothing-at-all'));
  });

  it('refuse a filter by a district out of sight, and say which', async () => {
    const filter = { districts: [mine, others] };
    const expected = { code: 'OUT_OF_SCOPE', field: ['filter', 'districts'] };
    const [error] = await follow(gateway, { ...authorized(), filter }).end();
    expect(error.extensions).toMatchObject(expected);
    expect(error.message).toContain(others);
    const { errors } = await gateway.as(token).request(FEED, { filter });
    expect(errors![0]!.extensions).toMatchObject(expected);
  });

  it('name no other project that a change leads to, while it is out of sight', async () => {
    const hidden = await gateway.given.project({ site: others });
    const [update] = await seen(() => gateway.given.project({ site: mine, predecessor: hidden }));
    expect(update!.changes).toContainEqual({ field: 'predecessor', before: null, after: null });
    expect(JSON.stringify(update)).not.toContain(`"${hidden}"`);
  });

  it('are for nobody who is not known, or may not follow', async () => {
    const [error] = await follow(gateway, { over: 'websocket' })
      .end()
      .then((ended) => [ended]);
    expect(error.code).toBe(4401);
    const analyst = await gateway.keyFor({ role: 'ANALYST' });
    await gateway.database.pool.query(
      `insert into role (code, name, permissions) values ('READER', '只读', '{graph:read}')`,
    );
    const reader = await gateway.keyFor({ role: 'READER' });
    for (const over of ['websocket', 'sse'] as const) {
      const [refused] = await follow(gateway, { over, authorization: `Bearer ${reader}` }).end();
      expect(refused.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'project:follow' });
      const follower = await follow(gateway, { over, authorization: `Bearer ${analyst}` }).isLive();
      expect(follower.ended).toBeUndefined();
      follower.leave();
    }
    for (const query of [
      '{ projectUpdatesFeed { pageInfo { endCursor } } }',
      '{ updatesHead { cursor } }',
    ]) {
      const { errors } = await gateway.as(reader).request(query);
      expect(errors![0]!.extensions).toMatchObject({
        code: 'FORBIDDEN',
        permission: 'project:follow',
      });
    }
  });
});
