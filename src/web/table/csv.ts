import { stringify } from 'csv-stringify/browser/esm/sync';
import { harmless } from '../../kit/table/cell-rules.ts';
import type { Language } from '../language.ts';
import { kindOf, shown, titleOf } from './cells.ts';
import type { Table, Value } from './to-table.ts';

/**
 * The table as CSV in UTF-8, with the mark by which Excel knows it, and no text that a spreadsheet
 * would run as a formula.
 */
export function toCsv({ columns, rows }: Table, language: Language): string {
  const kinds = columns.map((column, at) => kindOf(column, valuesOf(rows, at)));
  return stringify(
    [
      columns.map((column) => harmless(titleOf(column, language))),
      ...rows.map((row) =>
        columns.map((column, at) => {
          const value = shown(row[at] ?? null, column, language);
          return typeof value === 'string' ? harmless(value, kinds[at]) : value;
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
