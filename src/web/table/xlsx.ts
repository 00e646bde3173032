import writeExcelFile, { type Cell } from 'write-excel-file/browser';
import { type CellKind, fitting, isDay, isExact, widthOf } from '../../kit/table/cell-rules.ts';
import type { Language } from '../language.ts';
import type { Bilingual } from '../questions/saved-question.ts';
import { kindOf, shown, titleOf } from './cells.ts';
import { valuesOf } from './csv.ts';
import type { Scalar, Table } from './to-table.ts';

const CUT: Bilingual = {
  zh: '……〔超过 Excel 单元格的上限，全文见 CSV〕',
  en: '… [longer than a cell of Excel: the CSV has all of it]',
};

/** The table as a workbook of one sheet: texts are texts whatever they begin with, dates are dates. */
export function toXlsx({ columns, rows }: Table, language: Language, name: string): Promise<Blob> {
  const kinds = columns.map((column, at) => kindOf(column, valuesOf(rows, at)));
  const titles = columns.map((column) => titleOf(column, language));
  const texts = rows.map((row) =>
    columns.map((column, at) => shown(row[at] ?? null, column, language)),
  );
  const cells = texts.map((row) => row.map((value, at) => toCell(value, kinds[at], language)));
  const head: Cell[] = titles.map((value) => ({
    ...{ value, type: String, fontWeight: 'bold', backgroundColor: '#e3f0ef' },
  }));
  return writeExcelFile([head, ...cells], {
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: titles.map((title, at) => ({
      width: widthOfColumn([title, ...texts.map((row) => row[at] ?? null)]),
    })),
  }).toBlob();
}

function toCell(value: Scalar, kind: CellKind | undefined, language: Language): Cell {
  if (value === null) return null;
  if (typeof value === 'boolean') return { value, type: Boolean };
  const text = String(value);
  if (kind === 'number' && isExact(text)) return { value: Number(text), type: Number };
  if (kind === 'date' && isDay(text)) {
    // A day has no time zone; the library counts in UTC.
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  }
  return { value: fitting(text, CUT[language]), type: String };
}

/** Of what Excel allows in the name of a sheet. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]\\/:*?']/g, ' ')
      .trim()
      .slice(0, 31) || 'Quanmai'
  );
}

/** As wide as the widest of them, within reason. */
function widthOfColumn(values: readonly Scalar[]): number {
  let widest = 0;
  for (const value of values) widest = Math.max(widest, widthOf(String(value ?? '')));
  return Math.min(Math.max(widest + 2, 8), 60);
}
