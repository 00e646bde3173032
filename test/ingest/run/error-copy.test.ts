import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { v7 } from 'uuid';
import { deliver } from '../../../src/ingest/deliver.ts';
import { readMapping } from '../../../src/ingest/mapping/read-mapping.ts';
import { type CopyFormat, writeErrorCopy } from '../../../src/ingest/run/error-copy.ts';
import { noteRun, type RunRequest } from '../../../src/ingest/run/run-store.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { build, Run, urlOf } from '../../support/process.ts';
import { row, workbook } from '../formats/workbooks.ts';

const SOURCE = 'test-bureau';
const MAPPING = `
source: { code: ${SOURCE}, name: 测试局, nameEn: Test Bureau, kind: DEPARTMENT, office: 数据科,
          trust: 4, licence: 政务共享, publication: INTERNAL, rhythm: P1M }
tables:
  - target: projects
    sheet: 项目*
    headerRow: HEADER
    columns:
      code: { header: 项目代码 }
      name: { header: 项目名称 }
      site: { header: 建设地点, as: region }
`;

const [HEAD, CODE, NAME, SITE] = ['问题', '项目代码', '项目名称', '建设地点'] as const;

/** Two sheets of projects under a merged title, with an empty row, and one of remarks. */
const delivery = workbook({
  sheets: [
    {
      name: '项目 A&B',
      rows: [
        row(1, '重点项目表'),
        row(3, CODE, NAME, SITE),
        row(4, 'p-1', '=1+1', '没有的区'),
        row(6, 'p-2', '对的项目', '测试东区'),
        '<row r="7"><c><v>12</v></c><c t="inlineStr"><is><t>@项目</t></is></c><c t="inlineStr"><is><t>无此区</t></is></c></row>',
      ].join(''),
      after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
    },
    { name: '项目二', rows: row(3, CODE, NAME, SITE) + row(4, 'p-4', '也对', '测试东区') },
    { name: '说明', rows: row(2, '+86 0531', '备注') },
    { name: '隐藏', state: 'hidden', rows: row(1, '不看') },
  ],
});
const FIRST = [
  [null, '重点项目表', null, null],
  [null, null, null, null],
  [HEAD, CODE, NAME, SITE],
  [expect.stringContaining('没有的区'), 'p-1', '=1+1', '没有的区'],
  [null, null, null, null],
  [null, 'p-2', '对的项目', '测试东区'],
  [expect.stringContaining('无此区'), '12', '@项目', '无此区'],
];
const WHOLE = [
  { sheet: '项目 A&B', data: FIRST },
  {
    sheet: '项目二',
    data: [
      [null, null, null, null],
      [null, null, null, null],
      [HEAD, CODE, NAME, SITE],
      [null, 'p-4', '也对', '测试东区'],
    ],
  },
  {
    sheet: '说明',
    data: [
      [null, null],
      ['+86 0531', '备注'],
    ],
  },
];

let gateway: Gateway;
let directory: string;
const file = (name: string) => join(directory, name);
beforeAll(async () => {
  gateway = await startGateway();
  await gateway.given.region({ name: '测试东区' });
  directory = await mkdtemp(join(tmpdir(), 'quanmai-copies-'));
  await writeFile(file(`${SOURCE}.yaml`), MAPPING.replace('HEADER', '3'));
  await writeFile(file('项目.xlsx'), delivery);
  await writeFile(
    file('项目.csv'),
    `\n\n${CODE},${NAME},${SITE}\np-1,=1+1,没有的区\np-2,对的项目,测试东区\n`,
  );
});
afterAll(async () => {
  await gateway.close();
  await rm(directory, { recursive: true, force: true });
});

const ROW_BY_ROW = { mode: 'ROW_BY_ROW', isDry: true } as const;
const WHOLE_RUN = { mode: 'ALL_OR_NOTHING', isDry: false } as const;

async function delivered(name: string, more: Partial<RunRequest> = {}): Promise<string> {
  const id = v7();
  const noted = { id, source: SOURCE, ...ROW_BY_ROW, ...more };
  const mapping = await readMapping(file(`${noted.source}.yaml`));
  const request = { ...noted, fileName: name, asOf: '2024-01-31', actor: 'test' };
  await noteRun(gateway.database.kysely, request, 'RUNNING');
  await deliver(gateway.database, { mapping, path: file(name), request });
  return id;
}

async function copyOf(name: string, format?: CopyFormat, more = {}): Promise<Buffer> {
  const run = await delivered(name, more);
  const out = new PassThrough();
  const copy = { run, path: file(name), name, format };
  const [bytes] = await Promise.all([
    buffer(out),
    writeErrorCopy(gateway.database.kysely, copy, out),
  ]);
  return bytes;
}

const linesIn = (csv: Buffer): string[][] => parse(csv, { bom: true, relax_column_count: true });

describe('the copy of a workbook', () => {
  it('has its sheets and rows as they stand, as texts, and what is wrong before them', async () => {
    expect(await readWorkbook(await copyOf('项目.xlsx'))).toEqual(WHOLE);
  });

  it('is asked for as CSV: the rows that are refused, and no formula', async () => {
    expect(linesIn(await copyOf('项目.xlsx', 'CSV'))).toEqual([
      [HEAD, '工作表', '行号', CODE, NAME, SITE],
      [expect.stringContaining('没有的区'), '项目 A&B', '4', 'p-1', "'=1+1", '没有的区'],
      [expect.stringContaining('无此区'), '项目 A&B', '7', '12', "'@项目", '无此区'],
    ]);
  });

  it('is answered under its name, as what it is', async () => {
    // given
    const token = await gateway.keyFor({ role: 'CITY_OFFICER' });
    const headers = { authorization: `Bearer ${token}` };
    const to = new URL(`/uploads?name=${encodeURIComponent('项目(一).xlsx')}`, gateway.url);
    const sent = await fetch(to, { method: 'POST', headers, body: Buffer.from(delivery) });
    const { upload } = (await sent.json()) as { upload: string };
    const run = await delivered('项目.xlsx', { uploadId: upload });
    // when
    const answer = await fetch(new URL(`/imports/${run}/errors`, gateway.url), { headers });
    // then
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="__(_)-__.xlsx"; filename*=UTF-8''${encodeURIComponent('项目')}%28${encodeURIComponent('一')}%29-${encodeURIComponent('问题')}.xlsx`,
    );
    expect(await readWorkbook(Buffer.from(await answer.arrayBuffer()))).toEqual(WHOLE);
  });
});

describe('the copy of a text', () => {
  const lines = [
    [HEAD, '工作表', '行号', CODE, NAME, SITE],
    [expect.stringContaining('没有的区'), '', '4', 'p-1', '=1+1', '没有的区'],
    ['', '', '5', 'p-2', '对的项目', '测试东区'],
  ];

  it('is CSV, with every row', async () => {
    const [head, wrong, right] = linesIn(await copyOf('项目.csv'));
    expect([head, wrong!.with(4, '=1+1'), right]).toEqual(lines);
    expect(wrong![4]).toBe("'=1+1");
  });

  it('is asked for as a workbook, and is one', async () => {
    const data = lines.map((line) => line.map((cell) => (cell === '' ? null : cell)));
    expect(await readWorkbook(await copyOf('项目.csv', 'XLSX'))).toEqual([{ sheet: HEAD, data }]);
  });

  it('tells what is to be mended, and not what only follows from it', async () => {
    // given: the same sheet as projects and as their other names
    const names = `  - target: project-aliases
    headerRow: 3
    columns:
      project: { header: 项目代码 }
      name: { header: 项目名称 }
    ignored: [建设地点]
`;
    const mapping = MAPPING.replace('HEADER', '3').replaceAll(SOURCE, 'test-names') + names;
    await writeFile(file('test-names.yaml'), mapping);
    // when
    const copy = linesIn(await copyOf('项目.csv', undefined, { source: 'test-names' }));
    // then
    const [wrong] = copy[1]!;
    expect(wrong).toContain('没有的区');
    expect(wrong).not.toContain('There is no project');
  });

  it('tells of rows that could not be read, too', async () => {
    const text = `\n\n${CODE},${NAME},${SITE}\np-1,甲,没有的区\np-2,乙,丙,丁\np-3,戊,测试东区\n`;
    await writeFile(file('缺.csv'), text);
    const copy = linesIn(await copyOf('缺.csv', undefined, WHOLE_RUN));
    expect(copy.at(-1)).toEqual([expect.stringContaining('has 4 cells'), '', '5']);
  });
});

describe('quanmai import --errors', () => {
  const imported = async (out: string) => {
    const run = new Run(
      [
        ...['dist/cli.js', 'import', file('项目.xlsx'), '--source', SOURCE, '--dry-run'],
        ...['--row-by-row', '--mappings', directory, '--errors', file(out)],
      ],
      { DATABASE_URL: urlOf(gateway.connection) },
    );
    const code = await run.exit();
    return { code, stdout: run.stdout, stderr: run.stderr };
  };
  beforeAll(() => build(), 120_000);

  it('writes what the ending says', async () => {
    expect(await imported('copy.xlsx')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`are in ${file('copy.xlsx')}.`),
    });
    expect(await readWorkbook(await readFile(file('copy.xlsx')))).toEqual(WHOLE);
    expect(await imported('copy.csv')).toMatchObject({ code: 1 });
    expect(linesIn(await readFile(file('copy.csv')))).toHaveLength(3);
  }, 120_000);

  it('refuses an ending that says nothing, before it reads the file', async () => {
    const { code, stdout, stderr } = await imported('copy.txt');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('--errors is a file that ends with .xlsx or .csv');
  }, 60_000);
});
