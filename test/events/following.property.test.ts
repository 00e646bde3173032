import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedEvent } from '../../src/events/event.ts';
import { head } from '../../src/events/log.ts';
import type { LogTail } from '../../src/events/log-tail.ts';
import { EventLog } from './event-log.ts';
import { Follower } from './follower.ts';
import { toldBy, WRITERS, Writers } from './writers.ts';

/** `RUNS=100 npm test -- test/events/following.property.test.ts` */
const RUNS = Number(process.env.RUNS ?? 3);
const FIRST_SEED = Number(process.env.SEED ?? 1);
const READERS = 4;

/** What a reader lives through, again and again: when it stores, when it dies, where it comes back. */
const life = fc.record({
  tail: fc.nat(2),
  /** Commits seen before it stores its events with its cursor; and before it dies, after that. */
  stores: fc.integer({ min: 1, max: 8 }),
  dies: fc.nat(6),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

interface Snapshot {
  readonly position: number;
  readonly versions: ReadonlyMap<string, number>;
}

describe('those who follow the log under overlapping writers', () => {
  let log: EventLog;
  afterEach(() => log.close());

  it.each(Array.from({ length: RUNS }, (_, run) => FIRST_SEED + run))(
    'have every change once and in order, however often they, a leader or a tail die: seed %i',
    async (seed) => {
      // given
      log = await EventLog.open(WRITERS + 12);
      const writers = new Writers(log, seed, 6);
      await log.sequencer();
      await log.sequencer();
      // One holds next to nothing, so that its followers live on what they read.
      const tails = [
        await log.tail(),
        await log.tail({ recentBytes: 1 }),
        await log.tail({ recentBytes: 20_000 }),
      ];
      const start = tails[0]!.cursorAt({ position: 0, eventId: '0' });
      await writers.makeThings();
      // when
      const readers = Array.from({ length: READERS }, (_, reader) =>
        read(
          writers,
          tails,
          start,
          fc.sample(life, { seed: seed * READERS + reader, numRuns: 500 }),
        ),
      );
      const snapshots = takeSnapshots(writers, tails);
      const kills = killLeadersAndTails(writers);
      await writers.write();
      // then
      const events = await log.events();
      expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
      expect(toldBy(events).toSorted()).toEqual([...writers.committed].toSorted());
      for (const stored of await Promise.all(readers)) {
        expect(stored.map(({ id, position }) => [id, position])).toEqual(
          events.map(({ id, position }) => [id, position]),
        );
        for (const id of writers.ids) {
          const versions = stored
            .filter(({ entityId }) => entityId === id)
            .map(({ version }) => version);
          expect(versions).toEqual(versions.map((_, index) => index + 1));
        }
      }
      for (const { position, versions } of await snapshots) {
        const behind = events.slice(position);
        const missed = events.filter(
          (event) => event.version > (versions.get(event.entityId) ?? 0) && !behind.includes(event),
        );
        expect(missed).toEqual([]);
      }
      expect(await kills).toBeGreaterThan(1);
    },
    60_000,
  );

  /** What a reader has stored in the end, over all its lives. */
  async function read(
    writers: Writers,
    tails: readonly LogTail[],
    start: string,
    lives: readonly Life[],
  ) {
    const stored: LoggedEvent[] = [];
    let cursor = start;
    for (const { tail, stores, dies } of lives) {
      const follower = await Follower.from(tails[tail]!, cursor);
      await writers.untilMore(stores);
      stored.push(...follower.events);
      cursor = follower.cursor;
      // What it is told from here on it takes to its grave.
      await writers.untilMore(dies);
      follower.kill();
      expect(follower.fault).toBeUndefined();
      const { position } = await head(log.database.kysely);
      if (!writers.isWriting && stored.length >= position) break;
    }
    return stored;
  }

  /** The head first, then the rows, in a statement of its own. */
  async function takeSnapshots(writers: Writers, tails: readonly LogTail[]): Promise<Snapshot[]> {
    const taken: Snapshot[] = [];
    while (writers.isWriting) {
      const { position } = tails[taken.length % tails.length]!.head();
      const rows = await log.rows<{ id: string; version: number }>('select id, version from thing');
      taken.push({ position, versions: new Map(rows.map(({ id, version }) => [id, version])) });
      await writers.untilMore(3);
    }
    return taken;
  }

  async function killLeadersAndTails(writers: Writers): Promise<number> {
    let kills = 0;
    for (; writers.isWriting; kills += 1) {
      await writers.untilMore(20);
      if (kills % 2 === 0) await log.killLeader();
      else await log.killTail();
    }
    return kills;
  }
});
