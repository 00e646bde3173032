import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { internalMessage, shapeError } from '../graph/errors.ts';
import { checkDocument, checkVariables, type DocumentLimits } from '../graph/limits.ts';
import type { RequestContext } from '../request/context.ts';

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly limits: DocumentLimits;
  /** Who asks, or a GraphQL error that says why nobody may. */
  readonly contextFor: (requestId: string) => RequestContext;
  readonly log: Logger;
}

/** Serves the schema on /graphql. Resolves to what ends it. */
export async function serveGraphql(
  http: FastifyInstance,
  { schema, limits, contextFor, log }: GraphqlOptions,
): Promise<() => Promise<void>> {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    logger: log,
    // No plugin may have `willResolveField`: it would wrap every resolver of the schema.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      shapedErrors(log),
    ],
  });
  await apollo.start();
  const answer = fastifyApolloHandler(apollo, {
    context: (request) => {
      const context = contextFor(request.id);
      const { query, variables } = operationIn(request);
      if (typeof query === 'string') checkDocument(query, limits);
      checkVariables(variables);
      return Promise.resolve(context);
    },
  });
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => {
      const body = (await answer.call(http, request, reply)) as unknown;
      return reply.statusCode >= 400 && typeof body === 'string'
        ? withRequestId(body, request.id)
        : body;
    },
  });
  return () => apollo.stop();
}

/** The operation as sent, not yet looked at by anybody: in the body, or in the URL. */
function operationIn({ body, query }: FastifyRequest): { query?: unknown; variables?: unknown } {
  return body ?? query ?? {};
}

/**
 * Replaces the errors of an answer by what may leave. Apollo's `formatError` would be the place, but
 * it is not told the request.
 */
function shapedErrors(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ errors, response, contextValue, operationName }) {
          if (!errors || response.body.kind !== 'single') return Promise.resolve();
          const { requestId } = contextValue;
          const { singleResult } = response.body;
          const shaped = errors.map((error) => shapeError(error, requestId));
          for (const { fault } of shaped) {
            if (fault) log.error({ requestId, operationName, err: fault }, 'a request failed');
          }
          singleResult.errors = shaped.map(({ formatted }) => formatted);
          const waits = shaped.flatMap(({ retryAfter }) => retryAfter ?? []);
          if (waits.length > 0 && answersNothing(singleResult)) {
            response.http.status = 503;
            response.http.headers.set('retry-after', String(Math.max(...waits)));
          }
          return Promise.resolve();
        },
      }),
  };
}

/** A partial answer is worth having, and worth a 200. */
function answersNothing({ data }: FormattedExecutionResult): boolean {
  return !data || Object.values(data).every((value) => value === null);
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
