import { isIP } from 'node:net';
import { z } from 'zod';

/** One environment variable: what it may hold, and what an operator reads about it. */
export interface Variable<T> {
  readonly schema: z.ZodType<T, string>;
  /** Completes the sentence "… is not …". */
  readonly allowed: string;
  /** As it would stand in the environment. None: worked out from the others, or simply absent. */
  readonly default?: string;
  /** Hides what must not be printed. */
  readonly shown?: (value: string) => string;
}

/** Digits alone: `1e3`, `0x10` and ` 7 ` are slips, not numbers that somebody meant. */
function whole(min: number, max: number, fallback: number): Variable<number> {
  return {
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max)),
    allowed: `a whole number from ${min} to ${max}`,
    default: String(fallback),
  };
}

function oneOf<const T extends string>(
  ...values: readonly [T, ...T[]]
): Omit<Variable<T>, 'default'> {
  return { schema: z.enum(values), allowed: `one of ${values.join(', ')}` };
}

function text(fallback?: string): Variable<string> {
  return {
    schema: z.string().min(1),
    allowed: 'a text',
    ...(fallback !== undefined && { default: fallback }),
  };
}

/** Items with commas between; none by default. */
function listOf(isItem: (item: string) => boolean, allowed: string): Variable<readonly string[]> {
  return {
    schema: z
      .string()
      .transform((text) => text.split(',').map((item) => item.trim()))
      .pipe(z.array(z.string().refine(isItem))),
    allowed,
  };
}

const databaseUrl: Variable<string> = {
  schema: z.string().refine(namesDatabase),
  allowed:
    'a URL like postgresql://user:password@host:5432/database ' +
    '(in a password, write @ as %40, # as %23, / as %2F)',
  shown: withoutPassword,
};

const HOUR = 3_600_000;

/** Every variable that Quanmai reads, by name. docs/operations.md says what each is for. */
export const variables = {
  PORT: whole(0, 65_535, 4000),
  HOST: text('127.0.0.1'),
  DATA_DIR: text('.data'),
  DATABASE_URL: databaseUrl,
  LOG_LEVEL: {
    ...oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    default: 'info',
  },
  ANONYMOUS: oneOf('read', 'off'),
  MIGRATE: { ...oneOf('auto', 'never'), default: 'auto' },
  // A migration holds its lock on one connection and works on another.
  POOL_SIZE: whole(2, 1_000, 10),
  POOL_WAIT_MS: whole(1, HOUR, 2_000),
  STATEMENT_TIMEOUT_MS: whole(1, HOUR, 10_000),
  LOCK_TIMEOUT_MS: whole(1, HOUR, 2_000),
  REQUEST_TIMEOUT_MS: whole(1, HOUR, 10_000),
  SHUTDOWN_GRACE_MS: whole(0, HOUR, 10_000),
  BODY_LIMIT_BYTES: whole(1_024, 64 * 1_024 * 1_024, 256 * 1_024),
  UPLOAD_MAX_MB: whole(1, 4_096, 200),
  SOURCES_DIR: text(),
  ANSWER_TIMEOUT_MS: whole(1, HOUR, 30_000),
  MAX_CONCURRENT: whole(1, 100_000, 100),
  CORS_ORIGINS: listOf(isOrigin, 'origins with commas between, like https://app.example.org'),
  TRUST_PROXY: listOf(isNetwork, 'addresses or networks with commas between, like 10.0.0.0/8'),
  HSTS_SECONDS: whole(0, 2 * 365 * 86_400, 0),
  PLAYGROUND: { ...oneOf('on', 'off'), default: 'on' },
  MAX_SOCKETS: whole(0, 100_000, 1_000),
  SOCKET_OPERATIONS: whole(1, 1_000, 100),
  SOCKET_MESSAGE_BYTES: whole(1_024, 64 * 1_024 * 1_024, 256 * 1_024),
  SOCKET_PING_MS: whole(10, HOUR, 12_000),
  HEARTBEAT_MS: whole(10, HOUR, 15_000),
  MAX_SUBSCRIPTIONS: whole(0, 1_000_000, 10_000),
  VIEWER_SUBSCRIPTIONS: whole(0, 1_000_000, 1_000),
  EXPORTS_AT_ONCE: whole(0, 100, 2),
  MAX_TOKENS: whole(100, 10_000, 4_000),
  MAX_DEPTH: whole(1, 100, 20),
  MAX_ROOT_FIELDS: whole(1, 500, 50),
  MAX_ALIASES: whole(0, 1_000, 100),
  MAX_DIRECTIVES: whole(0, 1_000, 100),
  MAX_TEXT_LENGTH: whole(100, 1_000_000, 4_000),
  MAX_COST: whole(1_000, 1_000_000_000, 1_000_000),
  BATCH_LIMIT: whole(1, 100, 10),
  INTROSPECTION: { ...oneOf('on', 'off'), default: 'on' },
  EVENT_RETENTION_DAYS: whole(1, 36_500, 30),
  COMPILE_QUERIES: { ...oneOf('again', 'always', 'never'), default: 'again' },
  ANSWER_CACHE_BYTES: whole(0, 2 ** 34, 64 * 2 ** 20),
  EVENT_RECENT_BYTES: whole(65_536, 2 ** 30, 8 * 2 ** 20),
  JWT_JWKS_URL: { schema: z.string().refine(isWebAddress), allowed: 'an http or https URL' },
  JWT_JWKS_FILE: text(),
  JWT_ISSUER: text(),
  JWT_AUDIENCE: text(),
  JWT_CLOCK_SKEW_S: whole(0, 600, 30),
  JWT_ROLE_CLAIM: text('role'),
  JWT_DISTRICTS_CLAIM: text('districts'),
} as const satisfies Record<string, Variable<unknown>>;

/** Exactly as a browser sends it. A `*` would be anybody, and "null" is what anybody can be. */
function isOrigin(value: string): boolean {
  if (!/^https?:[^*]+$/.test(value) || !URL.canParse(value)) return false;
  return new URL(value).origin === value;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

function isNetwork(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/');
  const family = isIP(address);
  const isBits =
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (WIDTH[family] ?? 0));
  return family > 0 && isBits && rest.length === 0;
}

/** Bits of an address, by its family. */
const WIDTH: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

function namesDatabase(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname } = new URL(value);
  return ['postgres:', 'postgresql:'].includes(protocol) && pathname.length > 1;
}

/** Cuts generously: a URL that does not parse may hold its password anywhere before the last `@`. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/.*@/s, '//***@').replace(/(password=)[^&\s]*/gi, '$1***');
}
