import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedEvent } from '../../src/events/event.ts';
import { Ring } from '../../src/events/ring.ts';
import { heldMemory } from '../support/memory.ts';
import { until } from '../support/until.ts';
import { EventLog } from './event-log.ts';

describe('the ring of recent events', () => {
  it('holds the last ones without a gap, within its bytes, whatever their sizes', () => {
    const batches = fc.array(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 8 }));
    fc.assert(
      fc.property(batches, fc.integer({ min: 1, max: 1_000 }), (sizes, maxBytes) => {
        const ring = new Ring(maxBytes);
        let last = 0;
        for (const batch of sizes) {
          // when
          ring.push(batch.map((size) => ({ position: (last += 1), size }) as LoggedEvent));
          // then
          const held = ring.after(last - ring.length, 1_000) ?? [];
          expect(held.map(({ position }) => position)).toEqual(
            held.map((_event, index) => last - held.length + 1 + index),
          );
          expect(held).toHaveLength(ring.length);
          if (ring.length > 1) expect(ring.bytes).toBeLessThanOrEqual(maxBytes * 1.125);
          if (last > 0) expect(ring.at(last)?.position).toBe(last);
          if (last > ring.length) expect(ring.after(last - ring.length - 1, 1)).toBeUndefined();
          expect(ring.at(last + 1)).toBeUndefined();
          expect(ring.at(last - ring.length)).toBeUndefined();
        }
      }),
    );
  });

  it('lets go of what it no longer holds: a tail with 1 MB takes no more, however much goes by', async () => {
    // given
    const log = await EventLog.open();
    const thing = await log.makeThing('thing');
    await log.sequencer();
    const tail = await log.tail({ recentBytes: 2 ** 20 });
    await until(() => tail.known() !== undefined);
    const before = heldMemory();
    // when: 8 MB of text, before and after
    for (let change = 1; change <= 40; change += 1) {
      await log.rename(thing.id, `${change}`.padEnd(50_000, '大'));
    }
    await until(() => tail.known()?.position === 41);
    // then
    expect(heldMemory() - before).toBeLessThan(4);
    expect(tail.recent(40)).toHaveLength(1);
    expect(tail.recent(20)).toBeUndefined();
    await log.close();
  }, 180_000);
});
