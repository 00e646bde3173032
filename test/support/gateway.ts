import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type FormattedExecutionResult, type GraphQLSchema, print } from 'graphql';
import type { PoolConfig } from 'pg';
import { type Logger, pino } from 'pino';
import { toServeOptions, toWaits } from '../../src/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { onAppended } from '../../src/events/appended.ts';
import { LogTail } from '../../src/events/log-tail.ts';
import { startSequencer } from '../../src/events/sequencer.ts';
import type { Tail } from '../../src/events/tail.ts';
import { assembleSchema } from '../../src/graph/schema.ts';
import { mappingsIn, startImports } from '../../src/ingest/work/start-imports.ts';
import { entities } from '../../src/modules/entities.ts';
import { type Command, runCommand } from '../../src/request/command.ts';
import { openAccess } from '../../src/request/credentials/identities.ts';
import { createKey, type NewKey } from '../../src/request/credentials/keys.ts';
import { databaseProbe } from '../../src/transport/database-probe.ts';
import type { Probe } from '../../src/transport/readiness.ts';
import { serve } from '../../src/transport/serve.ts';
import { tailProbe } from '../../src/transport/tail-probe.ts';
import { createDatabase } from './databases.ts';
import { Given } from './given.ts';
import { StatementRecorder } from './statements.ts';

/** The suite runs under both: compiled unless told, and by graphql-js alone. */
const COMPILING = process.env.TEST_COMPILE_QUERIES ?? 'always';

/** Of jobs, in seconds. */
const QUICK = { heartbeat: 10, supervise: 1, polling: 0.5, schedules: 1 };

export interface GatewayOptions {
  /** The template that its database is cloned from; one with all migrations and no rows unless named. */
  readonly template?: string;
  /** Another gateway, whose database it shares, and which has to be closed after it. */
  readonly beside?: Gateway;
  /** Over the defaults of the configuration. */
  readonly env?: Readonly<Record<string, string>>;
  /** How to reach its database, given the straight way: through something that breaks, say. */
  readonly through?: (straight: PoolConfig) => PoolConfig | Promise<PoolConfig>;
  /** In place of the graph's own, for tests of the server around it. */
  readonly schema?: GraphQLSchema;
  /** Further parts for /readyz. */
  readonly probes?: Readonly<Record<string, Probe>>;
  readonly log?: Logger;
  /**
   * Numbers and follows its log. Most tests need neither, and are quicker without; then nobody knows
   * how far the log goes, as while a gateway starts.
   */
  readonly live?: boolean;
  /** Does the jobs that wait in its database; the mapping files are those of SOURCES_DIR. */
  readonly jobs?: boolean;
}

export type Result<T> = Omit<FormattedExecutionResult<T>, 'data'> & { data?: T | null };

/** A gateway of a test file's own: a database cloned for it, in this process, on a real socket. */
export class Gateway {
  /** Makes a test's rows. */
  readonly given = new Given((command, input) => this.run(command, input));

  private constructor(
    readonly url: string,
    readonly database: Database,
    /** To its database, past its pool. */
    readonly connection: PoolConfig,
    /** What was asked of the database since the last query began. */
    readonly sql: StatementRecorder,
    /** The log as it follows it, if it is live. */
    readonly tail: Tail,
    readonly close: () => Promise<void>,
  ) {}

  static async start(options: GatewayOptions): Promise<Gateway> {
    const config = readConfig({
      ...{ PORT: '0', LOG_LEVEL: 'silent', COMPILE_QUERIES: COMPILING },
      ...options.env,
    });
    const { beside } = options;
    const cloned = beside
      ? { connection: beside.connection, drop: () => Promise.resolve() }
      : await createDatabase(options.template);
    const straight = cloned.connection;
    const connection = (await options.through?.(straight)) ?? straight;
    const sql = new StatementRecorder();
    const database = await openDatabase({
      connection,
      entities,
      waits: toWaits(config),
      poolSize: config.database.poolSize,
      onStatement: sql.record,
    });
    const probe = databaseProbe(database, connection);
    const log = options.log ?? pino({ level: config.logLevel });
    const { anonymous, jwt } = config;
    const access = await openAccess({ connection, anonymous, jwt, log });
    const tail = new LogTail({ database, connection, log, ...config.events });
    const live = options.live ? await startLog(database, connection, tail, log) : undefined;
    const imports = options.jobs
      ? await startImports(database, {
          ...{ connection, log, migrate: 'auto', env: process.env, bounds: QUICK, sweepMs: 500 },
          mappings: await mappingsIn(config.sourcesDir),
        })
      : undefined;
    const served = await serve(database, {
      ...toServeOptions(config),
      schema: options.schema ?? assembleSchema(),
      access,
      tail,
      probes: {
        database: probe.ask,
        ...(options.live && { tail: tailProbe(tail) }),
        ...options.probes,
      },
      log,
    });
    return new Gateway(served.url, database, straight, sql, tail, async () => {
      await served.stop(config.http.shutdownGraceMs);
      await probe.close();
      await access.close();
      await imports?.stop();
      await live?.stop();
      await database.close();
      await cloned.drop();
    });
  }

  /** The data of an operation that has to succeed. */
  async query<T = any>(document: string, variables?: object): Promise<T> {
    const { data, errors } = await this.request<T>(document, variables);
    if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
    return data as T;
  }

  /** The data of a saved operation, typed as its document is. */
  ask<T, V extends object>(operation: TypedDocumentNode<T, V>, variables?: V): Promise<T> {
    return this.query<T>(print(operation), variables);
  }

  /** The whole answer to an operation. */
  async request<T = any>(document: string, variables?: object): Promise<Result<T>> {
    const response = await this.post({ query: document, variables });
    return (await response.json()) as Result<T>;
  }

  /** A new API key's token: of a partner for all districts, unless told otherwise. */
  async keyFor(rights: Partial<NewKey> = {}): Promise<string> {
    const key: NewKey = { name: '测试单位', role: 'PARTNER', districts: 'ALL', ...rights };
    return (await createKey(this.database.kysely, key, 'test')).token;
  }

  /** The same gateway, asked with this token. */
  as(token: string): Pick<Gateway, 'query' | 'ask' | 'request' | 'post'> {
    const headers = { authorization: `Bearer ${token}` };
    const holder = Object.create(this) as Gateway;
    holder.post = (body, more) => this.post(body, { ...headers, ...more });
    return holder;
  }

  /** Runs a command as the tests' own writer. */
  run<Input, Output>(command: Command<Input, Output>, input: Input): Promise<Output> {
    this.sql.reset();
    return runCommand(this.database, command, input, { actor: 'test' });
  }

  /** The bare HTTP of an operation. */
  post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    this.sql.reset();
    return fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}

/** As `createApp` does, at a pace for tests. */
async function startLog(database: Database, connection: PoolConfig, tail: LogTail, log: Logger) {
  const pace = { busy: 5, idle: 20, candidate: 20 };
  const sequencer = await startSequencer({ connection, log, pace });
  onAppended(database, () => sequencer.wake());
  await tail.start();
  return {
    stop: async () => {
      await tail.stop();
      await sequencer.stop();
    },
  };
}

export function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  return Gateway.start(options);
}
