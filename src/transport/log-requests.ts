import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** What nginx calls it when nobody waited for the answer. */
const CALLER_LEFT = 499;

/** One line a request, those for health at a level that is off by default. */
export function logRequests(
  http: FastifyInstance,
  log: Logger,
  isHealth: (url: string | undefined) => boolean,
): void {
  const tell = (request: FastifyRequest, reply: FastifyReply, status: number) => {
    const { id, ip, method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    const line = { requestId: id, client: ip, method, route: routeOptions.url, status, ms };
    log[isHealth(routeOptions.url) ? 'debug' : 'info'](line, 'request');
  };
  http.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => {
      tell(request, reply, reply.raw.writableFinished ? reply.statusCode : CALLER_LEFT);
    });
    done();
  });
}
