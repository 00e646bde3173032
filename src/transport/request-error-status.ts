import type { ApolloServerPlugin } from '@apollo/server';

const OWN_TYPE = 'application/graphql-response+json';

/**
 * A document or a variable at fault is a 400 to who reads GraphQL's own media type, and a 200 to who
 * only reads `application/json`, as GraphQL over HTTP has it: there a status other than 200 may come
 * from anybody on the way, and older clients do not look at the body of one.
 */
export function requestErrorStatus(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ request, response, errors }) {
          const accept = request.http?.headers.get('accept') ?? '';
          const isAtFault = errors?.every(({ extensions }) => CODES.has(extensions.code)) ?? false;
          if (response.http.status === 400 && isAtFault && !accept.includes(OWN_TYPE)) {
            response.http.status = 200;
          }
          return Promise.resolve();
        },
      }),
  };
}

/** The operation was read, and does not fit the schema; what is over a limit stays a 400 everywhere. */
const CODES = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);
