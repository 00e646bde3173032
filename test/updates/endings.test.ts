import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeKey, revokeKey } from '../../src/request/credentials/keys.ts';
import { Client } from 'pg';
import { writeLogCursor } from '../../src/events/cursor.ts';
import { connect } from '../protocol/sockets.ts';
import { read as readStream } from '../protocol/streams.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { BreakableWay } from '../support/outage.ts';
import { until } from '../support/until.ts';
import { FEED, follow, type Follower, UPDATES } from './followers.ts';
import { changeMany } from './writing.ts';

const WAYS = ['websocket', 'sse'] as const;
const SHORT = 'subscription { projectUpdates { ... on Heartbeat { cursor } } }';

describe('a cursor that leads nowhere', () => {
  let gateway: Gateway;
  let head: { epoch: string; position: number; eventId: string };
  beforeAll(async () => {
    gateway = await startGateway({ live: true });
    await gateway.given.project();
    await until(() => gateway.tail.head().position > 0);
    head = gateway.tail.head();
  });
  afterAll(() => gateway.close());

  const cursors: [string, () => string | Promise<string>, object][] = [
    ['mangled', () => gateway.tail.cursorAt(head).slice(1), { code: 'CURSOR_MISMATCH' }],
    ['empty', () => '', { code: 'CURSOR_MISMATCH' }],
    [
      'of another list',
      async () => {
        await gateway.given.project();
        const { projects } = await gateway.query(
          '{ projects(first: 1) { pageInfo { endCursor } } }',
        );
        return projects.pageInfo.endCursor;
      },
      { code: 'CURSOR_MISMATCH' },
    ],
    [
      'of another history',
      () => writeLogCursor({ ...head, epoch: '01234567-89ab-4def-8123-456789abcdef' }),
      {
        code: 'CURSOR_EPOCH_CHANGED',
        oldestCursor: expect.any(String),
        headCursor: expect.any(String),
      },
    ],
    [
      'of the future',
      () => writeLogCursor({ ...head, position: head.position + 1_000 }),
      { code: 'CURSOR_EPOCH_CHANGED' },
    ],
    [
      'of an event that is not there',
      () => writeLogCursor({ ...head, eventId: '999999' }),
      { code: 'CURSOR_EPOCH_CHANGED' },
    ],
  ];
  it.each(cursors)(
    'for it is %s, is refused alike by stream and feed',
    async (_what, make, extensions) => {
      const after = await make();
      const { errors } = await gateway.request(FEED, { after });
      expect(errors![0]!.extensions).toMatchObject({ ...extensions, field: ['after'] });
      for (const over of WAYS) {
        const [error] = await follow(gateway, { over, after }).end();
        expect(error.extensions).toMatchObject({ ...extensions, field: ['after'] });
        expect(error.message).toBe(errors![0]!.message);
      }
    },
  );

  it('for what followed it is gone, says from where on one could go on', async () => {
    const own = await startGateway({ live: true });
    const first = await follow(own).isLive();
    await own.given.project();
    await first.got(1);
    const after = first.heartbeats[0]!.cursor;
    await own.database.pool.query(
      'update event_head set floor = position, floor_event_id = event_id',
    );
    const { updatesHead } = await own.query('{ updatesHead { oldestCursor } }');
    const expected = { code: 'CURSOR_EXPIRED', oldestCursor: updatesHead.oldestCursor };
    const { errors } = await own.request(FEED, { after });
    expect(errors![0]!.extensions).toMatchObject(expected);
    first.leave();
    await own.close();
  });
});

describe('a stream ends', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ live: true, env: { ANONYMOUS: 'off' } });
  });
  afterAll(() => gateway.close());

  const known = async (rights: object = {}) => {
    const token = await gateway.keyFor(rights);
    const authorization = `Bearer ${token}`;
    const all = WAYS.map((over) => follow(gateway, { over, authorization }));
    for (const follower of all) await follower.isLive();
    return { followers: all, id: token.split('_')[1]! };
  };

  const codeOf = (ended: any) => (Array.isArray(ended) ? ended[0].extensions.code : ended?.code);

  it('when its key is revoked', async () => {
    const { followers, id } = await known();
    await revokeKey(gateway.database.kysely, id, 'test');
    for (const follower of followers) expect(codeOf(await follower.end())).toBe('ACCESS_ENDED');
  });

  it('when its key is for other districts from now on', async () => {
    const [mine, others] = [await gateway.given.region(), await gateway.given.region()];
    const { followers, id } = await known({ districts: [mine] });
    await changeKey(gateway.database.kysely, id, { districts: [others] }, 'test');
    for (const follower of followers) expect(codeOf(await follower.end())).toBe('ACCESS_CHANGED');
  });

  it('when its role may not follow any more', async () => {
    await gateway.database.pool.query(
      `insert into role (code, name, permissions) values ('GUEST', '来宾', '{graph:read,project:follow}')`,
    );
    const { followers } = await known({ role: 'GUEST' });
    await gateway.database.pool.query(
      `update role set permissions = '{graph:read}' where code = 'GUEST'`,
    );
    for (const follower of followers) expect(codeOf(await follower.end())).toMatch(/^ACCESS_/);
  });

  it('when the history changes, and says so', async () => {
    const { followers } = await known();
    await gateway.database.pool.query('select event_renew_epoch()');
    for (const follower of followers) {
      expect(codeOf(await follower.end())).toBe('CURSOR_EPOCH_CHANGED');
    }
    const after = await known();
    await gateway.given.project();
    for (const follower of after.followers) {
      expect(await follower.got(1)).toHaveLength(1);
      follower.leave();
    }
  });
});

describe('a stop with followers', () => {
  it('lets them go without a last word, so that they come back with their cursor', async () => {
    // given
    const gateway = await startGateway({ live: true });
    const other = await startGateway({ live: true, beside: gateway });
    const peer = await connect(other);
    peer.subscribe('1', SHORT);
    await until(() => peer.told.some(({ type }) => type === 'next'));
    const response = await fetch(`${other.url}/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: SHORT }),
    });
    const streamed = readStream(response);
    // when
    const began = performance.now();
    await other.close();
    // then
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await peer.closed()).toMatchObject({ code: 1001 });
    expect(peer.told.map(({ type }) => type)).toEqual(['connection_ack', 'next']);
    expect((await streamed).events.map(({ event }) => event)).toEqual(['next']);
    await gateway.close();
  });
});

describe('while the database is away', () => {
  it('streams stay, and go on by themselves when it is back', async () => {
    // given
    const way = new BreakableWay();
    const gateway = await startGateway({ live: true });
    const cut = await startGateway({
      ...{ live: true, beside: gateway, env: { HEARTBEAT_MS: '100' } },
      through: (straight) => way.to(straight),
    });
    const followers: Follower[] = WAYS.map((over) => follow(cut, { over }));
    for (const follower of followers) await follower.isLive();
    // when
    await way.cut();
    const missed = await gateway.given.project();
    const late = followers.map(({ heartbeats }) => heartbeats.length);
    await until(() =>
      followers.every(({ heartbeats }, index) => heartbeats.length > late[index]! + 1),
    );
    expect(followers.map(({ updates }) => updates.length)).toEqual([0, 0]);
    await way.mend();
    // then
    for (const follower of followers) {
      const [update] = await follower.got(1);
      expect(update).toMatchObject({ projectCode: missed, project: { code: missed } });
      expect(follower.ended).toBeUndefined();
      follower.leave();
    }
    await cut.close();
    await way.cut();
    await gateway.close();
  });
});

describe('while a table is locked', () => {
  it('an update waits, and is not told without what could not be read', async () => {
    // given
    const gateway = await startGateway({ live: true, env: { LOCK_TIMEOUT_MS: '50' } });
    const district = await gateway.given.region();
    const follower = await follow(gateway).isLive();
    const project = await gateway.given.project({ site: district });
    await follower.got(1);
    const locker = new Client(gateway.connection);
    await locker.connect();
    await locker.query('begin');
    await locker.query('lock table region in access exclusive mode');
    gateway.sql.reset();
    // when
    await changeMany(gateway, project);
    const tries = () =>
      gateway.sql.statements.filter((statement) => statement.includes('from region'));
    await until(() => tries().length > 2);
    // then
    expect(follower.updates).toHaveLength(1);
    await locker.query('commit');
    const [, update] = await follower.got(2);
    expect(update).toMatchObject({ version: 2, project: { district: { code: district } } });
    await locker.end();
    follower.leave();
    await gateway.close();
  });
});

describe('who may open a subscription', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({
      live: true,
      env: { VIEWER_SUBSCRIPTIONS: '2', MAX_SUBSCRIPTIONS: '3', MAX_CONCURRENT: '1' },
    });
  });
  afterAll(() => gateway.close());

  it('is bounded by credential and in all, and a seat is free again when its stream is over', async () => {
    const authorization = `Bearer ${await gateway.keyFor()}`;
    const first = await follow(gateway).isLive();
    const second = await follow(gateway, { over: 'sse' }).isLive();
    const [error] = await follow(gateway).end();
    expect(error.extensions).toMatchObject({
      code: 'TOO_MANY_SUBSCRIPTIONS',
      asked: 3,
      allowed: 2,
    });
    const third = await follow(gateway, { authorization }).isLive();
    expect(third.ended).toBeUndefined();
    const [busy] = await follow(gateway, { authorization }).end();
    expect(busy.extensions).toMatchObject({ code: 'SERVICE_BUSY', asked: 4, allowed: 3 });
    for (const follower of [first, second]) follower.leave();
    await until(async () => {
      const again = await follow(gateway).isLive();
      again.leave();
      return again.ended === undefined;
    });
    third.leave();
  });

  it('takes no place from queries while it waits', async () => {
    const follower = await follow(gateway).isLive();
    expect(await gateway.query('{ __typename }')).toEqual({ __typename: 'Query' });
    follower.leave();
  });

  it('is told what is wrong with the operation, as any other way is', async () => {
    const wrong = [
      'subscription { projectUpdates { nothing } }',
      'subscription { a: projectUpdates { __typename } b: projectUpdates { __typename } }',
      'subscription { __typename }',
      'subscription { projectUpdates( }',
      'subscription A { projectUpdates { __typename } } subscription B { projectUpdates { __typename } }',
      `subscription { projectUpdates { __typename } ${'a '.repeat(5_000)} }`,
    ];
    const peer = await connect(gateway);
    for (const [index, query] of wrong.entries()) {
      const { errors } = await gateway.request(query);
      const [told] = await peer.answer((peer.subscribe(String(index), query), String(index)));
      const plain = (all: readonly any[]) =>
        all.map((error) => ({ ...error, extensions: { ...error.extensions, requestId: '' } }));
      expect(told).toMatchObject({ type: 'error', payload: plain(errors!).map(() => ({})) });
      expect(plain(told!.payload)).toEqual(plain(errors!));
    }
    const [variable] = await peer.ask('v', UPDATES, { after: 7 });
    expect(variable!.payload[0].extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['variables', 'after'],
    });
    const [skipped] = await peer.ask(
      's',
      'subscription { projectUpdates @skip(if: true) { __typename } }',
    );
    expect(skipped!.payload[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    peer.ws.close();
  });

  it('is sent to a WebSocket or an event stream by plain HTTP', async () => {
    const response = await gateway.post({ query: SHORT });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as any;
    expect(errors[0].extensions.code).toBe('STREAM_REQUIRED');
  });

  it('may leave one and begin another under the same id', async () => {
    const peer = await connect(gateway);
    for (let round = 0; round < 5; round += 1) {
      peer.told.length = 0;
      peer.subscribe('1', SHORT);
      await until(() => peer.told.some(({ type }) => type === 'next'));
      peer.say({ id: '1', type: 'complete' });
    }
    expect(peer.told.map(({ type }) => type)).toEqual(['next']);
    peer.ws.close();
  });
});

describe('an EventSource', () => {
  it('goes on behind the last id that it was told, whatever it asked first', async () => {
    const gateway = await startGateway({ live: true });
    const all = await follow(gateway).isLive();
    const start = all.cursor;
    const codes = [];
    for (let count = 0; count < 3; count += 1) codes.push(await gateway.given.project());
    const updates = await all.got(3);
    const query = `subscription { projectUpdates(after: "${start}") { ... on ProjectUpdate { projectCode } } }`;
    const url = `${gateway.url}/stream?query=${encodeURIComponent(query)}`;
    const leaving = new AbortController();
    const response = await fetch(url, {
      headers: {
        ...{ accept: 'text/event-stream', 'sec-fetch-site': 'same-origin' },
        'last-event-id': updates[1]!.cursor,
      },
      signal: leaving.signal,
    });
    let text = '';
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      text += part;
      if (text.includes(codes[2]!)) break;
    }
    expect(text).toContain(
      `id: ${updates[2]!.cursor}\ndata: {"data":{"projectUpdates":{"projectCode":"${codes[2]}"}}}`,
    );
    for (const code of codes.slice(0, 2)) expect(text).not.toContain(`"${code}"`);
    leaving.abort();
    all.leave();
    await gateway.close();
  });
});
