import { once } from 'node:events';
import type { Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine } from '../db/copy-text.ts';
import type { Database } from '../db/database.ts';
import { deferIndexes } from '../db/deferred-indexes.ts';
import { type Called, calledIn, nameColumns, rowsOf } from './names.ts';
import type { Searchable } from './searchable.ts';

/**
 * Of the rows in `search_name`. Raise it with any change of what a name's rows hold (forms, readings,
 * shelves, grams): then the next start writes all of them anew.
 */
const EDITION = 2;

/** Many enough that a round trip does not count, few enough that memory stays flat. */
const BATCH = 2_000;

/**
 * Sees to it that the index is there, in this edition: after an upgrade of a database that was
 * filled before there was one, and never again. One statement where there is nothing to do.
 *
 * A million names take up to five minutes. Meanwhile commands wait; of several gateways one does it.
 *
 * @param onNames told of each batch. What it throws ends the work, and leaves the index as it was.
 */
export async function keepSearchBuilt(
  { pool, kysely }: Database,
  searchables: readonly Searchable[],
  onNames: (names: number) => void,
): Promise<void> {
  const { rows } = await pool.query<{ edition: number }>('select edition from search_edition');
  if ((rows[0]?.edition ?? 0) >= EDITION) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`
      select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true),
             set_config('idle_in_transaction_session_timeout', '0', true)`);
    const held = await client.query<{ edition: number }>(
      'select edition from search_edition for update',
    );
    if ((held.rows[0]?.edition ?? 0) < EDITION) {
      await buildSearch(client, kysely, searchables, onNames);
    }
    await client.query('commit');
    client.release();
  } catch (error) {
    // The connection goes with its transaction: after a broken COPY it may be in no state to be used.
    client.release(true);
    throw error;
  }
}

/** Writes the whole index anew, in the caller's transaction. */
export async function buildSearch(
  client: PoolClient,
  db: Kysely<unknown>,
  searchables: readonly Searchable[],
  onNames: (names: number) => void = () => {},
): Promise<void> {
  // Who writes a name meanwhile waits for this lock with its row of the index, and then replaces it.
  await client.query('lock table search_name in access exclusive mode');
  await client.query('truncate search_name');
  const restore = await deferIndexes(client, ['search_name']);
  for (const searchable of searchables) {
    await copyNames(client, calledIn(searchable).compile(db).sql, onNames);
  }
  await client.query(`set local maintenance_work_mem = '256MB'`);
  await restore();
  await client.query('analyze search_name');
  await client.query('update search_edition set edition = $1', [EDITION]);
}

/**
 * Reads through a cursor and writes by COPY in turns, on the one connection that holds the lock. A
 * batch is fetched while the one before is made, and made while that is written.
 */
async function copyNames(
  client: PoolClient,
  select: string,
  onNames: (names: number) => void,
): Promise<void> {
  await client.query(`declare called no scroll cursor for ${select}`);
  const fetch = () => unheard(client.query<Called>(`fetch ${BATCH} from called`));
  let next = fetch();
  let writing: Promise<unknown> = Promise.resolve();
  for (;;) {
    const { rows } = await next;
    if (rows.length === 0) break;
    next = fetch();
    const text = rows
      .flatMap(rowsOf)
      .map((row) => copyLine(row, nameColumns))
      .join('');
    await writing;
    const into = client.query(copyFrom(`copy search_name (${nameColumns.join(', ')}) from stdin`));
    writing = unheard(once(into, 'finish'));
    into.end(text);
    onNames(rows.length);
  }
  await writing;
  await client.query('close called');
}

/** Who waits for it hears of its fault; when work is given up before, nobody does. */
function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
