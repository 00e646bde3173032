import type { FastifyInstance, FastifyRequest } from 'fastify';
import { lateRequest } from './broken-request.ts';
import { answerRaw } from './raw-answer.ts';

/**
 * Bounds how long a request's body may take to arrive, route by route: a file may take minutes, and
 * Node has one bound for all. The head is bounded by Node itself, by its `headersTimeout`.
 */
export function boundArrival(
  http: FastifyInstance,
  msFor: (request: FastifyRequest) => number,
): void {
  http.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    const { socket } = raw;
    if (!hasBody(request)) return done();
    const allowed = msFor(request);
    const timer = setTimeout(() => {
      if (raw.complete) return;
      // Who has his answer already, and still sends, is told nothing more.
      if (reply.raw.headersSent) socket.destroy();
      else answerRaw(socket, lateRequest(allowed));
    }, allowed);
    const stop = () => {
      clearTimeout(timer);
      socket.off('close', stop);
    };
    raw.once('end', stop);
    // A request that has its answer does not hear its connection close.
    socket.once('close', stop);
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  const { 'content-length': length, 'transfer-encoding': coding } = headers;
  return coding !== undefined || (length !== undefined && length !== '0');
}
