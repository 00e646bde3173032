import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { OLDEST_NODE } from '../../src/cli/node-version.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';
import { build, Run, urlOf } from '../support/process.ts';
import { until } from '../support/until.ts';

const MAIN = 'dist/main.js';
const CLI = 'dist/cli.js';

describe('the process', () => {
  let database: TestDatabase;
  let env: Record<string, string>;
  const runs: Run[] = [];
  const run = (args: string[], more: Record<string, string> = {}) => {
    const started = new Run(args, { ...env, ...more });
    runs.push(started);
    return started;
  };
  beforeAll(async () => {
    await build();
    database = await createDatabase();
    env = { PORT: '0', ANONYMOUS: 'read', DATABASE_URL: urlOf(database.connection) };
  });
  afterEach(() => Promise.all(runs.splice(0).map((started) => started.end())));
  afterAll(() => database.drop());

  const ask = async (url: string, query: string) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return { status: response.status, ...((await response.json()) as { data?: unknown }) };
  };

  it('says in one line where it serves what, and ends well when it is told to', async () => {
    const gateway = run([MAIN]);
    expect(await ask(await gateway.url(), '{ __typename }')).toMatchObject({ status: 200 });
    expect(gateway.stdout).toMatch(
      /^Quanmai serves (http:\/\/localhost:\d+\/)graphql and \1 · own · ready in \d+\.\d s\n$/,
    );
    gateway.signal('SIGTERM');
    expect(await gateway.exit()).toBe(0);
    expect(gateway.stderr).toBe('');
  });

  it('finishes twenty requests in flight on SIGTERM, and exits with 0', async () => {
    // given
    const gateway = run([MAIN], { POOL_SIZE: '20', LOCK_TIMEOUT_MS: '20000' });
    const url = await gateway.url();
    const other = await holding('region');
    // Each its own: what is asked by several at once is read once.
    const inFlight = Array.from({ length: 20 }, (_, place) =>
      ask(url, `{ regions(first: ${place + 1}) { totalCount } }`),
    );
    await until(async () => (await waiting(other)) === 20);
    // when
    gateway.signal('SIGTERM');
    await until(async () => (await fetch(new URL('/readyz', url))).status === 503);
    await other.end();
    // then
    for (const answer of await Promise.all(inFlight)) {
      expect(answer).toMatchObject({
        status: 200,
        data: { regions: { totalCount: expect.any(Number) } },
      });
    }
    expect(await gateway.exit()).toBe(0);
  });

  it('ends at once on a second signal', async () => {
    const gateway = run([MAIN], { LOCK_TIMEOUT_MS: '20000' });
    const url = await gateway.url();
    const other = await holding('region');
    const inFlight = ask(url, '{ regions { totalCount } }').catch(() => 'cut off');
    await until(async () => (await waiting(other)) === 1);
    gateway.signal('SIGINT');
    await until(async () => (await fetch(new URL('/readyz', url))).status === 503);
    gateway.signal('SIGINT');
    expect(await gateway.exit()).toBe(130);
    expect(await inFlight).toBe('cut off');
    await other.end();
  });

  it('says in one line that the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const gateway = run([MAIN], { PORT: String(port) });
    expect(await gateway.exit()).toBe(1);
    expect(gateway.stderr).toBe(
      `Port ${port} on 127.0.0.1 is taken: stop what uses it, or set PORT to another.\n`,
    );
    expect(gateway.stdout).toBe('');
    holder.close();
  });

  it('lists every fault of its configuration, and starts nothing', async () => {
    const gateway = run([MAIN], {
      PORT: 'x',
      MAX_DEPTH: '0',
      DATABASE_URL: 'postgresql://u:hunter2@',
    });
    expect(await gateway.exit()).toBe(1);
    expect(gateway.stderr.trimEnd().split('\n')).toEqual([
      'The configuration has faults:',
      expect.stringMatching(/^ {2}PORT: "x" is not /),
      expect.stringMatching(/^ {2}DATABASE_URL: "postgresql:\/\/\*\*\*@" is not /),
      expect.stringMatching(/^ {2}MAX_DEPTH: "0" is not /),
    ]);
  });

  it.each([MAIN, CLI])('says in one line that Node is too old for %s', async (file) => {
    const older = `Object.defineProperty(process.versions, 'node', { value: '20.19.4' })`;
    const gateway = run(['-e', `${older}; import('./${file}')`]);
    expect(await gateway.exit()).toBe(1);
    expect(gateway.stderr).toMatch(
      /^Quanmai needs Node 22\.17\.0 or newer, and this is 20\.19\.4\. .*\n$/,
    );
  });

  it('wants the Node that package.json names', async () => {
    const { engines } = JSON.parse(await readFile('package.json', 'utf8')) as {
      engines: { node: string };
    };
    expect(`${engines.node}.0`).toBe(`>=${OLDEST_NODE}`);
  });

  it('explains itself', async () => {
    const help = run([CLI, '--help']);
    expect(await help.exit()).toBe(0);
    for (const word of ['serve', 'migrate', 'generate', 'Examples:', 'docs/operations.md']) {
      expect(help.stdout).toContain(word);
    }
  });

  it('migrates in a step of its own, for gateways that never do', async () => {
    // given
    const empty = await createDatabase('template0');
    const own = { DATABASE_URL: urlOf(empty.connection) };
    const refused = run([MAIN], { ...own, MIGRATE: 'never' });
    expect(await refused.exit()).toBe(1);
    expect(refused.stderr).toMatch(/^\d+ migrations are pending.*npm run quanmai -- migrate.*\n$/);
    // when
    const migration = run([CLI, 'migrate'], own);
    expect(await migration.exit()).toBe(0);
    expect(migration.stdout).toBe('The schema of the own database is up to date.\n');
    // then
    expect(await run([MAIN], { ...own, MIGRATE: 'never' }).url()).toMatch(/^http:/);
    await Promise.all(runs.splice(0).map((started) => started.end()));
    await empty.drop();
  }, 180_000);

  /** A session that holds a table against everybody, until it ends. */
  async function holding(table: string): Promise<Client> {
    const other = new Client(database.connection);
    await other.connect();
    await other.query(`begin; lock table ${table} in access exclusive mode`);
    return other;
  }

  async function waiting(other: Client): Promise<number> {
    const { rows } = await other.query<{ waiting: number }>(`
      select count(*)::int as waiting
        from pg_locks
       where not granted
         and database = (select oid from pg_database where datname = current_database())`);
    return rows[0]?.waiting ?? 0;
  }
});
