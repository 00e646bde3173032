import { Server } from '../harness/process.ts';
import type { Run } from '../harness/run.ts';
import type { Dialect, Subscription } from './readers/subscriber.ts';
import type { Writer } from './writer.ts';

/** Events by their numbers. */
export interface Events {
  readonly first: number;
  readonly count: number;
}

/** A server of updates in a process of its own, and how it comes to have any. */
export interface Updates {
  readonly server: Server;
  readonly url: string;
  /** All at once; answers when: at Quanmai, when the first of them began to be committed. */
  burst(events: Events): Promise<number>;
  /** One every so many milliseconds; answers when each was there, or began to be committed. */
  steady(events: Events & { readonly everyMs: number }): Promise<Float64Array>;
}

/** One of those that are compared. */
export interface Contender {
  readonly name: string;
  readonly dialect: Dialect;
  /** A burst takes it a minute. */
  readonly isSlow: boolean;
  /** Updates of one district, by its number, or of all. */
  subscription(district?: number): Subscription;
  /** Where a subscriber goes. */
  address(url: string, district?: number): string;
  /** Starts the server. Two ways to the same server have this function in common. */
  readonly start: () => Promise<Updates>;
}

export type Contenders = Readonly<
  Record<'quanmai' | 'quanmaiStream' | 'bareWs' | 'yoga' | 'yogaStream', Contender>
>;

const FIELDS = `{ cursor kind version project { code name } changes { field before after } }`;

export function contenders(run: Run, writer: Writer): Contenders {
  const quanmai = {
    isSlow: false,
    subscription: (district?: number) => ({
      query: `subscription ($filter: ProjectUpdateFilter) {
        projectUpdates(filter: $filter) { ... on ProjectUpdate ${FIELDS} } }`,
      variables: district === undefined ? {} : { filter: writer.districtFilter(district) },
    }),
    start: () => startQuanmai(run, writer),
  };
  const yoga = {
    isSlow: true,
    subscription: (district?: number) => ({
      query: `subscription ($district: String) { projectUpdates(district: $district) ${FIELDS} }`,
      variables: district === undefined ? {} : { district: String(district) },
    }),
    address: (url: string) => url,
    start: () => startPeer(run, 'bench/updates/peers/yoga.js'),
  };
  return {
    quanmai: { ...quanmai, name: 'Quanmai', dialect: 'graphql-ws', address: (url) => url },
    quanmaiStream: {
      ...quanmai,
      name: 'Quanmai, event stream',
      dialect: 'event-stream',
      address: (url) => `${url}/stream`,
    },
    bareWs: {
      name: '`ws`, bare',
      dialect: 'bare-ws',
      isSlow: false,
      subscription: () => ({ query: '', variables: {} }),
      address: (url, district) => (district === undefined ? url : `${url}?district=${district}`),
      start: () => startPeer(run, 'bench/updates/peers/bare-ws.js'),
    },
    yoga: { ...yoga, name: 'Yoga, WebSocket', dialect: 'graphql-ws' },
    yogaStream: { ...yoga, name: 'Yoga, event stream', dialect: 'event-stream' },
  };
}

/** Starts each server that some of them need, once; answers them with theirs, and how to end all. */
export async function startAll(
  contenders: readonly Contender[],
): Promise<{ started: [Contender, Updates][]; end: () => Promise<void> }> {
  const running = new Map<Contender['start'], Updates>();
  const started: [Contender, Updates][] = [];
  for (const contender of contenders) {
    const updates = running.get(contender.start) ?? (await contender.start());
    running.set(contender.start, updates);
    started.push([contender, updates]);
  }
  const end = async () => {
    for (const { server } of running.values()) await server.end();
  };
  return { started, end };
}

/** More than any part opens. */
const MANY = '20000';

/** A gateway as `npm start` runs it, but that everybody may connect who wants to. */
export async function startQuanmai(run: Run, writer: Writer): Promise<Updates> {
  const env = {
    ...{ DATABASE_URL: writer.url, PORT: '0', ANONYMOUS: 'read', LOG_LEVEL: 'warn' },
    ...{ MAX_SOCKETS: MANY, MAX_SUBSCRIPTIONS: MANY, VIEWER_SUBSCRIPTIONS: MANY },
    PLAYGROUND: 'off',
  };
  const server = new Server(run, run.compiled('src/main.ts'), { env });
  return {
    server,
    url: await server.url(),
    burst: (events) => writer.burst(events),
    steady: (events) => writer.steady(events),
  };
}

async function startPeer(run: Run, script: string): Promise<Updates> {
  // Of each subscriber a listener: Node takes that for a leak, and says so.
  const flags = ['--disable-warning=MaxListenersExceededWarning'];
  const server = new Server(run, script, { flags });
  return {
    server,
    url: await server.url(),
    burst: (events) => server.ask<number>('burst', events),
    steady: (events) => server.ask<Float64Array>('steady', events),
  };
}
