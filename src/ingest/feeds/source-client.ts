import type { GraphqlFeed, RestFeed } from './feed.ts';
import { answeredBadly, FeedFault, secretFrom, tooLarge } from './feed-fault.ts';
import { refusalOf } from './refusal.ts';
import { type Pace, trying } from './trying.ts';

/** One whole answer of a source. */
export interface SourceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it came from in the end. */
  readonly url: URL;
}

export interface SourceRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const MOST_REDIRECTS = 5;
/** An answer is read whole, and takes several times as much in memory. */
const MOST_AT_ONCE = 64 * 2 ** 20;

/** Asks one source over HTTP, within the bounds of its feed. */
export class SourceClient {
  private readonly home: string;
  private readonly secrets: Readonly<Record<string, string>>;
  private received = 0;

  constructor(
    private readonly feed: RestFeed | GraphqlFeed,
    env: NodeJS.ProcessEnv,
    private readonly signal: AbortSignal,
    private readonly pace: Pace,
  ) {
    this.home = new URL(feed.url).origin;
    this.secrets = secretsOf(feed, env);
  }

  /**
   * @returns what was answered with 200, or with 304 to a conditional request.
   * @throws FeedFault
   */
  ask(request: SourceRequest): Promise<SourceAnswer> {
    return trying(() => this.once(request), this.signal, this.pace);
  }

  private async once(request: SourceRequest): Promise<SourceAnswer> {
    const late = AbortSignal.timeout(this.feed.timeoutMs);
    try {
      return await this.follow(request, AbortSignal.any([this.signal, late]));
    } catch (error) {
      this.signal.throwIfAborted();
      if (error instanceof FeedFault) throw error;
      throw late.aborted
        ? timedOut(request.url, this.feed.timeoutMs)
        : unreachable(request.url, error);
    }
  }

  private async follow(request: SourceRequest, signal: AbortSignal): Promise<SourceAnswer> {
    let { url } = request;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const response = await fetch(url, {
        method: request.method,
        headers: this.headersFor(url, request.headers),
        redirect: 'manual',
        signal,
        ...(request.body !== undefined && { body: request.body }),
      });
      const next = redirectOf(response, url, request.method);
      if (!next) return { ...(await this.taken(response, url)), url };
      await response.body?.cancel();
      url = next;
    }
    throw answeredBadly(
      `${placeOf(request.url)} redirects more than ${MOST_REDIRECTS} times: write its final address into the feed.`,
    );
  }

  /** What is secret, or set for this source, goes nowhere else, whoever sends us there. */
  private headersFor(url: URL, more: SourceRequest['headers']): Record<string, string> {
    const own = url.origin === this.home ? { ...this.feed.headers, ...this.secrets } : {};
    return { accept: 'application/json', ...own, ...more };
  }

  private async taken(response: Response, url: URL): Promise<Omit<SourceAnswer, 'url'>> {
    const { status, headers } = response;
    if (status === 200) return { status, headers, text: await this.textOf(response, url) };
    await response.body?.cancel();
    if (status === 304) return { status, headers, text: '' };
    throw refusalOf(status, headers, placeOf(url), this.feed.tokenFrom);
  }

  /** The body, of which no more is read than the feed allows. */
  private async textOf(response: Response, url: URL): Promise<string> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      this.received += chunk.byteLength;
      length += chunk.byteLength;
      if (length > MOST_AT_ONCE) throw tooMuchAtOnce(url);
      if (this.received > this.feed.maxBytes)
        throw tooLarge('bytes', 'maxBytes', this.feed.maxBytes);
      chunks.push(chunk);
    }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    } catch (error) {
      throw answeredBadly(`The answer of ${placeOf(url)} is not UTF-8.`, error);
    }
  }
}

function secretsOf(feed: RestFeed | GraphqlFeed, env: NodeJS.ProcessEnv): Record<string, string> {
  if (feed.tokenFrom === undefined) return {};
  const secret = secretFrom(env, feed.tokenFrom, 'tokenFrom');
  if (!/^[\x21-\x7e]+$/.test(secret)) {
    throw new FeedFault(
      'SOURCE_NOT_SET_UP',
      `The environment variable ${feed.tokenFrom} holds blanks or letters that no header takes: set it to the bare token.`,
    );
  }
  return feed.tokenHeader ? { [feed.tokenHeader]: secret } : { authorization: `Bearer ${secret}` };
}

/** Where an answer sends us on to, if it does. */
function redirectOf(response: Response, from: URL, method: string): URL | undefined {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status > 399 || response.status === 304 || !location) {
    return undefined;
  }
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  const keeps = method === 'GET' || [307, 308].includes(response.status);
  if (to && keeps && ['http:', 'https:'].includes(to.protocol)) return to;
  throw answeredBadly(
    `${placeOf(from)} answered ${response.status} and redirects to ${to ? placeOf(to) : 'no address'}: write its final address into the feed.`,
  );
}

/** An address as messages name it: what follows the path may be a secret. */
export function placeOf({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

function tooMuchAtOnce(url: URL): FeedFault {
  return new FeedFault(
    'SOURCE_TOO_LARGE',
    `One answer of ${placeOf(url)} has more than ${MOST_AT_ONCE} bytes: read it in pages, by "paging" and "pageSize" of the feed.`,
    { details: { allowed: MOST_AT_ONCE } },
  );
}

function timedOut(url: URL, allowed: number): FeedFault {
  return new FeedFault(
    'SOURCE_TIMED_OUT',
    `${placeOf(url)} did not answer whole within ${allowed} ms: ask it for smaller pages, or raise "timeoutMs" of the feed.`,
    { passing: true, details: { allowed } },
  );
}

function unreachable(url: URL, error: unknown): FeedFault {
  const { cause = error, message } = error as Error & { cause?: Error & { code?: string } };
  const { code, message: why } = cause as Error & { code?: string };
  const what =
    message === 'terminated' ? 'broke off in the middle of its answer' : 'cannot be reached';
  return new FeedFault('SOURCE_UNREACHABLE', `${placeOf(url)} ${what} (${code ?? why}).`, {
    passing: true,
    cause: error,
  });
}
