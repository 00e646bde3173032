import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type DatabaseError, type PoolConfig } from 'pg';

/** The database that holds all migrations and no rows; the run's first set-up makes it. */
export const EMPTY_TEMPLATE = 'quanmai_template';
/** The same with the documents' facts. */
export const DOCUMENTS_TEMPLATE = 'quanmai_documents';
/** The same with the demo's synthetic city. */
export const CITY_TEMPLATE = 'quanmai_city';

export interface TestDatabase {
  readonly connection: PoolConfig;
  drop(): Promise<void>;
}

/** How the run's server is told to the workers, which share nothing but the environment. */
const SERVER_VARIABLE = 'QUANMAI_TEST_SERVER';
const TEMPLATE_WAIT = 20_000;

export function announceServer(connection: PoolConfig): void {
  process.env[SERVER_VARIABLE] = JSON.stringify(connection);
}

/** One database of the run's server. */
export function testServer(database = 'postgres'): PoolConfig {
  const announced = process.env[SERVER_VARIABLE];
  if (!announced) throw new Error('There is no test server: run the tests through jest.');
  return { ...(JSON.parse(announced) as PoolConfig), database };
}

/** A database of a test file's own, cloned from a template in some 30 ms. */
export async function createDatabase(template = EMPTY_TEMPLATE): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await withServer((server) => cloneWhenFree(server, name, template));
  return {
    connection: testServer(name),
    drop: () =>
      withServer(async (server) => {
        await server.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** A template is copied only while nobody is connected to it, which a set-up's end may not be yet. */
async function cloneWhenFree(server: Client, name: string, template: string): Promise<void> {
  const deadline = Date.now() + TEMPLATE_WAIT;
  for (;;) {
    try {
      await server.query(`create database ${name} template ${template}`);
      return;
    } catch (error) {
      const inUse = (error as DatabaseError).code === '55006';
      if (!inUse || Date.now() > deadline) throw error;
      await delay(25);
    }
  }
}

export async function withServer<T>(
  work: (server: Client) => Promise<T>,
  database?: string,
): Promise<T> {
  const server = new Client(testServer(database));
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
