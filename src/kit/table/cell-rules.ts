/** What spreadsheets make of a cell, told once for all that write them: here and in the browser. */

/** What a spreadsheet takes for a formula, in the full-width forms of a Chinese keyboard too. */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Excel keeps 15 significant digits; more of them would be changed without a word. */
const EXACT_DIGITS = 15;
/** Excel takes no longer text, and offers to repair a file that holds one. */
const LONGEST_TEXT = 32_767;
/** Before it Excel's calendar has a day too many. */
const FIRST_DAY = '1900-03-01';

/** What a cell holds. */
export type Cell = string | number | boolean | null;

/** What a column holds. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean';

const KINDS: Readonly<Record<string, CellKind>> = {
  ...{ Int: 'number', Float: 'number', Decimal: 'number' },
  ...{ Date: 'date', Boolean: 'boolean' },
};

/** By the name of its GraphQL type. */
export function kindOfType(type: string): CellKind {
  return KINDS[type] ?? 'text';
}

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises; in
 * a column of numbers a number stays one, also below zero.
 */
export function harmless(text: string, kind: CellKind = 'text'): string {
  if (kind === 'number' && NUMBER.test(text)) return text;
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Whether a number can be one of Excel's and stay what it is. */
export function isExact(text: string): boolean {
  return NUMBER.test(text) && text.replace(/^-?0*\.?0*|\./g, '').length <= EXACT_DIGITS;
}

/** Whether a day is one of Excel's calendar. */
export function isDay(text: string): boolean {
  return text >= FIRST_DAY && /^\d{4}-\d\d-\d\d$/.test(text);
}

/** A text that a cell of Excel can hold; one that is cut ends with the mark that says so. */
export function fitting(text: string, mark: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return text.slice(0, LONGEST_TEXT - mark.length) + mark;
}

/** In digits' widths: a Chinese character is as wide as two. */
export function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
