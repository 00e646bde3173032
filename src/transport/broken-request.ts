import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { SAFE_HEADERS } from './answer-headers.ts';
import { answerRaw } from './raw-answer.ts';
import { RefusedRequest } from './refused-request.ts';

const TOO_LARGE_A_HEAD = new RefusedRequest(
  'The head of the request is too large; send the query in the body.',
  431,
);
const NOT_HTTP = new RefusedRequest('This is not a request of HTTP/1.1.');

/**
 * Answers what never became a request: late, too large a head, or not HTTP. It has no id, for there
 * is no request to give one to.
 */
export function answerBrokenRequest(requestTimeoutMs: number) {
  const refusals: Readonly<Record<string, RefusedRequest>> = {
    ERR_HTTP_REQUEST_TIMEOUT: lateRequest(requestTimeoutMs),
    HPE_HEADER_OVERFLOW: TOO_LARGE_A_HEAD,
  };
  return ({ code = '' }: { code?: string }, socket: Socket): void => {
    // Reset by its other end: nobody is there to read an answer.
    if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else answerRaw(socket, refusals[code] ?? NOT_HTTP);
  };
}

/** How long it would have taken nobody knows. */
export function lateRequest(allowed: number): RefusedRequest {
  return new RefusedRequest(
    `The request took more than ${allowed} ms to arrive; ${allowed} are allowed. Send it in one go, and a shorter one where the line is slow.`,
    408,
    'BAD_REQUEST',
    undefined,
    { allowed },
  );
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
