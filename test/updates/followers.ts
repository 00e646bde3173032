import { createClient as createStreamClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { socketUrl } from '../protocol/sockets.ts';
import type { Gateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

/** What everybody in these tests asks of an update. */
export const UPDATES = `subscription ($after: String, $filter: ProjectUpdateFilter) {
  projectUpdates(after: $after, filter: $filter) {
    __typename
    ... on ProjectUpdate {
      id cursor occurredAt kind projectId projectCode version actor source
      project { code name stage district { code } }
      changes { field before after }
    }
    ... on Heartbeat { cursor head at }
  }
}`;

export interface Message {
  readonly __typename: 'ProjectUpdate' | 'Heartbeat';
  readonly cursor: string;
  readonly [field: string]: any;
}

export type Over = 'websocket' | 'sse';

/** One who follows through a client that everybody may install, and keeps what he is told. */
export class Follower {
  readonly messages: Message[] = [];
  /** Why it ended, once it did: the errors that were sent, or whatever the client makes of it. */
  ended: any;

  constructor(private readonly unsubscribe: () => void) {}

  get updates(): Message[] {
    return this.messages.filter(({ __typename }) => __typename === 'ProjectUpdate');
  }

  get heartbeats(): Message[] {
    return this.messages.filter(({ __typename }) => __typename === 'Heartbeat');
  }

  /** The last cursor that he would have kept. */
  get cursor(): string {
    return this.messages.at(-1)!.cursor;
  }

  /** Waits until he is fed as things happen. */
  async isLive(): Promise<this> {
    await until(() => this.heartbeats.length > 0 || this.ended !== undefined);
    return this;
  }

  async got(count: number): Promise<Message[]> {
    await until(() => this.updates.length >= count || this.ended !== undefined);
    return this.updates;
  }

  async end(): Promise<any> {
    await until(() => this.ended !== undefined);
    return this.ended;
  }

  leave(): void {
    this.unsubscribe();
  }
}

export interface Following {
  readonly over?: Over;
  readonly after?: string | undefined;
  readonly filter?: object | undefined;
  readonly query?: string;
  readonly variables?: object;
  /** The value of an Authorization header. */
  readonly authorization?: string;
  readonly retryAttempts?: number;
}

/** Waits until all that was written by now is numbered, and this gateway has read it. */
export async function settled({ database, tail }: Gateway): Promise<void> {
  await until(async () => {
    const { rows } = await database.pool.query<{ head: number; pending: boolean }>(
      `select position::float8 as head, exists (select from event where position is null) as pending
         from event_head`,
    );
    return !rows[0]!.pending && tail.known()?.position === rows[0]!.head;
  });
}

/** Follows the updates of a gateway: unless from a cursor, from all on that was written by now. */
export function follow(gateway: Pick<Gateway, 'url'>, following: Following = {}): Follower {
  const { over = 'websocket', after, filter, query = UPDATES, authorization } = following;
  const variables = { after, filter, ...following.variables } as Record<string, unknown>;
  const client =
    over === 'websocket'
      ? createSocketClient({
          url: socketUrl(gateway as Gateway),
          webSocketImpl: WebSocket,
          retryAttempts: following.retryAttempts ?? 0,
          ...(authorization && { connectionParams: { authorization } }),
        })
      : createStreamClient({
          url: `${gateway.url}/stream`,
          retryAttempts: following.retryAttempts ?? 0,
          ...(authorization && { headers: { authorization } }),
        });
  let dispose = () => {};
  const begin = () => {
    dispose = client.subscribe<{ projectUpdates: Message }>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (errors) follower.ended = errors;
          else if (data?.projectUpdates) follower.messages.push(data.projectUpdates);
          else follower.messages.push(data as unknown as Message);
        },
        error: (error: unknown) => (follower.ended ??= error),
        complete: () => (follower.ended ??= 'complete'),
      },
    );
  };
  const follower = new Follower(() => {
    dispose();
    void client.dispose();
  });
  // What was written just before would else come as something that happened since.
  if (after === undefined && isReading(gateway)) void settled(gateway).then(begin, begin);
  else begin();
  return follower;
}

const isReading = (gateway: Pick<Gateway, 'url'>): gateway is Gateway =>
  'tail' in gateway && (gateway as Gateway).tail.known() !== undefined;

/** An update but for what its project is by now, which is read anew each time that it is told. */
export const lasting = ({ project: _now, ...update }: Message) => update;

/** Asks for a page of the feed, and where the log ends. */
export const FEED = `query ($after: String, $first: Int, $filter: ProjectUpdateFilter) {
  projectUpdatesFeed(after: $after, first: $first, filter: $filter) {
    edges { cursor node {
      __typename id cursor occurredAt kind projectId projectCode version actor source
      project { code name stage district { code } }
      changes { field before after }
    } }
    pageInfo { hasNextPage endCursor }
  }
  updatesHead { cursor oldestCursor at }
}`;
