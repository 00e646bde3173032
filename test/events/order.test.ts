import { LockMode } from '@mikro-orm/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from 'pg';
import type { LoggedEvent } from '../../src/events/event.ts';
import { head } from '../../src/events/log.ts';
import { command } from '../../src/request/command.ts';
import { EventLog, raiseByHand, until } from './event-log.ts';
import { Thing } from './thing.entity.ts';

const WRITERS = 16;
const THINGS = 8;

/** What one writer does in one transaction. */
const transaction = fc.record({
  by: fc.constantFrom('command', 'hand'),
  things: fc.uniqueArray(fc.nat(THINGS - 1), { minLength: 1, maxLength: 3 }),
  /** How long it sits on its locks, in milliseconds. */
  held: fc.constantFrom(0, 0, 1, 15),
  ends: fc.constantFrom('commit', 'commit', 'commit', 'rollback'),
  /** By hand: a change that is undone with its savepoint. */
  undoes: fc.boolean(),
});
type Transaction = typeof transaction extends fc.Arbitrary<infer T> ? T : never;

const scripts = fc.sample(fc.array(transaction, { minLength: 16, maxLength: 16 }), {
  seed: 20_261_122,
  numRuns: WRITERS,
});

class OnPurpose extends Error {}

const changeAll = command(
  async (
    { em, record },
    {
      ids,
      label,
      held,
      ends,
    }: { ids: string[]; label: string } & Pick<Transaction, 'held' | 'ends'>,
  ) => {
    for (const id of ids.toSorted()) {
      const lock = held > 0 ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {};
      const thing = await em.findOneOrFail(Thing, id, lock);
      thing.name = label;
      record('CHANGED', thing);
    }
    await em.execute('select pg_sleep(?)', [held / 1_000]);
    if (ends === 'rollback') throw new OnPurpose();
  },
);

describe('the log under overlapping writers', () => {
  let log: EventLog;
  beforeAll(async () => {
    log = await EventLog.open(WRITERS + 4);
  });
  afterAll(() => log.close());

  const committed = new Set<string>();
  const wrongSnapshots: unknown[] = [];
  let ids: string[] = [];
  let isWriting = true;

  async function write(writer: number, script: readonly Transaction[]): Promise<void> {
    const session = await log.session();
    for (const [number, plan] of script.entries()) {
      const label = `${writer}.${number}`;
      const wanted = plan.things.map((thing) => ids[thing] ?? '');
      const done =
        plan.by === 'hand'
          ? await writeByHand(session, wanted, label, plan)
          : await log.run(changeAll, { ...plan, ids: wanted, label }).then(
              () => true,
              (error: unknown) => {
                if (error instanceof OnPurpose) return false;
                throw error;
              },
            );
      if (done) for (const id of wanted) committed.add(`${label} ${id}`);
    }
  }

  /** In id order, as the append itself locks: so the only waits are for rows. */
  async function writeByHand(session: Client, wanted: string[], label: string, plan: Transaction) {
    await session.query('begin');
    for (const id of wanted.toSorted()) {
      if (plan.undoes) {
        await session.query('savepoint undone');
        await raiseByHand(session, id, 'UNDONE');
        await session.query('rollback to savepoint undone');
      }
      await raiseByHand(session, id, label);
    }
    await session.query('select pg_sleep($1)', [plan.held / 1_000]);
    await session.query(plan.ends);
    return plan.ends === 'commit';
  }

  /** Any snapshot: no gap, the head at its end, and every entity's versions from 1 on, in order. */
  async function watchSnapshots(): Promise<number> {
    const session = await log.session();
    let looks = 0;
    for (; isWriting; looks += 1) {
      await untilMore(1);
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
      return !isWriting && last.position === (stored.at(-1)?.position ?? '0');
    };
    while (!(await isDone())) {
      await untilMore(5);
      const session = await log.session();
      for (let pages = 0; pages < 4; pages += 1) {
        const { rows } = await session.query<LoggedEvent>(
          `select id::text, position::text, entity_id as "entityId", version, kind, changes
             from event where position > $1 order by event.position limit 20`,
          [stored.at(-1)?.position ?? '0'],
        );
        // It dies before it has stored its last page.
        if (pages < 3) stored.push(...rows);
      }
      await session.end();
    }
    return stored;
  }

  /** Until a few more transactions have committed, or the writers are done. */
  async function untilMore(commits: number): Promise<void> {
    const target = committed.size + commits;
    await until(() => !isWriting || committed.size >= target, 30_000);
  }

  async function killLeaders(): Promise<number> {
    let kills = 0;
    for (; isWriting; kills += 1) {
      await untilMore(40);
      await log.killLeader();
    }
    return kills;
  }

  it('is one gapless prefix with every entity’s changes in order, and every commit in it', async () => {
    // given
    const sequencers = [await log.sequencer(), await log.sequencer()];
    for (let made = 0; made < THINGS; made += 1) {
      ids = [...ids, (await log.makeThing(`thing ${made}`)).id];
    }
    // when
    const watching = watchSnapshots();
    const killing = killLeaders();
    const following = follow();
    try {
      await Promise.all(scripts.map((script, writer) => write(writer, script)));
      await until(
        async () => (await log.rows('select from event where position is null')).length === 0,
      );
    } finally {
      isWriting = false;
    }
    const [looks, kills, followed] = await Promise.all([watching, killing, following]);
    // then
    const events = await log.events();
    expect(wrongSnapshots).toEqual([]);
    expect(looks).toBeGreaterThan(20);
    expect(kills).toBeGreaterThan(3);
    expect(sequencers.some((sequencer) => sequencer.isLeading())).toBe(true);
    expect(events.map(({ position }) => Number(position))).toEqual(
      events.map((_, index) => index + 1),
    );
    expect(followed.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    for (const id of ids) {
      const own = events.filter(({ entityId }) => entityId === id);
      expect(own.map(({ version }) => version)).toEqual(own.map((_, index) => index + 1));
      expect(await log.rows('select version from thing where id = $1', [id])).toEqual([
        { version: own.length },
      ]);
    }
    const told = events
      .filter(({ kind }) => kind !== 'THING_MADE')
      .map(
        ({ kind, changes, entityId }) =>
          `${changes.length > 0 ? (changes[0]?.after as string) : kind} ${entityId}`,
      );
    expect(told.toSorted()).toEqual([...committed].toSorted());
  });
});
