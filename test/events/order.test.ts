import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoggedEvent } from '../../src/events/event.ts';
import { head } from '../../src/events/log.ts';
import { EventLog } from './event-log.ts';
import { toldBy, WRITERS, Writers } from './writers.ts';

describe('the log under overlapping writers', () => {
  let log: EventLog;
  let writers: Writers;
  beforeAll(async () => {
    log = await EventLog.open(WRITERS + 4);
    writers = new Writers(log, 20_261_122, 16);
  });
  afterAll(() => log.close());

  const wrongSnapshots: unknown[] = [];
  /** Any snapshot: no gap, the head at its end, and every entity's versions from 1 on, in order. */
  async function watchSnapshots(): Promise<number> {
    const session = await log.session();
    let looks = 0;
    for (; writers.isWriting; looks += 1) {
      await writers.untilMore(1);
      const { rows } = await session.query<Record<string, number>>(`
        select count(*)::int as numbered,
               coalesce(max(position), 0)::int as last,
               (select position::int from event_head) as head,
               count(*) filter (where version <> place)::int as misplaced
          from (select position,
                       version,
                       row_number() over (partition by entity_id order by position) as place
                  from event
                 where position is not null) as seen`);
      const [seen] = rows;
      if (seen?.numbered !== seen?.last || seen?.last !== seen?.head || seen?.misplaced !== 0) {
        wrongSnapshots.push(seen);
      }
    }
    return looks;
  }

  /** A reader that dies again and again, and resumes behind what it had stored. */
  async function follow(): Promise<LoggedEvent[]> {
    const stored: LoggedEvent[] = [];
    const isDone = async () => {
      const last = await head(log.database.kysely);
      return !writers.isWriting && last.position === (stored.at(-1)?.position ?? 0);
    };
    while (!(await isDone())) {
      await writers.untilMore(5);
      const session = await log.session();
      for (let pages = 0; pages < 4; pages += 1) {
        const { rows } = await session.query<LoggedEvent>(
          `select id::text, position::int, entity_id as "entityId", version, kind, changes
             from event where position > $1 order by event.position limit 20`,
          [stored.at(-1)?.position ?? 0],
        );
        // It dies before it has stored its last page.
        if (pages < 3) stored.push(...rows);
      }
      await session.end();
    }
    return stored;
  }

  async function killLeaders(): Promise<number> {
    let kills = 0;
    for (; writers.isWriting; kills += 1) {
      await writers.untilMore(40);
      await log.killLeader();
    }
    return kills;
  }

  it('is one gapless prefix with every entity’s changes in order, and every commit in it', async () => {
    // given
    const sequencers = [await log.sequencer(), await log.sequencer()];
    await writers.makeThings();
    // when
    const watching = watchSnapshots();
    const killing = killLeaders();
    const following = follow();
    await writers.write();
    const [looks, kills, followed] = await Promise.all([watching, killing, following]);
    // then
    const events = await log.events();
    expect(wrongSnapshots).toEqual([]);
    expect(looks).toBeGreaterThan(20);
    expect(kills).toBeGreaterThan(3);
    expect(sequencers.some((sequencer) => sequencer.isLeading())).toBe(true);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
    expect(followed.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    for (const id of writers.ids) {
      const own = events.filter(({ entityId }) => entityId === id);
      expect(own.map(({ version }) => version)).toEqual(own.map((_, index) => index + 1));
      expect(await log.rows('select version from thing where id = $1', [id])).toEqual([
        { version: own.length },
      ]);
    }
    expect(toldBy(events).toSorted()).toEqual([...writers.committed].toSorted());
  });
});
