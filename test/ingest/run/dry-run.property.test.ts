import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { deliver } from '../../../src/ingest/deliver.ts';
import type { Mapping } from '../../../src/ingest/mapping/mapping.ts';
import { readMapping } from '../../../src/ingest/mapping/read-mapping.ts';
import { noteRun, type RunMode, runModes } from '../../../src/ingest/run/run-store.ts';
import { DOCUMENTS_TEMPLATE } from '../../support/databases.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { bytesOf, type RandomFile, randomFile } from './random-files.ts';

let gateway: Gateway;
let directory: string;
let mapping: Mapping;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quanmai-dry-run-'));
  gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  const path = join(directory, 'bureau-of-files.yaml');
  await writeFile(path, MAPPING);
  mapping = await readMapping(path);
});
afterAll(async () => {
  await gateway.close();
  await rm(directory, { recursive: true });
});

/** Files, of which each is run twice. */
const FILES = Number(process.env.RANDOM_FILES ?? 1_000);

it(
  `a dry run tells what a run does, of ${FILES} files`,
  async () => {
    await fc.assert(
      fc.asyncProperty(randomFile, fc.constantFrom(...runModes), async (file, mode) => {
        const dry = await run(file, mode, true);
        const real = await run(file, mode, false);
        expect(dry).toEqual(real);
      }),
      { numRuns: FILES, endOnFailure: true },
    );
  },
  // Two minutes on a machine that does nothing else.
  1_200_000,
);

/** The verdict of a run, its counts and faults, and what became of each row. */
async function run(file: RandomFile, mode: RunMode, isDry: boolean) {
  const { kysely } = gateway.database;
  const path = join(directory, 'delivery.csv');
  await writeFile(path, bytesOf(file));
  const request = {
    ...{ id: v7(), source: mapping.source.code, mode, isDry, fileName: 'delivery.csv' },
    ...{ asOf: '2024-03-31', actor: 'test' },
  };
  await noteRun(kysely, request, 'RUNNING');
  const { run: id, ...report } = await deliver(gateway.database, { mapping, path, request });
  const { rows } = await sql`
    select table_no, row_no, key, outcome, changes, faults, warnings from import_row
     where run_id = ${id} order by table_no, row_no`.execute(kysely);
  return { ...report, rows };
}

const MAPPING = `
source:
  code: bureau-of-files
  name: 测试局
  nameEn: Bureau of files
  kind: DEPARTMENT
  office: 综合处
  trust: 3
  licence: 测试
  publication: INTERNAL
  rhythm: P1M
tables:
  - target: projects
    isComplete: true
    columns:
      code: { header: 项目代码, as: projectCode }
      name: { header: 项目名称 }
      site: { header: 建设地点, as: region }
      class: { header: 项目类别, labels: { 产业: INDUSTRIAL, 民生: LIVELIHOOD, 基础设施类: INFRASTRUCTURE } }
      level: { header: 项目级别, labels: { 省级重点: PROVINCIAL, 市级重点: MUNICIPAL } }
      total_investment: { header: 总投资, as: amount, unit: 万元, qualifier: total_investment_qualifier }
      annual_plan: { header: 本年度计划投资, as: amount, unit: 万元 }
      started: { header: 开工时间, as: date }
    blanks: [/, —]
    totals: [合计]
  - target: project-participants
    columns:
      project: { header: 项目代码, as: projectCode }
      organisation: { header: 建设单位 }
    constants: { role: OWNER }
    rowsWith: [organisation]
    blanks: [/, —]
    totals: [合计]
`;
