import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerProject } from '../../src/modules/project/project.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { command } from '../../src/request/command.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';
import { changeMany, registerMany } from './writing.ts';
import { FEED, follow, type Follower, lasting, type Message } from './followers.ts';

const codesOf = (updates: readonly Message[]) => updates.map(({ projectCode }) => projectCode);

describe('following the projects', () => {
  let gateway: Gateway;
  let other: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ live: true });
    other = await startGateway({ live: true, beside: gateway });
  });
  afterAll(async () => {
    await other.close();
    await gateway.close();
  });

  /** Registers a project in a transaction that stays open until it is let go. */
  const held = async (code: string) => {
    const evidence = await gateway.given.evidence();
    const reached = Promise.withResolvers<undefined>();
    const let_ = Promise.withResolvers<undefined>();
    const done = gateway.run(
      command(async (context, input: Parameters<typeof registerProject>[1]) => {
        await registerProject(context, input);
        await context.em.flush();
        reached.resolve(undefined);
        await let_.promise;
      }),
      { code, name: code, started: unknownDate, evidence },
    );
    await reached.promise;
    return { go: async () => (let_.resolve(undefined), done) };
  };

  /** Everything behind a cursor, page by page. */
  const feed = async (after: string, first = 200, of: Pick<Gateway, 'query'> = gateway) => {
    const found: Message[] = [];
    for (let cursor = after; ;) {
      const { projectUpdatesFeed } = await of.query(FEED, { after: cursor, first });
      const { edges, pageInfo } = projectUpdatesFeed;
      for (const edge of edges) expect(edge.cursor).toBe(edge.node.cursor);
      found.push(...edges.map(({ node }: { node: Message }) => node));
      cursor = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return found;
    }
  };

  it.each(['websocket', 'sse'] as const)(
    'tells what happens over %s, and the feed tells the same',
    async (over) => {
      // given
      const follower = await follow(gateway, { over }).isLive();
      const from = follower.cursor;
      const district = await gateway.given.region();
      // when
      const project = await gateway.given.project({ site: district, name: '新项目' });
      // then
      const [update] = await follower.got(1);
      expect(update).toMatchObject({
        kind: 'PROJECT_REGISTERED',
        projectCode: project,
        version: 1,
        project: { code: project, name: '新项目', district: { code: district } },
      });
      expect(update!.changes).toContainEqual({ field: 'district', before: null, after: district });
      expect(update!.changes).toContainEqual({
        field: 'evidence',
        before: null,
        after: await gateway.given.evidence(),
      });
      expect(JSON.stringify(update!.changes)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
      expect((await feed(from)).map(lasting)).toEqual([lasting(update!)]);
      follower.leave();
    },
  );

  it.each([
    ['websocket', 'sse'],
    ['sse', 'websocket'],
  ] as const)(
    'goes on behind the cursor that %s left off at, over %s and on another gateway',
    async (before, after) => {
      // given
      const first = await follow(gateway, { over: before }).isLive();
      const seen = await gateway.given.project();
      await first.got(1);
      const { cursor } = first;
      first.leave();
      // when
      const missed = [];
      for (let count = 0; count < 70; count += 1) missed.push(await gateway.given.project());
      const second = await follow(other, { over: after, after: cursor }).isLive();
      const live = await gateway.given.project();
      // then
      expect(codesOf(await second.got(71))).toEqual([...missed, live]);
      expect(codesOf(second.updates)).not.toContain(seen);
      expect((await feed(cursor, 7, other)).map(lasting)).toEqual(second.updates.map(lasting));
      second.leave();
    },
  );

  it('loses nothing of a transaction that was begun before the cursor, and committed behind it', async () => {
    // given
    const first = await follow(gateway).isLive();
    const early = await held('begun-early');
    const late = await gateway.given.project();
    expect(codesOf(await first.got(1))).toEqual([late]);
    const { cursor } = first;
    // when
    await early.go();
    // then
    expect(codesOf(await first.got(2))).toEqual([late, 'begun-early']);
    const second = await follow(other, { after: cursor, over: 'sse' }).isLive();
    expect(codesOf(await second.got(1))).toEqual(['begun-early']);
    expect(codesOf(await feed(cursor))).toEqual(['begun-early']);
    for (const follower of [first, second]) follower.leave();
  });

  it('has no seam between what was missed and what happens, however both come in', async () => {
    // given
    await registerMany(gateway, 10, { prefix: 'seam' });
    const { updatesHead } = await gateway.query('{ updatesHead { cursor } }');
    let isWriting = true;
    let written = 0;
    const writing = [gateway, other].map(async (writer) => {
      while (isWriting) {
        const { length } = await changeMany(writer, 'seam');
        written += length;
      }
    });
    // when
    const followers: Follower[] = [];
    for (let count = 0; count < 16; count += 1) {
      await until(() => written > 40 * (count + 1));
      const over = count % 2 === 0 ? 'websocket' : 'sse';
      const after = count % 4 < 2 ? updatesHead.cursor : followers.at(-1)!.cursor;
      followers.push(await follow(count % 3 === 0 ? other : gateway, { over, after }).isLive());
    }
    const seen = written;
    await until(() => written > seen + 200);
    isWriting = false;
    await Promise.all(writing);
    // then
    const idsOf = (updates: readonly Message[]) => updates.map(({ id }) => id);
    let all: Message[] = [];
    await until(async () => {
      all = await feed(updatesHead.cursor);
      return all.filter(({ kind }) => kind === 'PROJECT_CORRECTED').length === written;
    }, 180_000);
    for (const follower of followers) {
      await until(() => follower.updates.at(-1)?.id === all.at(-1)!.id);
      const from = idsOf(all).indexOf(follower.updates[0]!.id);
      expect(idsOf(follower.updates)).toEqual(idsOf(all).slice(from));
      follower.leave();
    }
    expect(followers[0]!.updates[0]!.id).toBe(all[0]!.id);
  });

  it('tells with a first load where to follow from, so that load and updates miss nothing', async () => {
    // given
    let isWriting = true;
    const made: string[] = [];
    const writing = [1, 2].map(async () => {
      while (isWriting) made.push(await gateway.given.project());
    });
    await until(() => made.length > 10);
    // when
    const store = new Set<string>();
    const page = `query ($after: String) {
      updatesHead { cursor }
      projects(first: 20, after: $after, orderBy: CODE) { nodes { code } pageInfo { hasNextPage endCursor } }
    }`;
    const first = await gateway.query(page);
    for (
      let read = first;
      ;
      read = await other.query(page, { after: read.projects.pageInfo.endCursor })
    ) {
      for (const { code } of read.projects.nodes) store.add(code);
      if (!read.projects.pageInfo.hasNextPage) break;
    }
    isWriting = false;
    await Promise.all(writing);
    // then
    const follower = follow(other, { after: first.updatesHead.cursor });
    await until(() => {
      for (const { projectCode } of follower.updates) store.add(projectCode);
      return made.every((code) => store.has(code));
    });
    follower.leave();
  });

  it('tells a cursor to keep at once, and again while nothing happens', async () => {
    // given
    const quiet = await startGateway({ live: true, beside: gateway, env: { HEARTBEAT_MS: '50' } });
    const district = await gateway.given.region();
    const follower = follow(quiet, { filter: { districts: [district] } });
    await until(() => follower.heartbeats.length > 2);
    const before = follower.cursor;
    // when
    await gateway.given.project();
    // then
    await until(() => follower.cursor !== before);
    expect(follower.updates).toEqual([]);
    const { projectUpdatesFeed, updatesHead } = await gateway.query(FEED, {
      after: follower.cursor,
    });
    expect(projectUpdatesFeed.edges).toEqual([]);
    expect(updatesHead.cursor).toBe(follower.cursor);
    expect(follower.messages.at(-1)).toMatchObject({ head: follower.cursor });
    follower.leave();
    await quiet.close();
  });

  it('reads a part of the log for each page of the feed, and gets through where nothing matches', async () => {
    const district = await gateway.given.region();
    const { updatesHead } = await gateway.query('{ updatesHead { oldestCursor } }');
    const filter = { districts: [district] };
    const { projectUpdatesFeed } = await gateway.query(FEED, {
      after: updatesHead.oldestCursor,
      filter,
    });
    expect(projectUpdatesFeed).toMatchObject({ edges: [], pageInfo: { hasNextPage: false } });
    const whole = await gateway.query(FEED, { filter: null });
    expect(whole.projectUpdatesFeed.edges).toHaveLength(20);
  });

  it('reads a page of the feed in as many statements however many updates it holds', async () => {
    const codes = await registerMany(gateway, 20, { prefix: 'page' });
    const { updatesHead } = await gateway.query('{ updatesHead { oldestCursor } }');
    await until(async () =>
      (await feed(updatesHead.oldestCursor)).some(({ projectCode }) => projectCode === codes[19]),
    );
    const statements = [];
    for (const first of [1, 20]) {
      await gateway.query(FEED, { after: updatesHead.oldestCursor, first });
      statements.push(gateway.sql.statements.length);
    }
    expect(statements[1]).toBe(statements[0]);
  });

  it('is told by whom and from what to those alone who may know', async () => {
    const officer = await gateway.keyFor({ role: 'CITY_OFFICER' });
    const known = await follow(gateway, { authorization: `Bearer ${officer}` }).isLive();
    const anybody = await follow(gateway).isLive();
    await gateway.given.project();
    expect((await known.got(1))[0]).toMatchObject({ actor: 'test' });
    expect((await anybody.got(1))[0]).toMatchObject({ actor: null, source: null });
    const { projectUpdatesFeed } = await gateway
      .as(officer)
      .query(FEED, { after: anybody.heartbeats[0]!.cursor });
    expect(lasting(projectUpdatesFeed.edges[0].node)).toEqual(lasting(known.updates[0]!));
    for (const follower of [known, anybody]) follower.leave();
  });

  it('tells amounts that were reported to those alone who may read them', async () => {
    // given
    const officer = await gateway.keyFor({ role: 'CITY_OFFICER' });
    const known = await follow(gateway, { authorization: `Bearer ${officer}` }).isLive();
    const anybody = await follow(gateway, { over: 'sse' }).isLive();
    const code = await gateway.given.project();
    // when
    const { reportInvestment } = await gateway
      .as(officer)
      .query(
        `mutation ($input: ReportInvestmentInput!) { reportInvestment(input: $input) { userErrors { message } } }`,
        { input: { code, period: '2024-03', amount: '12.5', version: 1 } },
      );
    // then
    expect(reportInvestment.userErrors).toEqual([]);
    const [, reported] = await known.got(2);
    expect(reported!.kind).toBe('INVESTMENT_REPORTED');
    expect(reported!.changes).toMatchObject([
      { field: 'investmentReport', before: null, after: { amount: '12.5' } },
    ]);
    const [, told] = await anybody.got(2);
    expect(told).toMatchObject({ id: reported!.id, version: 2, changes: [] });
    for (const follower of [known, anybody]) follower.leave();
  });
});
