import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import type { FormattedExecutionResult } from 'graphql';
import { createClient } from 'graphql-sse';

/** Where results go. */
export interface Observer {
  next(result: FormattedExecutionResult): void;
  error(error: unknown): void;
  complete(): void;
}

interface Operation {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown>;
}

/** Whether it is answered again and again; what cannot be read the server will say. */
export function isSubscription({ query, operationName }: Operation): boolean {
  try {
    return (
      getOperationAST(parse(query), operationName)?.operation === OperationTypeNode.SUBSCRIPTION
    );
  } catch {
    return false;
  }
}

/**
 * Follows a subscription as an event stream, which takes the headers that the page's reader has set,
 * a token among them. When it breaks off it says so: begun again by itself, it would leave out what
 * happened in between.
 *
 * @returns what ends it.
 */
export function follow(
  { query, operationName, variables }: Operation,
  headers: Readonly<Record<string, string>> | undefined,
  observer: Observer,
): () => void {
  const client = createClient({
    url: new URL('graphql/stream', document.baseURI).href,
    headers: { ...headers },
    retryAttempts: 0,
  });
  const end = client.subscribe(
    { query, ...(operationName != null && { operationName }), ...(variables && { variables }) },
    {
      next: (result) => observer.next(result as FormattedExecutionResult),
      error: (error) => observer.error(error),
      complete: () => observer.complete(),
    },
  );
  return () => {
    end();
    client.dispose();
  };
}
