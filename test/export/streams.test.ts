import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import type { Column } from '../../src/graph/export/columns.ts';
import { xlsxOf } from '../../src/graph/export/xlsx.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { heldMemory } from '../support/memory.ts';
import { until } from '../support/until.ts';
import { exportOf, refusalOf } from './asking.ts';

const LIST = '{ enterprises(orderBy: CODE) { nodes { code name } } }';
const ROWS = 20_000;

/** As many enterprises as a file of some megabytes needs, made in one statement. */
async function fill(gateway: Gateway): Promise<void> {
  await gateway.given.enterprise({ code: 'seed' });
  // What no command wrote has no events, which a trigger would notice.
  await gateway.database.pool.query(`
    begin;
    set local session_replication_role = replica;
    set local statement_timeout = 0;
    insert into organisation (id, evidence_id, code, name, kind)
    select gen_random_uuid(), evidence_id, 'e-' || lpad(n::text, 6, '0'), repeat('企业', 90) || n, kind
      from organisation, generate_series(1, ${ROWS}) n
     where code = 'seed';
    commit`);
}

/** Transactions that stand open for an export. */
async function open(gateway: Gateway): Promise<number> {
  const { rows } = await gateway.database.pool.query<{ count: number }>(`
    select count(*)::int as count from pg_stat_activity
     where datname = current_database() and backend_xmin is not null and pid <> pg_backend_pid()
       and state like 'idle in transaction%'`);
  return rows[0]!.count;
}

describe('a long export', () => {
  let gateway: Gateway;
  let token: string;
  beforeAll(async () => {
    gateway = await startGateway({ env: { EXPORTS_AT_ONCE: '1', SHUTDOWN_GRACE_MS: '200' } });
    token = await gateway.keyFor();
    await fill(gateway);
  }, 240_000);
  afterEach(() => until(async () => (await open(gateway)) === 0));

  it.each(['CSV', 'JSONL', 'XLSX'])(
    'holds no more of %s than a page at a time',
    async (format) => {
      const response = await exportOf(gateway, token, { query: LIST, format });
      let [bytes, most] = [0, 0];
      const before = heldMemory();
      let [chunks, next] = [0, 8];
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        bytes += chunk.byteLength;
        chunks += 1;
        // Ever more seldom, for each look takes long.
        if (chunks < next) continue;
        next *= 2;
        most = Math.max(most, heldMemory() - before);
      }
      expect(bytes).toBeGreaterThan(format === 'XLSX' ? 200_000 : 9_000_000);
      expect(most).toBeLessThan(25);
    },
    150_000,
  );

  it('waits for whoever takes it', async () => {
    gateway.sql.reset();
    const response = await exportOf(gateway, token, { query: LIST });
    const reader = response.body!.getReader();
    await reader.read();
    const asked = () => gateway.sql.statements.length;
    let before = -1;
    await until(async () => {
      const isStill = asked() === before;
      before = asked();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return isStill && asked() === before;
    });
    expect(asked()).toBeLessThan(ROWS / 200);
    expect(await open(gateway)).toBe(1);
    await reader.cancel();
  }, 180_000);

  it('ends with its transaction when the caller goes away, and gives up its place', async () => {
    const leaving = new AbortController();
    const response = await exportOf(gateway, token, { query: LIST }, leaving.signal);
    await response.body!.getReader().read();
    const refused = await refusalOf(await exportOf(gateway, token, { query: LIST }));
    expect(refused).toMatchObject({ status: 503, code: 'TOO_MANY_EXPORTS' });
    leaving.abort();
    await until(async () => (await open(gateway)) === 0);
    await until(async () => {
      const again = await exportOf(gateway, token, { query: '{ regions { nodes { code } } }' });
      await again.arrayBuffer();
      return again.status === 200;
    });
  }, 180_000);

  it('is broken off, never ended, when the credential is taken away', async () => {
    const own = await gateway.keyFor();
    const response = await exportOf(gateway, own, { query: LIST });
    const reader = response.body!.getReader();
    await reader.read();
    await gateway.database.pool.query('update api_key set revoked_at = now() where id = $1', [
      own.split('_')[1],
    ]);
    await expect(readOn(reader)).rejects.toThrow();
  }, 180_000);

  it('is broken off, never ended, when a page fails', async () => {
    const response = await exportOf(gateway, token, { query: LIST });
    const reader = response.body!.getReader();
    await reader.read();
    await gateway.database.pool.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and backend_xmin is not null and pid <> pg_backend_pid()`);
    await expect(readOn(reader)).rejects.toThrow();
  }, 180_000);

  it('is broken off, never ended, when the gateway stops', async () => {
    const response = await exportOf(gateway, token, { query: LIST });
    const reader = response.body!.getReader();
    await reader.read();
    await gateway.close();
    await expect(readOn(reader)).rejects.toThrow();
    gateway = await startGateway();
  }, 180_000);
  afterAll(() => gateway.close());
});

async function readOn(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}

describe('a workbook of more rows than a sheet takes', () => {
  const column: Column = {
    ...{ name: 'code', title: '代码', kind: 'text', isList: false, steps: ['code'] },
  };
  const workbook = (rows: number) => {
    const nodes = Array.from({ length: rows }, (_, at) => ({ code: `c${at}` }));
    const pages = Readable.from([nodes.slice(0, 5), nodes.slice(5)]);
    return buffer(
      xlsxOf({ columns: [column], pages, notes: () => [], rowsPerSheet: 4 }).pipe(
        new PassThrough(),
      ),
    );
  };

  it.each([
    [3, ['数据']],
    [4, ['数据', '数据 2']],
    [7, ['数据', '数据 2', '数据 3']],
  ])('of %i rows has the sheets %j', async (rows, sheets) => {
    const file = await workbook(rows);
    const read: unknown[] = [];
    for (const sheet of sheets) read.push(...(await readSheet(file, sheet)).slice(1).flat());
    expect(read).toEqual(Array.from({ length: rows }, (_, at) => `c${at}`));
    await expect(readSheet(file, `数据 ${sheets.length + 1}`)).rejects.toThrow();
  });
});
