import { Decimal } from 'decimal.js';
import type { DateKind, NumberLook } from './number-format.ts';
import { isoDate, serialDate } from './serial-date.ts';
import { withoutEscapes } from './text-collector.ts';
import type { Workbook } from './workbook.ts';

/** A cell as the sheet writes it. */
export interface WrittenCell {
  readonly type: string;
  readonly style: number;
  /** What stands in its `v`, or in its inline text; undefined where it has none. */
  readonly written: string | undefined;
  readonly hasFormula: boolean;
}

export interface CellValue {
  readonly text: string;
  readonly isNumber?: boolean;
  /** Why it cannot be read. */
  readonly problem?: string;
}

/** What a cell holds as text. A formula's is the value that it had when the workbook was saved. */
export function cellValue(cell: WrittenCell, workbook: Workbook): CellValue {
  const { type, style, written, hasFormula } = cell;
  // A formula whose value is a text may well have an empty one.
  const isEmpty = written === undefined || (written === '' && type !== 'str');
  if (hasFormula && (isEmpty || workbook.computesOnLoad)) {
    const problem =
      'the formula was never computed; open the workbook in a spreadsheet and save it, or put the value in its place.';
    return { text: '', problem };
  }
  if (written === undefined || written === '') return { text: '' };
  switch (type) {
    case 's':
      return sharedText(written, workbook);
    case 'str':
      return { text: withoutEscapes(written) };
    case 'inlineStr':
      return { text: written };
    case 'd':
      return { text: isoDate(written, dateKind(style, workbook)) };
    case 'b':
      return { text: written === '1' || written === 'true' ? 'true' : 'false' };
    case 'e':
      return {
        text: written,
        problem: `it holds the error ${written}; put the value in its place.`,
      };
    default:
      return number(written.trim(), cell, workbook);
  }
}

function sharedText(written: string, { sharedStrings }: Workbook): CellValue {
  const text = sharedStrings[Number(written)];
  if (text !== undefined) return { text };
  return {
    text: written,
    problem: `it refers to text ${written}, which the workbook does not have.`,
  };
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(E[-+]?\d{1,3})?$/i;

/** A spreadsheet keeps and shows so many digits; more of them are what its arithmetic left over. */
const DIGITS = 15;

function dateKind(style: number, { formats }: Workbook): DateKind {
  const format = formats[style];
  return typeof format === 'string' ? format : 'DATE';
}

function number(written: string, { style }: WrittenCell, workbook: Workbook): CellValue {
  if (!NUMBER.test(written)) {
    return { text: written, problem: `“${written}” is to be a number and is none.` };
  }
  const format = workbook.formats[style];
  if (format === undefined) return { text: plain(written), isNumber: true };
  if (typeof format === 'object') return asShown(written, format);
  const date = serialDate(Number(written), format, workbook.is1904);
  if (date !== undefined) return { text: date };
  return {
    text: written,
    problem: `it is shown as a date, and there is no day number ${written}; correct the date.`,
  };
}

function asShown(written: string, look: NumberLook): CellValue {
  const { before, behind, isPercent, digits, scaledBy } = look;
  if (scaledBy !== undefined) {
    const problem =
      `its format “${scaledBy}” shows ${written} with its point at another place; ` +
      'enter the number that is meant, and format it without that.';
    return { text: written, problem };
  }
  const number = plain(isPercent ? new Decimal(written).times(100).toString() : written);
  const padded = /^\d+$/.test(number) ? number.padStart(digits, '0') : number;
  return { text: `${before}${padded}${behind}`, isNumber: true };
}

/** All digits of a whole number, as they are written; of others those that a spreadsheet shows. */
function plain(written: string): string {
  if (/^-?\d+$/.test(written)) return written;
  const exact = new Decimal(written);
  return (exact.isInteger() ? exact : exact.toSignificantDigits(DIGITS)).toFixed();
}
