import writeExcelFile, { type Cell } from 'write-excel-file/browser';
import type { Language } from '../language.ts';
import type { Bilingual } from '../questions/saved-question.ts';
import { type Kind, kindOf, shown, titleOf } from './cells.ts';
import { valuesOf } from './csv.ts';
import type { Scalar, Table } from './to-table.ts';

/** Excel keeps 15 significant digits; more of them would be changed without a word. */
const EXACT_DIGITS = 15;
/** Excel takes no longer text, and offers to repair a file that holds one. */
const LONGEST_TEXT = 32_767;
const CUT: Bilingual = {
  zh: '……〔超过 Excel 单元格的上限，全文见 CSV〕',
  en: '… [longer than a cell of Excel: the CSV has all of it]',
};
/** Before it Excel's calendar has a day too many. */
const FIRST_DAY = '1900-03-01';

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
      width: widthOf([title, ...texts.map((row) => row[at] ?? null)]),
    })),
  }).toBlob();
}

function toCell(value: Scalar, kind: Kind | undefined, language: Language): Cell {
  if (value === null) return null;
  if (typeof value === 'boolean') return { value, type: Boolean };
  const text = String(value);
  if (kind === 'number' && isExact(text)) return { value: Number(text), type: Number };
  if (kind === 'date' && text >= FIRST_DAY && /^\d{4}-\d\d-\d\d$/.test(text)) {
    // A day has no time zone; the library counts in UTC.
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  }
  return { value: fitting(text, CUT[language]), type: String };
}

function fitting(text: string, mark: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return text.slice(0, LONGEST_TEXT - mark.length) + mark;
}

function isExact(text: string): boolean {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return false;
  return text.replace(/^-?0*\.?0*|\./g, '').length <= EXACT_DIGITS;
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

/** In digits' widths: a Chinese character is as wide as two. */
function widthOf(values: readonly Scalar[]): number {
  let widest = 0;
  for (const value of values) widest = Math.max(widest, lengthOf(String(value ?? '')));
  return Math.min(Math.max(widest + 2, 8), 60);
}

function lengthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
