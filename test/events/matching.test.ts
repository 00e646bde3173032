import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedEvent } from '../../src/events/event.ts';
import type { LogTail } from '../../src/events/log-tail.ts';
import type { Matching } from '../../src/events/matching.ts';
import type { Place } from '../../src/events/place.ts';
import { wanting } from '../../src/modules/project/project-update.filter.ts';
import { command } from '../../src/request/command.ts';
import { until } from '../support/until.ts';
import { EventLog } from './event-log.ts';
import { Thing, Zone } from './thing.entity.ts';

const START: Place = { position: 0, eventId: '0' };

describe('a filter of events', () => {
  let log: EventLog;
  let tail: LogTail;
  let events: LoggedEvent[];
  beforeAll(async () => {
    log = await EventLog.open();
    const zones = [await log.run(makeZone, 'one'), await log.run(makeZone, 'two')];
    for (let made = 0; made < 24; made += 1) {
      const thing = await log.makeThing(`thing ${made}`);
      const zoneId = zones[made % 3]?.id;
      if (zoneId) await log.run(moveThing, { thingId: thing.id, zoneId });
    }
    await log.rows('alter table event disable trigger user');
    await log.rows(`update event set stages = array['PLANNING', 'SERVICE'] where id % 3 = 0`);
    await log.rows(`update event set stages = array['LANDING'] where id % 3 = 1`);
    await log.rows('alter table event enable trigger user');
    await log.sequencer();
    tail = await log.tail();
    await until(
      async () => (await log.rows('select from event where position is null')).length === 0,
    );
    events = await log.events();
  });
  afterAll(() => log.close());

  /** Pages on to the head; every page bounded in what it answers and what it looks at. */
  async function readAll(wanted: Matching, limit: number, scanLimit: number) {
    const found: LoggedEvent[] = [];
    for (let after = START; ;) {
      const page = await tail.readMatching(after, { ...wanted, limit, scanLimit });
      expect(page.events.length).toBeLessThanOrEqual(limit);
      expect(page.reached.position - after.position).toBeLessThanOrEqual(
        Math.max(scanLimit, events.length - after.position),
      );
      found.push(...page.events);
      if (page.atHead) {
        expect(page.reached.position).toBe(events.length);
        return found;
      }
      // It always gets on, and tells a place that can be resumed from.
      expect(page.reached.position).toBeGreaterThan(after.position);
      expect(await tail.resume(tail.cursorAt(page.reached))).toEqual(page.reached);
      after = page.reached;
    }
  }

  it('finds the same in the database as in memory, in pages of any size', async () => {
    // given
    const ids = [
      ...new Set(events.flatMap(({ about }) => about)),
      'f'.repeat(8) + '-0000-4000-8000-000000000000',
    ];
    const zones = [...new Set(events.flatMap(({ scopeAfter }) => scopeAfter))];
    const some = (from: string[], most: number) =>
      fc.uniqueArray(fc.constantFrom(...from), { maxLength: most });
    const wanted = fc.record(
      {
        entityType: fc.constantFrom('thing', 'zone', 'nothing'),
        entityIds: some(ids, 5),
        kinds: some(['THING_MADE', 'THING_MOVED', 'ZONE_MADE'], 2),
        about: fc.array(some(ids, 6), { maxLength: 2 }),
        stages: some(['PLANNING', 'SERVICE', 'LANDING', 'CONSTRUCTION'], 2),
        scope: some(zones, 2),
      },
      { requiredKeys: ['entityType'] },
    );
    await fc.assert(
      fc.asyncProperty(
        wanted,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        async (filter, limit, scanLimit) => {
          // when
          const found = await readAll(filter, limit, scanLimit);
          // then
          const kinds = filter.kinds && new Set(filter.kinds);
          expect(found).toEqual(events.filter(wanting(filter, kinds, 'ALL')));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('that matches nothing gets on all the same, and says how far', async () => {
    expect(await tail.readMatching(START, { kinds: [], limit: 5, scanLimit: 7 })).toMatchObject({
      events: [],
      reached: { position: 7, eventId: events[6]?.id },
      atHead: false,
    });
  });

  it('answers a reader at the head, or ahead of a server that lags, with its own place', async () => {
    const head = tail.head();
    for (const place of [head, { position: head.position + 3, eventId: '99' }]) {
      const {
        events: none,
        reached,
        atHead,
      } = await tail.readMatching(place, { limit: 5, scanLimit: 7 });
      expect({ none, position: reached.position, atHead }).toEqual({
        none: [],
        position: place.position,
        atHead: true,
      });
    }
  });
});

const makeZone = command<string, Zone>(({ em, record }, name) => {
  const zone = em.create(Zone, { name });
  record('ZONE_MADE', zone);
  return Promise.resolve(zone);
});

const moveThing = command<{ thingId: string; zoneId: string }, Thing>(
  async ({ em, record }, { thingId, zoneId }) => {
    const thing = await em.findOneOrFail(Thing, thingId);
    thing.district = em.getReference(Zone, zoneId, { wrapped: true });
    record('THING_MOVED', thing);
    return thing;
  },
);
