import { Client, type FieldDef } from 'pg';
import Cursor from 'pg-cursor';
import { parseExactly } from './exact-json.ts';
import type { PostgresFeed } from './feed.ts';
import { answeredBadly, FeedFault, secretFrom } from './feed-fault.ts';
import { sourceFault } from './postgres-faults.ts';
import { type Pace, trying } from './trying.ts';

type Row = Readonly<Record<string, unknown>>;
type AddRows = (rows: readonly Row[]) => Promise<void>;

/**
 * Reads a query's rows by a cursor on the server: one state of the source, however long it takes, and
 * a batch of it in memory. Numbers and dates stay the texts that PostgreSQL writes.
 */
export async function readPostgres(
  feed: PostgresFeed,
  env: NodeJS.ProcessEnv,
  { signal, pace, add }: { signal: AbortSignal; pace: Pace; add: AddRows },
): Promise<void> {
  const url = addressFrom(feed, env);
  const client = await trying(() => connected(url, feed), signal, pace);
  // What waits in the source ends with its connection.
  const hangUp = () => void client.end().catch(() => {});
  signal.addEventListener('abort', hangUp, { once: true });
  let isOver = false;
  try {
    signal.throwIfAborted();
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`set local statement_timeout = ${feed.timeoutMs}`);
    await readAll(client, feed, add);
    await client.query('rollback');
    isOver = true;
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof FeedFault ? error : sourceFault(error, feed);
  } finally {
    signal.removeEventListener('abort', hangUp);
    // A server that hangs would not say goodbye either.
    const ended = client.end().catch(() => {});
    if (isOver) await ended;
  }
}

function addressFrom({ urlFrom }: PostgresFeed, env: NodeJS.ProcessEnv): string {
  const url = secretFrom(env, urlFrom, 'urlFrom');
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new FeedFault(
    'SOURCE_NOT_SET_UP',
    `The environment variable ${urlFrom} holds no URL like postgresql://user:password@host:5432/database.`,
  );
}

async function connected(connectionString: string, feed: PostgresFeed): Promise<Client> {
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: feed.timeoutMs,
    // The server ends a statement that takes too long; this is for one that has stopped answering.
    query_timeout: feed.timeoutMs + 5_000,
    application_name: 'quanmai feed',
    types: { getTypeParser: (oid: number) => PARSERS[oid] ?? String },
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    void client.end().catch(() => {});
    throw sourceFault(error, feed);
  }
}

/** By type; all others stay texts. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't',
  114: parseExactly,
  3802: parseExactly,
};

async function readAll(client: Client, { query, batch }: PostgresFeed, add: AddRows) {
  const cursor = client.query(new Cursor<unknown[]>(query, [], { rowMode: 'array' }));
  for (;;) {
    const { rows, fields } = await nextBatch(cursor, batch);
    refuseNamesakes(fields);
    if (rows.length > 0) await add(rows.map((row) => asObject(fields, row)));
    if (rows.length < batch) break;
  }
  await cursor.close();
}

/** Its promise would not tell the columns. */
function nextBatch(cursor: Cursor<unknown[]>, batch: number) {
  return new Promise<{ rows: unknown[][]; fields: FieldDef[] }>((resolve, reject) => {
    cursor.read(batch, (error: Error | null | undefined, rows, result) => {
      if (error) reject(error);
      else resolve({ rows, fields: result.fields });
    });
  });
}

function refuseNamesakes(fields: readonly FieldDef[]): void {
  const names = fields.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return;
  throw answeredBadly(
    `The query of the feed has two columns with the name "${twice}": name one otherwise, by "as".`,
  );
}

function asObject(fields: readonly FieldDef[], row: readonly unknown[]): Row {
  return Object.fromEntries(fields.map(({ name }, at) => [name, row[at]]));
}
