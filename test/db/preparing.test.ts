import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { command, runCommand } from '../../src/request/command.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';

const WAITS = { pool: 5_000, statement: 10_000, lock: 10_000, idleInTransaction: 10_000 };

/** One connection, so that what it remembers is known. */
describe('statements that come again', () => {
  let cloned: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    cloned = await createDatabase();
    const { connection } = cloned;
    database = await openDatabase({ connection, entities: [], waits: WAITS, poolSize: 1 });
    await database.pool.query('create table thing (id int, name text)');
    await database.pool.query(`insert into thing values (1, 'mill')`);
  });
  afterAll(async () => {
    await database.close();
    await cloned.drop();
  });

  const prepared = async () => {
    const { rows } = await database.pool.query<{ statement: string }>(
      'select statement from pg_prepared_statements order by prepare_time',
    );
    return rows.map(({ statement }) => statement);
  };
  const things = (db = database.reads(new AbortController().signal)) =>
    sql`select * from thing where id = ${1}`.execute(db).then(({ rows }) => rows);
  const addColumn = (name: string) => database.pool.query(`alter table thing add ${name} int`);

  it('are prepared the second time, for requests and transactions alike', async () => {
    // when
    await things();
    const once = await prepared();
    await database.kysely.transaction().execute((transaction) => things(transaction));
    // then
    expect(once).toEqual([]);
    expect(await prepared()).toEqual(['select * from thing where id = $1']);
  });

  it('answer as they did without', async () => {
    const answers = [await things(), await things(), await things()];
    expect(answers).toEqual([1, 2, 3].map(() => [{ id: 1, name: 'mill' }]));
  });

  it('answer with a column that came meanwhile', async () => {
    // given
    await things();
    await things();
    // when
    await addColumn('height');
    // then
    expect(await things()).toEqual([{ id: 1, name: 'mill', height: null }]);
  });

  it('let a command pass that met a column which came meanwhile', async () => {
    // given
    const read = command<null, unknown>(({ em }) => things(em.getKysely()));
    const run = () => runCommand(database, read, null, { actor: 'tester' });
    await run();
    await run();
    // when
    await addColumn('width');
    // then
    expect(await run()).toEqual([{ id: 1, name: 'mill', height: null, width: null }]);
  });

  it('are kept up to a number, however many there are', async () => {
    // when
    const counts: number[] = [];
    for (let column = 0; column < 450; column += 1) {
      for (let time = 0; time < 2; time += 1) {
        await sql`select ${1}::int as ${sql.ref(`c${column}`)}`.execute(database.kysely);
      }
      if (column % 50 === 49) counts.push((await prepared()).length);
    }
    // then
    expect(Math.max(...counts)).toBeLessThanOrEqual(200);
    expect(Math.max(...counts)).toBeGreaterThan(100);
    expect(await things()).toHaveLength(1);
  });

  it('say what is wrong with them as ever', async () => {
    const divided = (by: number) => sql`select 1 / ${by}::int as share`.execute(database.kysely);
    await divided(1);
    await divided(1);
    await expect(divided(0)).rejects.toMatchObject({ code: '22012' });
    await expect(divided(2)).resolves.toMatchObject({ rows: [{ share: 0 }] });
  });
});
