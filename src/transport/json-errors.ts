import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { internalMessage } from '../graph/errors.ts';
import { RefusedRequest } from './refused-request.ts';

/** Whatever goes wrong before GraphQL is told as GraphQL tells it, so that a client reads one form. */
export function answerErrorsInJson(http: FastifyInstance, log: Logger): void {
  http.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (request.method === 'OPTIONS' && request.headers.origin) throw foreignPage(request);
    if (path === '/graphql') reply.header('allow', 'GET, POST');
    throw path === '/graphql' ? wrongMethod(request) : nothingAt(request.method, path);
  });
  http.setErrorHandler<FastifyError | RefusedRequest>((error, request, reply) => {
    const { status, code, message, details } = toRefusal(error, request);
    if (status >= 500 && !(error instanceof RefusedRequest)) {
      log.error({ requestId: request.id, err: error }, 'a request failed');
    }
    if (error instanceof RefusedRequest && error.retryAfter) {
      reply.header('retry-after', error.retryAfter);
    }
    return reply
      .code(status)
      .send({ errors: [{ message, extensions: { ...details, code, requestId: request.id } }] });
  });
}

/** The preflight of a page whose origin nobody named; it could do without a reason, its author not. */
function foreignPage({ headers }: FastifyRequest): RefusedRequest {
  return new RefusedRequest(
    `A page from ${headers.origin} may not ask here. Whoever runs this server can name its origin in CORS_ORIGINS.`,
    403,
    'FORBIDDEN_ORIGIN',
  );
}

function wrongMethod({ method }: FastifyRequest): RefusedRequest {
  return new RefusedRequest(
    `The graph is asked by POST or GET, not by ${method}.`,
    405,
    'METHOD_NOT_ALLOWED',
  );
}

function nothingAt(method: string, path: string): RefusedRequest {
  const message = `There is nothing at ${method} ${path}; the graph is at /graphql.`;
  return new RefusedRequest(message, 404, 'NOT_FOUND');
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

function toRefusal(error: FastifyError | RefusedRequest, request: FastifyRequest): Refusal {
  if (error instanceof RefusedRequest) {
    const { statusCode: status, code, message, details = {} } = error;
    return { status, code, message, details };
  }
  if (error.code === 'ERR_INVALID_URL') {
    // The Apollo integration builds a URL of the Host header, whatever that holds.
    return { status: 400, code: 'BAD_REQUEST', message: 'The Host header names no host.' };
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return bodyTooLarge(request);
  if (status < 500) {
    const message = TOLD_BETTER[status] ?? error.message;
    return { status, code: CODES[status] ?? 'BAD_REQUEST', message };
  }
  return { status: 500, code: 'INTERNAL', message: internalMessage(request.id) };
}

/** Its length is known where the request tells it; in chunks, only that it has passed the limit. */
function bodyTooLarge({ headers, routeOptions }: FastifyRequest): Refusal {
  const allowed = routeOptions.bodyLimit;
  const asked = Number(headers['content-length'] ?? NaN);
  const isTold = Number.isSafeInteger(asked);
  return {
    status: 413,
    code: 'BODY_TOO_LARGE',
    message: `The body has ${isTold ? asked : `more than ${allowed}`} bytes; ${allowed} are allowed. Put codes and ids rather than texts into variables, or ask in several requests.`,
    details: { ...(isTold && { asked }), allowed },
  };
}

const CODES: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** What Fastify says without the way out: `curl -d` alone sends a form. */
const TOLD_BETTER: Readonly<Record<number, string>> = {
  415: 'The body has to be JSON, and to say so: send it with "content-type: application/json".',
};
