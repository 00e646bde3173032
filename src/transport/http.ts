import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { answerBrokenRequest } from './broken-request.ts';
import { InFlight } from './in-flight.ts';
import { takeJsonOnly } from './json-body.ts';
import { answerErrorsInJson } from './json-errors.ts';
import type { Readiness } from './readiness.ts';
import { RefusedRequest } from './refused-request.ts';
import { requestIdOf } from './request-id.ts';

export interface HttpOptions {
  readonly bodyLimitBytes: number;
  /** For a request's head and body to arrive. */
  readonly requestTimeoutMs: number;
  readonly readiness: () => Promise<Readiness>;
  readonly log: Logger;
}

export interface HttpServer {
  readonly http: FastifyInstance;
  /** Refuses new work, lets what is in flight finish within `graceMs`, then closes every socket. */
  stop(graceMs: number): Promise<void>;
}

/** The HTTP server with everything but its routes of work: ids, bounds, health, and errors in JSON. */
export function createHttp(options: HttpOptions): HttpServer {
  const { bodyLimitBytes, requestTimeoutMs, log } = options;
  const http: FastifyInstance = Fastify({
    // One line a request is logged below; a child logger for each would cost more than the line.
    logger: false,
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    // Node looks for late requests every 30 s by default: a time-out of 10 s would mean up to 40.
    http: {
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
    },
    clientErrorHandler: answerBrokenRequest,
    return503OnClosing: false,
  });
  const inFlight = new InFlight();
  const state = { stopping: false };

  takeJsonOnly(http);
  http.addHook('onRequest', (request, reply, done) => {
    reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
    if (state.stopping) reply.header('connection', 'close');
    if (isHealth(request.routeOptions.url)) return done();
    if (state.stopping) return done(STOPPING);
    inFlight.add(reply.raw);
    done();
  });
  http.addHook('onResponse', ({ id, method, routeOptions }, { statusCode, elapsedTime }, done) => {
    const ms = Math.round(elapsedTime);
    const line = { requestId: id, method, route: routeOptions.url, status: statusCode, ms };
    log[isHealth(routeOptions.url) ? 'debug' : 'info'](line, 'request');
    done();
  });
  answerErrorsInJson(http, log);
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

const STOPPING = new RefusedRequest(
  'This server is stopping. Try again shortly.',
  503,
  'SERVICE_UNAVAILABLE',
  1,
);

function isHealth(url: string | undefined): boolean {
  return url === '/healthz' || url === '/readyz';
}

function answerHealth(http: FastifyInstance, readiness: () => Promise<Readiness>): void {
  http.get('/', () => ({ name: 'Quanmai', graphql: '/graphql', health: ['/healthz', '/readyz'] }));
  http.get('/healthz', () => ({ status: 'alive' }));
  http.get('/readyz', async (_request, reply) => {
    const { ready, parts } = await readiness();
    reply.code(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ready' : 'unavailable', parts };
  });
}
