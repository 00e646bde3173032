import type { GraphiQLProps } from 'graphiql';
import type { FormattedExecutionResult } from 'graphql';
import { follow, isSubscription, type Observer } from './follow.ts';
import { Watched } from './watched.ts';

/** What the server says of itself. */
export interface Settings {
  readonly maxCost: number;
  readonly introspection: boolean;
}

/** What became of a request. */
export interface Answer {
  readonly query: string;
  readonly operationName?: string | null;
  /** None where nothing came back. */
  readonly status?: number;
  /** None where what came back is not JSON. */
  readonly result?: FormattedExecutionResult;
}

/** The last answer of each tab, by its id; GraphiQL itself keeps only its text. */
export const answers = new Watched<ReadonlyMap<string, Answer>>(new Map());

/** Undefined where they cannot be read: the page works without, and says what it cannot know. */
export async function readSettings(): Promise<Settings | undefined> {
  try {
    const response = await fetch(new URL('playground/settings.json', document.baseURI));
    return response.ok ? ((await response.json()) as Settings) : undefined;
  } catch {
    return undefined;
  }
}

const INTROSPECTION = 'IntrospectionQuery';

/**
 * Asks the graph. What it returns can be unsubscribed from: a question that is stopped, or left for
 * another tab, is given up on the server too, and its answer never lands in the wrong tab.
 */
export function fetcherFor(currentTab: () => string): Fetcher {
  return (operation, { headers } = {}) => {
    const { query, operationName } = operation;
    const subscribe = (observer: Observer) => {
      const tab = operationName === INTROSPECTION ? undefined : currentTab();
      const giveUp = new AbortController();
      if (tab !== undefined) keep(tab, undefined);
      if (isSubscription(operation)) {
        return { unsubscribe: follow(operation, headers, observer) };
      }
      ask(operation, headers, giveUp.signal)
        .then((answer) => {
          if (giveUp.signal.aborted) return;
          if (tab !== undefined) keep(tab, { query, operationName, ...answer });
          observer.next(answer.result ?? faultOf(answer.status));
          observer.complete();
        })
        .catch((error: unknown) => observer.error(error));
      return { unsubscribe: () => giveUp.abort() };
    };
    // GraphiQL calls it with an observer only; its type lists what else an Observable takes.
    return { subscribe } as ReturnType<Fetcher>;
  };
}

type Fetcher = GraphiQLProps['fetcher'];

async function ask(
  operation: object,
  headers: Readonly<Record<string, string>> | undefined,
  signal: AbortSignal,
): Promise<Pick<Answer, 'status' | 'result'>> {
  let response: Response;
  try {
    response = await fetch(new URL('graphql', document.baseURI), {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(operation),
      signal,
    });
  } catch (error) {
    // A header that no header can be is the reader's to mend, and no matter of the network.
    if (error instanceof TypeError && !isSendable(headers)) throw error;
    return {};
  }
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) return { status };
  return { status, result: body };
}

function isSendable(headers: Readonly<Record<string, string>> = {}): boolean {
  try {
    return Boolean(new Headers(headers));
  } catch {
    return false;
  }
}

function keep(tab: string, answer: Answer | undefined): void {
  const kept = new Map(answers.get());
  if (answer) kept.set(tab, answer);
  else kept.delete(tab);
  answers.set(kept);
}

/** In the place of an answer, in the form of one. */
function faultOf(status: number | undefined): FormattedExecutionResult {
  const message =
    status === undefined
      ? '连不上服务器 · The server cannot be reached.'
      : `收到的不是 JSON（状态 ${status}） · What came is not JSON (status ${status}).`;
  return { errors: [{ message }] };
}
