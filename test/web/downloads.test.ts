import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readExcelFile, { readSheet } from 'read-excel-file/node';
import { toCsv } from '../../src/web/table/csv.ts';
import { type Column, type Table, toTable, type Value } from '../../src/web/table/to-table.ts';
import { toXlsx } from '../../src/web/table/xlsx.ts';

/** A table of one column of a type. */
function columnOf(type: string, values: readonly Value[]): Table {
  const column: Column = { path: ['x'], said: [{ type, within: new Map() }] };
  const chosen = { path: ['list'] };
  return {
    choices: [chosen],
    chosen,
    columns: [column],
    heading: 0,
    rows: values.map((value) => [value]),
    more: false,
  };
}

const csvOf = (table: Table) => {
  const text = toCsv(table, 'en');
  return parse(text, { bom: true, relax_column_count: false }).map(([first]) => first);
};

async function xlsxOf(table: Table, name = 'Projects') {
  const blob = await toXlsx(table, 'en', name);
  const sheets = await readExcelFile(Buffer.from(await blob.arrayBuffer()));
  return sheets;
}

const firstColumn = async (table: Table) => {
  const blob = await toXlsx(table, 'en', 'Projects');
  const rows = await readSheet(Buffer.from(await blob.arrayBuffer()));
  return rows.slice(1).map(([first]) => first);
};

/** What a spreadsheet, a CSV reader or an XML writer may stumble over. */
const ODD_TEXTS = [
  ...[
    '逗号,引号"和\n换行',
    'a\r\nb',
    ' 前后空白 ',
    '𠮷野家 😀',
    '<b>&amp;</b>',
    "'",
    '370113',
    '0012',
    '1e5',
  ],
  ...['913701007884882811', 'TRUE', '2023-02-06', '济南市〔合成〕', 'a\tb', ';', '｜', '\u00a0'],
];

/** More than the ten names that a cell on the page has room for. */
const LIST = Array.from({ length: 34 }, (_, index) => `企业${index}`);

const FORMULAS = [
  ...[
    '=1+1',
    '+86 531',
    '-cmd|/c calc',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '＝1+1',
    '－1',
    '＋1',
    '＠a',
  ],
];

describe('CSV', () => {
  it('is UTF-8 with the mark of Excel, and lines that end as Excel’s do', () => {
    const text = toCsv(columnOf('String', ['长清区']), 'zh');
    expect(text).toBe('\uFEFFx\r\n长清区\r\n');
  });

  it('reads back equal, whatever is in a text', () => {
    expect(csvOf(columnOf('String', ODD_TEXTS))).toEqual(['x', ...ODD_TEXTS]);
  });

  it('puts an apostrophe before every text that a spreadsheet would run', () => {
    expect(csvOf(columnOf('String', FORMULAS))).toEqual([
      'x',
      ...FORMULAS.map((text) => `'${text}`),
    ]);
  });

  it('puts one before a column’s name too', () => {
    const [head] = toCsv(toTable({ list: [{ '=x': 1 }] })!, 'en').split('\r\n');
    expect(head).toBe("\uFEFF'=x");
  });

  it('leaves numbers numbers, below zero as well, and makes no number of a text', () => {
    expect(csvOf(columnOf('Decimal', ['-12.50', '0', '12345678901234567890.5']))).toEqual([
      ...['x', '-12.50', '0', '12345678901234567890.5'],
    ]);
    expect(csvOf(columnOf('Int', [-3, 4]))).toEqual(['x', '-3', '4']);
    expect(csvOf(columnOf('String', ['-3']))).toEqual(['x', "'-3"]);
  });

  it('holds every name of a list', () => {
    expect(csvOf(columnOf('Enterprise', [LIST, []]))).toEqual(['x', LIST.join('、'), '']);
  });

  it('leaves empty what is unknown, and says true and false', () => {
    expect(csvOf(columnOf('Boolean', [true, null, false]))).toEqual(['x', 'true', '', 'false']);
  });
});

describe('XLSX', () => {
  it('reads back equal, whatever is in a text, formulas too', async () => {
    // An empty line is trimmed by the reader, not by the file.
    const texts = [...ODD_TEXTS, ...FORMULAS].filter((text) => text.trim() === text);
    expect(await firstColumn(columnOf('String', texts))).toEqual(texts);
  });

  it('holds numbers that Excel keeps exactly as numbers, and longer ones as texts', async () => {
    const values = [
      '-12.50',
      '0',
      '0.000123456789012345',
      '123456789012345',
      '1234567890123456',
      '0.1234567890123456',
      '1e400',
    ];
    expect(await firstColumn(columnOf('Decimal', values))).toEqual([
      ...[-12.5, 0, 0.000123456789012345, 123456789012345],
      ...['1234567890123456', '0.1234567890123456', '1e400'],
    ]);
    expect(await firstColumn(columnOf('Int', [-3, 4]))).toEqual([-3, 4]);
  });

  it('holds days as dates, and those before Excel’s calendar as texts', async () => {
    expect(
      await firstColumn(columnOf('Date', ['2023-02-06', '1900-02-28', null, '2024-02-29'])),
    ).toEqual([...[new Date('2023-02-06'), '1900-02-28', null, new Date('2024-02-29')]]);
  });

  it('holds true and false, and nothing where nothing is known', async () => {
    expect(await firstColumn(columnOf('Boolean', [true, null, false]))).toEqual([
      true,
      null,
      false,
    ]);
  });

  it('holds every name of a list', async () => {
    expect(await firstColumn(columnOf('Enterprise', [LIST]))).toEqual([LIST.join('、')]);
  });

  it('opens in Excel though a text or a list is longer than a cell, and says that it was cut', async () => {
    const texts = ['长'.repeat(32_767), '长'.repeat(32_768), Array<string>(20_000).fill('甲')];
    const [whole, long, list] = await firstColumn(columnOf('String', texts));
    const mark = '… [longer than a cell of Excel: the CSV has all of it]';
    const room = 32_767 - mark.length;
    expect(whole).toBe('长'.repeat(32_767));
    expect(long).toBe('长'.repeat(room) + mark);
    expect(list).toBe('甲、'.repeat(room).slice(0, room) + mark);
  });

  it('leaves out what XML cannot hold', async () => {
    expect(await firstColumn(columnOf('String', ['a\u0000b\u001fc\ud800']))).toEqual(['abc']);
  });

  it.each([
    ['SuppliersByDistrict', 'SuppliersByDistrict'],
    ['[a]/b\\c:d*e?', 'a  b c d e'],
    ['一'.repeat(40), '一'.repeat(31)],
    ['', 'Quanmai'],
  ])('names its sheet of %j: %j', async (name, sheet) => {
    const sheets = await xlsxOf(columnOf('Int', [1]), name);
    expect(sheets.map((each) => each.sheet)).toEqual([sheet]);
  });
});
