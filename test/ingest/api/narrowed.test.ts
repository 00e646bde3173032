import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { changeKey } from '../../../src/request/credentials/keys.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';
import {
  CANCEL,
  ended,
  projectsFile,
  readRun,
  sourcesDirectory,
  start,
  UNDO,
  upload,
} from './bureau.ts';

let gateway: Gateway;
let sources: string;
beforeAll(async () => {
  sources = await sourcesDirectory();
  const env = { ANONYMOUS: 'off', SOURCES_DIR: sources };
  gateway = await startGateway({ jobs: true, env });
});
afterAll(async () => {
  await gateway.close();
  await rm(sources, { recursive: true, force: true });
});

const RUNS = `{ importRuns { totalCount nodes { id } }
  dataSource(code: "test-bureau") { lastRun { id } runs(first: 5) { totalCount nodes { id } } } }`;
const NO_RUNS = { totalCount: 0, nodes: [] };

it('shows a key whose districts were narrowed no run that it asked for with more', async () => {
  // given
  const home = await gateway.given.region({ name: '测试东区' });
  const away = await gateway.given.region({ name: '测试西区' });
  const token = await gateway.keyFor({ role: 'DISTRICT_OFFICER', districts: [home, away] });
  const officer = gateway.as(token);
  const rows = projectsFile([
    ['home-1', '东区项目', '测试东区'],
    ['away-1', '西区项目', '测试西区'],
    ['wrong-1', '错的项目', '没有的区'],
  ]);
  const file = await upload(gateway, token, rows);
  const wide = await start(officer, { upload: file, mode: 'ROW_BY_ROW' });
  expect(await ended(officer, wide)).toMatchObject({ counts: { new: 2, refused: 1 } });
  const copy = async () =>
    (
      await fetch(new URL(`/imports/${wide}/errors`, gateway.url), {
        headers: { authorization: `Bearer ${token}` },
      })
    ).status;
  expect(await copy()).toBe(200);
  // when
  const id = token.split('_')[1]!;
  await changeKey(gateway.database.kysely, id, { districts: [home] }, 'test');
  await until(async () => (await officer.query(WHO)).viewer.districts.length === 1, 5_000);
  // then
  expect(await readRun(officer, wide, 'rows { nodes { key } }')).toBeNull();
  expect(await officer.query(RUNS)).toEqual({
    importRuns: NO_RUNS,
    dataSource: { lastRun: null, runs: NO_RUNS },
  });
  expect(await copy()).toBe(404);
  const { undoImport } = await officer.query(UNDO, { input: { run: wide } });
  expect(undoImport).toMatchObject({ run: null, userErrors: [{ code: 'UNKNOWN_CODE' }] });
  const { cancelImport } = await officer.query(CANCEL, { input: { run: wide } });
  expect(cancelImport).toMatchObject({ run: null, userErrors: [{ code: 'UNKNOWN_CODE' }] });
  // when
  const narrow = await start(officer, { upload: file, mode: 'ROW_BY_ROW' });
  const seen = await ended(officer, narrow, 'rows { nodes { key outcome } }');
  // then
  expect(seen.rows.nodes).toEqual([
    { key: 'home-1', outcome: 'UNCHANGED' },
    { key: 'away-1', outcome: 'REFUSED' },
    { key: 'wrong-1', outcome: 'REFUSED' },
  ]);
  const ones = { totalCount: 1, nodes: [{ id: narrow }] };
  expect(await officer.query(RUNS)).toEqual({
    importRuns: ones,
    dataSource: { lastRun: { id: narrow }, runs: ones },
  });
  // when
  await changeKey(gateway.database.kysely, id, { districts: [home, away] }, 'test');
  await until(async () => (await officer.query(WHO)).viewer.districts.length === 2, 5_000);
  // then
  expect((await officer.query(RUNS)).importRuns).toMatchObject({ totalCount: 2 });
}, 180_000);

const WHO = '{ viewer { districts { code } } }';
