import { join } from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { deliver, type DeliveryReport } from '../../../src/ingest/deliver.ts';
import { noteRun } from '../../../src/ingest/run/run-store.ts';
import { createKey } from '../../../src/request/credentials/keys.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { row, workbook } from '../formats/workbooks.ts';
import { mappingOf } from '../mapping/mappings.ts';

let gateway: Gateway;
let directory: string;
let city: ReturnType<Gateway['as']>;
let home: string;
beforeAll(async () => {
  gateway = await startGateway({ env: { ANONYMOUS: 'off' } });
  directory = await mkdtemp(join(tmpdir(), 'quanmai-test-reports-'));
  city = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER' }));
  home = await gateway.given.region({ name: '测试东区' });
  await gateway.given.region({ name: '测试西区' });
});
afterAll(async () => {
  await gateway.close();
  await rm(directory, { recursive: true, force: true });
});

const PROJECTS = `  - target: projects
    SHEET
    columns:
      code: { header: 项目代码 }
      name: { header: 项目名称 }
      site: { header: 建设地点, as: region }
`;
const ENTERPRISES = `  - target: enterprises
    columns:
      name: { header: 企业名称 }
      district: { header: 区县, as: region }
`;
const ofSheet = (sheet: string) => PROJECTS.replace('SHEET', sheet && `sheet: ${sheet}`);

interface Sent {
  readonly tables: string;
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly actor?: string;
  readonly reach?: object;
}

/** Has the file of a bureau taken in, row by row. */
async function send({
  tables,
  name,
  content,
  actor = 'test',
  reach,
}: Sent): Promise<DeliveryReport> {
  const path = join(directory, v7());
  await writeFile(path, content);
  const request = {
    ...({ id: v7(), source: 'bureau', mode: 'ROW_BY_ROW', isDry: false } as const),
    ...{ fileName: name, asOf: '2024-03-31', actor, reach },
  };
  await noteRun(gateway.database.kysely, request, 'RUNNING');
  const mapping = await mappingOf(tables);
  return deliver(gateway.database, { mapping, path, request });
}

const runOf = async ({ run }: DeliveryReport, selection: string, asker = city): Promise<any> =>
  (
    await asker.query(`query ($id: ID!) { importRun(id: $id) { ${selection} } }`, {
      id: `imp_${run}`,
    })
  ).importRun;

describe('what was noticed of a file', () => {
  const header = ['项目代码', '项目名称', '建设地点'];
  const NOTES = 'state notes { file sheet kind text }';

  it('is told with the run: that it is called as another, and how its cells are separated', async () => {
    // when
    const content = [header, ['noted-1', '项目', '测试东区']]
      .map((line) => line.join('\t'))
      .join('\n');
    const report = await send({ tables: ofSheet(''), name: '项目.xlsx', content });
    // then
    expect(await runOf(report, NOTES)).toEqual({
      state: 'DONE',
      notes: [
        {
          ...{ file: '项目.xlsx', sheet: null, kind: 'MISNAMED' },
          text: 'It is called 项目.xlsx, and was read as what it holds: TSV.',
        },
        {
          ...{ file: '项目.xlsx', sheet: null, kind: 'DELIMITER' },
          text: 'Its cells are separated by tabs.',
        },
      ],
    });
  });

  it('names once each sheet that no table of the mapping takes', async () => {
    // given
    const rows = (code: string) => row(1, ...header) + row(2, code, '项目', '测试东区');
    const content = workbook({
      sheets: [
        { name: '项目一', rows: rows('sheet-1') },
        { name: '计划', rows: rows('sheet-2') },
        { name: '项目（补充）', rows: rows('sheet-3') },
        { name: '字典', state: 'hidden', rows: rows('sheet-4') },
      ],
    });
    // when
    const tables = ofSheet('项目一') + ofSheet('计划*');
    const report = await send({ tables, name: '项目.xlsx', content });
    // then
    expect(report.counts).toMatchObject({ new: 2, refused: 0 });
    const { notes } = await runOf(report, NOTES);
    expect(notes).toMatchObject([
      { file: '项目.xlsx', sheet: '项目（补充）', kind: 'OTHER_SHEET' },
      { file: '项目.xlsx', sheet: '字典', kind: 'HIDDEN_SHEET' },
    ]);
    expect(report.notes).toEqual(notes);
  });

  it('is told where the file is refused, and nothing of one that is as expected', async () => {
    const refused = await send({
      ...{ tables: ofSheet(''), name: '项目.csv' },
      content: '项目代码;项目名称\nrefused-1;项目\n',
    });
    expect(await runOf(refused, NOTES)).toMatchObject({
      state: 'REFUSED',
      notes: [{ kind: 'DELIMITER', text: 'Its cells are separated by semicolons.' }],
    });
    const plain = await send({
      ...{ tables: ofSheet(''), name: '项目.csv' },
      content: `${header.join(',')}\nplain-1,项目,测试东区\n`,
    });
    expect(await runOf(plain, NOTES)).toEqual({ state: 'DONE', notes: [] });
  });
});

describe('whom a run asks about', () => {
  const QUESTIONS = 'questions(orderBy: ASKED_AT) { totalCount nodes { name run state } }';
  const enterprises = (...lines: readonly string[]) => ({
    ...{ tables: ENTERPRISES, name: '企业.csv' },
    content: ['企业名称,区县', ...lines].join('\n'),
  });

  it('stays its own when a later run meets the same name, and is paged', async () => {
    // given
    await gateway.given.enterprise({ name: '济南岱云重工有限公司' });
    await gateway.given.enterprise({ name: '济南岳川精工有限公司' });
    const [one, other] = ['青岛岱云重工有限公司', '青岛岳川精工有限公司'];
    // when
    const first = await send(enterprises(`${one},测试东区`));
    const second = await send(enterprises(`${one},测试东区`, `${other},测试东区`));
    // then
    expect(await runOf(first, QUESTIONS)).toEqual({
      questions: { totalCount: 1, nodes: [{ name: one, run: `imp_${first.run}`, state: 'OPEN' }] },
    });
    expect(await runOf(second, QUESTIONS)).toEqual({
      questions: {
        totalCount: 1,
        nodes: [{ name: other, run: `imp_${second.run}`, state: 'OPEN' }],
      },
    });
    gateway.sql.reset();
    const { importRuns } = await city.query(
      '{ importRuns(first: 50) { nodes { id questions(first: 5) { nodes { name } } } } }',
    );
    expect(importRuns.nodes.flatMap(({ questions }: any) => questions.nodes)).toHaveLength(2);
    expect(gateway.sql.statements.length).toBeLessThanOrEqual(2);
    const none = await runOf(first, 'questions(filter: { state: { eq: LINKED } }) { totalCount }');
    expect(none.questions.totalCount).toBe(0);
  });

  it('is for those who may merge, and tells them of their own districts alone', async () => {
    // given
    await gateway.given.enterprise({ name: '济南岩泉机械有限公司' });
    await gateway.given.enterprise({ name: '济南岷江机械有限公司' });
    const office = { name: '东区', role: 'CITY_OFFICER', districts: [home] };
    const { id, token } = await createKey(gateway.database.kysely, office, 'test');
    const { rows } = await gateway.database.pool.query<{ id: string }>(
      'select id from region where code = $1',
      [home],
    );
    const reach = rows.map((region) => region.id);
    // when
    const report = await send({
      ...enterprises('青岛岩泉机械有限公司,测试东区', '青岛岷江机械有限公司,测试西区'),
      ...{ actor: `api-key:${id}`, reach: { sees: reach, mayChange: reach } },
    });
    // then
    expect((await runOf(report, QUESTIONS)).questions.totalCount).toBe(2);
    expect(await runOf(report, QUESTIONS, gateway.as(token))).toMatchObject({
      questions: { totalCount: 1, nodes: [{ name: '青岛岩泉机械有限公司' }] },
    });
    // when
    const rights = { role: 'DISTRICT_OFFICER', districts: 'ALL' } as const;
    const officer = gateway.as(await gateway.keyFor(rights));
    const document = `{ importRun(id: "imp_${report.run}") { ${QUESTIONS} } }`;
    // then
    const { errors } = await officer.request(document);
    expect(errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', permission: 'enterprise:merge' } },
    ]);
  });
});
