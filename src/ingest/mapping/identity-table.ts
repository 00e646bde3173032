import type { Sheet } from '../sheet.ts';
import type { TableMapping } from './mapping.ts';

/** The mapping of our own files: exactly a sheet's columns, by their own names, as they stand. */
export function identityTable(sheet: Sheet): TableMapping {
  return {
    target: sheet.file.replace(/\.csv$/, ''),
    isComplete: false,
    isStrict: true,
    columns: sheet.columns.map(({ name }) => ({
      field: name,
      header: name,
      synonyms: [],
      as: 'verbatim',
      isOptional: false,
    })),
    constants: new Map(),
    ignored: [],
    rowsWith: [],
    blanks: [],
    totals: [],
  };
}
