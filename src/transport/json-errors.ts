import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { internalMessage } from '../graph/errors.ts';
import { RefusedRequest } from './refused-request.ts';

/** Whatever goes wrong before GraphQL is told as GraphQL tells it, so that a client reads one form. */
export function answerErrorsInJson(http: FastifyInstance, log: Logger): void {
  http.setNotFoundHandler((request) => {
    throw new RefusedRequest(
      `There is nothing at ${request.method} ${request.url.split('?')[0]}; the graph is at /graphql.`,
      404,
      'NOT_FOUND',
    );
  });
  http.setErrorHandler<FastifyError | RefusedRequest>((error, request, reply) => {
    const { status, code, message } = toRefusal(error, request.id);
    if (status >= 500 && !(error instanceof RefusedRequest)) {
      log.error({ requestId: request.id, err: error }, 'a request failed');
    }
    if (error instanceof RefusedRequest && error.retryAfter) {
      reply.header('retry-after', error.retryAfter);
    }
    return reply
      .code(status)
      .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
  });
}

function toRefusal(error: FastifyError | RefusedRequest, requestId: string) {
  if (error instanceof RefusedRequest) {
    return { status: error.statusCode, code: error.code, message: error.message };
  }
  if (error.code === 'ERR_INVALID_URL') {
    // The Apollo integration builds a URL of the Host header, whatever that holds.
    return { status: 400, code: 'BAD_REQUEST', message: 'The Host header names no host.' };
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return { status, code: CODES[status] ?? 'BAD_REQUEST', message: error.message };
  return { status: 500, code: 'INTERNAL', message: internalMessage(requestId) };
}

const CODES: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};
