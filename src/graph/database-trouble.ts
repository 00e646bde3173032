/** What the database could not do, told in our own words: it passes by itself, or the value is unfit. */
export interface DatabaseTrouble {
  readonly code: 'BAD_USER_INPUT' | 'SERVICE_BUSY' | 'SERVICE_UNAVAILABLE' | 'TIMEOUT';
  readonly message: string;
  /** Seconds; absent when the same request would fare no better. */
  readonly retryAfter?: number;
  readonly worthLogging: boolean;
}

const BUSY: DatabaseTrouble = {
  code: 'SERVICE_BUSY',
  message:
    'The server is busy: the database had no room for this request in time. Try again shortly.',
  retryAfter: 1,
  worthLogging: false,
};

const LOCKED: DatabaseTrouble = {
  ...BUSY,
  message: 'The server is busy: rows that this request needs stayed locked. Try again shortly.',
};

const UNAVAILABLE: DatabaseTrouble = {
  code: 'SERVICE_UNAVAILABLE',
  message: 'The database cannot be reached at the moment. Try again shortly.',
  retryAfter: 5,
  worthLogging: true,
};

const TIMEOUT: DatabaseTrouble = {
  code: 'TIMEOUT',
  message:
    'The request took longer than is allowed. Ask for less: a narrower filter or smaller pages.',
  worthLogging: false,
};

const UNFIT: DatabaseTrouble = {
  code: 'BAD_USER_INPUT',
  message: 'A value in the request is out of range, or of a form that its field cannot have.',
  worthLogging: false,
};

const NUL: DatabaseTrouble = {
  ...UNFIT,
  message: 'A text in the request holds a NUL or a broken character: take it out and ask again.',
};

/** By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_SQLSTATE: Readonly<Record<string, DatabaseTrouble>> = {
  '57014': TIMEOUT, // query_canceled, by statement_timeout
  '55P03': LOCKED, // lock_not_available, by lock_timeout
  '40P01': LOCKED, // deadlock_detected
  '40001': LOCKED, // serialization_failure
  '53300': BUSY, // too_many_connections
  '22021': NUL, // character_not_in_repertoire
  '22P05': NUL, // untranslatable_character
  '22003': UNFIT, // numeric_value_out_of_range
  '22007': UNFIT, // invalid_datetime_format
  '22008': UNFIT, // datetime_field_overflow
  '22P02': UNFIT, // invalid_text_representation
};

/** By the driver's own text, which has no code. */
const BY_MESSAGE: readonly (readonly [RegExp, DatabaseTrouble])[] = [
  [/^timeout exceeded when trying to connect/, BUSY],
  [/^Connection terminated/, UNAVAILABLE],
  [/^Client (has encountered a connection error|was closed)/, UNAVAILABLE],
  [/^timeout expired$/, UNAVAILABLE],
  [/^Cannot use a pool after calling end/, UNAVAILABLE],
];

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What kind of trouble an error stands for, however deep the ORM wrapped it; else undefined. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  for (const cause of chainOf(error)) {
    const { code = '', message, severity, syscall } = cause;
    const known = BY_SQLSTATE[code] ?? BY_MESSAGE.find(([text]) => text.test(message))?.[1];
    if (known) return known;
    // FATAL is what ends a session, or refuses one: a server that stops, starts or crashed.
    const isSocket = SOCKET_CODES.has(code) || syscall === 'connect';
    if (isSocket || severity === 'FATAL') return UNAVAILABLE;
  }
  return undefined;
}

/** Whether the database was at its limits: to ask the same once more would take as long, and as much. */
export function isWorthNoSecondTry(error: unknown): boolean {
  const trouble = databaseTrouble(error);
  return trouble !== undefined && trouble.code !== 'BAD_USER_INPUT';
}

interface Cause {
  readonly message: string;
  readonly code?: string;
  readonly severity?: string;
  readonly syscall?: string;
  readonly cause?: unknown;
  readonly previous?: unknown;
  readonly thrownValue?: unknown;
  readonly originalError?: unknown;
}

function* chainOf(error: unknown): Generator<Cause> {
  for (let cause = error, steps = 0; isCause(cause) && steps < 10; steps += 1) {
    yield cause;
    // MikroORM keeps the driver's error as `previous`, graphql-js what a resolver threw as
    // `originalError`, and what it takes for no error as `thrownValue`.
    cause = cause.cause ?? cause.previous ?? cause.originalError ?? cause.thrownValue;
  }
}

const isCause = (error: unknown): error is Cause =>
  typeof error === 'object' && error !== null && 'message' in error;
