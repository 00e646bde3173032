import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { Client } from 'pg';

/** Kysely over one session that somebody else opens and closes. */
export function kyselyOver(session: Client): Kysely<unknown> {
  const client = {
    query: session.query.bind(session),
    release: () => {},
  } as unknown as PostgresPoolClient;
  const pool = {
    connect: () => Promise.resolve(client),
    end: () => Promise.resolve(),
    options: {},
  };
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}
