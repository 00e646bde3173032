import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { build, Run, urlOf } from '../support/process.ts';
import type { SentStatement } from '../support/statements.ts';
import { until } from '../support/until.ts';
import { changeMany } from '../updates/writing.ts';
import { type HotOperation, hotOperations } from './hot-operations.ts';
import { lasting, planOf, scannedIn } from './plan.ts';

const PLANS = 'test/sql/plans.txt';

/**
 * Large enough that reading a table whole costs more than its indexes do, and so small that `analyze`
 * reads every row (up to 30,000 of a table): no sample, no chance, the same plans each time.
 */
const CITY = { projects: 5_000, enterprises: 10_000, seed: 1 };
/** From so many rows on a table grows with the city. */
const LARGE = 1_000;

/** The plans of one operation's statements, in the order in which they are asked. */
type Plans = readonly string[];

describe('the plans of the hot operations', () => {
  let gateway: Gateway;
  let client: Client;
  let version: string;
  let large: readonly string[];
  const plans = new Map<string, Plans>();
  beforeAll(async () => {
    gateway = await startGateway({
      live: true,
      env: { POOL_SIZE: '2', COMPILE_QUERIES: 'always' },
    });
    await makeCity(gateway);
    client = new Client(gateway.connection);
    await client.connect();
    await makeEvents();
    await client.query('vacuum (analyze)');
    version = await valueOf(`select current_setting('server_version_num')::int / 10000`);
    large = await valueOf(
      `select array_agg(relname::text) from pg_class where relkind = 'r' and reltuples >= ${LARGE}`,
    );
    for (const operation of hotOperations) {
      const found: string[] = [];
      for (const statement of await sentFor(operation)) {
        found.push(await planOf(client, statement));
      }
      plans.set(operation.name, found);
    }
  }, 120_000);
  afterAll(async () => {
    await client.end();
    await gateway.close();
  });

  /** A thousand updates for the feed: a city that was generated has none. */
  async function makeEvents(): Promise<void> {
    await changeMany(gateway, 'syn-p-0000');
    const isNumbered = 'select not exists (select from event where position is null)';
    await until(() => valueOf<boolean>(isNumbered));
  }

  async function valueOf<T>(statement: string): Promise<T> {
    const { rows } = await client.query<[T]>({ text: statement, rowMode: 'array' });
    return rows[0]![0];
  }

  async function sentFor({ document, variables }: HotOperation): Promise<SentStatement[]> {
    const asker = gateway.as(await gateway.keyFor());
    const given = await variables(gateway);
    // With one connection left, what is asked at once is answered in the order in which it was asked.
    const other = await gateway.database.pool.connect();
    try {
      await asker.query(document, given);
    } finally {
      other.release();
    }
    return [...gateway.sql.sent];
  }

  const headed = (heading: (statement: string) => string, text: (plan: string) => string) =>
    [...plans].flatMap(([name, ofIt]) =>
      ofIt.map(
        (plan, place) => `${heading(`${name}: ${place + 1} of ${ofIt.length}`)}${text(plan)}`,
      ),
    );

  it('are those of the committed text; UPDATE_SCHEMA=1 writes it anew', async () => {
    // Another server, of another version or with other settings, may plan otherwise.
    const isOurs = !process.env.TEST_DATABASE_URL;
    const made = headed(
      (statement) => `## ${statement}\n\n`,
      (plan) => `${lasting(plan)}\n`,
    );
    const text = [`PostgreSQL ${version}\n`, ...made].join('\n');
    if (process.env.UPDATE_SCHEMA === '1' && isOurs) await writeFile(PLANS, text);
    const committed = await readFile(PLANS, 'utf8');
    if (isOurs) expect(text).toBe(committed);
    else expect(headingsOf(text)).toEqual(headingsOf(committed));
  });

  it.each(hotOperations.map((operation) => [operation.name, operation] as const))(
    'read no large table from end to end: %s',
    (name, { scans = {} }) => {
      const scanned = plans.get(name)!.flatMap(scannedIn);
      expect(scanned.filter((table) => large.includes(table) && !(table in scans))).toEqual([]);
    },
  );
});

const headingsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('## '));

/** By the command, in a process of its own: jest's sandbox takes twice as long for it. */
async function makeCity({ connection }: Gateway): Promise<void> {
  await build();
  const { projects, enterprises, seed } = CITY;
  const size = ['--projects', projects, '--enterprises', enterprises, '--seed', seed].map(String);
  const made = new Run(['dist/cli.js', 'generate', ...size], { DATABASE_URL: urlOf(connection) });
  if ((await made.exit()) !== 0) throw new Error(`There is no city: ${made.stderr}`);
}
