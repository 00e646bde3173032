import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { anonymous } from '../access/viewer.ts';
import type { Database } from '../db/database.ts';
import type { DocumentLimits } from '../graph/limits.ts';
import { RequestContext } from '../request/context.ts';
import { serveGraphql } from './graphql.ts';
import { createHttp } from './http.ts';
import { listen } from './listen.ts';
import { type Probe, readinessOf } from './readiness.ts';

export interface ServeOptions {
  readonly schema: GraphQLSchema;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Whether who does not say who he is may read. */
  readonly anonymous: 'read' | 'off';
  readonly bodyLimitBytes: number;
  readonly requestTimeoutMs: number;
  readonly limits: DocumentLimits;
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
  const { log, bodyLimitBytes, requestTimeoutMs } = options;
  const readiness = readinessOf(options.probes);
  const server = createHttp({ bodyLimitBytes, requestTimeoutMs, readiness, log });
  const contextFor = (requestId: string) => {
    if (options.anonymous === 'off') throw unauthenticated();
    return new RequestContext(database, anonymous, requestId);
  };
  const { schema, limits } = options;
  const endGraphql = await serveGraphql(server.http, { schema, limits, contextFor, log });
  const origin = await listen(server.http, options.host, options.port);
  return {
    url: `${origin}/graphql`,
    async stop(graceMs) {
      await server.stop(graceMs);
      await endGraphql();
    },
  };
}

function unauthenticated(): GraphQLError {
  return new GraphQLError(
    'This server answers nobody whom it does not know. Whoever runs it can allow reading with ANONYMOUS=read.',
    { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } },
  );
}
