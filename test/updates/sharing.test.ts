import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '../protocol/sockets.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { heldBuffers } from '../support/memory.ts';
import { until } from '../support/until.ts';
import { follow, type Follower, UPDATES } from './followers.ts';
import { changeMany, registerMany } from './writing.ts';

/** Statements that read what a message selects of its project. */
const readsOf = ({ sql }: Gateway) =>
  sql.statements.filter((statement) => /from project\s+where project\.id = any/.test(statement));

describe('those who follow the same', () => {
  let gateway: Gateway;
  const districts: string[] = [];
  beforeAll(async () => {
    gateway = await startGateway({ live: true });
    for (let count = 0; count < 3; count += 1) districts.push(await gateway.given.region());
  });
  afterAll(() => gateway.close());

  it('share one execution of an event, whatever they filter by and however they are connected', async () => {
    // given
    const followers: Follower[] = [];
    for (let count = 0; count < 30; count += 1) {
      const filter = count % 3 === 0 ? undefined : { districts: districts.slice(count % 2) };
      followers.push(follow(gateway, { over: count % 5 === 0 ? 'sse' : 'websocket', filter }));
    }
    for (const follower of followers) await follower.isLive();
    gateway.sql.reset();
    // when
    await gateway.given.project({ site: districts[2]! });
    // then
    for (const follower of followers) await follower.got(1);
    expect(readsOf(gateway)).toHaveLength(1);
    const [first] = followers;
    for (const follower of followers) {
      expect(follower.updates).toEqual(first!.updates);
      follower.leave();
    }
  });

  it('share one execution also where they write their filter into the document', async () => {
    const documents = districts.map((district) =>
      UPDATES.replace('$filter: ProjectUpdateFilter', '').replace(
        'filter: $filter',
        `filter: { districts: ["${district}"] }`,
      ),
    );
    const followers = [0, 0, 0, 1].map((which) => follow(gateway, { query: documents[which]! }));
    for (const follower of followers) await follower.isLive();
    gateway.sql.reset();
    await gateway.given.project({ site: districts[0]! });
    for (const follower of followers.slice(0, 3)) await follower.got(1);
    expect(readsOf(gateway)).toHaveLength(1);
    expect(followers[3]!.updates).toEqual([]);
    for (const follower of followers) follower.leave();
  });

  it('get what one transaction did in a statement for some dozens of its events', async () => {
    const followers = [1, 2, 3].map(() => follow(gateway));
    for (const follower of followers) await follower.isLive();
    gateway.sql.reset();
    const codes = await registerMany(gateway, 300, { prefix: 'many' });
    for (const follower of followers) {
      expect((await follower.got(300)).map(({ projectCode }) => projectCode)).toEqual(codes);
    }
    expect(readsOf(gateway).length).toBeLessThanOrEqual(10);
    for (const follower of followers) follower.leave();
  });

  it('do not share what depends on what they may see', async () => {
    const officer = await gateway.keyFor({ role: 'CITY_OFFICER' });
    const known = await follow(gateway, { authorization: `Bearer ${officer}` }).isLive();
    const anybody = await follow(gateway).isLive();
    await gateway.given.project();
    expect((await known.got(1))[0]!.actor).toBe('test');
    expect((await anybody.got(1))[0]!.actor).toBeNull();
    for (const follower of [known, anybody]) follower.leave();
  });

  it('get each what he selects by variables', async () => {
    const query = `subscription ($isNamed: Boolean!) { projectUpdates {
      __typename ... on ProjectUpdate { cursor project { code name @include(if: $isNamed) } } ... on Heartbeat { cursor }
    } }`;
    const [named, plain] = [true, false].map((isNamed) =>
      follow(gateway, { query, variables: { isNamed } }),
    );
    for (const follower of [named!, plain!]) await follower.isLive();
    const code = await gateway.given.project({ name: '有名' });
    expect((await named!.got(1))[0]).toMatchObject({ project: { code, name: '有名' } });
    expect((await plain!.got(1))[0]!.project).toEqual({ code });
    for (const follower of [named!, plain!]) follower.leave();
  });
});

describe('a reader that stops reading', () => {
  it('delays nobody and holds little, and has everything in order when it reads on', async () => {
    // given
    const gateway = await startGateway({ live: true });
    await registerMany(gateway, 40, { prefix: 'slow' });
    await until(() => gateway.tail.head().position > 40);
    const query = `subscription { projectUpdates { __typename
      ... on ProjectUpdate { cursor projectCode changes { before after } } ... on Heartbeat { cursor } } }`;
    const quick = await follow(gateway, { query }).isLive();
    const slow = await connect(gateway);
    slow.subscribe('1', query);
    await until(() => slow.told.length > 1);
    const leaving = new AbortController();
    const stream = await fetch(`${gateway.url}/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
    slow.ws.pause();
    // when
    const codes: string[] = [];
    const held = heldBuffers();
    for (let round = 0; round < 40; round += 1) {
      codes.push(...(await changeMany(gateway, 'slow', 16_000)));
      await quick.got(codes.length);
    }
    // then
    expect(quick.ended).toBeUndefined();
    expect(quick.updates.map(({ projectCode }) => projectCode)).toEqual(codes);
    expect(JSON.stringify(quick.updates).length).toBeGreaterThan(20_000_000);
    expect(heldBuffers() - held).toBeLessThan(6);
    const told = () => slow.told.filter(({ payload }) => payload?.data.projectUpdates.projectCode);
    expect(told().length).toBeLessThan(codes.length);
    // when
    slow.ws.resume();
    // then
    await until(() => told().length >= codes.length, 30_000);
    expect(told().map(({ payload }) => payload.data.projectUpdates.projectCode)).toEqual(codes);
    let text = '';
    for await (const part of stream.body!.pipeThrough(new TextDecoderStream())) {
      text += part;
      if (text.split('"projectCode"').length > codes.length) break;
    }
    expect([...text.matchAll(/"projectCode":"([^"]+)"/g)].map(([, code]) => code)).toEqual(codes);
    leaving.abort();
    slow.ws.close();
    quick.leave();
    await gateway.close();
  }, 180_000);
});
