import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CallerLeft, OutOfTime } from '../request/given-up.ts';
import { RefusedRequest } from './refused-request.ts';
import { Places } from './places.ts';

export interface AnsweringBounds {
  /** Operations being answered at once, by whatever way they came. */
  readonly maxConcurrent: number;
  /** From the operation's arrival to its answer. */
  readonly answerTimeoutMs: number;
  /** For a request to arrive. */
  readonly requestTimeoutMs: number;
}

/**
 * What is being answered, bounded in number and time. Who finds no place is refused at once: those
 * inside already share a few connections to the database, and a queue would only add to their wait.
 */
export class Answering {
  private readonly places: Places;
  private readonly answerTimeoutMs: number;
  /** How long a caller may take over an answer that is made. */
  readonly takingMs: number;

  constructor({ maxConcurrent, answerTimeoutMs, requestTimeoutMs }: AnsweringBounds) {
    this.places = new Places(maxConcurrent);
    this.answerTimeoutMs = answerTimeoutMs;
    this.takingMs = answerTimeoutMs + requestTimeoutMs;
  }

  /** @throws RefusedRequest when there is no room now. */
  checkRoom(): void {
    if (this.places.areTaken) throw tooBusy(this.places.size);
  }

  /**
   * Takes a place and starts the clock, which aborts `ending`.
   *
   * @returns what gives the place back; calling it twice does no harm.
   * @throws RefusedRequest when there is no room.
   */
  begin(ending: AbortController): () => void {
    const leave = this.places.take();
    if (!leave) throw tooBusy(this.places.size);
    // Every statement of an answer listens to it, and an answer may have dozens.
    setMaxListeners(0, ending.signal);
    const since = performance.now();
    const timer = setTimeout(() => {
      const tookMs = Math.ceil(performance.now() - since);
      ending.abort(new OutOfTime(tookMs, this.answerTimeoutMs));
    }, this.answerTimeoutMs);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }
}

const endings = new WeakMap<FastifyRequest, AbortController>();

/** Aborted when the caller of this request goes away before the answer, or when its time is up. */
export function signalOf(request: FastifyRequest): AbortSignal {
  const ending = endings.get(request);
  if (!ending) throw new Error(`${request.url} is not a route whose answers are bounded.`);
  return ending.signal;
}

/**
 * Bounds the answers of one route. Its place is taken when the body is there, for a body may drip in
 * for seconds, and left when the answer is made, for a caller may take as long over reading it. Where
 * there is no place when the request comes, its body is not read: refusing has to cost next to nothing.
 */
export function boundAnswers(http: FastifyInstance, path: string, answering: Answering): void {
  const leaving = new WeakMap<FastifyRequest, () => void>();
  http.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url !== path) return done();
    answering.checkRoom();
    const ending = new AbortController();
    endings.set(request, ending);
    reply.raw.once('close', () => {
      leaving.get(request)?.();
      if (!reply.raw.writableFinished) ending.abort(new CallerLeft());
    });
    done();
  });
  http.addHook('preHandler', (request, reply, done) => {
    const ending = endings.get(request);
    // Who has left while his body came is answered to nobody, at once, and needs no place.
    if (ending && !reply.raw.destroyed) leaving.set(request, answering.begin(ending));
    done();
  });
  http.addHook('onSend', (request, reply, _payload, done) => {
    leaving.get(request)?.();
    if (endings.has(request)) cutOffLate(reply.raw, answering.takingMs);
    done();
  });
}

/** Whoever takes a few bytes now and then would have his answer kept for ever, were there a thousand of him. */
function cutOffLate(answer: ServerResponse, takingMs: number): void {
  if (answer.destroyed) return;
  const late = setTimeout(() => answer.destroy(), takingMs);
  answer.once('close', () => clearTimeout(late));
}

function tooBusy(places: number): RefusedRequest {
  return new RefusedRequest(
    `The server is busy: ${places} operations are being answered, and no more are taken. Try again shortly, or send fewer at once.`,
    503,
    'SERVICE_BUSY',
    1,
    { asked: places + 1, allowed: places },
  );
}
