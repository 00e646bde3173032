import type { PoolClient } from 'pg';
import type { ReadSource } from './reads.ts';

/**
 * What each connection was last set to see. None that is being set, or whose setting failed or was
 * cancelled, is in here: it is set before it is used again.
 */
const scopes = new WeakMap<PoolClient, string>();

/** For the session, until it serves another. */
const SET_SCOPE = `
  select set_config('search_path', $1, false), set_config('quanmai.scope', $2, false)`;

/**
 * Reads that see of projects, and of whatever tells of them, only what lies in these regions: by the
 * views of the schema `scoped`, which stand before the tables. The pool is for such reads alone.
 *
 * Costs a round trip where the connection served another scope before. The path is set, not given at
 * the connection's start: options in a URL would stand in its place, and open everything.
 */
export function withinScope(pool: ReadSource['pool'], regions: readonly string[]): ReadSource {
  return { pool, prepare: seeing(regions) };
}

/** Sets a connection to see no more than that. */
export function seeing(regions: readonly string[]): (client: PoolClient) => Promise<void> {
  const path = regions.length > 1 ? 'scoped, public' : 'scoped_to_one, scoped, public';
  const scope = `{${regions.join(',')}}`;
  return async (client) => {
    if (scopes.get(client) === scope) return;
    scopes.delete(client);
    await client.query(SET_SCOPE, [path, scope]);
    scopes.set(client, scope);
  };
}
