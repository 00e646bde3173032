import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventLog, raiseByHand, until } from './event-log.ts';

describe('the log’s partitions', () => {
  let log: EventLog;
  beforeEach(async () => {
    log = await EventLog.open();
  });
  afterEach(() => log.close());

  const months = () =>
    log.rows<{ month: string; bound: string }>(`
      select relname as month, pg_get_expr(relpartbound, oid) as bound
        from pg_class
       where relispartition and relkind = 'r' and relname ~ '^event_\\d'
       order by relname`);

  const make = async (ahead: number) =>
    (await log.rows<{ made: number }>('select event_make_partitions($1) as made', [ahead]))[0]
      ?.made;

  it('lie ahead in whole months, and are made once', async () => {
    // given
    const { length } = await months();
    expect(length).toBeGreaterThanOrEqual(4);
    // when
    const made = [await make(14), await make(14)];
    // then
    expect(made).toEqual([15 - length, 0]);
    const bounds = (await months()).map(({ bound }) => bound);
    const ends = bounds.map((bound) => /TO \('(.*)'\)/.exec(bound)?.[1]);
    const starts = bounds.map((bound) => /FROM \('(.*?)'\)/.exec(bound)?.[1]);
    expect(starts.slice(1)).toEqual(ends.slice(0, -1));
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
    const first = (await months())[0]?.month ?? '';
    await log.rows(`alter table event detach partition ${first}`);
    await log.rows('alter table event_default disable trigger user');
    await log.rows(`insert into event_default select * from ${first}`);
    await log.rows('alter table event_default enable trigger user');
    await log.rows(`drop table ${first}`);
    expect(await log.rows('select from event_default')).toHaveLength(1);
    // when
    const sequencer = await log.sequencer();
    await until(async () => (await months())[0]?.month === first);
    // then
    expect(await log.rows('select from event_default')).toEqual([]);
    await until(() => sequencer.head()?.position === '1');
    expect(await log.events()).toHaveLength(1);
  });
});
