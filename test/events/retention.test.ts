import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dropOldPartitions } from '../../src/events/partitions.ts';
import { startSequencer } from '../../src/events/sequencer.ts';
import type { LogTail } from '../../src/events/log-tail.ts';
import { BreakableWay } from '../support/outage.ts';
import { until } from '../support/until.ts';
import { EventLog, raiseByHand } from './event-log.ts';
import { Follower } from './follower.ts';

const EXPIRED = { code: 'CURSOR_EXPIRED', field: ['after'] };
const START = { position: 0, eventId: '0' };

describe('retention', () => {
  let log: EventLog;
  beforeEach(async () => {
    log = await EventLog.open();
  });
  afterEach(() => log.close());

  /** So many numbered events in a week of their own, which ended so many days ago. */
  async function agedWeek(events: number, daysAgo: number): Promise<string> {
    const { id } = await log.makeThing(`${daysAgo} days ago`);
    for (let made = 1; made < events; made += 1) await log.rename(id, `change ${made}`);
    const sequencer = await log.sequencer();
    await until(
      async () => (await log.rows('select from event where position is null')).length === 0,
    );
    await sequencer.stop();
    const name = `event_${daysAgo}_days_ago`;
    await log.rows(`
      do $$ declare ends timestamptz := date_trunc('day', now()) - interval '${daysAgo} days';
      begin
        create table ${name} (like event including defaults including constraints);
        perform event_index_partition('${name}');
        alter table event disable trigger user;
        with moved as (delete from event where entity_id = '${id}' returning *)
          insert into ${name} select * from moved;
        alter table event enable trigger user;
        update ${name} set occurred_at = ends - interval '1 hour';
        execute format('alter table event attach partition ${name} for values from (%L) to (%L)',
          ends - interval '1 day', ends);
      end $$`);
    return id;
  }

  const drop = async (days: number) =>
    (
      await log.rows<{ dropped: number }>(
        'select event_drop_before(now() - make_interval(days => $1)) as dropped',
        [days],
      )
    )[0]?.dropped;

  /** As the leader does: it gives way to whoever is reading or writing, and tries again. */
  const untilDropped = () => until(async () => ((await drop(30).catch(() => 0)) ?? 0) > 0);

  const floor = async () =>
    (await log.rows('select floor::int, floor_event_id::int as id from event_head'))[0];

  /** Without what memory would answer. */
  const forgetful = () => log.tail({ recentBytes: 1 });

  const codeOf = (error: unknown) => (error as { code?: string }).code;

  it('drops whole partitions past their days, and says from where on the log is whole', async () => {
    // given
    await agedWeek(3, 60);
    await agedWeek(2, 40);
    await agedWeek(4, 20);
    const tail = await forgetful();
    const before = (await log.events()).map((event) => tail.cursorAt(event));
    // when
    expect(await drop(30)).toBe(2);
    expect(await drop(30)).toBe(0);
    // then
    expect(await floor()).toEqual({ floor: 5, id: 5 });
    expect((await tail.read(5, 10)).map(({ position }) => position)).toEqual([6, 7, 8, 9]);
    expect(await tail.oldest()).toEqual({ position: 5, eventId: '5' });
    for (const [index, cursor] of before.entries()) {
      const resumed = tail.resume(cursor);
      if (index < 4) await expect(resumed).rejects.toMatchObject(EXPIRED);
      else expect(await resumed).toMatchObject({ position: index + 1 });
    }
  });

  it('tells those who come too late where they can go on', async () => {
    // given
    await agedWeek(3, 60);
    const thing = await log.makeThing('young');
    await log.sequencer();
    const tail = await forgetful();
    await until(() => tail.known()?.position === 4);
    const start = tail.cursorAt(START);
    await untilDropped();
    // when
    const refused = (await tail.resume(start).catch((error: unknown) => error)) as {
      details: { oldestCursor: string; headCursor: string };
    };
    // then
    expect(refused).toMatchObject(EXPIRED);
    const follower = await Follower.from(tail, refused.details.oldestCursor);
    expect(follower.events).toMatchObject([{ entityId: thing.id, position: 4 }]);
    expect(await tail.resume(refused.details.headCursor)).toMatchObject({ position: 4 });
  });

  it('never leaves a gap to a reader in the middle: between two pages', async () => {
    // given
    await agedWeek(6, 60);
    await agedWeek(3, 40);
    const tail = await forgetful();
    const page = await tail.read(0, 2);
    expect(page.map(({ position }) => position)).toEqual([1, 2]);
    // when
    await untilDropped();
    // then
    await expect(tail.read(2, 2)).rejects.toMatchObject(EXPIRED);
    await expect(
      tail.readMatching({ position: 2, eventId: '2' }, { limit: 2, scanLimit: 3 }),
    ).rejects.toMatchObject(EXPIRED);
    expect(await tail.read(9, 2)).toEqual([]);
  });

  it('never leaves a gap to a reader behind whom an older event was numbered later', async () => {
    // given: one that was held open stands in the older week, and behind one of the younger
    await agedWeek(2, 60);
    await agedWeek(2, 10);
    await log.rows('alter table event disable trigger user');
    await log.rows(
      'update event set position = case position when 2 then 3 else 2 end where position in (2, 3)',
    );
    await log.rows('alter table event enable trigger user');
    const tail = await forgetful();
    expect((await tail.read(1, 9)).map(({ position }) => position)).toEqual([2, 3, 4]);
    // when
    await untilDropped();
    // then
    await expect(tail.read(1, 9)).rejects.toMatchObject(EXPIRED);
    expect((await tail.read(3, 9)).map(({ position }) => position)).toEqual([4]);
  });

  it.each([
    ['read', (tail: LogTail) => tail.read(2, 100)],
    [
      'readMatching',
      (tail: LogTail) =>
        tail.readMatching({ position: 2, eventId: '2' }, { limit: 9, scanLimit: 99 }),
    ],
  ])('never leaves a gap to a %s that waits while the drop commits', async (_, ask) => {
    // given: a drop that is done and not yet committed
    await agedWeek(6, 60);
    await agedWeek(3, 10);
    const tail = await forgetful();
    const dropper = await log.session();
    await dropper.query('begin');
    await dropper.query(`select event_drop_before(now() - interval '30 days')`);
    // when
    const asked = ask(tail).then(
      () => 'answered',
      (error: unknown) => codeOf(error),
    );
    await until(async () => (await log.rows('select from pg_locks where not granted')).length > 0);
    await dropper.query('commit');
    // then
    expect(await asked).toBe('CURSOR_EXPIRED');
  });

  it('waits for no reader or writer for long, and is made up for', async () => {
    // given
    await agedWeek(2, 60);
    const young = await log.makeThing('young');
    const writer = await log.session();
    await writer.query('begin');
    await raiseByHand(writer, young.id, 'HELD');
    // when
    const began = Date.now();
    await expect(drop(30)).rejects.toMatchObject({ code: '55P03' });
    // then
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(await floor()).toEqual({ floor: 0, id: 0 });
    await writer.query('commit');
    expect(await drop(30)).toBe(1);
  });

  it('keeps a partition of which an event has no position yet', async () => {
    // given
    await agedWeek(2, 60);
    await log.rows('alter table event disable trigger user');
    await log.rows('update event set position = null, epoch = null where position = 2');
    await log.rows('update event_head set position = 1');
    await log.rows('alter table event enable trigger user');
    // when
    expect(await drop(30)).toBe(0);
    await log.sequencer();
    await until(
      async () => (await log.rows('select from event where position is null')).length === 0,
    );
    // then
    await untilDropped();
    expect(await floor()).toEqual({ floor: 2, id: 2 });
  });

  it('is kept by the leader, hour by hour, and starts with its lead', async () => {
    // given
    await agedWeek(3, 60);
    await agedWeek(2, 8);
    const said: string[] = [];
    // when
    const sequencer = await startSequencer({
      connection: log.connection,
      log: { info: () => {}, warn: (_, message) => said.push(message) },
      housekeeping: [dropOldPartitions(30)],
    });
    await until(
      async () => (await log.rows('select from event_head where floor = 3')).length === 1,
    );
    // then
    expect(await floor()).toEqual({ floor: 3, id: 3 });
    expect(said).toEqual([]);
    await sequencer.stop();
  });

  it('breaks off a tail that was away until what it had not read was gone, and goes on', async () => {
    // given
    const way = new BreakableWay();
    const tail = await log.tail({ connection: await way.to(log.connection) });
    const follower = await Follower.from(tail);
    await way.cut();
    await agedWeek(5, 60);
    await drop(30);
    // when
    await way.mend();
    // then
    await until(() => follower.fault !== undefined);
    expect(follower.fault).toMatchObject(EXPIRED);
    expect(follower.events).toEqual([]);
    const fresh = await Follower.from(tail);
    await log.makeThing('young');
    await log.sequencer();
    await until(() => fresh.events.length === 1);
    await tail.stop();
    await way.cut();
  });
});
