import type { Pool, PoolClient } from 'pg';
import { StartFault } from '../kit/errors.ts';

/** The oldest server that our SQL is written for. */
const OLDEST = 15;
const MAKE_DATABASE = `"create database … template template0 encoding 'UTF8' locale 'C.UTF-8'"`;

interface ServerFacts {
  version: string;
  major: number;
  encoding: string;
  locale: string;
  is_libc: boolean;
  has_chinese_collation: boolean;
  has_chinese_letters: boolean;
  standard_strings: string;
  in_recovery: boolean;
  read_only: string;
}

const FACTS = `
  select current_setting('server_version') as version,
         current_setting('server_version_num')::int / 10000 as major,
         pg_encoding_to_char(encoding) as encoding,
         datctype as locale,
         datlocprovider = 'c' as is_libc,
         exists (select from pg_collation where collname = 'zh-x-icu') as has_chinese_collation,
         '济' ~ '[[:alpha:]]' as has_chinese_letters,
         current_setting('standard_conforming_strings') as standard_strings,
         pg_is_in_recovery() as in_recovery,
         current_setting('default_transaction_read_only') as read_only
    from pg_database
   where datname = current_database()`;

/**
 * Whether a server can hold the graph; a fault with the way out if it cannot, or cannot be reached.
 * One statement.
 */
export async function checkServer(pool: Pool): Promise<void> {
  const client = await connect(pool);
  try {
    const { rows } = await client.query<ServerFacts>(FACTS);
    const server = rows[0] as ServerFacts;
    const fault = faultOf(server);
    if (fault) throw new StartFault(fault);
    if (!server.is_libc && (await findsChinese(client)) === false) {
      throw new StartFault(noChinese(server.locale));
    }
  } finally {
    client.release();
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw connectionFault(error) ?? error;
  }
}

function faultOf(server: ServerFacts): string | undefined {
  if (server.major < OLDEST) {
    return `The server is PostgreSQL ${server.version}, and ${OLDEST} is the oldest that works: upgrade it, or unset DATABASE_URL for the embedded one.`;
  }
  if (server.in_recovery) {
    return 'DATABASE_URL names a replica, which is read-only: name the primary there, and replicas in DATABASE_REPLICA_URLS.';
  }
  if (server.read_only === 'on') {
    return 'The server takes no writes (default_transaction_read_only is on): set it off for this database or user.';
  }
  if (server.encoding !== 'UTF8') {
    return `The database's encoding is ${server.encoding}, and Chinese text needs UTF8: make it with ${MAKE_DATABASE}.`;
  }
  if (!server.has_chinese_letters) return noChinese(server.locale);
  if (!server.has_chinese_collation) {
    return 'The server has no collation "zh-x-icu" to sort Chinese names by: use one built with ICU, and run pg_import_system_collations.';
  }
  if (server.standard_strings !== 'on') {
    return 'The server has standard_conforming_strings off: set it on for this database or user.';
  }
  return undefined;
}

const noChinese = (locale = 'C') =>
  `The database's locale (${locale}) knows no Chinese letters, so a search would find none: make it with ${MAKE_DATABASE}.`;

/**
 * Whether pg_trgm sees letters in Chinese text. Under a locale of libc it does if regular expressions
 * do; under ICU's or the builtin one it goes by another setting than they. Tried and rolled back;
 * undefined where the extension is not to be had, or not ours to make.
 */
async function findsChinese(client: PoolClient): Promise<boolean | undefined> {
  await client.query('begin');
  try {
    await client.query('create extension if not exists pg_trgm');
    const { rows } = await client.query<{ found: boolean }>(
      `select cardinality(show_trgm('济南市')) > 0 as found`,
    );
    return rows[0]?.found;
  } catch {
    return undefined;
  } finally {
    await client.query('rollback');
  }
}

/**
 * Why a server of one's own cannot be connected to, in one line; undefined for any other error. None
 * of them repeats the URL, which holds the password.
 */
function connectionFault(error: unknown): StartFault | undefined {
  const message = explain(error);
  return message === undefined ? undefined : new StartFault(message);
}

interface ConnectionError extends NodeJS.ErrnoException {
  errors?: readonly unknown[];
  hostname?: string;
  address?: string;
  port?: number;
}

function explain(error: unknown): string | undefined {
  const { code, message, errors, hostname, address, port } = error as ConnectionError;
  // A name with several addresses fails once for each.
  if (errors) return explain(errors[0]);
  switch (code) {
    case 'ERR_INVALID_URL':
      return 'DATABASE_URL is not a URL: write postgres://user:password@host:5432/database, with special characters of the password percent-encoded.';
    case '28P01':
      return `The server refused the password in DATABASE_URL (${message}).`;
    case '28000':
      return `The server does not let this user in (${message}): look at its pg_hba.conf.`;
    case '3D000':
      return `The server has no such database (${message}): make it with ${MAKE_DATABASE}.`;
    case '53300':
      return 'The server has no connection left: raise its max_connections, or stop what holds them.';
    case '57P03':
      return `The server takes no connections yet (${message}): try again in a moment.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host in DATABASE_URL (${hostname}) is not known.`;
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'ENOENT':
      return `No server answers at ${address}${port ? `:${port}` : ''} (${code}): is it running, and is DATABASE_URL right?`;
    default:
      return explainMessage(message);
  }
}

/** `pg` gives its own errors no code. */
function explainMessage(message: string): string | undefined {
  if (/SCRAM.*password|password must be a string/.test(message)) {
    return 'The server asks for a password, and DATABASE_URL has none.';
  }
  if (/does not support SSL|certificate/.test(message)) {
    return `The server and DATABASE_URL do not agree on encryption (${message}): look at its sslmode.`;
  }
  if (/timeout/i.test(message)) {
    return 'The server in DATABASE_URL did not answer in time: is it running, and is the host right?';
  }
  return undefined;
}
