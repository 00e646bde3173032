import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.ts';
import { EventLog, raiseByHand } from './event-log.ts';

describe('the log’s partitions', () => {
  let log: EventLog;
  beforeEach(async () => {
    log = await EventLog.open();
  });
  afterEach(() => log.close());

  const weeks = () =>
    log.rows<{ name: string; begins: Date; ends: Date }>(
      'select name, begins, ends from event_partition order by begins',
    );

  const make = async (ahead: number) =>
    (await log.rows<{ made: number }>('select event_make_partitions($1) as made', [ahead]))[0]
      ?.made;

  it('lie ahead in whole weeks of UTC, and are made once', async () => {
    // given
    const { length } = await weeks();
    expect(length).toBeGreaterThanOrEqual(3);
    // when
    const made = [await make(14), await make(14)];
    // then
    expect(made).toEqual([15 - length, 0]);
    const after = await weeks();
    expect(after.slice(1).map(({ begins }) => begins)).toEqual(
      after.slice(0, -1).map(({ ends }) => ends),
    );
    for (const { begins, ends } of after) {
      expect(new Date(begins).toISOString()).toMatch(/T00:00:00.000Z$/);
      expect(new Date(begins).getUTCDay()).toBe(1);
      expect(daysOf({ begins, ends })).toBe(7);
    }
  });

  it('follow on a month of release 0.1.0: the first week is what is left of it', async () => {
    // given
    await strayAll();
    await log.rows(`
      do $$ declare monday timestamptz := date_trunc('week', now() at time zone 'UTC') at time zone 'UTC';
      begin
        execute format('create table event_month partition of event for values from (%L) to (%L)',
          monday - interval '1 week', monday + interval '9 days');
      end $$`);
    // when
    await make(3);
    // then
    const [month, first, second] = await weeks();
    expect(month?.name).toBe('event_month');
    expect(first?.begins).toEqual(month?.ends);
    expect([first, second].map((week) => daysOf(week))).toEqual([5, 7]);
    expect(await make(3)).toBe(0);
  });

  it('are made while a writer holds its transaction open', async () => {
    // given
    const thing = await log.makeThing('one');
    const holder = await log.session();
    await holder.query('begin');
    await raiseByHand(holder, thing.id, 'HELD');
    // when
    const made = await make(20);
    // then
    expect(made).toBeGreaterThan(0);
    await holder.query('commit');
  });

  it('are put off, not waited for, while a reader holds the log', async () => {
    // given
    const reader = await log.session();
    await reader.query('begin');
    await reader.query('select count(*) from event');
    // when
    await expect(make(20)).rejects.toMatchObject({ code: '55P03' });
    await reader.query('commit');
    // then
    expect(await make(20)).toBeGreaterThan(0);
  });

  it('take over what had strayed into the default, and the sequencer makes them', async () => {
    // given
    await log.makeThing('one');
    const first = (await weeks())[0]?.name ?? '';
    await strayAll();
    expect(await log.rows('select from event_default')).toHaveLength(1);
    // when
    const sequencer = await log.sequencer();
    await until(async () => (await weeks())[0]?.name === first);
    // then
    expect(await log.rows('select from event_default')).toEqual([]);
    await until(() => sequencer.head()?.position === 1);
    expect(await log.events()).toHaveLength(1);
  });

  /** As when nobody had made partitions for long. */
  const strayAll = () =>
    log.rows(`
      do $$ declare week record; begin
        alter table event_default disable trigger user;
        for week in select * from event_partition loop
          execute format('alter table event detach partition %I', week.name);
          execute format('insert into event_default select * from %I', week.name);
          execute format('drop table %I', week.name);
        end loop;
        alter table event_default enable trigger user;
      end $$`);
});

function daysOf(week: { begins: Date; ends: Date } | undefined): number {
  return week ? (Number(new Date(week.ends)) - Number(new Date(week.begins))) / 86_400_000 : 0;
}
