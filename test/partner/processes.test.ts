import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { placeIn, readLogCursor } from '../../src/events/cursor.ts';
import { follow, type Follower } from '../updates/followers.ts';
import { until } from '../support/until.ts';
import { Example, type Partner } from './partner.ts';
import { World } from './world.ts';
import { Writer } from './writer.ts';

/** A change of a project in the log. */
interface Logged {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
}

/** `examples/partner`, three ways at once, while everything that it depends on is killed under it. */
describe('a partner of two gateways on one database', () => {
  let world: World;
  let example: Example;
  let officer: string;
  let token: string;
  let partners: Partner[];
  const writers: Writer[] = [];
  const followers: Follower[] = [];

  beforeAll(async () => {
    world = await World.create();
    example = new Example();
    officer = await world.token('administrator');
    token = await world.token('partner');
    partners = ['websocket', 'sse', 'feed'].map((over) =>
      example.partner(over, token, world.urls, [
        '--over',
        over,
        '--patience',
        '4',
        '--every',
        '0.2',
      ]),
    );
    for (const partner of partners) partner.start();
    await Promise.all(partners.map((partner) => partner.follows()));
  }, 120_000);
  afterEach(async () => {
    for (const follower of followers.splice(0)) follower.leave();
    await Promise.all(writers.splice(0).map((writer) => writer.stop()));
  });
  afterAll(async () => {
    await Promise.all(partners.map((partner) => partner.kill()));
    await world.remove();
    example.remove();
  }, 180_000);

  it('follows on elsewhere when a gateway is killed, be it the one that numbers the log', async () => {
    // given
    startWriters('gateway');
    await written(20);
    for (const _ of world.gateways) {
      // when
      const leader = await world.leader();
      await leader.kill();
      // then
      await written(20);
      await leader.start();
    }
    await expectAllTold();
  }, 120_000);

  it('leaves a gateway that is frozen, and whose connections stay open', async () => {
    // given
    startWriters('frozen');
    await written(20);
    // when
    const leader = await world.leader();
    leader.run.signal('SIGSTOP');
    // then
    await written(20);
    const [last] = await world.query('select code from project order by code desc limit 1');
    await Promise.all(
      partners.map((partner) => until(() => (last as any).code in partner.projects, 20_000)),
    );
    leader.run.signal('SIGCONT');
    await expectAllTold();
  }, 120_000);

  it('goes on where it was when it is killed itself', async () => {
    startWriters('partner');
    for (const round of [1, 2, 3, 4]) {
      await written(5 * round);
      await Promise.all(partners.map((partner) => partner.kill()));
      await written(5);
      for (const partner of partners) partner.start();
    }
    await expectAllTold();
    expect(partners.map(({ loads }) => loads)).toEqual([1, 1, 1]);
  }, 120_000);

  it('knows what it is told twice, and what a kill cut short', async () => {
    // given
    const cursors = partners.map(({ place }) => place);
    startWriters('twice');
    await written(20);
    await expectAllTold();
    const lines = partners.map((partner) => partner.lines);
    await Promise.all(partners.map((partner) => partner.kill()));
    // when
    for (const [at, partner] of partners.entries()) {
      partner.place = cursors[at]!;
      partner.cutShort('{"id":"prj_0');
      partner.start();
    }
    startWriters('once');
    await written(5);
    // then
    await expectAllTold();
    for (const [at, partner] of partners.entries()) {
      expect(partner.lines.slice(0, lines[at]!.length)).toEqual(lines[at]);
    }
  }, 180_000);

  it.each(['restarted', 'killed'] as const)(
    'stays connected while PostgreSQL is %s, and is told all that was written',
    async (how) => {
      // given
      startWriters(`postgresql-${how}`);
      const [first] = world.gateways;
      const stream = await follow(
        { url: first!.url },
        { authorization: `Bearer ${token}` },
      ).isLive();
      followers.push(stream);
      const [from] = await world.query(
        'select coalesce(max(position), 0)::int as position from event',
      );
      await written(20);
      // when
      await (how === 'killed' ? world.killServer() : world.restartServer());
      // then
      await written(20);
      await expectAllTold();
      const since = (await loggedBehind((from as any).position)).map(placeOf);
      const told = () => stream.updates.map(({ projectId, version }) => `${projectId} ${version}`);
      await until(() => told().at(-1) === since.at(-1));
      expect(told().slice(-since.length)).toEqual(since);
      expect(stream.ended).toBeUndefined();
    },
    120_000,
  );

  it('hears of the others within a second while one writer stalls, and of him when he has done', async () => {
    // given
    const writer = startWriters('stalls', 1)[0]!;
    await written(3);
    await writer.stop();
    const [held] = (await world.query(
      'select id, code from project order by code desc limit 1',
    )) as any[];
    const stalled = new Client(world.straight);
    await stalled.connect();
    await stalled.query('begin');
    await stalled.query(`
        with raised as (
             update project set version = version + 1 where id = '${held.id}' returning *)
      insert into event (kind, entity_type, entity_id, version, changes, scope_before, scope_after, actor)
      select 'PROJECT_CORRECTED', 'project', id, version, '[]', '{}', '{}', 'by hand' from raised`);
    // when
    const stream = await follow(
      { url: world.urls[0]! },
      { authorization: `Bearer ${token}` },
    ).isLive();
    followers.push(stream);
    const another = startWriters('goes-on', 1)[0]!;
    await until(() => another.done >= 10);
    const wroteAt = Date.now();
    const done = another.done;
    await stream.got(done);
    // then
    expect(Date.now() - wroteAt).toBeLessThan(1_000);
    const isHeld = ({ projectId }: any) => projectId === `prj_${held.id}`;
    expect(stream.updates.filter(isHeld)).toEqual([]);
    await stalled.query('commit');
    await stalled.end();
    await until(() => stream.updates.some(isHeld));
    await expectAllTold();
  }, 180_000);

  it('takes a first load while everybody writes, and misses nothing of it', async () => {
    // given
    startWriters('load');
    await written(10);
    // when
    const late = example.partner('late', token, world.urls);
    late.start();
    partners.push(late);
    await late.follows();
    await written(10);
    // then
    await expectAllTold();
  }, 180_000);

  it('stops with what it was told when its key is revoked', async () => {
    // given
    const own = await world.token('partner');
    const partner = example.partner('revoked', own, world.urls);
    partner.start();
    await partner.follows();
    // when
    await world.operate(['token', 'revoke', own.split('_')[1]!]);
    // then
    expect(await partner.exit()).toBe(1);
    expect(partner.stderr).toMatch(/ACCESS_ENDED: /);
    // and does not come back
    partner.start();
    expect(await partner.exit()).toBe(1);
    expect(partner.stderr).toMatch(/UNAUTHENTICATED: /);
  }, 180_000);

  it('loads anew when its key is good for something else, be it away meanwhile or not', async () => {
    // given
    const own = await world.token('partner');
    const partner = example.partner('changed', own, world.urls);
    partner.start();
    await partner.follows();
    // when
    await partner.kill();
    await world.operate(['token', 'change', own.split('_')[1]!, '--role', 'analyst']);
    partner.start();
    // then
    await until(() => partner.loads === 2, 20_000);
    // when
    await world.operate(['token', 'change', own.split('_')[1]!, '--role', 'partner']);
    // then
    await until(() => partner.loads === 3, 20_000);
    expect(partner.stderr).toMatch(/ACCESS_CHANGED|may see other projects/);
    await partner.kill();
  }, 180_000);

  it('loads anew when its cursor was damaged', async () => {
    const partner = partners[0]!;
    await partner.kill();
    partner.place = partner.place.replace(/"cursor":"./, '"cursor":"');
    partner.start();
    await until(() => partner.loads === 2, 20_000);
    await expectHeld();
  }, 180_000);

  it('loads anew when the log’s history is another one', async () => {
    // given
    const before = partners.map(({ loads }) => loads);
    // when
    await world.operate(['log', 'renew-epoch']);
    // then
    await until(() => partners.every(({ loads }, at) => loads === before[at]! + 1), 20_000);
    await expectHeld();
  }, 180_000);

  function startWriters(name: string, count = 3): Writer[] {
    const started = Array.from({ length: count }, (_, at) =>
      new Writer(`${name}-${at}`, world.urls, officer).start(),
    );
    writers.push(...started);
    return started;
  }

  /** Waits until so much more was written. */
  async function written(more: number): Promise<void> {
    const done = () => writers.reduce((sum, writer) => sum + writer.done, 0);
    const enough = done() + more;
    await until(() => done() >= enough, 30_000);
  }

  /** What the log holds behind a position, in its order. */
  async function loggedBehind(position: number): Promise<Logged[]> {
    return (await world.query(`
      select 'prj_' || entity_id as id, version, kind
        from event
       where entity_type = 'project' and position > ${position}
       order by position`)) as Logged[];
  }

  /** When nobody writes any more, every partner was told each change once, in the log's order. */
  async function expectAllTold(): Promise<void> {
    await expectHeld();
    const all = await loggedBehind(0);
    for (const { loaded, told } of partners) {
      const held = new Map(loaded.map(({ id, version }) => [id, version]));
      const isNews = ({ id, version }: Logged) => version > (held.get(id) ?? 0);
      const start = all.findIndex(
        ({ id, version }) => id === told[0]!.id && version === told[0]!.version,
      );
      expect(told.map(placeOf)).toEqual(all.slice(start).filter(isNews).map(placeOf));
      // What was before has come with the first load, unless it was gone by then: pages are read after
      // the head, so the withdrawal may have been told only later.
      const gone = all.filter(({ kind }) => kind === 'PROJECT_WITHDRAWN').map(({ id }) => id);
      expect(
        all
          .slice(0, start)
          .filter(isNews)
          .filter(({ id }) => !gone.includes(id)),
      ).toEqual([]);
    }
  }

  /** When nobody writes any more, every partner's store is what the graph holds. */
  async function expectHeld(): Promise<void> {
    await Promise.all(writers.splice(0).map((writer) => writer.stop()));
    await until(
      async () => (await world.query('select from event where position is null')).length === 0,
    );
    const [{ head, epoch }] = (await world.query(
      'select position::int as head, epoch from event_head',
    )) as any[];
    const projects = await projectsOf(world.urls[0]!);
    for (const partner of partners) {
      await until(() => placeIn(epoch, readLogCursor(partner.cursor!))?.position === head, 20_000);
      expect(partner.projects).toEqual(projects);
    }
  }

  async function projectsOf(url: string): Promise<Record<string, unknown>> {
    const all: any[] = [];
    for (let after: string | null = null; ;) {
      const response: Response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: PROJECTS, variables: { after } }),
      });
      const { projects } = ((await response.json()) as any).data;
      all.push(...projects.nodes);
      if (!projects.pageInfo.hasNextPage) break;
      after = projects.pageInfo.endCursor;
    }
    return Object.fromEntries(all.map((project) => [project.code, project]));
  }
});

const placeOf = ({ id, version }: Pick<Logged, 'id' | 'version'>) => `${id} ${version}`;

const PROJECTS = `query ($after: String) {
  projects(first: 200, after: $after) {
    nodes { id code version name stage totalInvestment district { code name } }
    pageInfo { hasNextPage endCursor }
  }
}`;
