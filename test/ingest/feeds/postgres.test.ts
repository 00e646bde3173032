import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type PoolConfig } from 'pg';
import type { Feed } from '../../../src/ingest/feeds/feed.ts';
import { createDatabase, type TestDatabase } from '../../support/databases.ts';
import { BreakableWay } from '../../support/outage.ts';
import { urlOf } from '../../support/process.ts';
import { until } from '../../support/until.ts';
import { feedOf, read } from './source.ts';

let home: TestDatabase;
let client: Client;
beforeAll(async () => {
  home = await createDatabase();
  client = new Client(home.connection);
  await client.connect();
  await client.query(`
    create table item as
    select n as id, '项目' || n as name, n * 1000000000000000.005 as money,
           date '2026-01-01' + n as day, n % 2 = 0 as even, null::text as nothing
      from generate_series(1, 2500) n`);
});
afterAll(async () => {
  await client.end();
  await home.drop();
});

const feed = (given: object = {}): Feed =>
  feedOf({
    ...{ kind: 'postgres', urlFrom: 'OTHER_DATABASE', query: 'select * from item order by id' },
    ...given,
  });

const from = (connection: PoolConfig) => ({ env: { OTHER_DATABASE: urlOf(connection) } });
const straight = () => from(home.connection);

describe('another PostgreSQL', () => {
  it('is read in batches, with numbers and dates as they stand there', async () => {
    const { pulled, lines } = await read(feed({ batch: 1_000 }), undefined, straight());
    expect(pulled).toMatchObject({ outcome: 'PULLED', rows: 2_500 });
    expect(JSON.parse(lines[1]!)).toEqual({
      ...{ id: '2', name: '项目2', money: '2000000000000000.010', day: '2026-01-03' },
      ...{ even: true, nothing: null },
    });
    expect(new Set(lines).size).toBe(2_500);
  });

  it('is read in one state of it, whatever is written meanwhile', async () => {
    const query = `select id, (select count(*) from item) as all_of_them, pg_sleep(0.002) from item order by id limit 200`;
    const reading = read(feed({ query, batch: 10 }), undefined, straight());
    await until(async () => {
      const { rows } = await client.query(
        `select from pg_stat_activity where application_name = 'quanmai feed' and xact_start is not null`,
      );
      return rows.length > 0;
    });
    await client.query(`insert into item (id) select -n from generate_series(1, 50) n`);
    const { lines } = await reading;
    await client.query('delete from item where id < 0');
    const counts = new Set(
      lines.map((line) => (JSON.parse(line) as { all_of_them: string }).all_of_them),
    );
    expect(counts.size).toBe(1);
  });

  it('is never written to', async () => {
    const query = `with gone as (delete from item returning id) select * from gone`;
    await expect(read(feed({ query }), undefined, straight())).rejects.toMatchObject({
      code: 'SOURCE_ANSWERED_BADLY',
      message: expect.stringContaining('read-only transaction'),
    });
    await expect(
      read(feed({ query: 'select 1; drop table item' }), undefined, straight()),
    ).rejects.toMatchObject({ code: 'SOURCE_ANSWERED_BADLY' });
    const { rows } = await client.query<{ n: string }>('select count(*) as n from item');
    expect(rows[0]?.n).toBe('2500');
  });

  it.each([
    ['select * from no_such_table', 'SOURCE_ANSWERED_BADLY', '"no_such_table" does not exist'],
    ['select 1 as a, 2 as a', 'SOURCE_ANSWERED_BADLY', 'two columns with the name "a"'],
    ['select pg_sleep(20)', 'SOURCE_TIMED_OUT', 'within 300 ms'],
  ])('asked %s says %s', async (query, code, problem) => {
    await expect(
      read(feed({ query, timeoutMs: 300 }), undefined, straight()),
    ).rejects.toMatchObject({
      code,
      message: expect.stringContaining(problem),
    });
  });

  it('refuses whom it does not know, and no message holds the password', async () => {
    const env = { OTHER_DATABASE: 'mysql://somebody:hush@localhost/x' };
    const refused = read(feed(), undefined, { env });
    await expect(refused).rejects.toMatchObject({ code: 'SOURCE_NOT_SET_UP' });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('hush') });
    const nowhere = { ...home.connection, database: 'no_such_database' };
    await expect(read(feed(), undefined, from(nowhere))).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
    });
  });

  it('that goes away, or hangs, is not waited for', async () => {
    const way = new BreakableWay();
    const through = from(await way.to(home.connection));
    const query = 'select id, pg_sleep(0.01) from item';
    const reading = read(feed({ query, batch: 10 }), undefined, through);
    const failing = expect(reading).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' });
    await until(async () => {
      const { rows } = await client.query(
        `select from pg_stat_activity where application_name = 'quanmai feed' and query like '%pg_sleep%'`,
      );
      return rows.length > 0;
    });
    await way.cut();
    await failing;
    await expect(read(feed(), undefined, through)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
    });
    await way.silence();
    await expect(read(feed({ timeoutMs: 100 }), undefined, through)).rejects.toMatchObject({
      code: 'SOURCE_TIMED_OUT',
    });
    await way.cut();
  });
});
