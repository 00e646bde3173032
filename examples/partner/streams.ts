import { setTimeout as delay } from 'node:timers/promises';
import { createClient as createStreamClient, NetworkError } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { type Answer, ask, refusal, Refused, whole } from './gateway.ts';
import { FeedDocument, FollowDocument, type FollowSubscription } from './generated.ts';

/** An update, or word that all up to its cursor was told. */
export type Message = FollowSubscription['projectUpdates'];

/** Where to follow, as whom, and from where on. */
export interface Following {
  readonly url: string;
  readonly token: string;
  readonly after: string;
  /** Between two looks at the feed, in milliseconds. */
  readonly every: number;
  /** Ends it at once, whatever state the connection is in. */
  readonly signal: AbortSignal;
}

/** Three ways to the same messages. Each ends, or throws why it had to; none tries again by itself. */
export const ways = { websocket: overWebSocket, sse: overEventStream, feed: overFeed };

export const isWay = (name: string): name is keyof typeof ways => name in ways;

async function* overWebSocket({ url, token, after, signal }: Following): AsyncGenerator<Message> {
  const client = createSocketClient({
    url: url.replace(/^http/, 'ws'),
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  signal.addEventListener('abort', () => client.terminate());
  const query = String(FollowDocument);
  try {
    for await (const answer of client.iterate({ query, variables: { after } })) {
      yield whole(answer as Answer<FollowSubscription>).projectUpdates;
    }
  } catch (error) {
    throw Array.isArray(error) ? refusal(error) : asClosed(error);
  } finally {
    void client.dispose();
  }
}

async function* overEventStream({ url, token, after, signal }: Following): AsyncGenerator<Message> {
  const client = createStreamClient({
    url: `${url}/stream`,
    headers: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  signal.addEventListener('abort', () => client.dispose());
  const query = String(FollowDocument);
  try {
    for await (const answer of client.iterate({ query, variables: { after } })) {
      yield whole(answer as Answer<FollowSubscription>).projectUpdates;
    }
  } catch (error) {
    if (!(error instanceof NetworkError) || !(error.response instanceof Response)) throw error;
    // Refused before it began: then the body is JSON, as of any other request.
    const { errors = [] } = (await error.response.json()) as Answer<never>;
    throw refusal(errors);
  } finally {
    client.dispose();
  }
}

/** Where nothing may stay connected: a look every few seconds. */
async function* overFeed({ url, token, after, every, signal }: Following): AsyncGenerator<Message> {
  for (let cursor = after; ;) {
    const { projectUpdatesFeed } = await ask(url, token, FeedDocument, { after: cursor });
    const { nodes, pageInfo } = projectUpdatesFeed;
    yield* nodes;
    // Further than the last update: nothing that is for us lies in between.
    cursor = pageInfo.endCursor ?? cursor;
    yield { __typename: 'Heartbeat', cursor };
    if (!pageInfo.hasNextPage) await delay(every, undefined, { signal });
  }
}

/** A WebSocket says why it closes by a number. */
const CLOSED: Readonly<Record<number, string>> = { 4401: 'UNAUTHENTICATED', 4403: 'FORBIDDEN' };

function asClosed(error: unknown): unknown {
  const { code, reason } = error as Partial<CloseEvent>;
  if (typeof code !== 'number') return error;
  return new Refused(
    CLOSED[code] ?? String(code),
    `The socket was closed (${code}). ${reason ?? ''}`,
  );
}
