import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import { type Database, openDatabase, type Waits } from './db/database.ts';
import { besideOwner } from './db/embedded/beside.ts';
import { startEmbedded } from './db/embedded/server.ts';
import { migrate } from './db/migrate.ts';
import { checkServer } from './db/own-server.ts';
import { onAppended } from './events/appended.ts';
import { LogTail } from './events/log-tail.ts';
import { dropOldPartitions } from './events/partitions.ts';
import { startSequencer } from './events/sequencer.ts';
import { assembleSchema } from './graph/schema.ts';
import { generateCity } from './ingest/city/index.ts';
import { loadDocuments } from './ingest/documents.ts';
import { summaryOf } from './ingest/fact-report.ts';
import { prepareJobs } from './ingest/jobs/prepare.ts';
import { dropOldUploads } from './ingest/uploads/housekeeping.ts';
import { mappingsIn, startImports } from './ingest/work/start-imports.ts';
import { type Closers, startingUp } from './kit/starting-up.ts';
import { entities } from './modules/entities.ts';
import { openAccess } from './request/credentials/identities.ts';
import { keepSearchBuilt } from './search/build.ts';
import { searchables } from './search/searchable.ts';
import { databaseProbe } from './transport/database-probe.ts';
import { serve, type ServeOptions } from './transport/serve.ts';
import { tailProbe } from './transport/tail-probe.ts';

/** A running gateway. */
export interface App {
  readonly url: string;
  /** Finishes what is in flight, then ends all that was started, the last first. */
  close(): Promise<void>;
}

/** What accompanies work that may take a while. */
export interface Surroundings {
  readonly log: Logger;
  readonly onProgress?: OnProgress;
  /** Gives the work up. */
  readonly signal?: AbortSignal;
}

/** How far a long piece of work is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

type OnProgress = (progress: Progress) => void;

export interface CitySize {
  readonly projects: number;
  readonly enterprises: number;
  readonly seed: number;
}

const CLOSE_WAIT = 1_000;

/** The city of `npm run demo`. */
const DEMO: CitySize = { projects: 2_000, enterprises: 3_000, seed: 1 };

/** Starts a gateway: the database first, the open port last. */
export function createApp(config: Config, around: Surroundings): Promise<App> {
  return startingUp(async (closers) => {
    const { log, signal } = around;
    const { anonymous, jwt } = config;
    const { shutdownGraceMs } = config.http;
    const mappings = await mappingsIn(config.sourcesDir);
    const connection = await connect(config, closers, log);
    signal?.throwIfAborted();
    const database = await open(config, connection, toWaits(config), closers);
    await migrate(database, config.migrate);
    signal?.throwIfAborted();
    await keepSearch(database, around);
    await fillAtFirstStart(database, config, around);
    signal?.throwIfAborted();
    // Before there is a leader: it takes a while, and whoever leads must answer.
    const schema = assembleSchema();
    const housekeeping = [dropOldPartitions(config.events.retentionDays), dropOldUploads];
    const sequencer = await startSequencer({ connection, log, housekeeping });
    closers.push(() => sequencer.stop());
    onAppended(database, () => sequencer.wake());
    const tail = new LogTail({ database, connection, log, ...config.events });
    closers.push(() => tail.stop());
    await tail.start();
    const probe = databaseProbe(database, connection);
    closers.push(probe.close);
    const access = await openAccess({ connection, anonymous, jwt, log });
    closers.push(() => access.close());
    const imports = await startImports(database, {
      ...{ connection, log, mappings, migrate: config.migrate, env: process.env },
    });
    closers.push(() => imports.stop());
    const served = await serve(database, {
      ...toServeOptions(config),
      schema,
      access,
      tail,
      probes: {
        database: probe.ask,
        events: () => (sequencer.alive() ? undefined : 'not numbered'),
        tail: tailProbe(tail),
      },
      log,
    });
    closers.push(() => served.stop(shutdownGraceMs));
    return { url: served.url };
  });
}

/** `quanmai migrate`: for those who migrate in a step of its own, with MIGRATE=never elsewhere. */
export async function migrateDatabase(config: Config, { log }: Surroundings): Promise<void> {
  const done = await startingUp(async (closers) => {
    const connection = await connect(config, closers, log);
    const database = await open(config, connection, PATIENT, closers);
    await migrate(database, 'auto');
    await prepareJobs(connection);
    await keepSearch(database, { log });
    return {};
  });
  await done.close();
}

/** `quanmai generate`: a city of any size, into a database that holds nothing yet. */
export async function generateInto(
  config: Config,
  size: CitySize,
  { log, onProgress = () => {}, signal }: Surroundings,
): Promise<void> {
  const done = await startingUp(async (closers) => {
    const connection = await connect(config, closers, log);
    const database = await open(config, connection, PATIENT, closers);
    await migrate(database, config.migrate);
    await generateCity(database, { ...size, onProgress: heeding(signal, onProgress) });
    return {};
  });
  await done.close();
}

/** One act of an operator on the database, be it a gateway's that serves meanwhile or nobody's. */
export async function actOn<T>(
  config: Config,
  { log }: Surroundings,
  act: (database: Database) => Promise<T>,
): Promise<T> {
  const done = await startingUp(async (closers) => {
    const served = config.databaseUrl ? undefined : await besideOwner(embeddedDirectory(config));
    const connection = served ?? (await connect(config, closers, log));
    const database = await open(config, connection, PATIENT, closers);
    await migrate(database, config.migrate);
    return { answer: await act(database) };
  });
  await done.close();
  return done.answer;
}

/** Where the database is: one's own server, or an embedded one, which is started. */
async function connect(config: Config, closers: Closers, log: Logger): Promise<PoolConfig> {
  if (config.databaseUrl) return { connectionString: config.databaseUrl };
  const embedded = await startEmbedded({
    directory: embeddedDirectory(config),
    log: (message) => log.info(message),
  });
  closers.push(() => embedded.stop());
  return embedded.connection;
}

function embeddedDirectory({ dataDir, dataset }: Config): string {
  return join(dataDir, dataset);
}

/** Each piece of work of its own may take as long as it needs. */
const PATIENT: Waits = { pool: 10_000, statement: 0, lock: 0, idleInTransaction: 0 };

async function open(
  { databaseUrl, database: { poolSize } }: Config,
  connection: PoolConfig,
  waits: Waits,
  closers: Closers,
): Promise<Database> {
  const database = await openDatabase({ connection, entities, waits, poolSize });
  // What a server that is out of reach still runs cannot be cancelled; nobody waits for it.
  closers.push(() =>
    Promise.race([database.close(), delay(CLOSE_WAIT, undefined, { ref: false })]),
  );
  // The embedded server is as we made it.
  if (databaseUrl) await checkServer(database.pool);
  return database;
}

function keepSearch(database: Database, { log, signal }: Surroundings): Promise<void> {
  let isTold = false;
  return keepSearchBuilt(database, [...searchables().values()], () => {
    signal?.throwIfAborted();
    if (!isTold) log.info('writing the search index: minutes for each million names');
    isTold = true;
  });
}

/** An own database is never filled unasked. */
async function fillAtFirstStart(
  database: Database,
  { dataset }: Config,
  { log, onProgress = () => {}, signal }: Surroundings,
): Promise<void> {
  if (dataset === 'own' || !(await isEmpty(database))) return;
  log.info({ dataset }, 'filling the database at its first start');
  if (dataset === 'city') {
    await generateCity(database, { ...DEMO, onProgress: heeding(signal, onProgress) });
    return;
  }
  const { facts } = await loadDocuments(database);
  log.info(summaryOf(facts), 'loaded the facts; "quanmai facts" tells where each went');
}

/** Everything in the graph has evidence, and all evidence a document. */
async function isEmpty({ kysely }: Database): Promise<boolean> {
  const { rows } = await sql<{ filled: boolean }>`
    select exists (select from source_document) as filled`.execute(kysely);
  return rows[0]?.filled === false;
}

/** Progress is also where long work notices that it was given up. */
function heeding(signal: AbortSignal | undefined, onProgress: OnProgress): OnProgress {
  return (progress) => {
    signal?.throwIfAborted();
    onProgress(progress);
  };
}

export function toWaits({ database }: Config): Waits {
  return {
    pool: database.poolWaitMs,
    statement: database.statementTimeoutMs,
    lock: database.lockTimeoutMs,
    // A transaction that waits for its own gateway is as stuck as a statement that never ends.
    idleInTransaction: database.statementTimeoutMs,
  };
}

export function toServeOptions(
  config: Config,
): Omit<ServeOptions, 'schema' | 'access' | 'tail' | 'probes' | 'log'> {
  const { host, port, limits, http, sockets, answers, uploads, exports } = config;
  const { maxConcurrent } = http;
  return {
    host,
    port,
    limits,
    http,
    sockets,
    answers,
    uploads,
    exports,
    maxConcurrent,
    playground: http.playground === 'on',
  };
}
