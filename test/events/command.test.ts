import { LockMode } from '@mikro-orm/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onAppended } from '../../src/events/appended.ts';
import { type CommandContext, command } from '../../src/request/command.ts';
import { until } from '../support/until.ts';
import { EventLog, makeThing, renameThing } from './event-log.ts';
import { Part, Span, Thing, Zone } from './thing.entity.ts';

describe('a command', () => {
  let log: EventLog;
  beforeAll(async () => {
    log = await EventLog.open();
    await log.sequencer();
  });
  afterAll(() => log.close());

  /** The entity's events, once all of its versions are numbered. */
  async function eventsOf({ id, version }: { id: string; version: number }) {
    await until(async () => (await log.events(id)).length >= version);
    return log.events(id);
  }

  const inContext = <T>(body: (context: CommandContext) => Promise<T>) =>
    log.run(
      command<null, T>((context) => body(context)),
      null,
    );

  it('logs a new aggregate with every field that holds something, and its rows', async () => {
    // when
    const { zone, thing, part } = await inContext(async ({ em, record }) => {
      const zone = em.create(Zone, { name: 'North' });
      record('ZONE_MADE', zone);
      const thing = em.create(Thing, {
        name: 'Mill',
        amount: '12.50',
        seenAt: new Date('2025-03-04T05:06:07.008Z'),
        labels: ['a', 'b, "c"'],
        detail: { deep: [1, null] },
        span: Object.assign(new Span(), { earliest: '2024-01-02', latest: null }),
        district: zone,
      });
      const part = em.create(Part, { thing, label: 'wheel' });
      record('THING_MADE', thing);
      return Promise.resolve({ zone, thing, part });
    });
    // then
    expect(thing.version).toBe(1);
    const [made] = await eventsOf(thing);
    expect(made).toMatchObject({
      kind: 'THING_MADE',
      entityType: 'thing',
      version: 1,
      actor: 'tester',
      source: null,
      scopeBefore: [],
      scopeAfter: [zone.id],
    });
    expect(made?.changes).toEqual([
      { field: 'name', before: null, after: 'Mill' },
      { field: 'amount', before: null, after: '12.5' },
      { field: 'seenAt', before: null, after: '2025-03-04T05:06:07.008Z' },
      { field: 'labels', before: null, after: ['a', 'b, "c"'] },
      { field: 'detail', before: null, after: { deep: [1, null] } },
      { field: 'span', before: null, after: { earliest: '2024-01-02' } },
      { field: 'district', before: null, after: zone.id },
      { field: 'thingPart', before: null, after: { id: part.id, label: 'wheel' } },
    ]);
  });

  it('logs what changed of an aggregate and of its rows, with before and after', async () => {
    // given
    const { thing, kept, lost, north, south } = await inContext(async ({ em, record }) => {
      const north = em.create(Zone, { name: 'North' });
      const south = em.create(Zone, { name: 'South' });
      for (const zone of [north, south]) record('ZONE_MADE', zone);
      const thing = em.create(Thing, { name: 'Mill', amount: '3', district: north });
      const kept = em.create(Part, { thing, label: 'wheel' });
      const lost = em.create(Part, { thing, label: 'rope' });
      record('THING_MADE', thing);
      return Promise.resolve({ thing, kept, lost, north, south });
    });
    // when
    const changed = await inContext(async ({ em, record }) => {
      const mill = await em.findOneOrFail(Thing, thing.id);
      em.assign(mill, { amount: '4.2', district: south.id });
      (await em.findOneOrFail(Part, kept.id)).label = 'new wheel';
      em.remove(await em.findOneOrFail(Part, lost.id));
      const added = em.create(Part, { thing: mill, label: 'sail' });
      record('THING_REBUILT', mill);
      return { mill, added };
    });
    // then
    expect(changed.mill.version).toBe(2);
    const [, rebuilt] = await eventsOf(changed.mill);
    expect(rebuilt).toMatchObject({ scopeBefore: [north.id], scopeAfter: [south.id], version: 2 });
    expect(rebuilt?.changes).toHaveLength(5);
    expect(rebuilt?.changes).toEqual(
      expect.arrayContaining([
        { field: 'amount', before: '3', after: '4.2' },
        { field: 'district', before: north.id, after: south.id },
        {
          field: 'thingPart',
          before: { id: kept.id, label: 'wheel' },
          after: { id: kept.id, label: 'new wheel' },
        },
        { field: 'thingPart', before: { id: lost.id, label: 'rope' }, after: null },
        { field: 'thingPart', before: null, after: { id: changed.added.id, label: 'sail' } },
      ]),
    );
  });

  it('drops an event to which nothing happened, and leaves the version alone', async () => {
    // given
    const thing = await inContext(({ em, record }) => {
      const mill = em.create(Thing, {
        name: 'Mill',
        amount: '10',
        labels: ['a'],
        detail: { x: 1 },
        span: Object.assign(new Span(), { earliest: '2024-01-02', latest: null }),
      });
      record('THING_MADE', mill);
      return Promise.resolve(mill);
    });
    // when
    const again = await inContext(async ({ em, record }) => {
      const mill = await em.findOneOrFail(Thing, thing.id);
      em.assign(mill, { name: 'Mill', amount: '10.00', labels: ['a'], detail: { x: 1 } });
      mill.span = Object.assign(new Span(), { earliest: '2024-01-02', latest: null });
      record('THING_MADE', mill);
      return mill;
    });
    // then
    expect(again.version).toBe(1);
    expect(await log.rows('select from event where entity_id = $1', [thing.id])).toHaveLength(1);
  });

  it('keeps what was flushed in between, and drops what was taken back', async () => {
    // given
    const thing = await log.makeThing('Mill');
    // when
    const changed = await inContext(async ({ em, record }) => {
      const mill = await em.findOneOrFail(Thing, thing.id);
      mill.name = 'Other';
      mill.amount = '1';
      await em.flush();
      mill.name = 'Mill';
      record('THING_CHANGED', mill);
      return mill;
    });
    // then
    const [, event] = await eventsOf(changed);
    expect(event?.changes).toEqual([{ field: 'amount', before: null, after: '1' }]);
  });

  it('gives each of several events of one aggregate what changed before it', async () => {
    // given
    const thing = await log.makeThing('Mill');
    // when
    const changed = await inContext(async ({ em, record }) => {
      const mill = await em.findOneOrFail(Thing, thing.id);
      em.create(Part, { thing: mill, label: 'wheel' });
      record('PART_ADDED', mill);
      em.create(Part, { thing: mill, label: 'sail' });
      record('PART_ADDED', mill);
      record('NOTHING_MORE', mill);
      return mill;
    });
    // then
    expect(changed.version).toBe(3);
    const [, ...events] = await eventsOf(changed);
    expect(events.map(({ kind, version }) => [kind, version])).toEqual([
      ['PART_ADDED', 2],
      ['PART_ADDED', 3],
    ]);
    expect(events.map(({ changes }) => changes.map(({ after }) => after))).toMatchObject([
      [{ label: 'wheel' }],
      [{ label: 'sail' }],
    ]);
  });

  it('tells a second aggregate of a row that its event names', async () => {
    // when
    const { zone, part } = await inContext(async ({ em, record }) => {
      const zone = em.create(Zone, { name: 'West' });
      record('ZONE_MADE', zone);
      const thing = em.create(Thing, { name: 'Mill' });
      const part = em.create(Part, { thing, label: 'wheel', madeIn: zone });
      record('THING_MADE', thing);
      record('PART_MADE_HERE', zone, { part });
      return Promise.resolve({ zone, part });
    });
    // then
    const [, told] = await eventsOf(zone);
    expect(told).toMatchObject({ kind: 'PART_MADE_HERE', version: 2 });
    expect(told?.changes).toEqual([
      {
        field: 'part',
        before: null,
        after: { id: part.id, label: 'wheel', thing: expect.any(String) },
      },
    ]);
  });

  it('tells both aggregates when a row moves from one to the other', async () => {
    // given
    const { from, to, part } = await inContext(({ em, record }) => {
      const from = em.create(Thing, { name: 'From' });
      const to = em.create(Thing, { name: 'To' });
      const part = em.create(Part, { thing: from, label: 'wheel' });
      for (const thing of [from, to]) record('THING_MADE', thing);
      return Promise.resolve({ from, to, part });
    });
    // when
    await inContext(async ({ em, record }) => {
      const [giver, taker] = [
        await em.findOneOrFail(Thing, from.id),
        await em.findOneOrFail(Thing, to.id),
      ];
      em.assign(await em.findOneOrFail(Part, part.id), { thing: taker });
      for (const thing of [giver, taker]) record('PART_MOVED', thing);
    });
    // then
    const wheel = { id: part.id, label: 'wheel' };
    expect((await eventsOf({ id: from.id, version: 2 }))[1]?.changes).toEqual([
      { field: 'thingPart', before: wheel, after: null },
    ]);
    expect((await eventsOf({ id: to.id, version: 2 }))[1]?.changes).toEqual([
      { field: 'thingPart', before: null, after: wheel },
    ]);
  });

  it('ends an aggregate with an event of its last version', async () => {
    // given
    const thing = await log.makeThing('Mill');
    // when
    await inContext(async ({ em, record }) => {
      const mill = await em.findOneOrFail(Thing, thing.id);
      em.remove(mill);
      record('THING_REMOVED', mill);
    });
    // then
    const [, removed] = await eventsOf({ id: thing.id, version: 2 });
    expect(removed).toMatchObject({
      kind: 'THING_REMOVED',
      version: 2,
      changes: [{ field: 'name', before: 'Mill', after: null }],
    });
  });

  it('refuses a change that no event tells, of an aggregate or of its rows', async () => {
    // given
    const { thing, part } = await inContext(({ em, record }) => {
      const mill = em.create(Thing, { name: 'Mill' });
      const part = em.create(Part, { thing: mill, label: 'wheel' });
      record('THING_MADE', mill);
      return Promise.resolve({ thing: mill, part });
    });
    // when
    const ofRoot = inContext(async ({ em }) => {
      (await em.findOneOrFail(Thing, thing.id)).name = 'Silent';
    });
    const ofRow = inContext(async ({ em }) => {
      (await em.findOneOrFail(Part, part.id)).label = 'silent';
    });
    // then
    await expect(ofRoot).rejects.toThrow(`Thing ${thing.id} was changed, but no event`);
    await expect(ofRow).rejects.toThrow(`Part ${part.id} was changed, but no event`);
    expect(await log.rows('select label from thing_part where id = $1', [part.id])).toEqual([
      { label: 'wheel' },
    ]);
  });

  it('leaves nothing when its body fails after it has written', async () => {
    // given
    const before = await log.rows('select count(*) from event');
    // when
    const failing = inContext(async (context) => {
      await makeThing(context, 'Never');
      await context.em.flush();
      throw new RangeError('on purpose');
    });
    // then
    await expect(failing).rejects.toThrow(new RangeError('on purpose'));
    expect(await log.rows(`select from thing where name = 'Never'`)).toEqual([]);
    expect(await log.rows('select count(*) from event')).toEqual(before);
  });

  it('joins the transaction of the command that calls it', async () => {
    // when
    const [one, two] = await inContext(async (context) => {
      const made = await makeThing(context, 'One');
      const other = await makeThing(context, 'Two');
      await context.em.flush();
      return [made, await renameThing(context, { id: other.id, name: 'Three' })] as const;
    });
    // then
    expect([one.version, two.version]).toEqual([1, 1]);
    const [[first], [second]] = [await eventsOf(one), await eventsOf(two)];
    expect(second).toMatchObject({ occurredAt: first?.occurredAt, kind: 'THING_MADE' });
    expect(second?.changes).toEqual([{ field: 'name', before: null, after: 'Three' }]);
  });

  it('names its source and key in every event, and wakes whoever listens after the commit', async () => {
    // given
    const heard: unknown[] = [];
    const stop = onAppended(log.database, () => heard.push('appended'));
    // when
    const thing = await log.run(makeThing, 'Mill', { source: 'import 7', idempotencyKey: 'k1' });
    await log.rename(thing.id, 'Mill');
    stop();
    await log.rename(thing.id, 'Other');
    // then
    expect(heard).toEqual(['appended']);
    expect((await eventsOf(thing))[0]).toMatchObject({
      actor: 'tester',
      source: 'import 7',
      idempotencyKey: 'k1',
    });
  });

  it('runs again when another command changed what it had read', async () => {
    // given
    const thing = await log.makeThing('First');
    let runs = 0;
    // when
    const changed = await inContext(async ({ em, record }) => {
      const mill = await em.findOneOrFail(Thing, thing.id);
      runs += 1;
      if (runs === 1) await log.rename(thing.id, 'Second');
      mill.name = `${mill.name}, then third`;
      record('THING_RENAMED', mill);
      return mill;
    });
    // then
    expect([runs, changed.version]).toEqual([2, 3]);
    expect((await eventsOf(changed)).map(({ changes }) => changes[0])).toEqual([
      { field: 'name', before: null, after: 'First' },
      { field: 'name', before: 'First', after: 'Second' },
      { field: 'name', before: 'Second', after: 'Second, then third' },
    ]);
  });

  it('runs again after a deadlock, and loses no change', async () => {
    // given
    const [one, two] = [await log.makeThing('One'), await log.makeThing('Two')];
    const met = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    let runs = 0;
    const crossing = (first: Thing, second: Thing, own: number) =>
      inContext(async ({ em, record }) => {
        runs += 1;
        const lockMode = LockMode.PESSIMISTIC_WRITE;
        const held = await em.findOneOrFail(Thing, first.id, { lockMode });
        met[own]?.resolve(null);
        await met[1 - own]?.promise;
        const wanted = await em.findOneOrFail(Thing, second.id, { lockMode });
        for (const thing of [held, wanted]) {
          thing.name += String(own);
          record('THING_CROSSED', thing);
        }
      });
    // when
    await Promise.all([crossing(one, two, 0), crossing(two, one, 1)]);
    // then
    expect(runs).toBe(3);
    expect((await eventsOf({ id: one.id, version: 3 })).map(({ version }) => version)).toEqual([
      1, 2, 3,
    ]);
  });

  it('refuses an event recorded after the command has ended', async () => {
    // given
    const kept = await inContext((context) => Promise.resolve(context));
    const thing = await log.makeThing('Mill');
    // then
    expect(() => kept.record('TOO_LATE', thing)).toThrow('after its command had ended');
  });
});
