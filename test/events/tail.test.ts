import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LoggedEvent } from '../../src/events/event.ts';
import { LogTail } from '../../src/events/log-tail.ts';
import { BreakableWay } from '../support/outage.ts';
import { until } from '../support/until.ts';
import { EventLog, raiseByHand } from './event-log.ts';
import { Follower } from './follower.ts';

describe('the tail', () => {
  let log: EventLog;
  beforeEach(async () => {
    log = await EventLog.open();
  });
  afterEach(() => log.close());

  const positions = (events: readonly LoggedEvent[] = []) => events.map(({ position }) => position);
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  it('tells each batch in order, and what a held transaction commits late when it is there', async () => {
    // given
    const [held, free] = [await log.makeThing('held'), await log.makeThing('free')];
    await log.sequencer();
    const tail = await log.tail();
    await until(() => tail.known()?.position === 2);
    const told: LoggedEvent[] = [];
    tail.onBatch((events) => told.push(...events));
    const holder = await log.session();
    await holder.query('begin');
    await raiseByHand(holder, held.id, 'HELD');
    // when
    await log.rename(free.id, 'went ahead');
    await until(() => told.length === 1);
    await holder.query('commit');
    await until(() => told.length === 2);
    // then
    expect(told.map(({ kind, position, id }) => [kind, position, id])).toEqual([
      ['THING_RENAMED', 3, '4'],
      ['HELD', 4, '3'],
    ]);
    expect(tail.head()).toMatchObject({ position: 4, eventId: '3' });
    expect(positions(tail.recent(0))).toEqual([1, 2, 3, 4]);
    expect(tail.recent(4)).toEqual([]);
  });

  it('tells others’ changes while a writer holds its transaction open', async () => {
    // given
    const [held, free] = [await log.makeThing('held'), await log.makeThing('free')];
    await log.sequencer({});
    const tail = await log.tail();
    await until(() => tail.head().position === 2);
    const follower = await Follower.from(tail);
    const holder = await log.session();
    await holder.query('begin');
    await raiseByHand(holder, held.id, 'HELD');
    const seen = follower.events.length;
    // when
    for (let change = 1; change <= 5; change += 1) {
      await log.rename(free.id, `change ${change}`);
      // then
      await until(() => follower.events.length === seen + change);
    }
    await holder.query('rollback');
  });

  it('leads from the database through memory to what is live, with no seam and no repeat', async () => {
    // given
    const thing = await log.makeThing('thing');
    await log.sequencer();
    const tail = await log.tail({ recentBytes: 65_536 });
    await until(() => tail.known()?.position === 1);
    const start = tail.cursorAt({ position: 0, eventId: '0' });
    for (let change = 2; change <= 80; change += 1) await log.rename(thing.id, `change ${change}`);
    // when
    const writing = (async () => {
      for (let change = 81; change <= 160; change += 1) {
        await log.rename(thing.id, `change ${change}`);
      }
    })();
    const followers: Follower[] = [];
    for (let joined = 0; joined < 20; joined += 1) followers.push(await Follower.from(tail, start));
    await writing;
    await until(() => followers.every(({ events }) => events.length === 160));
    // then
    for (const { events } of followers) {
      expect(positions(events)).toEqual(upTo(160));
      expect(events.map(({ version }) => version)).toEqual(upTo(160));
    }
    expect(followers[0]?.reads).toBeGreaterThan(0);
    expect(tail.recent(0)).toBeUndefined();
    expect(tail.recent(150)).toHaveLength(10);
  });

  it('looks by itself once a second at most when no notification comes', async () => {
    // given
    await log.makeThing('thing');
    const tail = await log.tail({ pollMs: 200 });
    const follower = await Follower.from(tail);
    // when
    await log.rows(`update event set position = 1, epoch = (select epoch from event_head)`);
    await log.rows(`update event_head set position = 1, event_id = 1`);
    // then
    await until(() => follower.events.length === 1, 1_000);
  });

  it('goes on where it was when its session is lost, and follows a new leader', async () => {
    // given
    const thing = await log.makeThing('thing');
    const way = new BreakableWay();
    const connection = await way.to(log.connection);
    await log.sequencer();
    await log.sequencer();
    const tail = await log.tail({ connection });
    await until(() => tail.known()?.position === 1);
    const follower = await Follower.from(tail);
    for (let round = 0; round < 3; round += 1) {
      // when
      await way.cut();
      await log.rename(thing.id, `while it was away ${round}`);
      await log.killLeader();
      await log.rename(thing.id, `under another leader ${round}`);
      await way.mend();
      // then
      await until(() => follower.events.length === 2 * round + 2);
    }
    expect(positions(follower.events)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(follower.fault).toBeUndefined();
    await tail.stop();
    await way.cut();
  });

  it('knows no head, and says to ask again, until the primary has answered; then it recovers', async () => {
    // given
    await log.makeThing('thing');
    await log.sequencer();
    const way = new BreakableWay();
    const connection = await way.to(log.connection);
    await way.cut();
    // when
    const tail = await log.tail({ connection });
    // then
    expect(tail.known()).toBeUndefined();
    expect(tail.alive()).toBe(false);
    expect(tail.recent(0)).toBeUndefined();
    expect(() => tail.head()).toThrow(expect.objectContaining({ code: 'SERVICE_BUSY' }));
    await expect(tail.resume(null)).rejects.toMatchObject({ code: 'SERVICE_BUSY' });
    // when
    await way.mend();
    // then
    await until(() => tail.known()?.position === 1);
    expect(tail.alive()).toBe(true);
    expect(tail.lag()).toBe(0);
    await tail.stop();
    await way.cut();
  });

  it('is not alive while the server says nothing on its session', async () => {
    // given
    const way = new BreakableWay();
    const tail = await log.tail({ connection: await way.to(log.connection) });
    expect(tail.alive()).toBe(true);
    // when
    await way.silence();
    // then
    await until(() => !tail.alive(), 12_000);
    await way.mend();
    await until(() => tail.alive(), 12_000);
    await tail.stop();
    await way.cut();
  });

  it('costs nobody who comes back a statement as long as memory holds his place', async () => {
    // given
    const thing = await log.makeThing('thing');
    await log.sequencer();
    const tail = await log.tail();
    for (const name of ['two', 'three']) await log.rename(thing.id, name);
    await until(() => tail.known()?.position === 3);
    const away = new LogTail({
      ...{ connection: log.connection, recentBytes: 2 ** 20 },
      ...{ log: { info: () => {}, warn: () => {} } },
      database: { kysely: undefined as never, reads: () => undefined as never },
    });
    // when
    await away.start();
    const [first] = await log.events();
    const follower = await Follower.from(away, tail.cursorAt(first!));
    // then
    expect(positions(follower.events)).toEqual([2, 3]);
    await away.stop();
  });
});
