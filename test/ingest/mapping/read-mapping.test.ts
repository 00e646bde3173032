import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isOfSheet } from '../../../src/ingest/mapping/mapping.ts';
import { readMapping, readMappings } from '../../../src/ingest/mapping/read-mapping.ts';
import { fieldsOf } from '../../../src/ingest/mapping/sheet-fields.ts';
import { targets } from '../../../src/ingest/targets/index.ts';
import { mappingOf, problemsOf, tableOf } from './mappings.ts';

const PROJECTS = `  - target: projects
    columns:
      code: { header: 项目代码, synonyms: [编号] }
      name: { header: 项目名称 }
`;

describe('a mapping file', () => {
  it('says who the source is, and how its tables are read', async () => {
    // when
    const { source, tables, feed } = await mappingOf(
      `${PROJECTS}    isComplete: true
    constants: { level: MUNICIPAL, started: 2024年3月 }
feed: { kind: rest, url: 'https://data.example/rows' }
`,
    );
    // then
    expect(source).toMatchObject({ code: 'bureau', trust: 4, publication: 'INTERNAL' });
    expect(feed).toMatchObject({ kind: 'rest', url: 'https://data.example/rows' });
    expect(tables).toMatchObject([{ target: 'projects', isComplete: true, isStrict: false }]);
    expect(Object.fromEntries(tables[0]!.constants)).toEqual({
      level: 'MUNICIPAL',
      started_earliest: '2024-03-01',
      started_latest: '2024-03-31',
      started_certainty: 'STATED',
    });
  });

  it('reads a column as its form says, unless it is told', async () => {
    // when
    const { columns } = await tableOf(`${PROJECTS}      started: { header: 开工时间 }
      class: { header: 类别, labels: { 产业: INDUSTRIAL } }
      total_investment: { header: 总投资, as: amount, unit: 万元 }
`);
    // then
    expect(columns.map(({ field, as }) => `${field} ${as}`)).toEqual([
      ...['code text', 'name text', 'started date', 'class label', 'total_investment amount'],
    ]);
  });

  it('is told of wrong forms in words, and not of what its text is not', async () => {
    expect(
      await problemsOf(`  - target: projects
    columns:
      code: 项目代码
      name: { headers: 项目名称 }
      site: { header: 地点, as: money }
    ignored: 备注
`),
    ).toEqual([
      '14: tables.0.columns.code: has to be keys with their values: { key: value }.',
      '15: tables.0.columns.name.header: is missing.',
      '15: "headers" is no key that is known in tables.0.columns.name.',
      expect.stringMatching(/^16: tables.0.columns.site.as: has to be one of creditCode, /),
      '17: tables.0.ignored: has to be a list: [a, b].',
    ]);
  });

  it('is refused in another encoding than UTF-8', async () => {
    // given
    const path = join(await mkdtemp(join(tmpdir(), 'quanmai-mapping-')), 'bureau.yaml');
    await writeFile(path, Buffer.from([0xbc, 0xc3, 0xc4, 0xcf]));
    // then
    await expect(readMapping(path)).rejects.toThrow('bureau.yaml: its text is not in UTF-8');
  });

  it('is refused with every fault at once, each with its line', async () => {
    expect(
      await problemsOf(`  - target: projects
    columns:
      code: { header: 项目代码 }
      nmae: { header: 项目名称 }
      site: { header: 建设地点, as: amount, unit: 万美元 }
      annual_plan: { header: 年度计划, as: amount, unit: 万 }
      started: { header: 开工, as: day }
      level:
        header: 级别
        labels:
          市级: MUNICIPEL
          省级: PROVINCIAL
      domain: { header: 项目 代码 }
      phase: { header: 期, as: label }
      total_investment: { header: 总投资（万元）, as: amount, unit: 亿元, qualifier: sure }
    constants: { class: HOUSING, level: MUNICIPAL }
    ignored: [级别]
`),
    ).toEqual([
      '13: projects needs "name": map a column to it, or give a constant.',
      '15: "nmae" is no column of projects; did you mean "name"?',
      '16: "万美元" is foreign money, for which there is no rate; have the column given in 万元.',
      expect.stringMatching(/^17: "万" is no unit of money; they are 元, /),
      '18: "started" cannot be read as day; it is date.',
      '19: "level" is a column and a constant; keep one.',
      expect.stringMatching(/^22: "MUNICIPEL" is no value of level; did you mean "MUNICIPAL"\?/),
      '24: the header "项目 代码" is given for "code", too.',
      '25: labels are read by a table; give "labels".',
      '26: "亿元" is not what the header says, which is 万元.',
      expect.stringMatching(/^26: "sure" is no column of projects; it has code, /),
      '27: "HOUSING" is not one of INDUSTRIAL, INFRASTRUCTURE, LIVELIHOOD.',
      '28: the header "级别" is given for "level", too.',
    ]);
  });

  it('is refused with keys, readers and targets that there are not', async () => {
    expect(await problemsOf(PROJECTS.replace('target: projects', 'target: project'))).toEqual([
      '12: "project" is no target; did you mean "projects"?',
    ]);
    expect(await problemsOf(`${PROJECTS}    complete: true\n`)).toEqual([
      '16: "complete" is no key that is known in tables.0.',
    ]);
    expect(
      await problemsOf(
        PROJECTS.replace('target: projects', 'target: project-statuses') + '    isComplete: true\n',
      ),
    ).toContainEqual(
      expect.stringMatching(/^16: project-statuses are what was said from time to time/),
    );
    expect(await problemsOf(`${PROJECTS}      site: { header: 地点, as: place }\n`)).toEqual([
      expect.stringMatching(/^16: tables\.0\.columns\.site\.as: has to be one of /),
    ]);
  });

  it('is refused where it would take who somebody is', async () => {
    expect(await problemsOf(`${PROJECTS}      domain: { header: 项目负责人 }\n`)).toEqual([
      expect.stringMatching(/^16: "项目负责人": no person's name is taken/),
    ]);
  });

  it('is refused where it is no YAML, or has a key twice', async () => {
    expect(await problemsOf(`${PROJECTS}      name: { header: 名称 }\n`)).toEqual([
      expect.stringMatching(/^16: Map keys must be unique/),
    ]);
    expect(await problemsOf('  - [\n')).toEqual([expect.stringMatching(/^1[23]: /)]);
  });

  it('bears the name of its source', async () => {
    const source = `source: { code: other, name: 某局, nameEn: A bureau, kind: SYSTEM, office: 处, trust: 6, licence: 无, publication: PUBLIC, rhythm: monthly }\n`;
    expect(await problemsOf(PROJECTS, source)).toEqual([
      expect.stringMatching(/^1: source\.trust: Too big/),
      '1: source.rhythm: is no duration; P1M is one month.',
    ]);
    const named = source.replace('trust: 6', 'trust: 1').replace('monthly', 'P1M');
    expect(await problemsOf(PROJECTS, named)).toEqual([
      '1: "other" is not the name of the file, without .yaml: change one of the two.',
    ]);
  });

  it('needs no evidence, and no code of what departments have no code for', async () => {
    const { constants } = await tableOf(`  - target: enterprises
    columns:
      name: { header: 企业名称 }
`);
    expect(Object.fromEntries(constants)).toEqual({ kind: 'ENTERPRISE' });
  });
});

describe('a directory of mapping files', () => {
  it('is refused with the faults of all of them', async () => {
    // given
    const directory = await mkdtemp(join(tmpdir(), 'quanmai-mappings-'));
    await writeFile(join(directory, 'a.yaml'), 'source: 1\n');
    await writeFile(join(directory, 'b.yaml'), 'tables: []\n');
    // then
    await expect(readMappings(directory)).rejects.toThrow(
      /^\d faults.*\n {2}a\.yaml, line 1: [^]*b\.yaml, line 1/,
    );
  });

  it('holds the sources of the seeds, every one without a fault', async () => {
    // when
    const mappings = await readMappings('seeds/sources');
    // then
    const of = (code: string) =>
      mappings.find(({ source }) => source.code === code)?.tables.map(({ target }) => target);
    expect(of('jinan-drc')).toEqual(['projects', 'project-participants']);
    expect(of('jinan-iit')).toEqual(['enterprises', 'enterprise-classes', 'chain-supplies']);
    expect(of('jinan-statistics')).toEqual(['observations']);
    expect(of('jinan-investment-promotion')).toEqual(['project-statuses']);
  });
});

describe('a sheet of a workbook', () => {
  it('is named with a * for what changes', async () => {
    const table = { ...(await tableOf(PROJECTS)), sheet: '项目*(月报)' };
    expect(isOfSheet(table, '项目清单(月报)')).toBe(true);
    expect(isOfSheet(table, '项目清单')).toBe(false);
    expect(isOfSheet(table, undefined)).toBe(true);
  });
});

describe('a target', () => {
  it('has in its sheet what it is supplied with and defaults to', () => {
    for (const [name, { sheet, supplied, defaults }] of targets) {
      const fields = fieldsOf(sheet);
      for (const [column, value] of Object.entries(defaults)) {
        expect([name, fields.get(column)?.problemOf(value)]).toEqual([name, undefined]);
      }
      const unknown = supplied.filter((column) => column !== 'evidence' && !fields.has(column));
      expect([name, unknown]).toEqual([name, []]);
    }
  });
});
