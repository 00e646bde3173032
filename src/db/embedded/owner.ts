import { setTimeout as delay } from 'node:timers/promises';
import { Client, type DatabaseError } from 'pg';
import { StartFault } from '../../kit/errors.ts';
import { connectionTo, isAlive, type Postmaster } from './postmaster.ts';

/** The key of the session lock that the process that owns an embedded server holds. */
const OWNER_LOCK = 7_268_001;

/** The pid of whoever holds the lock, told by the name of its connection. */
const HOLDER = `
  select split_part(pg_stat_activity.application_name, ' ', 2)::int as pid
    from pg_locks
    join pg_stat_activity on pg_stat_activity.pid = pg_locks.pid
   where pg_locks.locktype = 'advisory'
     and pg_locks.granted
     and (pg_locks.classid::bigint << 32 | pg_locks.objid::bigint) = ${OWNER_LOCK}`;

/** Our hold on an embedded server: as long as it lasts, no other process uses its directory. */
export interface Ownership {
  /** Makes the database that is served, at the first start. */
  makeDatabase(): Promise<void>;
  /** Stops the server, and the hold with it: let go before, another start would take the server over. */
  endWith(stop: () => Promise<void>): Promise<void>;
}

/**
 * Takes hold of a running server, or tells who has it. A lock of a session, so that it goes with its
 * process however that ends, which neither a pid nor a lock file does. Undefined while the server
 * takes no connections: it has begun to stop.
 */
export async function takeOwnership(
  postmaster: Postmaster,
  directory: string,
): Promise<Ownership | undefined> {
  const client = await lockedClient(postmaster, directory);
  return client && keep(client, () => lockedClient(postmaster, directory));
}

async function lockedClient(
  postmaster: Postmaster,
  directory: string,
): Promise<Client | undefined> {
  const client = await connect(postmaster);
  try {
    if (client) await lock(client, directory);
    return client;
  } catch (error) {
    await client?.end();
    throw error;
  }
}

async function connect(postmaster: Postmaster): Promise<Client | undefined> {
  const client = new Client({
    ...connectionTo(postmaster, 'postgres'),
    application_name: `quanmai ${process.pid}`,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code } = error as DatabaseError;
    const notNow = code === '57P03' || code === 'ECONNREFUSED' || code === 'ENOENT';
    if (notNow || code === 'ECONNRESET') return undefined;
    throw error;
  }
}

/** A holder that was killed a moment ago loses the lock as soon as the server sees its end. */
async function lock(client: Client, directory: string): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(${OWNER_LOCK}) as mine`,
    );
    if (rows[0]?.mine) return;
    const holder = (await client.query<{ pid: number }>(HOLDER)).rows[0]?.pid;
    if (holder !== undefined && isAlive(holder)) {
      throw new StartFault(
        `${directory} is in use by another Quanmai (pid ${holder}). Stop it, or set DATA_DIR to another directory.`,
      );
    }
    await delay(20);
  }
}

async function createDatabaseOnce(client: Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_database where datname = 'quanmai'`);
  if (!rowCount) await client.query('create database quanmai template template0');
}

/**
 * Takes the lock again when the server has dropped the connection but lives on, as it does after one
 * of its processes crashed.
 */
function keep(first: Client, retake: () => Promise<Client | undefined>): Ownership {
  let client = first;
  let over = false;
  const watch = () => client.once('end', () => void again());
  const again = async () => {
    while (!over) {
      const next = await retake().catch(() => undefined);
      if (next) {
        client = next;
        watch();
        return;
      }
      await delay(100, undefined, { ref: false });
    }
  };
  watch();
  return {
    makeDatabase: () => createDatabaseOnce(first),
    async endWith(stop) {
      over = true;
      await stop();
      await client.end();
    },
  };
}
