import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IngestFault } from '../../../src/ingest/ingest-fault.ts';
import { readAll } from './reading.ts';

const pathOf = (name: string) => join(import.meta.dirname, 'written-by', name);

/** What stands in each of the files, below a title; 总投资 of its second row is a formula in some. */
const header = [
  ...['序号', '项目名称', '统一社会信用代码', '总投资（万元）', '完成率'],
  ...['签约日期', '开工月份', '竣工日期', '备注'],
];
const rows = (second: string) => [
  [
    ...['1', '新能源汽车零部件一期', '91370100MA3TEST01X', '12500', '12.5%'],
    ...['2024-03-05', '2024-03', '2025-12-31', '第一行\n第二行'],
  ],
  [
    ...['2', '济南智造园', '913701001234567890', second, '100%'],
    ...['2024-02-29', '2024-10', '2026-06-30', '<甲> & 乙'],
  ],
];
const VALUE = '0.3';
const COMPUTED = '25000';

describe('the same table, whoever wrote it', () => {
  it.each([
    ['libreoffice.xlsx', 'LibreOffice 7.4', COMPUTED],
    ['gnumeric.xlsx', 'Gnumeric 1.12', COMPUTED],
    ['openpyxl.xlsx', 'openpyxl 3.0', VALUE],
    ['openpyxl-write-only.xlsx', 'openpyxl 3.0, row by row', VALUE],
    ['xlsxwriter-1904.xlsx', 'XlsxWriter 3.0, its days counted from 1904', VALUE],
    ['xlsxwriter-constant-memory.xlsx', 'XlsxWriter 3.0, row by row', VALUE],
    ['excel-writer-xlsx.xlsx', 'Excel::Writer::XLSX 1.10', VALUE],
    ['sheetjs.xlsx', 'SheetJS 0.18', COMPUTED],
    ['sheetjs-cell-dates.xlsx', 'SheetJS 0.18, with dates that are none of numbers', VALUE],
    ['exceljs.xlsx', 'ExcelJS 4.4', COMPUTED],
    ['exceljs-stream.xlsx', 'ExcelJS 4.4, row by row', VALUE],
  ])('is read from %s (%s)', async (name, _writer, second) => {
    const { tables, format } = await readAll(pathOf(name), {
      headerRow: 2,
      takes: { text: '项目', holds: (sheet) => sheet === '项目' },
    });
    expect(format).toBe('XLSX');
    expect(tables).toMatchObject([{ sheet: '项目', header, headerRow: 2 }]);
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual(rows(second));
    expect(tables[0]?.rows[1]?.formulas).toEqual(second === COMPUTED ? new Set([3]) : undefined);
  });

  it('is read from a CSV in GB18030 of LibreOffice 7.4', async () => {
    const { tables, encoding } = await readAll(pathOf('libreoffice-gb18030.csv'), { headerRow: 2 });
    expect([encoding, tables[0]?.header]).toEqual(['GB18030', header]);
    expect(tables[0]?.rows.map(({ cells }) => cells[8])).toEqual(['第一行\n第二行', '<甲> & 乙']);
  });

  it.each([
    ['xlsxwriter-formula.xlsx', 'row 4, column 总投资（万元）: the formula was never computed'],
    ['xlsx-populate.xlsx', 'row 4, column 总投资（万元）: the formula was never computed'],
    ['xlsx-populate-password.xlsx', 'remove the password'],
    ['spreadsheet-writeexcel.xls', 'a workbook of Excel 97–2003 (.xls)'],
    ['sheetjs-excel-2.xls', 'a workbook of Excel 2 (.xls)'],
    ['sheetjs.xlsb', 'a binary workbook (.xlsb)'],
    ['sheetjs.ods', 'an OpenDocument file (.ods)'],
    ['sheetjs.slk', 'a SYLK table (.slk)'],
    ['sheetjs.dif', 'a DIF table (.dif)'],
  ])('is refused from %s: %s', async (name, what) => {
    const refusal = readAll(pathOf(name), { headerRow: 2 });
    await expect(refusal).rejects.toThrow(IngestFault);
    await expect(refusal).rejects.toThrow(what);
    await expect(refusal).rejects.toThrow(/save/);
  });
});
