import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeIn, readLogCursor, writeLogCursor } from '../../src/events/cursor.ts';
import type { LogTail } from '../../src/events/log-tail.ts';
import type { Head } from '../../src/events/place.ts';
import { BreakableWay } from '../support/outage.ts';
import { until } from '../support/until.ts';
import { EventLog, raiseByHand } from './event-log.ts';
import { Follower } from './follower.ts';

const EPOCH_CHANGED = { code: 'CURSOR_EPOCH_CHANGED', field: ['after'] };
const MISMATCH = { code: 'CURSOR_MISMATCH', field: ['after'] };

describe('a cursor of the log', () => {
  let log: EventLog;
  beforeEach(async () => {
    log = await EventLog.open();
  });
  afterEach(() => log.close());

  /** A log of so many events, numbered, and a tail that holds them. */
  async function logOf(events: number): Promise<{ tail: LogTail; thingId: string }> {
    const { id: thingId } = await log.makeThing('thing');
    for (let made = 1; made < events; made += 1) await log.rename(thingId, `change ${made}`);
    await log.sequencer();
    const tail = await log.tail({ pollMs: 60_000 });
    await until(() => tail.known()?.position === events);
    return { tail, thingId };
  }

  /** Without what memory answers by itself: a tail that knows the head, and only asks the primary. */
  const forgetful = () => log.tail({ recentBytes: 1 });

  it('is a text without anything to escape, that comes back as the place it was made of', () => {
    const place = fc.record({
      epoch: fc.uuid(),
      position: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
      eventId: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String),
    });
    fc.assert(
      fc.property(place, (head) => {
        const text = writeLogCursor(head);
        const { epoch, ...place } = head;
        expect(text).toMatch(/^[\w-]{40}$/);
        expect(placeIn(epoch, readLogCursor(text))).toEqual(place);
        expect(placeIn('01234567-89ab-4def-8123-456789abcdef', readLogCursor(text))).toBe(
          undefined,
        );
      }),
    );
  });

  it('does not tell how much happened between it and another', async () => {
    const { tail } = await logOf(3);
    const head = tail.head();
    const places = [1, 2, 3].map((position) => ({ ...head, position }));
    const bytes = places.map((place) => Buffer.from(writeLogCursor(place), 'base64url'));
    // What is sealed of neighbours has about as many bits in common as what is random.
    for (const [one, other] of [bytes.slice(0, 2), bytes.slice(1)]) {
      const differing = one!.subarray(9, 25).filter((byte, at) => byte !== other![9 + at]);
      expect(differing.length).toBeGreaterThan(8);
    }
  });

  it('is refused when a character of it is lost, added or changed, and when it is anything else', async () => {
    const { tail } = await logOf(2);
    const cursor = tail.cursorAt(tail.head());
    const mangled = Array.from(cursor, (letter, index) => [
      cursor.slice(0, index) + cursor.slice(index + 1),
      cursor.slice(0, index) + (letter === 'A' ? 'B' : 'A') + cursor.slice(index + 1),
      cursor.slice(0, index) + 'A' + cursor.slice(index),
    ]).flat();
    const others = ['', ' ', '2', 'null', `${cursor} `, `${cursor}=`, cursor + cursor, '龙', '\0'];
    for (const text of [...mangled, ...others, 'WyJhIl0', 'x'.repeat(1_000_000)]) {
      await expect(tail.resume(text)).rejects.toMatchObject(MISMATCH);
    }
  });

  it('is not read on from in a history that began after it was taken up', async () => {
    // given: a request that waited for the database while another server took over, and gave positions again
    const { tail } = await logOf(5);
    const place = await tail.resume(tail.cursorAt({ ...(await log.events())[1]! }));
    await log.rows('update event_head set epoch = gen_random_uuid()');
    // when
    const asked = tail.readMatching(place, { limit: 9, scanLimit: 99 });
    // then
    await expect(asked).rejects.toMatchObject(EPOCH_CHANGED);
  });

  it('goes on behind the event that it names, on any gateway, and misses nothing', async () => {
    // given
    const { tail, thingId } = await logOf(5);
    const other = await forgetful();
    const events = await log.events();
    // when
    for (const [index, event] of events.entries()) {
      const follower = await Follower.from(index % 2 ? tail : other, tail.cursorAt(event));
      // then
      expect(follower.events.map(({ position }) => position)).toEqual(
        events.slice(index + 1).map(({ position }) => position),
      );
      follower.kill();
    }
    const last = await Follower.from(other, tail.cursorAt(tail.head()));
    await log.rename(thingId, 'live');
    await until(() => last.events.length === 1);
  });

  it('of a snapshot misses nothing that the snapshot did not show, though it was written before', async () => {
    // given
    const { tail, thingId } = await logOf(2);
    const { id: other } = await log.makeThing('other');
    await until(() => tail.head().position === 3);
    const holder = await log.session();
    await holder.query('begin');
    await raiseByHand(holder, thingId, 'HELD');
    await log.rename(other, 'went ahead');
    await until(() => tail.head().position === 4);
    // when: the head first, then the rows
    const cursor = tail.cursorAt(tail.head());
    const rows = await log.rows('select name from thing order by name');
    await holder.query('commit');
    // then
    expect(rows).toEqual([{ name: 'change 1' }, { name: 'went ahead' }]);
    const follower = await Follower.from(tail, cursor);
    await until(() => follower.events.length === 1);
    expect(follower.events).toMatchObject([{ kind: 'HELD', position: 5, version: 3 }]);
  });

  it('that is ahead of this gateway, but not of the primary, is good: nothing is told twice', async () => {
    // given
    const { tail, thingId } = await logOf(2);
    const way = new BreakableWay();
    const lagging = await log.tail({ connection: await way.to(log.connection) });
    await until(() => lagging.known()?.position === 2);
    await way.cut();
    await log.rename(thingId, 'three');
    await until(() => tail.head().position === 3);
    // when
    const follower = await Follower.from(lagging, tail.cursorAt(tail.head()));
    expect(lagging.head().position).toBe(2);
    await log.rename(thingId, 'four');
    await way.mend();
    // then
    await until(() => follower.events.length === 1);
    expect(follower.events).toMatchObject([{ position: 4 }]);
    await lagging.stop();
    await way.cut();
  });

  it('from the future, of another history, or of another event, is told to take a snapshot again', async () => {
    // given
    const { tail } = await logOf(3);
    const head = tail.head();
    const others: Head[] = [
      { ...head, position: 4 },
      { ...head, position: Number.MAX_SAFE_INTEGER },
      { ...head, eventId: '99' },
      { ...head, position: 2 },
      { ...head, position: 0 },
      { ...head, epoch: '00000000-0000-4000-8000-000000000000' },
    ];
    for (const other of others) {
      const refused = tail.resume(writeLogCursor(other));
      // then
      await expect(refused).rejects.toMatchObject(EPOCH_CHANGED);
      const { details } = (await refused.catch((error: unknown) => error)) as {
        details: { oldestCursor: string; headCursor: string };
      };
      expect(await tail.resume(details.oldestCursor)).toMatchObject({ position: 0 });
      expect(await tail.resume(details.headCursor)).toMatchObject({ position: 3 });
    }
  });

  it('ends with its epoch, for those who follow as for those who come back', async () => {
    // given
    const { tail, thingId } = await logOf(2);
    const cursor = tail.cursorAt(tail.head());
    const follower = await Follower.from(tail, cursor);
    // when
    await log.rows('select event_renew_epoch()');
    // then
    await until(() => follower.fault !== undefined, 500);
    expect(follower.fault).toMatchObject(EPOCH_CHANGED);
    for (const [index, gateway] of [tail, await forgetful()].entries()) {
      await expect(gateway.resume(cursor)).rejects.toMatchObject(EPOCH_CHANGED);
      const fresh = await Follower.from(gateway, gateway.cursorAt(gateway.head()));
      await log.rename(thingId, `in the new epoch ${index}`);
      await until(() => fresh.events.length === 1);
      fresh.kill();
    }
  });

  it('ends when the leader finds itself on another server, timeline or table', async () => {
    // given
    const { id } = await log.makeThing('thing');
    const first = await log.sequencer();
    const tail = await log.tail();
    await until(() => tail.known()?.position === 1);
    const follower = await Follower.from(tail);
    const { cursor } = follower;
    await first.stop();
    // when
    await log.rows(
      `update event_head set fingerprint = jsonb_set(fingerprint, '{timeline}', '"00000002"')`,
    );
    await log.sequencer();
    await log.rename(id, 'after the failover');
    // then
    await until(() => follower.fault !== undefined);
    await expect(tail.resume(cursor)).rejects.toMatchObject(EPOCH_CHANGED);
    expect(follower.events).toEqual([]);
  });

  it('ends with a volume that was rolled back, although nothing in the database tells', async () => {
    // given: three events, of which the last is to be forgotten
    const { id } = await log.makeThing('thing');
    const first = await log.sequencer();
    await log.rename(id, 'kept');
    await log.rename(id, 'forgotten');
    const way = new BreakableWay();
    const tail = await log.tail({ connection: await way.to(log.connection) });
    await until(() => tail.known()?.position === 3);
    const follower = await Follower.from(tail);
    const { cursor } = follower;
    const kept = tail.cursorAt(tail.recent(1)![0]!);
    await first.stop();
    await way.cut();
    // when: the same epoch, the same position, another event
    await log.rows(`delete from event where position = 3`);
    await log.rows(`update event_head set position = 2, event_id = 2`);
    await log.rename(id, 'another history');
    await log.sequencer();
    await until(async () => (await log.events()).length === 3);
    await way.mend();
    // then
    await until(() => follower.fault !== undefined);
    expect(follower.fault).toMatchObject(EPOCH_CHANGED);
    const other = await forgetful();
    for (const gateway of [tail, other]) {
      await expect(gateway.resume(cursor)).rejects.toMatchObject(EPOCH_CHANGED);
      expect(await gateway.resume(kept)).toMatchObject({ position: 2 });
    }
    await tail.stop();
    await way.cut();
  });
});
