import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { SAFE_HEADERS } from './answer-headers.ts';
import { answerRaw } from './raw-answer.ts';
import { RefusedRequest } from './refused-request.ts';

const REFUSALS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The head of the request is too large; send the query in the body.'],
};

/**
 * Answers what never became a request: late, too large a head, or not HTTP. It has no id, for there
 * is no request to give one to.
 */
export function answerBrokenRequest({ code = '' }: { code?: string }, socket: Socket): void {
  // Reset by its other end: nobody is there to read an answer.
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = REFUSALS[code] ?? [400, 'This is not a request of HTTP/1.1.'];
  answerRaw(socket, new RefusedRequest(message, status));
}

/** Answers a path that cannot be decoded; Fastify runs no hook for it, and has a form of its own. */
export function answerBrokenPath(
  _error: FastifyError,
  { id }: FastifyRequest,
  reply: FastifyReply,
): void {
  const message = 'The path is not UTF-8 in percent-encoding; the graph is at /graphql.';
  void reply
    .headers({ ...SAFE_HEADERS, 'x-request-id': id })
    .code(400)
    .send({ errors: [{ message, extensions: { code: 'BAD_REQUEST', requestId: id } }] });
}

/** Passes over an `Expect` that nobody knows, as a server may; Node would answer 417 and no word. */
export function ignoreExpectations(server: Server): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}
