import { join } from 'node:path';
import type { z } from 'zod';
import { StartFault } from '../kit/errors.ts';
import { packageRoot } from '../kit/package-root.ts';
import { jwtFaults, type JwtConfig, toJwtConfig } from './jwt.ts';
import { type Variable, variables } from './variables.ts';

/** Which data is served: the documents' facts, the synthetic city, or one's own server. */
export type Dataset = 'documents' | 'city' | 'own';

/** How the process was asked to run; worked out once, where the process starts. */
export interface Config {
  readonly dataset: Dataset;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly logLevel: Values['LOG_LEVEL'];
  readonly anonymous: Values['ANONYMOUS'];
  /** Whose tokens are taken, where any are. */
  readonly jwt?: JwtConfig;
  readonly migrate: Values['MIGRATE'];
  readonly database: {
    readonly poolSize: number;
    readonly poolWaitMs: number;
    readonly statementTimeoutMs: number;
    readonly lockTimeoutMs: number;
  };
  readonly http: {
    readonly requestTimeoutMs: number;
    readonly shutdownGraceMs: number;
    readonly bodyLimitBytes: number;
    readonly answerTimeoutMs: number;
    readonly maxConcurrent: number;
    /** Whose pages may read our answers, beside our own. */
    readonly corsOrigins: readonly string[];
    /** Who may say for whom he asks, and over what. */
    readonly trustProxy: readonly string[];
    readonly hstsSeconds: number;
    readonly playground: Values['PLAYGROUND'];
  };
  readonly uploads: {
    readonly maxBytes: number;
  };
  /** Where the mapping files of sources are; those that come along unless told. */
  readonly sourcesDir: string;
  readonly sockets: {
    readonly maxSockets: number;
    readonly maxOperations: number;
    readonly messageBytes: number;
    readonly pingMs: number;
    readonly heartbeatMs: number;
    readonly maxSubscriptions: number;
    readonly viewerSubscriptions: number;
  };
  readonly exports: {
    /** Under way at once; each holds a connection and a snapshot. */
    readonly exportsAtOnce: number;
  };
  readonly events: {
    /** How long the log is kept. */
    readonly retentionDays: number;
    /** How much of its end is kept in memory. */
    readonly recentBytes: number;
  };
  readonly answers: {
    /** When a query is compiled: when it comes again, from its first time on, or never. */
    readonly compiling: Values['COMPILE_QUERIES'];
    /** How much is kept for those who ask the same while nothing changes. */
    readonly keptBytes: number;
  };
  readonly limits: {
    readonly maxTokens: number;
    readonly maxDepth: number;
    readonly maxRootFields: number;
    readonly maxAliases: number;
    readonly maxDirectives: number;
    readonly maxTextLength: number;
    readonly maxCost: number;
    readonly batchLimit: number;
    readonly introspection: Values['INTROSPECTION'];
  };
}

type Values = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> };

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment as a Config, or a StartFault that lists every fault at once. */
export function readConfig(environment: Environment, { city = false } = {}): Config {
  const faults: string[] = [];
  const values: Partial<Record<string, unknown>> = {};
  for (const [name, variable] of Object.entries<Variable<unknown>>(variables)) {
    // An empty variable is one that a compose file left out.
    const given =
      environment[name] === '' ? variable.default : (environment[name] ?? variable.default);
    if (given === undefined) continue;
    const read = variable.schema.safeParse(given);
    if (read.success) values[name] = read.data;
    else faults.push(faultOf(name, given, variable));
  }
  if (city && environment.DATABASE_URL) faults.push(CITY_ON_OWN_SERVER);
  faults.push(...jwtFaults(environment));
  if (faults.length > 0) throw new StartFault(listed(faults));
  return toConfig(values as Values, city);
}

const CITY_ON_OWN_SERVER =
  'DATABASE_URL is set, and the demo city has an embedded database of its own: unset DATABASE_URL, ' +
  'or fill your own empty database with "quanmai generate" and serve it without --city.';

function faultOf(name: string, given: string, { shown, allowed }: Variable<unknown>): string {
  return `${name}: ${JSON.stringify(shown ? shown(given) : given)} is not ${allowed}.`;
}

function listed(faults: readonly string[]): string {
  return faults.length === 1
    ? `The configuration has a fault. ${faults[0]}`
    : ['The configuration has faults:', ...faults.map((fault) => `  ${fault}`)].join('\n');
}

function toConfig(values: Values, city: boolean): Config {
  // Absent unless it was given.
  const databaseUrl = values.DATABASE_URL as string | undefined;
  const anonymous = values.ANONYMOUS as Values['ANONYMOUS'] | undefined;
  const corsOrigins = values.CORS_ORIGINS as Values['CORS_ORIGINS'] | undefined;
  const trustProxy = values.TRUST_PROXY as Values['TRUST_PROXY'] | undefined;
  const sourcesDir = values.SOURCES_DIR as string | undefined;
  const jwt = toJwtConfig(values);
  return Object.freeze<Config>({
    dataset: databaseUrl ? 'own' : city ? 'city' : 'documents',
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    ...(databaseUrl && { databaseUrl }),
    logLevel: values.LOG_LEVEL,
    // One's own data is shown to nobody until its owner says so.
    anonymous: anonymous ?? (databaseUrl ? 'off' : 'read'),
    ...(jwt && { jwt }),
    migrate: values.MIGRATE,
    database: Object.freeze({
      poolSize: values.POOL_SIZE,
      poolWaitMs: values.POOL_WAIT_MS,
      statementTimeoutMs: values.STATEMENT_TIMEOUT_MS,
      lockTimeoutMs: values.LOCK_TIMEOUT_MS,
    }),
    http: Object.freeze({
      requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
      shutdownGraceMs: values.SHUTDOWN_GRACE_MS,
      bodyLimitBytes: values.BODY_LIMIT_BYTES,
      answerTimeoutMs: values.ANSWER_TIMEOUT_MS,
      maxConcurrent: values.MAX_CONCURRENT,
      corsOrigins: corsOrigins ?? [],
      trustProxy: trustProxy ?? [],
      hstsSeconds: values.HSTS_SECONDS,
      playground: values.PLAYGROUND,
    }),
    sourcesDir: sourcesDir ?? join(packageRoot(), 'seeds', 'sources'),
    uploads: Object.freeze({
      maxBytes: values.UPLOAD_MAX_MB * 2 ** 20,
    }),
    sockets: Object.freeze({
      maxSockets: values.MAX_SOCKETS,
      maxOperations: values.SOCKET_OPERATIONS,
      messageBytes: values.SOCKET_MESSAGE_BYTES,
      pingMs: values.SOCKET_PING_MS,
      heartbeatMs: values.HEARTBEAT_MS,
      maxSubscriptions: values.MAX_SUBSCRIPTIONS,
      viewerSubscriptions: values.VIEWER_SUBSCRIPTIONS,
    }),
    exports: Object.freeze({ exportsAtOnce: values.EXPORTS_AT_ONCE }),
    events: Object.freeze({
      retentionDays: values.EVENT_RETENTION_DAYS,
      recentBytes: values.EVENT_RECENT_BYTES,
    }),
    answers: Object.freeze({
      compiling: values.COMPILE_QUERIES,
      keptBytes: values.ANSWER_CACHE_BYTES,
    }),
    limits: Object.freeze({
      maxTokens: values.MAX_TOKENS,
      maxDepth: values.MAX_DEPTH,
      maxRootFields: values.MAX_ROOT_FIELDS,
      maxAliases: values.MAX_ALIASES,
      maxDirectives: values.MAX_DIRECTIVES,
      maxTextLength: values.MAX_TEXT_LENGTH,
      maxCost: values.MAX_COST,
      batchLimit: values.BATCH_LIMIT,
      introspection: values.INTROSPECTION,
    }),
  });
}
