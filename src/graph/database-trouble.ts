import type { Waited } from '../db/waited.ts';

/** What the database could not do, told in our own words: it passes by itself, or the value is unfit. */
export interface DatabaseTrouble {
  readonly code: 'BAD_USER_INPUT' | 'SERVICE_BUSY' | 'SERVICE_UNAVAILABLE' | 'TIMEOUT';
  readonly message: string;
  /** Seconds; absent when the same request would fare no better. */
  readonly retryAfter?: number;
  readonly worthLogging: boolean;
  /** Where it took too long, and how long is known. */
  readonly waited: Waited | undefined;
}

interface Known extends Omit<DatabaseTrouble, 'message' | 'waited'> {
  readonly message: (waited?: Waited) => string;
}

const numbers = ({ asked, allowed }: Waited) => `${asked} ms; ${allowed} are allowed`;

const BUSY: Known = {
  code: 'SERVICE_BUSY',
  message: (waited) =>
    `The server is busy: the database had no room for this request in ${waited ? numbers(waited) : 'time'}. Try again shortly, and send less at once.`,
  retryAfter: 1,
  worthLogging: false,
};

const LOCKED: Known = {
  ...BUSY,
  message: (waited) =>
    `The server is busy: rows that this request needs stayed locked${waited ? ` for ${numbers(waited)}` : ''}. Try again shortly, or ask for others first.`,
};

const UNAVAILABLE: Known = {
  code: 'SERVICE_UNAVAILABLE',
  message: () => 'The database cannot be reached at the moment. Try again shortly.',
  retryAfter: 5,
  worthLogging: true,
};

const TIMEOUT: Known = {
  code: 'TIMEOUT',
  message: (waited) =>
    `A statement of this request took ${waited ? numbers(waited) : 'longer than is allowed'}. Ask for less: a narrower filter, smaller pages, or no totalCount.`,
  worthLogging: false,
};

const UNFIT: Known = {
  code: 'BAD_USER_INPUT',
  message: () => 'A value in the request is out of range, or of a form that its field cannot have.',
  worthLogging: false,
};

const NUL: Known = {
  ...UNFIT,
  message: () =>
    'A text in the request holds a NUL or a broken character: take it out and ask again.',
};

/** By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_SQLSTATE: Readonly<Record<string, Known>> = {
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
const BY_MESSAGE: readonly (readonly [RegExp, Known])[] = [
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
  const causes = [...chainOf(error)];
  const known = causes.map(knownAs).find((trouble) => trouble !== undefined);
  if (!known) return undefined;
  const waited = causes.find((cause) => cause.waited)?.waited;
  return { ...known, message: known.message(waited), waited };
}

function knownAs({ code = '', message, severity, syscall }: Cause): Known | undefined {
  const known = BY_SQLSTATE[code] ?? BY_MESSAGE.find(([text]) => text.test(message))?.[1];
  if (known) return known;
  // FATAL is what ends a session, or refuses one: a server that stops, starts or crashed.
  const isSocket = SOCKET_CODES.has(code) || syscall === 'connect';
  return isSocket || severity === 'FATAL' ? UNAVAILABLE : undefined;
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
  readonly waited?: Waited;
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
