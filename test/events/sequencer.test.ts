import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { onAppended } from '../../src/events/appended.ts';
import { head, readAfter } from '../../src/events/log.ts';
import { withServer } from '../support/databases.ts';
import { until } from '../support/until.ts';
import { EventLog, raiseByHand } from './event-log.ts';

describe('the sequencer', () => {
  let log: EventLog;
  beforeEach(async () => {
    log = await EventLog.open();
  });
  afterEach(() => log.close());

  const kinds = async () => (await log.events()).map(({ kind }) => kind);

  interface Lead {
    fence: string | null;
    epoch: string;
    renewed: boolean;
  }

  async function tryLead(session: Client): Promise<Lead> {
    const { rows } = await session.query<Lead>('select * from event_try_lead()');
    if (!rows[0]) throw new Error('event_try_lead answers one row');
    return rows[0];
  }

  const step = (session: Client, fence: string | null, batch = 100) =>
    session.query<{ numbered: number; position: string }>('select * from event_step($1, $2)', [
      fence,
      batch,
    ]);

  it('withholds nothing for a transaction that is held open, and loses none of it', async () => {
    // given
    const [held, free] = [await log.makeThing('held'), await log.makeThing('free')];
    const holder = await log.session();
    await holder.query('begin');
    await raiseByHand(holder, held.id, 'HELD');
    const sequencer = await log.sequencer();
    // when
    await log.rename(free.id, 'went ahead');
    await until(async () => (await log.events()).length === 3);
    await holder.query('commit');
    await until(async () => (await log.events()).length === 4);
    // then
    expect(await kinds()).toEqual(['THING_MADE', 'THING_MADE', 'THING_RENAMED', 'HELD']);
    expect((await log.appended()).map(({ kind, position }) => [kind, position])).toEqual([
      ['THING_MADE', '1'],
      ['THING_MADE', '2'],
      ['HELD', '4'],
      ['THING_RENAMED', '3'],
    ]);
    await until(() => sequencer.head()?.position === 4);
    expect(sequencer.head()?.eventId).toBe('3');
  });

  it('keeps the order of one entity’s changes, whoever waited for whom', async () => {
    // given
    const thing = await log.makeThing('held');
    const holder = await log.session();
    await holder.query('begin');
    await raiseByHand(holder, thing.id, 'FIRST');
    await log.sequencer();
    // when
    const second = log.rename(thing.id, 'second');
    await until(async () => (await log.rows('select from pg_locks where not granted')).length > 0);
    await holder.query('commit');
    await second;
    await until(async () => (await log.events()).length === 3);
    // then
    expect((await log.events()).map(({ kind, version }) => [kind, version])).toEqual([
      ['THING_MADE', 1],
      ['FIRST', 2],
      ['THING_RENAMED', 3],
    ]);
  });

  it('shows a prefix to a snapshot that was taken while more was numbered', async () => {
    // given
    const thing = await log.makeThing('one');
    const sequencer = await log.sequencer();
    await until(() => sequencer.head()?.position === 1);
    const reader = await log.session();
    await reader.query('begin isolation level repeatable read');
    const look = 'select (select max(position) from event), position from event_head';
    const first = (await reader.query(look)).rows;
    // when
    await log.rename(thing.id, 'two');
    await until(() => sequencer.head()?.position === 2);
    // then
    expect((await reader.query(look)).rows).toEqual(first);
    expect(first).toEqual([{ max: '1', position: '1' }]);
  });

  it('leaves no gap for what was rolled back', async () => {
    // given
    const thing = await log.makeThing('one');
    const holder = await log.session();
    await holder.query('begin');
    await raiseByHand(holder, thing.id, 'NEVER');
    await holder.query('rollback');
    await log.rename(thing.id, 'two');
    // when
    const sequencer = await log.sequencer();
    await until(() => sequencer.head()?.position === 2);
    // then
    expect((await log.events()).map(({ id, position }) => [id, position])).toEqual([
      ['1', 1],
      ['3', 2],
    ]);
  });

  it('numbers in bounded batches, in id order, and reads on from any position', async () => {
    // given
    for (const name of ['a', 'b', 'c', 'd', 'e']) await log.makeThing(name);
    const leader = await log.session();
    const { fence } = await tryLead(leader);
    // when
    const steps = [];
    for (const batch of [2, 2, 2, 2]) steps.push((await step(leader, fence, batch)).rows[0]);
    // then
    expect(steps).toMatchObject([
      { numbered: 2, position: '2' },
      { numbered: 2, position: '4' },
      { numbered: 1, position: '5' },
      { numbered: 0, position: '5' },
    ]);
    const page = await readAfter(log.database.kysely, 2, 2);
    expect(page.map(({ position, changes }) => [position, changes[0]?.after])).toEqual([
      [3, 'c'],
      [4, 'd'],
    ]);
  });

  it('commits its steps durably, even where the session does not', async () => {
    // given
    const leader = await log.session();
    const { fence } = await tryLead(leader);
    await log.makeThing('one');
    await leader.query('set synchronous_commit = off');
    // when
    await leader.query('begin');
    await step(leader, fence);
    // then
    const { rows } = await leader.query('show synchronous_commit');
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
    await leader.query('commit');
    expect((await leader.query('show synchronous_commit')).rows).toEqual([
      { synchronous_commit: 'off' },
    ]);
  });

  it('notifies without payload, and only when something was numbered', async () => {
    // given
    const [leader, listener] = [await log.session(), await log.session()];
    const heard: unknown[] = [];
    listener.on('notification', ({ channel, payload }) => heard.push([channel, payload]));
    await listener.query('listen quanmai_events');
    const { fence } = await tryLead(leader);
    // when
    await step(leader, fence);
    await log.makeThing('one');
    await step(leader, fence);
    await step(leader, fence);
    // then
    await until(() => heard.length > 0);
    await listener.query('select 1');
    expect(heard).toEqual([['quanmai_events', '']]);
  });

  it('has one leader, and refuses the step of a session that is not, or no longer', async () => {
    // given
    const [first, second] = [await log.session(), await log.session()];
    const led = await tryLead(first);
    expect(await tryLead(second)).toMatchObject({ fence: null, epoch: led.epoch });
    await log.makeThing('one');
    // when
    await first.query('select pg_advisory_unlock_all()');
    const next = await tryLead(second);
    // then
    expect(Number(next.fence)).toBe(Number(led.fence) + 1);
    await expect(step(first, led.fence)).rejects.toThrow('does not lead the log');
    await expect(step(first, next.fence)).rejects.toThrow('does not lead the log');
    await expect(step(second, led.fence)).rejects.toThrow('under fence');
    expect((await step(second, next.fence)).rows).toMatchObject([{ numbered: 1, position: '1' }]);
  });

  it('makes a leader that was overtaken in the middle of a step wait, and refuses it', async () => {
    // given
    const [stale, holder] = [await log.session(), await log.session()];
    const led = await tryLead(stale);
    await log.makeThing('one');
    await holder.query('begin');
    await holder.query('update event_head set fence = fence + 1');
    // when
    const late = step(stale, led.fence);
    const refused = expect(late).rejects.toThrow('under fence');
    await until(async () => (await log.rows('select from pg_locks where not granted')).length > 0);
    await holder.query('commit');
    // then
    await refused;
    expect((await log.appended())[0]?.position).toBeNull();
  });

  it('is taken over when its session is killed, and goes on in the same epoch', async () => {
    // given
    const sequencers = [await log.sequencer(), await log.sequencer()];
    const thing = await log.makeThing('one');
    await until(() => sequencers.every((one) => one.head()?.position === 1));
    const { epoch } = await head(log.database.kysely);
    // when
    for (const position of [2, 3, 4]) {
      await log.killLeader();
      await log.rename(thing.id, `at ${position}`);
      await until(async () => (await head(log.database.kysely)).position === position);
    }
    // then
    expect(sequencers.filter((sequencer) => sequencer.isLeading())).toHaveLength(1);
    expect(await head(log.database.kysely)).toMatchObject({ epoch, position: 4 });
    expect(new Set((await log.events()).map((event) => event.epoch))).toEqual(new Set([epoch]));
  });

  it('is taken over when it freezes', async () => {
    // given
    const frozen = await log.sequencer({ busy: 60_000 });
    await until(() => frozen.isLeading());
    const other = await log.sequencer();
    // when
    await log.makeThing('one');
    // then
    await until(() => other.isLeading());
    await until(() => other.head()?.position === 1);
  });

  it('comes back by itself when the server had been away', async () => {
    // given
    const sequencer = await log.sequencer();
    await until(() => sequencer.isLeading());
    const [row] = await log.rows<{ name: string }>('select current_database() as name');
    const allow = (yes: boolean) =>
      withServer((server) => server.query(`alter database ${row?.name} allow_connections ${yes}`));
    // when
    await allow(false);
    await log.killLeader();
    await until(() => !sequencer.isLeading());
    await log.makeThing('one');
    expect((await head(log.database.kysely)).position).toBe(0);
    await allow(true);
    // then
    await until(() => sequencer.isLeading() && sequencer.head()?.position === 1);
    expect(sequencer.alive()).toBe(true);
  });

  it('begins a new epoch on another server, timeline or table, and counts on', async () => {
    // given
    await log.makeThing('one');
    const first = await log.sequencer();
    await until(() => first.head()?.position === 1);
    await first.stop();
    const before = first.head();
    const second = await log.sequencer();
    await until(() => second.isLeading());
    expect(second.head()).toEqual(before);
    await second.stop();
    // when
    await log.rows(
      `update event_head set fingerprint = jsonb_set(fingerprint, '{timeline}', '"00000002"')`,
    );
    await log.makeThing('two');
    const third = await log.sequencer();
    await until(() => third.head()?.position === 2);
    // then
    expect(third.head()?.epoch).not.toBe(before?.epoch);
    expect((await log.events()).map(({ epoch }) => epoch)).toEqual([
      before?.epoch,
      third.head()?.epoch,
    ]);
  });

  it('numbers a commit of its own process at once when it is woken', async () => {
    // given
    const sequencer = await log.sequencer({ busy: 1, idle: 60_000, linger: 0 });
    await until(() => sequencer.isLeading());
    onAppended(log.database, () => sequencer.wake());
    // when
    await log.makeThing('one');
    // then
    await until(() => sequencer.head()?.position === 1, 1_500);
  });

  it('numbers what is committed before it stops', async () => {
    // given
    const sequencer = await log.sequencer({ busy: 1_000, idle: 1_000 });
    await until(() => sequencer.isLeading());
    // when
    await log.makeThing('one');
    await sequencer.stop();
    // then
    expect(await head(log.database.kysely)).toMatchObject({ position: 1 });
  });
});
