import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Migrator } from '@mikro-orm/migrations';
import { Client } from 'pg';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';
import { catalogOf } from './catalog.ts';

const DESCRIPTION = 'test/sql/schema.txt';
const WAITS = { pool: 10_000, statement: 30_000, lock: 10_000, idleInTransaction: 30_000 };

describe('the migrations', () => {
  let home: TestDatabase;
  let database: Database;
  let client: Client;
  beforeAll(async () => {
    home = await createDatabase();
    const options = { connection: home.connection, entities: [], waits: WAITS, poolSize: 2 };
    database = await openDatabase(options);
    client = new Client(home.connection);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.close();
    await home.drop();
  });

  it('make what the committed description says; UPDATE_SCHEMA=1 writes it anew', async () => {
    const made = await catalogOf(client);
    if (process.env.UPDATE_SCHEMA === '1') await writeFile(DESCRIPTION, made);
    expect(made).toBe(await readFile(DESCRIPTION, 'utf8'));
  });

  it('leave nothing when they are all taken back, and make the same again', async () => {
    const before = await catalogOf(client);
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    database.orm.config.set('dbName', rows[0]!.name);
    const migrator = new Migrator(database.orm.em);
    await migrator.down({ to: 0 });
    expect((await catalogOf(client)).trim()).toBe('');
    await migrator.up();
    expect(await catalogOf(client)).toBe(before);
  });
});
