import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Language } from '../language.ts';
import { kindOf, shown, titleOf } from './cells.ts';
import type { Table, Value } from './to-table.ts';

/** What a spreadsheet takes for a formula, in the full-width forms of a Chinese keyboard too. */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * The table as CSV in UTF-8, with the mark by which Excel knows it. A text that a spreadsheet would run
 * as a formula gets an apostrophe before it, as OWASP advises; a number stays one, also below zero.
 */
export function toCsv({ columns, rows }: Table, language: Language): string {
  const kinds = columns.map((column, at) => kindOf(column, valuesOf(rows, at)));
  return stringify(
    [
      columns.map((column) => harmless(titleOf(column, language))),
      ...rows.map((row) =>
        columns.map((column, at) => {
          const value = shown(row[at] ?? null, column, language);
          const isNumber = kinds[at] === 'number' && NUMBER.test(String(value));
          return typeof value === 'string' && !isNumber ? harmless(value) : value;
        }),
      ),
    ],
    {
      bom: true,
      record_delimiter: 'windows',
      quote_record_delimiter: true,
      cast: { boolean: String },
    },
  );
}

export function* valuesOf(rows: Table['rows'], at: number): Generator<Value> {
  for (const row of rows) yield row[at] ?? null;
}

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
