import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from '../../access/access.ts';
import { shapeError } from '../../graph/errors.ts';
import { CallerLeft } from '../../request/given-up.ts';
import type { ReadJson } from '../json-text.ts';
import { viewerOf } from '../identified.ts';
import type { IsAllowedOrigin } from '../origins.ts';
import type { Operation } from '../perform.ts';
import { RefusedRequest } from '../refused-request.ts';
import { operationInUrl } from '../url-operation.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { LiveOperations } from './live-operations.ts';
import type { Places } from '../places.ts';
import { foreignOrigin, tooManySockets } from './refusals.ts';
import { endWith, StreamSink } from './sinks.ts';

export interface EventStreamOptions {
  readonly path: string;
  /** Who the callers are, and for how long. */
  readonly access: Access;
  readonly live: LiveOperations;
  readonly places: Places;
  readonly heartbeat: Heartbeat;
  readonly isAllowedOrigin: IsAllowedOrigin;
  /** Reads a text as a body's is read, or throws why it cannot. */
  readonly readJson: ReadJson;
}

const EVENT_STREAM = 'text/event-stream';

/** Serves one operation a request as an event stream: the "distinct connections mode" of graphql-sse. */
export function serveEventStreams(http: FastifyInstance, options: EventStreamOptions): void {
  const { path, access, live, places, heartbeat, isAllowedOrigin, readJson } = options;
  http.route({
    method: ['GET', 'POST'],
    url: path,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const { origin, host } = request.headers;
      if (!accepted(request).includes(EVENT_STREAM)) throw NOT_ACCEPTABLE;
      if (!isAllowedOrigin(origin, host)) throw foreignOrigin(origin);
      const operation = operationOf(request, readJson);
      const leave = places.take();
      if (!leave) throw tooManySockets(places.size);
      const { raw } = reply.hijack();
      const leaving = new AbortController();
      raw.once('close', () => {
        leave();
        if (!raw.writableFinished) leaving.abort(new CallerLeft());
      });
      begin(raw, reply.getHeaders(), heartbeat);
      const viewer = viewerOf(request);
      const coming = { requestId: request.id };
      if (!live.isSubscription(operation)) {
        endWith(raw, await live.run(operation, viewer, leaving, coming));
        return;
      }
      const sink = new StreamSink(raw);
      const unwatch = access.watch(viewer, (why) => {
        sink.fail([shapeError(why, request.id).formatted]);
        leaving.abort(why);
      });
      raw.once('close', unwatch);
      const after = cursorOf(request);
      const errors = await live.follow(operation, viewer, leaving, sink, { ...coming, after });
      if (errors) sink.fail(errors);
    },
  });
}

/** Where an EventSource got to before it lost its connection: further than what it then asked for. */
function cursorOf({ headers }: FastifyRequest): string | undefined {
  const last = headers['last-event-id'];
  return typeof last === 'string' && last !== '' ? last : undefined;
}

const NOT_ACCEPTABLE = new RefusedRequest(
  `Answers here are event streams: send "Accept: ${EVENT_STREAM}", or ask at /graphql.`,
  406,
  'NOT_ACCEPTABLE',
);

function accepted({ headers: { accept = '' } }: FastifyRequest): string[] {
  return accept.split(',').map((type) => type.split(';')[0]?.trim().toLowerCase() ?? '');
}

/** Heartbeats keep proxies from taking silence for an end, and find out a reader who is gone. */
function begin(raw: ServerResponse, headers: object, heartbeat: Heartbeat): void {
  raw.writeHead(200, {
    ...headers,
    'content-type': `${EVENT_STREAM}; charset=utf-8`,
    // Compressed or gathered on the way, events would come late.
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  raw.write(COMMENT);
  const endBeat = heartbeat.add(() => {
    if (raw.writableLength === 0) raw.write(COMMENT);
  });
  raw.once('close', endBeat);
  // Put off as long as anything moves; Node closes the connection of who takes nothing.
  raw.setTimeout(2 * heartbeat.everyMs);
}

const COMMENT = ':\n\n';

const Fields = z.record(z.string(), z.unknown());

const Request = z.object({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: Fields.nullish(),
  extensions: Fields.nullish(),
});

const WANTED: Readonly<Record<string, string>> = {
  query: 'a text',
  operationName: 'a text',
  variables: 'an object',
  extensions: 'an object',
};

function operationOf(request: FastifyRequest, readJson: ReadJson): Operation {
  const method = request.method === 'GET' ? 'GET' : 'POST';
  const sent = method === 'GET' ? operationInUrl(request, readJson) : request.body;
  const read = Request.safeParse(sent);
  if (read.success) return { ...(sent as Operation), method };
  const at = String(read.error.issues[0]?.path[0] ?? '');
  throw new RefusedRequest(
    WANTED[at] ? `"${at}" is not ${WANTED[at]}.` : 'One operation is an object with a "query".',
  );
}
