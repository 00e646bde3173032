import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';
import { until } from '../support/until.ts';

const WAITS = { pool: 20_000, statement: 60_000, lock: 60_000, idleInTransaction: 60_000 };
const POOL_SIZE = 2;
const [EAST, WEST] = [
  '10000000-0000-4000-8000-000000000001',
  '10000000-0000-4000-8000-000000000002',
];
/** Of one region, of several, and of none. */
const SCOPES = [[EAST], [WEST], [EAST, WEST], []];
const live = () => new AbortController().signal;
const asSetting = (regions: readonly string[]) => `{${regions.join(',')}}`;

describe('reads within a scope', () => {
  let cloned: TestDatabase;
  let database: Database;
  let watcher: Client;
  const statements: string[] = [];
  beforeAll(async () => {
    cloned = await createDatabase();
    watcher = new Client(cloned.connection);
    await watcher.connect();
    database = await openDatabase({
      // Whoever writes a URL may mean well, and must open nothing by it.
      connection: { ...cloned.connection, options: '-c search_path=public' },
      entities: [],
      waits: WAITS,
      poolSize: POOL_SIZE,
      onStatement: ({ query }) => void statements.push(query.sql),
    });
  });
  afterAll(async () => {
    await database.close();
    await watcher.end();
    await cloned.drop();
  });

  /** What a statement's session is set to; slowly, where it is to be cut off. */
  const seen = async (db: Kysely<unknown>, seconds = 0) => {
    const { rows } = await sql<{ scope: string | null; path: string; pid: number }>`
      select current_setting('quanmai.scope', true) as scope, current_setting('search_path') as path,
             pg_backend_pid() as pid
       where pg_sleep(${seconds}) is not null`.execute(db);
    return rows[0]!;
  };
  const projects = async (client: Client) =>
    (await client.query<{ count: string }>('select count(*) from project')).rows[0]!.count;

  it('see the views before the tables, whatever the connection’s own options say', async () => {
    for (const regions of SCOPES) {
      const { scope, path } = await seen(database.reads(live(), regions));
      expect(scope).toBe(asSetting(regions));
      expect(path).toMatch(
        regions.length > 1 ? /^scoped, public$/ : /^scoped_to_one, scoped, public$/,
      );
    }
  });

  it('have connections of their own, on which nothing else is read or written', async () => {
    // given
    const scoped = new Set<number>();
    for (const regions of SCOPES) scoped.add((await seen(database.reads(live(), regions))).pid);
    // when
    const open = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        seen(index % 2 ? database.kysely : database.reads(live()), 0.01),
      ),
    );
    // then
    for (const { scope, path, pid } of open) {
      expect([scope, path]).toEqual([null, 'public']);
      expect(scoped).not.toContain(pid);
    }
  });

  it('set the scope in no statement of their own that is told, and once for many', async () => {
    await seen(database.reads(live(), [EAST]));
    statements.length = 0;
    await seen(database.reads(live(), [WEST]));
    expect(statements).toHaveLength(1);
  });

  it('never run under another’s scope, whoever leaves, fails or is cut off in between', async () => {
    // given
    let told = 0;
    let cutOff = 0;
    const ask = async (number: number) => {
      const regions = SCOPES[number % SCOPES.length]!;
      const leaving = new AbortController();
      const db = database.reads(leaving.signal, regions);
      const work =
        number % 7 === 3 ? sql`select 1 / 0`.execute(db) : seen(db, 0.001 * (number % 3));
      const answer = work.then(
        (found) => {
          if (!('scope' in found)) throw new Error('A division by zero was answered.');
          told += 1;
          expect([number, found.scope]).toEqual([number, asSetting(regions)]);
          expect(found.path.endsWith('scoped, public')).toBe(true);
        },
        (error: unknown) => {
          cutOff += 1;
          expect((error as Error).message).toMatch(
            /left|division by zero|terminat|connection error/i,
          );
        },
      );
      if (number % 4 === 1) {
        for (let turns = number % 23; turns > 0; turns -= 1) await turn();
        leaving.abort(new Error('The caller left.'));
      }
      if (number % 97 === 50) {
        await watcher.query(`
          select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`);
      }
      await answer;
    };
    // when
    for (let round = 0; round < 30; round += 1) {
      await Promise.all(Array.from({ length: 20 }, (_, index) => ask(round * 20 + index)));
    }
    // then
    expect(told).toBeGreaterThan(300);
    expect(cutOff).toBeGreaterThan(100);
  });

  it('are cancelled on the server when their caller leaves', async () => {
    // given
    const leaving = new AbortController();
    const read = seen(database.reads(leaving.signal, [EAST]), 30).catch((error: unknown) => error);
    const running = async () =>
      (
        await watcher.query(
          `select from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and state = 'active' and query like '%pg_sleep(%'`,
        )
      ).rowCount;
    await until(async () => (await running()) === 1);
    // when
    leaving.abort(new Error('The caller left.'));
    // then
    expect(await read).toMatchObject({ message: 'The caller left.' });
    await until(async () => (await running()) === 0);
  });

  it('are bounded in number, and wait for each other', async () => {
    const reads = Array.from({ length: 4 * POOL_SIZE }, () =>
      seen(database.reads(live(), [EAST]), 0.05),
    );
    await delay(20);
    const { rows } = await watcher.query<{ count: number }>(`
      select count(*)::int from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep(%'`);
    expect(rows[0]!.count).toBeLessThanOrEqual(POOL_SIZE);
    await Promise.all(reads);
  });

  it('see nothing where no scope is set', async () => {
    const client = new Client(cloned.connection);
    await client.connect();
    await client.query(`
      begin; set local quanmai.bulk = 'on'; set local session_replication_role = replica;
      insert into project (id, code, name, evidence_id, district_id)
      values (gen_random_uuid(), 'somewhere', '某项目', gen_random_uuid(), '${EAST}'); commit`);
    for (const path of ['scoped, public', 'scoped_to_one, scoped, public']) {
      await client.query(`set search_path = ${path}`);
      expect(await projects(client)).toBe('0');
      await client.query(`set quanmai.scope = ''`);
      expect(await projects(client)).toBe('0');
      await client.query(`set quanmai.scope = '${asSetting([EAST])}'`);
      expect(await projects(client)).toBe('1');
      await client.query(`set quanmai.scope = '${asSetting([WEST])}'`);
      expect(await projects(client)).toBe('0');
      await client.query('discard all');
    }
    await client.end();
  });
});
