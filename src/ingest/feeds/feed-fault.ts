import { DomainError } from '../../kit/errors.ts';

/** Why a source could not be read. */
export type FeedFaultCode =
  | 'SOURCE_UNREACHABLE'
  | 'SOURCE_TIMED_OUT'
  | 'SOURCE_REFUSED'
  | 'SOURCE_BUSY'
  | 'SOURCE_ANSWERED_BADLY'
  | 'SOURCE_TOO_LARGE'
  | 'SOURCE_NOT_SET_UP';

interface Told {
  /** It may be gone in a moment: worth another try. */
  readonly passing?: boolean;
  /** How long the source asked to be left alone. */
  readonly retryAfterMs?: number;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A source could not be read. The graph is as it was. */
export class FeedFault extends DomainError {
  readonly passing: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly code: FeedFaultCode,
    message: string,
    { passing = false, retryAfterMs, details, cause }: Told = {},
  ) {
    super(message, undefined, details);
    this.passing = passing;
    this.retryAfterMs = retryAfterMs;
    if (cause !== undefined) this.cause = cause;
  }
}

export function answeredBadly(message: string, cause?: unknown): FeedFault {
  return new FeedFault('SOURCE_ANSWERED_BADLY', message, { cause });
}

export function tooLarge(what: string, limit: string, allowed: number): FeedFault {
  return new FeedFault(
    'SOURCE_TOO_LARGE',
    `The source sent more than ${allowed} ${what}: narrow what is asked of it, or raise "${limit}" of the feed.`,
    { details: { allowed } },
  );
}

/** The secret that a feed names. */
export function secretFrom(env: NodeJS.ProcessEnv, name: string, setting: string): string {
  const secret = env[name];
  if (secret) return secret;
  throw new FeedFault(
    'SOURCE_NOT_SET_UP',
    `The environment variable ${name}, which "${setting}" of the feed names, is not set on this gateway: set it, and start the gateway again.`,
  );
}
