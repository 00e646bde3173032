import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { isAlive, readPidFile, stopPostmaster } from '../../src/db/embedded/postmaster.ts';
import { startEmbedded } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { generateCity } from '../../src/ingest/city/index.ts';
import { loadDocuments } from '../../src/ingest/documents.ts';
import { entities } from '../../src/modules/entities.ts';
import {
  announceServer,
  CITY_TEMPLATE,
  DOCUMENTS_TEMPLATE,
  EMPTY_TEMPLATE,
  testServer,
  withServer,
} from './databases.ts';

/** What one run of the tests runs on. */
export interface TestServer {
  stop(): Promise<void>;
}

/** Fills a template; it has all migrations, and nobody else uses it yet. */
export type FillTemplate = (connection: PoolConfig) => Promise<void>;

const WAITS = { pool: 10_000, statement: 60_000, lock: 10_000, idleInTransaction: 60_000 };

/** Further templates, by name, with what fills each. */
const TEMPLATES: Readonly<Record<string, FillTemplate>> = {
  [DOCUMENTS_TEMPLATE]: filledBy(loadDocuments),
  [CITY_TEMPLATE]: filledBy((database) =>
    generateCity(database, { projects: 2_000, enterprises: 3_000, seed: 1 }),
  ),
};

function filledBy(fill: (database: Database) => Promise<unknown>): FillTemplate {
  return async (connection) => {
    const database = await openDatabase({ connection, entities, waits: WAITS, poolSize: 4 });
    await fill(database).finally(() => database.close());
  };
}

/** Durable is what a test's data need not be. */
const FAST = {
  ...{ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
  ...{ max_connections: '200', autovacuum_naptime: '1h' },
};
const RUN_PREFIX = 'quanmai-test-';
const RUN_HOME = new RegExp(`^${RUN_PREFIX}(\\d+)-`);

/** Starts the run's one server, or takes TEST_DATABASE_URL's, and makes its templates. */
export async function startTestServer(): Promise<TestServer> {
  const connectionString = process.env.TEST_DATABASE_URL;
  if (connectionString) {
    announceServer(parseIntoClientConfig(connectionString));
    await makeTemplates();
    return { stop: () => Promise.resolve() };
  }
  await sweepLostRuns();
  const home = await mkdtemp(join(tmpdir(), `${RUN_PREFIX}${process.pid}-`));
  // As root the server runs under another account, which has to come by here.
  await chmod(home, 0o755);
  const server = await startEmbedded({
    directory: join(home, 'data'),
    settings: FAST,
    log: () => {},
  });
  const stop = async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
  try {
    announceServer(server.connection);
    await makeTemplates();
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** Stops and removes the servers of runs that were killed. */
async function sweepLostRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    // What else tests keep there is theirs, also of a run beside this one.
    const [, pid] = RUN_HOME.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const home = join(tmpdir(), name);
    const data = await realpath(join(home, 'data')).catch(() => undefined);
    const lost = data === undefined ? undefined : await readPidFile(data);
    if (data !== undefined && lost?.alive) {
      await stopPostmaster(data, lost.pid);
      await rm(lost.socketDirectory, { recursive: true });
    }
    await rm(home, { recursive: true, force: true });
  }
}

async function makeTemplates(): Promise<void> {
  await makeTemplate(EMPTY_TEMPLATE, 'template0', async (connection) => {
    const database = await openDatabase({ connection, entities: [], waits: WAITS, poolSize: 4 });
    await migrate(database, 'auto').finally(() => database.close());
  });
  for (const [name, fill] of Object.entries(TEMPLATES)) {
    await makeTemplate(name, EMPTY_TEMPLATE, fill);
  }
}

async function makeTemplate(name: string, from: string, fill: FillTemplate): Promise<void> {
  await withServer(async (server) => {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.query(`create database ${name} template ${from}`);
    await fill(testServer(name));
    // Nobody connects to it from here on, autovacuum neither: so it can be copied at any time.
    await server.query(`alter database ${name} allow_connections false`);
  });
}
