import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import type { Admission, RequestParts } from '../graph/admission.ts';
import { internalMessage } from '../graph/errors.ts';
import type { RequestContext } from '../request/context.ts';
import { jsonReader } from './json-text.ts';
import { RefusedRequest } from './refused-request.ts';
import { revalidateAnswers } from './revalidation.ts';
import { operationInUrl } from './url-operation.ts';

export interface GraphqlHttpOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly admission: Admission;
  readonly contextFor: (request: FastifyRequest) => RequestContext;
}

/** Answers /graphql: one operation in a URL or a body, or several in an array. */
export async function serveGraphqlHttp(
  http: FastifyInstance,
  { apollo, admission, contextFor }: GraphqlHttpOptions,
): Promise<void> {
  const readJson = jsonReader(http);
  const answer = fastifyApolloHandler(apollo, {
    context: (request) => {
      const context = contextFor(request);
      const operations = operationsIn(request);
      admission.checkBatch(operations.length);
      for (const operation of operations) admission.checkRequest(operation);
      return Promise.resolve(context);
    },
  });
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    // Apollo reads the URL itself, and by then has the same before it.
    if (request.method === 'GET') request.body = operationInUrl(request, readJson);
    refuseNoOperation(request);
    const body = (await answer.call(http, request, reply)) as unknown;
    return reply.statusCode >= 400 && typeof body === 'string'
      ? withRequestId(body, request.id)
      : body;
  };
  http.post('/graphql', handler);
  await http.register(async (scope) => {
    await revalidateAnswers(scope);
    scope.get('/graphql', handler);
  });
}

/** The operations as sent, not yet looked at by anybody. What is alone and none, Apollo refuses. */
function operationsIn({ body }: FastifyRequest): readonly RequestParts[] {
  if (Array.isArray(body)) return body as RequestParts[];
  return isOperation(body) ? [body] : [];
}

/** Of an array, Apollo would not say which is at fault. */
function refuseNoOperation({ body }: FastifyRequest): void {
  if (!Array.isArray(body)) return;
  const index = body.findIndex((operation) => !isOperation(operation));
  if (index < 0) return;
  throw new RefusedRequest(
    `Operation ${index + 1} of ${body.length} is not an object with a "query".`,
  );
}

function isOperation(sent: unknown): sent is RequestParts {
  return typeof sent === 'object' && sent !== null && Object.keys(sent).length > 0;
}

/** What Apollo refuses before it has a context (a body with no query, say) does not know its request. */
function withRequestId(body: string, requestId: string): string {
  const result = JSON.parse(body) as FormattedExecutionResult;
  const errors = result.errors?.map(({ message, extensions, ...error }) => {
    const isOurs = extensions?.code === 'INTERNAL_SERVER_ERROR';
    return {
      message: isOurs ? internalMessage(requestId) : message,
      ...error,
      extensions: { ...extensions, ...(isOurs && { code: 'INTERNAL' }), requestId },
    };
  });
  return JSON.stringify({ ...result, errors });
}
