import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../access/viewer.ts';
import type { Admission } from '../graph/admission.ts';
import { shapeError } from '../graph/errors.ts';
import type { RequestContext } from '../request/context.ts';

/** One operation, as a message or a body holds it. */
export interface Operation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
  /** A GET changes nothing. */
  readonly method?: 'GET' | 'POST';
}

/** Answers one operation, its refusal included; never rejects. */
export type Perform = (
  operation: Operation,
  viewer: Viewer,
  requestId: string,
  signal: AbortSignal,
) => Promise<FormattedExecutionResult>;

export interface PerformOptions {
  readonly admission: Admission;
  readonly contextFor: (viewer: Viewer, requestId: string, signal: AbortSignal) => RequestContext;
  readonly log: Logger;
}

/**
 * Answers what came by anything but plain HTTP, through the same Apollo server: the same checks, the
 * same caches, the same errors, so that there is no back door to hold shut.
 */
export function performOn(
  apollo: ApolloServer<RequestContext>,
  { admission, contextFor, log }: PerformOptions,
): Perform {
  return async (operation, viewer, requestId, signal) => {
    try {
      const contextValue = contextFor(viewer, requestId, signal);
      admission.checkRequest(operation);
      const { body } = await apollo.executeOperation(toRequest(operation), { contextValue });
      if (body.kind !== 'single') throw new Error('An answer in parts has no place here.');
      return body.singleResult;
    } catch (error) {
      const { formatted, fault } = shapeError(error, requestId);
      if (fault) log.error({ requestId, err: fault }, 'a request failed');
      return { errors: [formatted] };
    }
  };
}

function toRequest({ query, operationName, variables, extensions, method = 'POST' }: Operation) {
  return {
    query,
    ...(operationName != null && { operationName }),
    ...(variables != null && { variables }),
    ...(extensions != null && { extensions }),
    // Apollo refuses a mutation that came by GET.
    http: { method, headers: new HeaderMap(), search: '', body: undefined },
  };
}
