import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/db/database.ts';
import type { EmbeddedServer } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { Clusters, killServer } from '../db/clusters.ts';
import { BreakableWay } from '../support/outage.ts';
import { until } from '../support/until.ts';
import { EventLog } from './event-log.ts';
import { Follower } from './follower.ts';

const WAITS = { pool: 10_000, statement: 60_000, lock: 10_000, idleInTransaction: 60_000 };

describe('a restart of PostgreSQL in the middle of a stream', () => {
  const way = new BreakableWay();
  let clusters: Clusters;
  let directory: string;
  let server: EmbeddedServer;
  let log: EventLog;
  beforeAll(async () => {
    clusters = await Clusters.create();
    directory = await clusters.made('restarted');
    server = await clusters.start(directory);
    const connection = await way.to(server.connection);
    const database = await openDatabase({ connection, entities: [], waits: WAITS, poolSize: 4 });
    await migrate(database, 'auto').finally(() => database.close());
    log = await EventLog.over(connection);
  }, 120_000);
  afterAll(async () => {
    await log.close();
    await way.cut();
    await server.stop();
    await clusters.remove();
  });

  it.each([
    ['is stopped and started', () => server.stop()],
    ['is killed, and recovers', () => killServer(directory).then(() => server.stop())],
  ])(
    'loses and repeats nothing, and the stream goes on by itself: the server %s',
    async (_, end) => {
      // given
      const thing = await log.makeThing('before');
      const sequencer = await log.sequencer();
      const tails = [await log.tail(), await log.tail({ recentBytes: 1 })];
      await until(() => tails.every((tail) => tail.known()));
      const followers = await Promise.all(tails.map((tail) => Follower.from(tail, startOf(tail))));
      await until(() => followers.every(({ events }) => events.at(-1)?.entityId === thing.id));
      const { cursor } = followers[0]!;
      const behindIt = Number(followers[0]?.events.length);
      // when
      await end();
      await until(() => tails.every((tail) => !tail.alive()), 15_000);
      await way.cut();
      server = await clusters.start(directory);
      await way.to(server.connection);
      await until(
        () =>
          log.rename(thing.id, 'after').then(
            () => true,
            () => false,
          ),
        15_000,
      );
      // then
      await until(() => followers.every(({ events }) => events.length === behindIt + 1), 15_000);
      for (const follower of followers) {
        expect(follower.fault).toBeUndefined();
        expect(follower.events.map(({ position }) => position)).toEqual(
          follower.events.map((_event, index) => index + 1),
        );
      }
      const late = await Follower.from(tails[1]!, cursor);
      expect(late.events).toMatchObject([{ entityId: thing.id, version: 2 }]);
      await sequencer.stop();
      for (const tail of tails) await tail.stop();
    },
    60_000,
  );

  const startOf = (tail: { cursorAt(place: { position: number; eventId: string }): string }) =>
    tail.cursorAt({ position: 0, eventId: '0' });
});
