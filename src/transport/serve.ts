import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Access } from '../access/access.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../db/database.ts';
import { logStamp } from '../events/stamp.ts';
import type { Tail } from '../events/tail.ts';
import { Admission } from '../graph/admission.ts';
import { Answers, type AnswersOptions } from '../graph/execution/answers.ts';
import { Exporting } from '../graph/export/exporting.ts';
import { Following } from '../graph/following/following.ts';
import type { Limits } from '../graph/limits.ts';
import { RequestContext } from '../request/context.ts';
import { Answering, boundAnswers, signalOf } from './answering.ts';
import { type ExportsOptions, serveExports } from './exports/index.ts';
import { EXPORTS_PATH, Links } from './exports/links.ts';
import { startApollo } from './graphql.ts';
import { serveGraphqlHttp } from './graphql-http.ts';
import { createHttp, type HttpOptions } from './http.ts';
import { identifyCallers, viewerOf } from './identified.ts';
import { IMPORT_ERRORS, serveImportErrors } from './import-errors.ts';
import { listen } from './listen.ts';
import { allowedOrigins } from './origins.ts';
import { servePlayground } from './playground.ts';
import { performOn } from './perform.ts';
import { type Probe, readinessOf } from './readiness.ts';
import { refuseSimpleGets } from './simple-requests.ts';
import { serveSockets, type SocketLimits } from './sockets/index.ts';
import { serveUploads, UPLOADS } from './uploads.ts';

export interface ServeOptions {
  readonly schema: GraphQLSchema;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Who the callers are. */
  readonly access: Access;
  /** The log that they follow. */
  readonly tail: Tail;
  readonly http: Omit<HttpOptions, 'readiness' | 'log'>;
  readonly maxConcurrent: number;
  readonly sockets: SocketLimits;
  readonly playground: boolean;
  readonly limits: Limits;
  readonly uploads: { readonly maxBytes: number };
  readonly answers: Pick<AnswersOptions, 'compiling' | 'keptBytes'>;
  readonly exports: Pick<ExportsOptions, 'exportsAtOnce'>;
  /** What /readyz asks. */
  readonly probes: Readonly<Record<string, Probe>>;
  readonly log: Logger;
}

export interface Served {
  /** Where the graph is: http://…/graphql. */
  readonly url: string;
  /** Refuses new work, finishes what is in flight within `graceMs`, closes every socket. */
  stop(graceMs: number): Promise<void>;
}

/** Serves a database over HTTP: everything of a gateway but where the database comes from. */
export async function serve(database: Database, options: ServeOptions): Promise<Served> {
  const { access, tail, limits, log } = options;
  const readiness = readinessOf(options.probes);
  const server = await createHttp({ ...options.http, readiness, log });
  const { http } = server;
  const { maxConcurrent } = options;
  const answering = new Answering({ maxConcurrent, ...options.http });
  const isAllowedOrigin = allowedOrigins(options.http.corsOrigins);
  refuseSimpleGets(http, GRAPH_PATHS, isAllowedOrigin);
  boundAnswers(http, '/graphql', answering);
  // Behind the above, which hears a caller go away meanwhile.
  identifyCallers(http, [...GRAPH_PATHS, EXPORTS_PATH, UPLOADS, IMPORT_ERRORS], access);
  const { schema } = options;
  const admission = new Admission(schema, limits);
  const answers = new Answers({ schema, ...options.answers, stamp: logStamp(database, tail) });
  const exporting = new Exporting({ schema, database, admission, answers });
  const links = new Links(database, access, exporting);
  serveExports(http, { exporting, links, access, ...options.exports, log });
  const contextFor = (viewer: Viewer, requestId: string, signal: AbortSignal) =>
    new RequestContext(database, viewer, requestId, signal, tail, links);
  const apollo = await startApollo({ schema, admission, answers, log });
  await serveGraphqlHttp(http, {
    apollo,
    admission,
    contextFor: (request) => contextFor(viewerOf(request), request.id, signalOf(request)),
  });
  const { heartbeatMs, maxSubscriptions, viewerSubscriptions } = options.sockets;
  const following = new Following({
    ...{ schema: options.schema, admission, tail, contextFor, heartbeatMs },
    seats: { all: maxSubscriptions, each: viewerSubscriptions },
    onFault: (fault, requestId) => log.error({ requestId, err: fault }, 'a subscription failed'),
  });
  const sockets = serveSockets(http, {
    limits: options.sockets,
    following,
    access,
    requestTimeoutMs: options.http.requestTimeoutMs,
    perform: performOn(apollo, { admission, contextFor, log }),
    answering,
    isAllowedOrigin,
    log,
  });
  const { maxBytes } = options.uploads;
  await serveUploads(http, database, { maxBytes, isAllowedOrigin });
  serveImportErrors(http, database);
  await servePlayground(http, {
    enabled: options.playground,
    settings: { maxCost: limits.maxCost, introspection: limits.introspection === 'on' },
  });
  const origin = await listen(http, options.host, options.port);
  return {
    url: `${origin}/graphql`,
    async stop(graceMs) {
      await Promise.all([sockets.stop(graceMs), server.stop(graceMs)]);
      await apollo.stop();
    },
  };
}

/** Where the graph is asked, by whatever way. */
const GRAPH_PATHS = ['/graphql', '/graphql/stream'] as const;
