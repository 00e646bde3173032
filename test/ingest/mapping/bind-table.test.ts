import { describe, expect, it } from '@jest/globals';
import type { TableRow } from '../../../src/ingest/formats/table.ts';
import { IngestFault } from '../../../src/ingest/ingest-fault.ts';
import { bindTable } from '../../../src/ingest/mapping/bind-table.ts';
import { identityTable } from '../../../src/ingest/mapping/identity-table.ts';
import { targets } from '../../../src/ingest/targets/index.ts';
import { bind, headerFaultsOf, tableOf } from './mappings.ts';

const table = await tableOf(`  - target: projects
    columns:
      code: { header: 项目代码, synonyms: [编号] }
      name: { header: 项目名称 }
      site: { header: 建设地点, as: region }
      class: { header: 类别, labels: { 产业: INDUSTRIAL, 民生: LIVELIHOOD } }
      total_investment: { header: 总投资, as: amount, unit: 万元, qualifier: total_investment_qualifier }
      started: { header: 开工时间 }
      domain: { header: 领域, isOptional: true }
    constants: { level: MUNICIPAL }
    ignored: [序号, 备注, 联系人]
    blanks: [/]
`);
const HEADER = [
  '序号',
  '项目代码',
  '项目名称',
  '建设地点',
  '类别',
  '总投资(万元)',
  '开工时间',
  '联系人',
];

const row = (...cells: string[]): TableRow => ({ row: 4, cells });

describe('a row of a department', () => {
  it('becomes canonical cells, which the sheet reads', () => {
    // when
    const { cells, faults } = bind(
      table,
      HEADER,
    )(row('1', 'P-1', '智能工厂', '长清区', '产业', '约35,000', '2024年3月', '（电话）'));
    // then
    expect(faults).toEqual([]);
    expect(Object.fromEntries(cells)).toEqual({
      code: 'P-1',
      name: '智能工厂',
      site: '370113',
      class: 'INDUSTRIAL',
      level: 'MUNICIPAL',
      total_investment: '3.5',
      total_investment_qualifier: 'APPROX',
      started_earliest: '2024-03-01',
      started_latest: '2024-03-31',
      started_certainty: 'STATED',
    });
  });

  it('has nothing in cells that are empty or blank, and a date that is not known', () => {
    const { cells } = bind(table, HEADER)(row('1', 'P-1', '智能工厂', '/', '', '', '/', ''));
    expect(Object.fromEntries(cells)).toEqual({
      ...{ code: 'P-1', name: '智能工厂', level: 'MUNICIPAL', started_certainty: 'UNKNOWN' },
    });
  });

  it('is told all that is wrong with it, by the headers that the file has', () => {
    const { faults } = bind(
      table,
      HEADER,
    )(row('1', 'P-1', '智能工厂', '370181', '产叶', '3500万美元', '45356', ''));
    expect(faults).toEqual([
      {
        ...{ row: 4, column: '建设地点', value: '370181', rule: 'REGION_LAPSED' },
        problem: '"370181" has lapsed, and 370114 replaced it.',
        suggestion: '370114',
      },
      expect.objectContaining({ column: '类别', rule: 'LABEL', suggestion: '产业' }),
      expect.objectContaining({ column: '总投资(万元)', rule: 'FOREIGN_MONEY' }),
      expect.objectContaining({
        column: '开工时间',
        rule: 'SERIAL_DATE',
        suggestion: '2024-03-05',
      }),
    ]);
  });

  it('says that an amount is exact, where its mapping takes no other', async () => {
    // given
    const exact = await tableOf(`  - target: projects
    columns:
      code: { header: 项目代码 }
      name: { header: 项目名称 }
      total_investment: { header: 总投资, as: amount, unit: 万元 }
`);
    const read = bind(exact, ['项目代码', '项目名称', '总投资']);
    // when
    const [some, none] = ['35000', ''].map((amount) => read(row('P-1', '智能工厂', amount)).cells);
    // then
    expect(some?.get('total_investment_qualifier')).toBe('EXACT');
    expect(none?.has('total_investment_qualifier')).toBe(false);
  });

  it('is refused with fewer or more cells than its header', () => {
    expect(bind(table, HEADER)(row('1', 'P-1')).faults).toEqual([
      {
        ...{ row: 4, rule: 'RAGGED_ROW' },
        problem:
          'the row has 2 cells and the header 8; a comma inside a cell needs quotes around the cell.',
      },
    ]);
  });

  it('knows which of its cells the spreadsheet holds as numbers', async () => {
    const enterprises = await tableOf(`  - target: enterprises
    columns: { name: { header: 名称 }, credit_code: { header: 信用代码, as: creditCode } }
`);
    const read = bind(enterprises, ['名称', '信用代码']);
    const cells = ['某公司', '914403001922038216'];
    expect(read({ row: 2, cells }).faults).toEqual([]);
    expect(read({ row: 2, cells, numbers: new Set([1]) }).faults).toMatchObject([
      { rule: 'DIGITS_LOST', column: '信用代码' },
    ]);
    const old = read({ row: 2, cells: ['某公司', '91110000600037342E'] });
    expect([...old.faults, ...old.warnings].map(({ column }) => column)).toEqual(['信用代码']);
  });

  it('is as of the delivery, where no column tells', async () => {
    const statuses = await tableOf(`  - target: project-statuses
    columns:
      project: { header: 代码 }
      status: { header: 进展, labels: { 在建: UNDER_CONSTRUCTION } }
`);
    const read = bind(statuses, ['代码', '进展'], { asOf: '2026-10-31' });
    expect(Object.fromEntries(read(row('P-1', '在建')).cells)).toMatchObject({
      as_of_earliest: '2026-10-31',
      as_of_latest: '2026-10-31',
      as_of_certainty: 'INFERRED',
      as_of_derivation: 'The day of the delivery',
    });
  });

  it('is none of the target without what makes it one', async () => {
    const participants = await tableOf(`  - target: project-participants
    columns:
      project: { header: 代码 }
      organisation: { header: 建设单位 }
    constants: { role: OWNER }
    rowsWith: [organisation]
    blanks: [/]
`);
    const read = bind(participants, ['代码', '建设单位']);
    expect(['某公司', '/', ''].map((cell) => read(row('P-1', cell)).isOfTarget)).toEqual([
      ...[true, false, false],
    ]);
  });

  it('costs the processor less than 50 µs', () => {
    // given
    const read = bind(table, HEADER);
    const cells = ['1', 'P-1', '智能工厂', '长清区', '产业', '35000', '2024-03-05', ''];
    const measure = () => {
      const before = process.cpuUsage();
      for (let at = 0; at < 20_000; at++) read({ row: at, cells });
      return process.cpuUsage(before).user / 20_000;
    };
    // then: once it is warm
    expect(Math.min(measure(), measure(), measure())).toBeLessThan(50);
  });
});

describe('the header of a department', () => {
  it('may be in other widths, brackets, orders and synonyms', () => {
    expect(
      headerFaultsOf(table, [
        '总 投资（单位：万元）',
        '编号',
        '项目名称',
        '类别',
        '开工时间',
        '建设地点',
        '领域',
      ]),
    ).toEqual([]);
  });

  it('is refused in another unit than the mapping says', () => {
    const other = HEADER.map((name) => name.replace('万元', '亿元'));
    expect(headerFaultsOf(table, other)).toEqual([
      '总投资(亿元): the header says 亿元, and the mapping 万元: ask which of them is right.',
    ]);
    const foreign = HEADER.map((name) => name.replace('万元', '万美元'));
    expect(headerFaultsOf(table, foreign)).toEqual([
      expect.stringMatching(/^总投资\(万美元\): "万美元" is foreign money/),
    ]);
  });

  it('tells the unit where the mapping does not', async () => {
    const open = await tableOf(`  - target: projects
    columns:
      code: { header: 代码 }
      name: { header: 名称 }
      annual_plan: { header: 年度计划, as: amount }
`);
    const read = (header: string) => bind(open, ['代码', '名称', header])(row('P-1', '厂', '500'));
    expect(read('年度计划（亿元）').cells.get('annual_plan')).toBe('500');
    expect(read('年度计划/万元').cells.get('annual_plan')).toBe('0.05');
    expect(read('年度计划').faults).toMatchObject([{ rule: 'AMOUNT_UNIT' }]);
  });

  it('is refused with columns that are missing, unknown, doubled, nameless or of persons', () => {
    expect(
      headerFaultsOf(table, [
        '编号',
        '项目代码',
        '项目名陈',
        '类别',
        '类别',
        '总投资',
        '',
        '经办人',
        '建设地点',
      ]),
    ).toEqual([
      '项目代码: the column is "code", and so is "编号": leave one out.',
      '类别: the column stands here twice.',
      expect.stringMatching(/^: column 7 has no name; the columns are 项目代码, /),
      '项目名称: the column is missing (did you mean "项目名陈"?).',
      '开工时间: the column is missing.',
      '项目名陈: no such column is mapped (did you mean "项目名称"?); map it, or list it as ignored.',
      expect.stringMatching(/^经办人: no person's name is taken/),
    ]);
  });

  it('is refused with the file, the sheet and the row where it stands', () => {
    expect(() => bind(table, ['项目代码'])).toThrow(
      /台账\.xlsx, sheet 一月, row 3, column 项目名称: /,
    );
  });
});

describe('a file of our own', () => {
  const { sheet } = targets.get('organisation-aliases')!;
  const own = (header: string[]) =>
    bindTable(
      identityTable(sheet),
      sheet,
      { file: 'organisation-aliases.csv', header, headerRow: 1 },
      { today: '2026-11-30' },
    );

  it('has exactly the columns of its sheet, and its cells as they stand', () => {
    const { cells } = own(['name', 'evidence', 'organisation'])(row('比亚迪　股份', ' F4-041', ''));
    expect(Object.fromEntries(cells)).toEqual({ name: '比亚迪　股份', evidence: 'F4-041' });
  });

  it('is refused in the words that it always was', () => {
    const fault = (() => {
      try {
        return own(['organisation', 'nmae', 'organisation', '']);
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(IngestFault);
    const known = 'the columns are organisation, name, evidence.';
    expect((fault as IngestFault).faults.map(({ column, problem }) => [column, problem])).toEqual([
      ['organisation', 'the column stands here twice.'],
      [undefined, `column 4 has no name; ${known}`],
      ['name', 'the column is missing.'],
      ['evidence', 'the column is missing.'],
      ['nmae', `no such column is known; ${known}`],
    ]);
  });
});
