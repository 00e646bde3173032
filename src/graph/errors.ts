import { GraphQLError, type GraphQLErrorExtensions, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '../kit/errors.ts';
import { databaseTrouble } from './database-trouble.ts';

/** An error as it leaves, and what the transport and the log need to know of it. */
export interface ShapedError {
  readonly formatted: GraphQLFormattedError;
  /** Seconds after which to ask again, when asking again helps: 503, `Retry-After`. */
  readonly retryAfter?: number;
  /** What to log, when the fault is ours. */
  readonly fault?: unknown;
}

/**
 * Three kinds of errors leave: what the caller can fix or may not do, with its code; what passes by
 * itself, with the advice to ask again; and ours, as `INTERNAL` with nothing but the request id
 * under which the log holds the rest. No text of PostgreSQL leaves, and no stack.
 */
export function shapeError(error: unknown, requestId: string): ShapedError {
  const cause = rootOf(error);
  if (cause instanceof DomainError) {
    const field = cause.field && { field: cause.field };
    const extensions = { ...cause.details, code: cause.code, ...field, requestId };
    return { formatted: format(error, cause.message, extensions) };
  }
  const trouble = databaseTrouble(cause);
  if (trouble) {
    const { code, message, retryAfter, waited } = trouble;
    return {
      formatted: format(error, message, { code, ...waited, requestId }),
      ...(retryAfter !== undefined && { retryAfter }),
      ...(trouble.worthLogging && { fault: cause }),
    };
  }
  if (cause instanceof GraphQLError) {
    const code = codeOf(cause) ?? codeOf(error);
    if (code) {
      const { http: _http, stacktrace: _stack, ...extensions } = cause.extensions;
      const variable = variableAtFault(error);
      const told = TOLD_BETTER[cause.message] ?? cause.message;
      const message = variable ? `Variable "$${variable.path}": ${told}` : told;
      const field = variable && { field: variable.field };
      return { formatted: format(error, message, { ...extensions, code, ...field, requestId }) };
    }
  }
  const message = internalMessage(requestId);
  return { formatted: format(error, message, { code: 'INTERNAL', requestId }), fault: cause };
}

/**
 * Which value of which variable was refused: graphql-js tells it only in the text that it wraps
 * around the scalar's own, beside the whole value, which may be long.
 */
function variableAtFault(error: unknown): { path: string; field: string[] } | undefined {
  if (!(error instanceof GraphQLError) || !error.originalError) return undefined;
  const [, name] = /^Variable "\$(\w+)" got invalid value /.exec(error.message) ?? [];
  if (name === undefined) return undefined;
  const [, path = name] = / at "([^"]+)"; /.exec(error.message) ?? [];
  return { path, field: ['variables', ...path.split(/[.[\]]+/).filter(Boolean)] };
}

/** What graphql-js says too shortly: it meters the comparing of fields that share a key. */
const TOLD_BETTER: Readonly<Record<string, string>> = {
  'Validation aborted.':
    'The document asks for the same fields so often that they were not compared to the end. Leave out those that repeat.',
};

/** All that anybody is told of a fault of ours. */
export function internalMessage(requestId: string): string {
  return `The server failed to answer; its log holds the reason under request id ${requestId}.`;
}

/** What was thrown in the first place, behind graphql-js' and Apollo's wrappings. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}

/**
 * Apollo names what it refuses itself, and calls all else an internal error. An argument that turns
 * out unfit only when its variable is known comes from graphql-js without any code.
 */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const { code } = error.extensions;
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') return code;
  const isUnfitArgument = !error.originalError && error.message.startsWith('Argument "');
  return isUnfitArgument ? 'BAD_USER_INPUT' : undefined;
}

function format(
  error: unknown,
  message: string,
  extensions: GraphQLErrorExtensions,
): GraphQLFormattedError {
  const { locations, path } = error instanceof GraphQLError ? error : {};
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}

/** Validation can be told to suggest nothing; the coercion of variables suggests names all the same. */
export function withoutSuggestion(error: GraphQLFormattedError): GraphQLFormattedError {
  return { ...error, message: error.message.replace(/ Did you mean [^?]*\?$/, '') };
}
