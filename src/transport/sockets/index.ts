import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Access } from '../../access/access.ts';
import type { Following } from '../../graph/following/following.ts';
import type { Answering } from '../answering.ts';
import { jsonReader } from '../json-text.ts';
import type { IsAllowedOrigin } from '../origins.ts';
import type { Perform } from '../perform.ts';
import { serveEventStreams } from './event-streams.ts';
import { Heartbeat } from './heartbeat.ts';
import { LiveOperations } from './live-operations.ts';
import { Places } from '../places.ts';
import { WebSockets } from './web-sockets.ts';

/** What holds for whoever stays connected. */
export interface SocketLimits {
  /** The largest message of a WebSocket. */
  readonly messageBytes: number;
  /** Operations at once on one WebSocket. */
  readonly maxOperations: number;
  /** WebSockets and event streams at once. */
  readonly maxSockets: number;
  /** Between two pings, or two signs of life of an event stream. */
  readonly pingMs: number;
  /** Between two heartbeats of a subscription. */
  readonly heartbeatMs: number;
  /** Subscriptions at once. */
  readonly maxSubscriptions: number;
  /** The same, by one credential. */
  readonly viewerSubscriptions: number;
}

export interface SocketsOptions {
  readonly limits: SocketLimits;
  readonly requestTimeoutMs: number;
  /** Who the callers are. */
  readonly access: Access;
  readonly perform: Perform;
  readonly following: Following;
  /** Counts and times these operations with those of plain HTTP. */
  readonly answering: Answering;
  readonly isAllowedOrigin: IsAllowedOrigin;
  readonly log: Logger;
}

export interface Sockets {
  /** Takes no new work, answers what is in flight within `graceMs`, then closes everything. */
  stop(graceMs: number): Promise<void>;
}

/** Serves the graph to those who stay: WebSockets on /graphql, event streams on /graphql/stream. */
export function serveSockets(http: FastifyInstance, options: SocketsOptions): Sockets {
  const { limits, access, perform, following, answering, isAllowedOrigin, log } = options;
  const live = new LiveOperations({ perform, following, answering, log });
  const common = {
    access,
    live,
    places: new Places(limits.maxSockets),
    heartbeat: new Heartbeat(limits.pingMs),
    readJson: jsonReader(http),
    isAllowedOrigin,
  };
  serveEventStreams(http, { ...common, path: '/graphql/stream' });
  const webSockets = new WebSockets(http, {
    ...common,
    ...{ path: '/graphql', messageBytes: limits.messageBytes, log },
    ...{ maxOperations: limits.maxOperations, initTimeoutMs: options.requestTimeoutMs },
  });
  return {
    async stop(graceMs) {
      await Promise.all([
        live.stop(graceMs),
        webSockets.close(delay(graceMs, undefined, { ref: false })),
      ]);
    },
  };
}
