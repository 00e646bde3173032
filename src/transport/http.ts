import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { setAnswerHeaders } from './answer-headers.ts';
import { boundArrival } from './arrival.ts';
import { answerBrokenPath, answerBrokenRequest, ignoreExpectations } from './broken-request.ts';
import { compressAnswers } from './compression.ts';
import { allowOrigins } from './cross-origin.ts';
import { InFlight } from './in-flight.ts';
import { takeJsonOnly } from './json-body.ts';
import { answerErrorsInJson } from './json-errors.ts';
import { logRequests } from './log-requests.ts';
import type { Readiness } from './readiness.ts';
import { requestIdOf } from './request-id.ts';
import { STOPPING } from './stopping.ts';
import { UPLOAD_ARRIVAL_MS, UPLOADS } from './uploads.ts';

export interface HttpOptions {
  readonly bodyLimitBytes: number;
  /** For a request's head and body to arrive. */
  readonly requestTimeoutMs: number;
  /** For an answer; whoever has not taken it in this long and the above, is cut off. */
  readonly answerTimeoutMs: number;
  readonly corsOrigins: readonly string[];
  readonly trustProxy: readonly string[];
  readonly hstsSeconds: number;
  readonly readiness: () => Promise<Readiness>;
  readonly log: Logger;
}

export interface HttpServer {
  readonly http: FastifyInstance;
  /** Refuses new work, lets what is in flight finish within `graceMs`, then closes every socket. */
  stop(graceMs: number): Promise<void>;
}

/** The HTTP server with everything but its routes of work: ids, bounds, health, and errors in JSON. */
export async function createHttp(options: HttpOptions): Promise<HttpServer> {
  const { bodyLimitBytes, requestTimeoutMs, answerTimeoutMs, trustProxy, log } = options;
  const http: FastifyInstance = Fastify({
    // One line a request is logged below; a child logger for each would cost more than the line.
    logger: false,
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: bodyLimitBytes,
    // Of the body: see `boundArrival`.
    requestTimeout: 0,
    // Nothing moves on a connection only while its request is answered, so longer is nobody there.
    connectionTimeout: requestTimeoutMs + answerTimeoutMs,
    // Node looks for late requests every 30 s by default: a time-out of 10 s would mean up to 40.
    http: {
      // A request without one is refused where a host is needed, in JSON; Node would say nothing.
      requireHostHeader: false,
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
    },
    trustProxy: trustProxy.length > 0 && [...trustProxy],
    clientErrorHandler: answerBrokenRequest(requestTimeoutMs),
    frameworkErrors: answerBrokenPath,
    return503OnClosing: false,
  });
  ignoreExpectations(http.server);
  const inFlight = new InFlight();
  const state = { stopping: false };

  takeJsonOnly(http);
  boundArrival(http, ({ routeOptions }) =>
    routeOptions.url === UPLOADS ? UPLOAD_ARRIVAL_MS : requestTimeoutMs,
  );
  setAnswerHeaders(http, options.hstsSeconds);
  http.addHook('onRequest', (request, reply, done) => {
    if (state.stopping) reply.header('connection', 'close');
    if (isHealth(request.routeOptions.url)) return done();
    if (state.stopping) return done(STOPPING);
    inFlight.add(reply.raw);
    done();
  });
  logRequests(http, log, isHealth);
  answerErrorsInJson(http, log);
  await allowOrigins(http, options.corsOrigins);
  await compressAnswers(http);
  answerHealth(http, async () =>
    state.stopping ? { ready: false, parts: { process: 'stopping' } } : options.readiness(),
  );

  return {
    http,
    async stop(graceMs) {
      state.stopping = true;
      const left = await inFlight.settled(graceMs);
      if (left > 0) log.warn({ left, graceMs }, 'requests were cut off by the stop');
      http.server.closeAllConnections();
      await http.close();
    },
  };
}

function isHealth(url: string | undefined): boolean {
  return url === '/healthz' || url === '/readyz';
}

function answerHealth(http: FastifyInstance, readiness: () => Promise<Readiness>): void {
  http.get('/healthz', () => ({ status: 'alive' }));
  http.get('/readyz', async (_request, reply) => {
    const { ready, parts } = await readiness();
    reply.code(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ready' : 'unavailable', parts };
  });
}
