import { Client, type PoolConfig } from 'pg';
import { type Database, openDatabase } from '../../src/db/database.ts';
import type { LoggedEvent } from '../../src/events/event.ts';
import { readAfter } from '../../src/events/log.ts';
import { LogTail, type TailOptions } from '../../src/events/log-tail.ts';
import { type Pace, type Sequencer, startSequencer } from '../../src/events/sequencer.ts';
import { type Command, command, runCommand, type WrittenBy } from '../../src/request/command.ts';
import { createDatabase } from '../support/databases.ts';
import { entities, TABLES, Thing } from './thing.entity.ts';

const WAITS = { pool: 20_000, statement: 20_000, lock: 20_000, idleInTransaction: 20_000 };
const SILENT = { info: () => {}, warn: () => {} };
const QUICK: Partial<Pace> = { busy: 5, idle: 10, candidate: 10 };

/** A database with a log and a few aggregates, and everything that a test opens on it. */
export class EventLog {
  private readonly closers: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly database: Database,
    readonly connection: PoolConfig,
  ) {}

  static async open(poolSize = 8): Promise<EventLog> {
    const own = await createDatabase();
    const log = await EventLog.over(own.connection, poolSize);
    log.closers.unshift(() => own.drop());
    return log;
  }

  /** In a database that has all migrations. */
  static async over(connection: PoolConfig, poolSize = 8): Promise<EventLog> {
    const database = await openDatabase({ connection, entities, waits: WAITS, poolSize });
    const log = new EventLog(database, connection);
    log.closers.push(() => database.close());
    await database.pool.query(TABLES);
    return log;
  }

  async close(): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) await close();
  }

  /** A session of its own: to hold a transaction open, or to be a leader by hand. */
  async session(): Promise<Client> {
    const client = new Client(this.connection);
    client.on('error', () => {});
    await client.connect();
    this.closers.push(() => client.end().catch(() => {}));
    return client;
  }

  async sequencer(pace = QUICK): Promise<Sequencer> {
    const sequencer = await startSequencer({ connection: this.connection, log: SILENT, pace });
    this.closers.push(() => sequencer.stop());
    return sequencer;
  }

  /** A tail of its own, as another gateway has. */
  async tail(options: Partial<TailOptions> = {}): Promise<LogTail> {
    const { connection, database } = this;
    const tail = new LogTail({
      database,
      connection,
      log: SILENT,
      recentBytes: 2 ** 20,
      ...options,
    });
    this.closers.push(() => tail.stop());
    await tail.start();
    return tail;
  }

  async rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.database.pool.query<Row>(text, values)).rows;
  }

  /** All numbered events, or those of one entity, by position. */
  async events(entityId?: string): Promise<LoggedEvent[]> {
    const events: LoggedEvent[] = [];
    for (let isEnd = false; !isEnd;) {
      const page = await readAfter(this.database.kysely, events.at(-1)?.position ?? 0, 10_000);
      events.push(...page);
      isEnd = page.length === 0;
    }
    return entityId === undefined ? events : events.filter((event) => event.entityId === entityId);
  }

  /** All events, numbered or not, by id. */
  appended(): Promise<{ id: string; kind: string; position: string | null; version: number }[]> {
    return this.rows('select id, kind, position, version from event order by id');
  }

  makeThing(name: string): Promise<Thing> {
    return this.run(makeThing, name);
  }

  rename(id: string, name: string): Promise<Thing> {
    return this.run(renameThing, { id, name });
  }

  run<Input, Output>(
    body: Command<Input, Output>,
    input: Input,
    by: Partial<WrittenBy> = {},
  ): Promise<Output> {
    return runCommand(this.database, body, input, { actor: 'tester', ...by });
  }

  /** Ends the session that leads, as a crash would. */
  async killLeader(): Promise<void> {
    await this.rows(`
      select pg_terminate_backend(pid)
        from pg_locks
       where locktype = 'advisory' and classid = 1902994806
         and database = (select oid from pg_database where datname = current_database())`);
  }

  /** Ends the session of one tail, as a network would. */
  async killTail(): Promise<void> {
    await this.rows(`
      select pg_terminate_backend(pid)
        from (select pid
                from pg_stat_activity
               where datname = current_database() and application_name like 'quanmai tail%'
               order by random()
               limit 1) one`);
  }
}

export const makeThing = command<string, Thing>(({ em, record }, name) => {
  const thing = em.create(Thing, { name });
  record('THING_MADE', thing);
  return Promise.resolve(thing);
});

export const renameThing = command<{ id: string; name: string }, Thing>(
  async ({ em, record }, { id, name }) => {
    const thing = await em.findOneOrFail(Thing, id);
    thing.name = name;
    record('THING_RENAMED', thing);
    return thing;
  },
);

/** Writes as `runCommand` does, in a transaction that the test holds. */
export async function raiseByHand(session: Client, id: string, kind: string): Promise<void> {
  const { rows } = await session.query<{ version: number }>(
    'update thing set version = version + 1, name = $2 where id = $1 returning version',
    [id, kind],
  );
  await appendByHand(session, id, kind, rows[0]?.version ?? 0);
}

export async function appendByHand(
  session: Client,
  id: string,
  kind: string,
  version: number,
): Promise<void> {
  await session.query(
    `insert into event (kind, entity_type, entity_id, version, changes, scope_before, scope_after, actor)
     values ($1, 'thing', $2, $3, '[]', '{}', '{}', 'by hand')`,
    [kind, id, version],
  );
}
