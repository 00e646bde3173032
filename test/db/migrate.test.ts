import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { migrate, pendingMigrations } from '../../src/db/migrate.ts';
import { StartFault } from '../../src/kit/errors.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';
import { query } from './clusters.ts';

class Migration20300101000000_place extends Migration {
  override up(): void {
    this.addSql('create table place (name text not null)');
  }
}

/** Slow, so that two at once would meet; it fails where the one before it ran twice. */
class Migration20300101000100_slow_river extends Migration {
  override up(): void {
    this.addSql('select pg_sleep(0.3)');
    this.addSql(`create table river as select '黄河' as name`);
  }
}

class Migration20300101000200_broken extends Migration {
  override up(): void {
    this.addSql('create table half_made (name text)');
    this.addSql('select 1 / 0');
  }
}

const BOTH = [Migration20300101000000_place, Migration20300101000100_slow_river];

let home: TestDatabase;
let opened: Database[];

beforeEach(async () => {
  home = await createDatabase('template0');
  opened = [];
});
afterEach(async () => {
  for (const database of opened) await database.close();
  await home.drop();
});

describe('migrations', () => {
  it('run at the start, and once', async () => {
    // given
    const gateway = await open(BOTH);
    // when
    await migrate(gateway, 'auto');
    await migrate(gateway, 'auto');
    // then
    expect(await tables()).toEqual(['migration', 'place', 'river']);
    expect(await pendingMigrations(gateway)).toEqual([]);
  });

  it('run once when two gateways start at once', async () => {
    // given
    const gateways = [await open(BOTH), await open(BOTH)];
    // when
    await Promise.all(gateways.map((gateway) => migrate(gateway, 'auto')));
    // then
    expect(await query(home.connection, 'select name from river')).toHaveLength(1);
    expect(await query(home.connection, 'select name from migration')).toHaveLength(2);
  });

  it('may take longer than a request may ask of the database', async () => {
    // given
    const gateway = await open(BOTH, { statement: 100 });
    // when
    await migrate(gateway, 'auto');
    // then
    expect(await tables()).toContain('river');
  });

  it('leave nothing when one of them fails', async () => {
    // given
    const gateway = await open([...BOTH, Migration20300101000200_broken]);
    // when
    const run = migrate(gateway, 'auto');
    // then
    await expect(run).rejects.toThrow('division by zero');
    expect(await tables()).toEqual(['migration']);
    expect(await query(home.connection, 'select name from migration')).toEqual([]);
  });

  it('refuse the start when they are pending and may not run', async () => {
    // given
    await migrate(await open([Migration20300101000000_place]), 'auto');
    const gateway = await open(BOTH);
    // when
    const run = migrate(gateway, 'never');
    // then
    await expect(run).rejects.toThrow(StartFault);
    await expect(run).rejects.toThrow(/slow_river.*run "npm run quanmai -- migrate"/);
    expect(await tables()).toEqual(['migration', 'place']);
  });

  it('do not hinder a start that may not run them when none is pending', async () => {
    // given
    await migrate(await open(BOTH), 'auto');
    // when
    const run = migrate(await open(BOTH), 'never');
    // then
    await expect(run).resolves.toBeUndefined();
  });

  it('refuse the start of code that is older than they are', async () => {
    // given
    await migrate(await open(BOTH), 'auto');
    const older = await open([Migration20300101000000_place]);
    // when
    const run = migrate(older, 'auto');
    // then
    await expect(run).rejects.toThrow(StartFault);
    await expect(run).rejects.toThrow(/newer than the code \(Migration20300101000100_slow_river\)/);
  });

  it('cost one statement when none is pending', async () => {
    // given
    await migrate(await open(BOTH), 'auto');
    const gateway = await open(BOTH);
    const statements: string[] = [];
    const run = gateway.pool.query.bind(gateway.pool);
    gateway.pool.query = ((text: string) => {
      statements.push(text);
      return run(text);
    }) as typeof gateway.pool.query;
    // when
    await migrate(gateway, 'auto');
    // then
    expect(statements).toHaveLength(1);
  });
});

async function open(
  migrations: Constructor<Migration>[],
  { statement = 10_000 } = {},
): Promise<Database> {
  const database = await openDatabase({
    ...{ connection: home.connection, entities: [], migrations, poolSize: 2 },
    waits: { pool: 10_000, statement, lock: 10_000, idleInTransaction: 10_000 },
  });
  opened.push(database);
  return database;
}

async function tables(): Promise<string[]> {
  const rows = await query(
    home.connection,
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  return (rows as { name: string }[]).map(({ name }) => name);
}
