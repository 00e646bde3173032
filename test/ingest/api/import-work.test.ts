import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { noteInterrupted, noteRun, takeUp } from '../../../src/ingest/run/run-store.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { Run } from '../../support/process.ts';
import { until } from '../../support/until.ts';
import {
  type Asker,
  ended,
  projectsFile,
  readRun,
  sourcesDirectory,
  start,
  upload,
} from './bureau.ts';

let gateway: Gateway;
let server: Server;
let sources: string;
let token: string;
let city: Asker;
let sent: unknown = [];
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(sent));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  sources = await sourcesDirectory(`http://127.0.0.1:${port}/rows`);
  gateway = await startGateway({ jobs: true, env: { SOURCES_DIR: sources } });
  token = await gateway.keyFor({ role: 'CITY_OFFICER' });
  city = gateway.as(token);
  await gateway.given.region({ name: '测试东区' });
});
afterAll(async () => {
  await gateway.close();
  server.close();
  await rm(sources, { recursive: true, force: true });
});

describe('a live source', () => {
  const row = (code: string) => ({ 项目代码: code, 项目名称: `项目${code}`, 建设地点: '测试东区' });

  it('is pulled when somebody asks, and tells how fresh it is', async () => {
    // given
    sent = [row('pulled-1'), row('pulled-2')];
    // when
    const run = await start(city, { source: 'test-system', pull: true, mode: 'ROW_BY_ROW' });
    // then
    expect(await ended(city, run)).toMatchObject({
      ...{ state: 'DONE', source: 'test-system', fileName: 'test-system.jsonl' },
      counts: { read: 2, new: 2, refused: 0 },
    });
    const { dataSource } = await city.query(
      `{ dataSource(code: "test-system") { freshness { pulledAt changedAt failures isLate } } }`,
    );
    expect(dataSource.freshness).toMatchObject({
      ...{ pulledAt: expect.any(String), failures: 0, isLate: false },
    });
  }, 180_000);

  it('that answers badly leaves the graph as it was, and the run says why', async () => {
    sent = { message: 'no list' };
    const run = await start(city, { source: 'test-system', pull: true });
    expect(await ended(city, run)).toMatchObject({ state: 'FAILED', error: expect.any(String) });
  }, 180_000);
});

describe('a run whose gateway is killed', () => {
  it.each(['ROW_BY_ROW', 'ALL_OR_NOTHING'] as const)(
    'goes on by another one: %s',
    async (mode) => {
      // given
      const plain = await startGateway();
      await plain.given.region({ name: '测试东区' });
      const key = await plain.keyFor({ role: 'CITY_OFFICER' });
      const rows = Array.from(
        { length: 4_000 },
        (_, at) => [`many-${at}`, `项目${at}`, '测试东区'] as const,
      );
      const uploadId = await upload(plain, key, projectsFile(rows));
      const id = v7();
      const noted = { id, source: 'test-bureau', mode, isDry: false, uploadId };
      const told = { fileName: '项目.csv', asOf: '2024-01-31', actor: 'test' };
      await noteRun(plain.database.kysely, { ...noted, ...told }, 'WAITING');
      const worker = new Run([
        ...['--experimental-transform-types', '--disable-warning=ExperimentalWarning'],
        ...['test/ingest/api/run-until-killed.ts', JSON.stringify(plain.connection), sources],
      ]);
      const asker = plain.as(key);
      let other: Gateway | undefined;
      try {
        await until(async () => (await readRun(asker, id)).counts.read > 0);
        // when
        await worker.end();
        const left = await readRun(asker, id);
        other = await startGateway({ beside: plain, jobs: true, env: { SOURCES_DIR: sources } });
        const run = await ended(asker, id);
        // then
        expect(left).toMatchObject({ state: 'RUNNING', endedAt: null });
        expect(left.counts.read).toBeLessThan(4_000);
        expect(run).toMatchObject({ state: 'DONE', counts: { read: 4_000, new: 4_000 } });
        const { projects } = await asker.query('{ projects { totalCount } }');
        expect(projects.totalCount).toBe(4_000);
      } finally {
        await worker.end();
        await other?.close();
        await plain.close();
      }
    },
    120_000,
  );

  it('is left as it is by one with another mapping file, and told so', async () => {
    // given
    const plain = await startGateway();
    const key = await plain.keyFor({ role: 'CITY_OFFICER' });
    const rows = [['begun-1', '项目', '测试东区']] as const;
    const uploadId = await upload(plain, key, projectsFile(rows));
    const noted = { id: v7(), source: 'test-bureau', mode: 'ROW_BY_ROW', isDry: false } as const;
    const told = { uploadId, fileName: '项目.csv', asOf: '2024-01-31', actor: 'test' };
    await noteRun(plain.database.kysely, { ...noted, ...told }, 'WAITING');
    await takeUp(plain.database.kysely, noted.id, 'the digest of the mapping as it was');
    await noteInterrupted(plain.database.kysely, noted.id);
    // when
    const other = await startGateway({ beside: plain, jobs: true, env: { SOURCES_DIR: sources } });
    try {
      const run = await ended(plain.as(key), noted.id);
      // then
      expect(run).toMatchObject({
        ...{ state: 'FAILED', counts: { read: 0 } },
        error: expect.stringContaining('test-bureau.yaml was changed'),
      });
    } finally {
      await other.close();
      await plain.close();
    }
  }, 120_000);
});
