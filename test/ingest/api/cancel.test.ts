import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { follow } from '../../updates/followers.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';
import {
  type Asker,
  CANCEL,
  projectsFile,
  readRun,
  sourcesDirectory,
  start,
  UNDO,
  upload,
} from './bureau.ts';

const ROWS = 4_000;

let gateway: Gateway;
let sources: string;
let token: string;
let city: Asker;
beforeAll(async () => {
  sources = await sourcesDirectory();
  gateway = await startGateway({ live: true, jobs: true, env: { SOURCES_DIR: sources } });
  token = await gateway.keyFor({ role: 'CITY_OFFICER' });
  city = gateway.as(token);
  await gateway.given.region({ name: '测试东区' });
});
afterAll(async () => {
  await gateway.close();
  await rm(sources, { recursive: true, force: true });
});

const projects = async () => (await city.query('{ projects { totalCount } }')).projects.totalCount;

/** A run that is cancelled while it is at work, when it has left the source to the next. */
async function cancelled(mode: string) {
  const rows = Array.from(
    { length: ROWS },
    (_, at) =>
      [`${mode.toLowerCase().replaceAll('_', '-')}-${at}`, `项目${at}`, '测试东区'] as const,
  );
  const file = await upload(gateway, token, projectsFile(rows));
  const { updatesHead } = await city.query('{ updatesHead { cursor } }');
  const run = await start(city, { upload: file, mode });
  await until(async () => (await readRun(city, run)).counts.new > 0, 60_000);
  const { cancelImport } = await city.query(CANCEL, { input: { run } });
  expect(cancelImport).toMatchObject({ userErrors: [], run: { state: 'CANCELLED' } });
  await until(isFree, 30_000);
  return { run, told: await toldOf(run, updatesHead.cursor as string) };
}

/** Whoever is at a run holds the lock of its source. */
async function isFree(): Promise<boolean> {
  const { rows } = await gateway.database.pool.query<{ held: boolean }>(
    `select exists (select from pg_locks where locktype = 'advisory' and database =
       (select oid from pg_database where datname = current_database())
       and (classid::bigint << 32) + objid::bigint
           = hashtextextended('quanmai import test-bureau', 0)) as held`,
  );
  return !rows[0]!.held;
}

async function toldOf(run: string, after: string): Promise<any[]> {
  const follower = follow(gateway, {
    ...{ query: PROGRESS, variables: { run }, after, authorization: `Bearer ${token}` },
  });
  const told = () =>
    follower.messages.map(({ importProgress }) => importProgress).filter(({ kind }) => kind);
  await until(() => told().some(({ kind }) => kind === 'IMPORT_CANCELLED'), 20_000);
  follower.leave();
  return told();
}

const PROGRESS = `subscription ($run: ID!, $after: String) {
  importProgress(run: $run, after: $after) {
    ... on ImportProgress { kind run { state endedAt } } } }`;

describe('a run that is cancelled at work', () => {
  it('leaves the graph as it was: all or nothing', async () => {
    const before = await projects();
    const { run, told } = await cancelled('ALL_OR_NOTHING');
    expect(await projects()).toBe(before);
    expect(await readRun(city, run)).toMatchObject({
      ...{ state: 'CANCELLED', error: null, endedAt: expect.any(String) },
    });
    expect(told.at(-1)).toEqual({
      kind: 'IMPORT_CANCELLED',
      run: { state: 'CANCELLED', endedAt: expect.any(String) },
    });
  }, 180_000);

  it('keeps whole chunks, which its counts tell and undo takes back: row by row', async () => {
    const before = await projects();
    const { run, told } = await cancelled('ROW_BY_ROW');
    const kept = (await projects()) - before;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(ROWS);
    expect(kept % 250).toBe(0);
    const seen = await readRun(city, run, 'rows { totalCount }');
    expect(seen).toMatchObject({
      ...{ state: 'CANCELLED', counts: { read: kept, new: kept }, rows: { totalCount: kept } },
    });
    expect(told.at(-1)).toMatchObject({ kind: 'IMPORT_CANCELLED' });
    expect(seen.tables).toMatchObject([{ target: 'projects', rows: kept, changed: kept }]);
    const { undoImport } = await city.query(UNDO, { input: { run } });
    expect(undoImport).toMatchObject({ userErrors: [], run: { state: 'UNDONE' } });
    expect(await projects()).toBe(before);
  }, 180_000);
});
