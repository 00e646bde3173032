import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { follow } from '../../updates/followers.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';
import {
  type Asker,
  CANCEL,
  ended,
  projectsFile,
  readRun,
  sourcesDirectory,
  start,
  START,
  UNDO,
  upload,
} from './bureau.ts';

let gateway: Gateway;
let sources: string;
let token: string;
let city: Asker;
let [home, away]: string[] = [];
let homeName: string;
beforeAll(async () => {
  sources = await sourcesDirectory();
  gateway = await startGateway({ live: true, jobs: true, env: { SOURCES_DIR: sources } });
  token = await gateway.keyFor({ role: 'CITY_OFFICER' });
  city = gateway.as(token);
  home = await gateway.given.region({ name: '测试东区' });
  away = await gateway.given.region({ name: '测试西区' });
  homeName = '测试东区';
});
afterAll(async () => {
  await gateway.close();
  await rm(sources, { recursive: true, force: true });
});

const nameOf = async (code: string) =>
  (await city.query(`query ($code: String!) { project(code: $code) { name } }`, { code })).project
    ?.name as string | undefined;

describe('a delivery', () => {
  it('is tried, read, taken in, followed to its end, and undone', async () => {
    // given
    await gateway.given.project({ code: 'known-1', name: '旧名称', site: home! });
    const file = await upload(
      gateway,
      token,
      projectsFile([
        ['known-1', '新名称', homeName],
        ['fresh-1', '新项目', homeName],
      ]),
    );
    // when
    const dry = await ended(city, await start(city, { upload: file, dryRun: true }), ROWS);
    // then
    expect(dry).toMatchObject({ state: 'DONE', isDryRun: true, fileName: '项目.csv' });
    expect(dry.counts).toMatchObject({ read: 2, new: 1, changed: 1, refused: 0 });
    expect(dry.rows.nodes).toMatchObject([
      {
        ...{ table: 1, row: 2, key: 'known-1', outcome: 'CHANGED', faults: [] },
        changes: expect.arrayContaining([{ field: 'name', before: '旧名称', after: '新名称' }]),
      },
      { table: 1, row: 3, key: 'fresh-1', outcome: 'NEW' },
    ]);
    expect(await nameOf('known-1')).toBe('旧名称');
    // when
    const { updatesHead } = await city.query('{ updatesHead { cursor } }');
    const run = await start(city, { upload: file });
    const told = await followed(run, updatesHead.cursor as string);
    // then
    expect(told.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['IMPORT_ASKED', 'IMPORT_STARTED', 'IMPORT_ENDED']),
    );
    expect(told.at(-1)).toMatchObject({
      run: { id: run, state: 'DONE', counts: { new: 1, changed: 1 } },
    });
    expect(await nameOf('known-1')).toBe('新名称');
    expect(await nameOf('fresh-1')).toBe('新项目');
    // when
    const { undoImport } = await city.query(UNDO, { input: { run } });
    // then
    expect(undoImport).toMatchObject({ userErrors: [], run: { state: 'UNDONE' } });
    expect(await nameOf('known-1')).toBe('旧名称');
    expect(await nameOf('fresh-1')).toBeUndefined();
    const { dataSource } = await city.query(SOURCE);
    expect(dataSource).toMatchObject({ lastRun: { id: run }, runs: { totalCount: 2 } });
    expect(dataSource.document.code).toBe('LEDGER-TEST-BUREAU');
    expect(dataSource.freshness).toMatchObject({ lastDeliveredAt: null, isLate: null });
  }, 180_000);

  it('tells which rows are wrong, and takes in the others where asked to', async () => {
    const rows = projectsFile([
      ['right-1', '对的项目', homeName],
      ['wrong-1', '错的项目', '没有的区'],
    ]);
    const file = await upload(gateway, token, rows);
    const whole = await ended(city, await start(city, { upload: file }), ROWS);
    expect(whole).toMatchObject({ state: 'REFUSED', counts: { refused: 1 } });
    expect(await nameOf('right-1')).toBeUndefined();
    const run = await start(city, { upload: file, mode: 'ROW_BY_ROW' });
    const each = await ended(
      city,
      run,
      'rows(filter: { outcome: { in: [REFUSED] } }) { totalCount nodes { row faults { column value problem } } }',
    );
    expect(each).toMatchObject({ state: 'DONE', counts: { new: 1, refused: 1 } });
    expect(each.rows).toMatchObject({
      totalCount: 1,
      nodes: [{ row: 3, faults: [{ column: '建设地点', value: '没有的区' }] }],
    });
    expect(each.errorFileUrl).toBe(`/imports/${run}/errors`);
    expect(await nameOf('right-1')).toBe('对的项目');
    const copy = (bearer: string) =>
      fetch(new URL(each.errorFileUrl as string, gateway.url), {
        headers: { authorization: `Bearer ${bearer}` },
      });
    const text = await (await copy(token)).text();
    expect(text).toContain('问题');
    expect(text).toContain('没有的区');
    expect((await copy(await gateway.keyFor({ role: 'PARTNER' }))).status).toBe(403);
    const stranger = await gateway.keyFor({ role: 'DISTRICT_OFFICER', districts: [home!] });
    expect((await copy(stranger)).status).toBe(404);
    const { dataSource } = await city.query(SOURCE);
    expect(dataSource.freshness).toMatchObject({
      lastDeliveredAt: each.endedAt,
      isLate: false,
      dueAt: expect.any(String),
    });
  }, 180_000);
});

describe('an import', () => {
  const input = (more: object) => ({ input: { source: 'test-bureau', ...more } });
  const refused = async (more: object) =>
    (await city.query(START, input(more))).startImport.userErrors[0];

  it('is refused where the source, the file or the way is not known', async () => {
    const file = await upload(gateway, token, projectsFile([]));
    expect(await refused({ source: 'nobody', upload: file })).toMatchObject({
      ...{ code: 'UNKNOWN_CODE', field: ['input', 'source'] },
      message: expect.stringContaining('test-bureau'),
    });
    const unknown = '01234567-89ab-7def-8123-456789abcdef';
    expect(await refused({ upload: unknown })).toMatchObject({ code: 'UNKNOWN_CODE' });
    expect(await refused({ upload: 'x' })).toMatchObject({ field: ['input', 'upload'] });
    expect(await refused({})).toMatchObject({ code: 'BAD_USER_INPUT', field: ['input', 'upload'] });
    expect(await refused({ upload: file, pull: true })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refused({ pull: true })).toMatchObject({ field: ['input', 'pull'] });
    expect(await refused({ upload: file, asOf: '2099-01-01' })).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', field: ['input', 'asOf'] },
    });
  });

  it('is done once for each key', async () => {
    const file = await upload(gateway, token, projectsFile([['once-1', '一次', homeName]]));
    const asked = { upload: file, idempotencyKey: 'once' };
    const run = await start(city, asked);
    expect(await start(city, asked)).toBe(run);
    expect(await ended(city, run)).toMatchObject({ state: 'DONE', counts: { new: 1 } });
    const other = await refused({ ...asked, dryRun: true });
    expect(other).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    const undo = { input: { run, idempotencyKey: 'undo-once' } };
    await city.query(UNDO, undo);
    const again = await city.query(UNDO, undo);
    expect(again.undoImport).toMatchObject({ run: { state: 'UNDONE' }, userErrors: [] });
    const { rows } = await gateway.database.pool.query<object>(
      `select operation, outcome from audit_entry where entity_code = $1`,
      [run.slice(4)],
    );
    expect(rows).toEqual([{ operation: 'undoImport', outcome: 'DONE' }]);
  }, 180_000);

  it('is for those with the permission alone', async () => {
    const partner = gateway.as(await gateway.keyFor({ role: 'PARTNER' }));
    const { errors } = await partner.request('{ importRuns { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const asked = await partner.request(START, input({ pull: true }));
    expect(asked.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('of a district’s officer writes in his district alone, and he sees his own runs', async () => {
    // given
    const theirs = await gateway.keyFor({ role: 'DISTRICT_OFFICER', districts: [home!] });
    const officer = gateway.as(theirs);
    const rows = projectsFile([
      ['mine-1', '本区项目', homeName],
      ['theirs-1', '外区项目', '测试西区'],
    ]);
    const others = await start(city, { upload: await upload(gateway, token, rows), dryRun: true });
    await ended(city, others);
    // when
    const file = await upload(gateway, theirs, rows);
    const run = await start(officer, { upload: file, mode: 'ROW_BY_ROW' });
    const seen = await ended(officer, run, ROWS);
    // then
    expect(away).toBeDefined();
    expect(seen.counts).toMatchObject({ new: 1, refused: 1 });
    expect(seen.rows.nodes[1]).toMatchObject({ outcome: 'REFUSED', key: 'theirs-1' });
    expect(await nameOf('theirs-1')).toBeUndefined();
    expect(await readRun(officer, others)).toBeNull();
    const { importRuns } = await officer.query('{ importRuns { totalCount nodes { id } } }');
    expect(importRuns).toEqual({ totalCount: 1, nodes: [{ id: run }] });
    const { undoImport } = await officer.query(UNDO, { input: { run: others } });
    expect(undoImport.userErrors).toMatchObject([{ code: 'UNKNOWN_CODE' }]);
    const taken = await officer.query(START, input({ upload: await upload(gateway, token, rows) }));
    expect(taken.startImport.userErrors).toMatchObject([{ code: 'UNKNOWN_CODE' }]);
  }, 180_000);

  it('that is over cannot be cancelled, and one that waits can', async () => {
    const file = await upload(gateway, token, projectsFile([['gone-1', '取消', homeName]]));
    const run = await start(city, { upload: file });
    await ended(city, run);
    const late = await city.query(CANCEL, { input: { run } });
    expect(late.cancelImport.userErrors).toMatchObject([{ code: 'IMPORT_NOT_CANCELLABLE' }]);
    // given: another run of the source is at work
    const holder = await gateway.database.pool.connect();
    await holder.query(
      `select pg_advisory_lock(hashtextextended('quanmai import test-bureau', 0))`,
    );
    try {
      const waiting = await start(city, { upload: file });
      const { cancelImport } = await city.query(CANCEL, { input: { run: waiting } });
      expect(cancelImport).toMatchObject({ run: { state: 'CANCELLED' }, userErrors: [] });
    } finally {
      holder.release(true);
    }
  }, 180_000);
});

const ROWS = `rows { nodes { table row key outcome changes { field before after }
  faults { column value rule problem suggestion } warnings { problem } } }`;

const SOURCE = `{ dataSource(code: "test-bureau") {
  id name document { code } lastRun { id } runs(first: 5) { totalCount nodes { id } }
  freshness { lastDeliveredAt isLate dueAt failures lastError } } }`;

/** What somebody who follows a run is told, to its end. */
async function followed(run: string, after: string): Promise<any[]> {
  const follower = follow(gateway, {
    ...{ query: PROGRESS, variables: { run }, after, authorization: `Bearer ${token}` },
  });
  const told = () => follower.messages.map(({ importProgress }) => importProgress);
  const isOver = () => told().some((one) => one?.kind === 'IMPORT_ENDED');
  await until(() => isOver() || follower.ended !== undefined, 20_000);
  follower.leave();
  if (!isOver()) throw new Error(JSON.stringify([follower.ended, follower.messages]));
  return told().filter(({ kind }) => kind !== undefined);
}

const PROGRESS = `subscription ($run: ID!, $after: String) {
  importProgress(run: $run, after: $after) {
    ... on ImportProgress { cursor kind occurredAt run { id state counts { new changed } } } } }`;
