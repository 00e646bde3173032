import { ApolloServer, type ApolloServerPlugin, type GraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type DocumentNode,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import type { Logger } from 'pino';
import { type Admission, type AdmittedCost, newSpending } from '../graph/admission.ts';
import { shapeError, withoutSuggestion } from '../graph/errors.ts';
import type { Answers } from '../graph/execution/answers.ts';
import { DataText } from '../graph/execution/kept-answers.ts';
import { citedSources } from '../request/cited-sources.ts';
import type { RequestContext } from '../request/context.ts';
import { requestErrorStatus } from './request-error-status.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly admission: Admission;
  readonly answers: Answers;
  readonly log: Logger;
}

/** The one server that answers operations, whatever they came by; started. */
export async function startApollo({
  schema,
  admission,
  answers,
  log,
}: ApolloOptions): Promise<ApolloServer<RequestContext>> {
  const { validation } = admission;
  const apollo = new ApolloServer<RequestContext>({
    schema,
    // Admission refuses it, where it is off, with a code of its own.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    // simple-requests.ts sees to it, for event streams too.
    csrfPrevention: false,
    allowBatchedHttpRequests: true,
    validationOptions: validation,
    logger: log,
    stringifyResult: resultText,
    // No plugin may have `willResolveField`: it would wrap every resolver of the schema.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      admitted(admission),
      answered(answers),
      sourcesTold(),
      shapedErrors(log, validation.hideSuggestions),
      requestErrorStatus(),
    ],
  });
  await apollo.start();
  return apollo;
}

/** What an operation costs is told beside its answer; what costs too much is not answered. */
function admitted(admission: Admission): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => {
      let cost: AdmittedCost | undefined;
      return Promise.resolve({
        didResolveOperation({ document, operationName, request, contextValue }) {
          refuseSubscription(document, operationName);
          // What came in one array is read by one context's loaders, and paid for together.
          const spending = contextValue.keep(newSpending);
          cost = admission.checkOperation(document, operationName, request.variables, spending);
          return Promise.resolve();
        },
        willSendResponse({ response: { body } }) {
          if (cost && body.kind === 'single') {
            body.singleResult.extensions = { ...body.singleResult.extensions, cost };
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** Whatever this does not answer, Apollo has graphql-js answer. */
function answered(answers: Answers): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ document, operationName, request, contextValue, response }) {
          const variables = request.variables ?? {};
          const operation = { document, operationName, variables };
          // What was read before tells no more what it was read from.
          const mayBeKept = !asksForSources(request);
          const answer = await answers.answerTo(operation, contextValue, mayBeKept);
          if (!answer) return null;
          // Several may be given the same answer, and plugins write on what they are given.
          const singleResult = { ...answer } as FormattedExecutionResult<Record<string, unknown>>;
          return { http: response.http, body: { kind: 'single', singleResult } };
        },
      }),
  };
}

const asksForSources = ({ extensions }: GraphQLRequest) => extensions?.oldestSource === true;

/** Whoever sends `extensions: { oldestSource: true }` is told the oldest document that the answer rests on. */
function sourcesTold(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: ({ request }) =>
      Promise.resolve(
        asksForSources(request)
          ? {
              willSendResponse({ response: { body }, contextValue }) {
                if (body.kind === 'single') {
                  const sources = contextValue.use(citedSources).oldest();
                  body.singleResult.extensions = { ...body.singleResult.extensions, sources };
                }
                return Promise.resolve();
              },
            }
          : {},
      ),
  };
}

/**
 * What is there as JSON already is not written once more. Its bytes are no text, but Apollo hands on
 * what it is given, and Fastify sends both; a large text it would look through for its length first.
 */
function resultText(result: FormattedExecutionResult): string {
  const { data, ...rest } = result;
  if (!(data instanceof DataText)) return `${JSON.stringify(result)}\n`;
  const others = JSON.stringify(rest).slice(1);
  const end = Buffer.from(`${others === '}' ? '' : ','}${others}\n`);
  return Buffer.concat([BEFORE_DATA, data.utf8, end]) as unknown as string;
}

const BEFORE_DATA = Buffer.from('{"data":');

/** graphql-js would answer it like a query, with the first message and no second. */
function refuseSubscription(document: DocumentNode, operationName: string | null): void {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
  throw new GraphQLError(
    'A subscription is not answered once and for all: follow it over a WebSocket at /graphql, or as an event stream at /graphql/stream.',
    { nodes: [operation], extensions: { code: 'STREAM_REQUIRED', http: { status: 400 } } },
  );
}

/**
 * Replaces the errors of an answer by what may leave. Apollo's `formatError` would be the place, but
 * it is not told the request.
 */
function shapedErrors(log: Logger, hideSuggestions: boolean): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ response, contextValue, operationName, requestIsBatched, ...met }) {
          // Each answer in an array tells its own errors; one status cannot.
          if (requestIsBatched) response.http.status = 200;
          if (response.body.kind !== 'single') return Promise.resolve();
          const { requestId } = contextValue;
          const { singleResult } = response.body;
          // Apollo does not know of those that came with an answer which it did not make.
          const errors = met.errors ?? singleResult.errors;
          if (!errors) return Promise.resolve();
          const shaped = errors.map((error) => shapeError(error, requestId));
          for (const { fault } of shaped) {
            if (fault) log.error({ requestId, operationName, err: fault }, 'a request failed');
          }
          const formatted = shaped.map((error) => error.formatted);
          singleResult.errors = hideSuggestions ? formatted.map(withoutSuggestion) : formatted;
          const waits = shaped.flatMap(({ retryAfter }) => retryAfter ?? []);
          if (waits.length > 0 && answersNothing(singleResult)) {
            if (!requestIsBatched) response.http.status = 503;
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
