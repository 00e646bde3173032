import type { Language } from '../language.ts';
import { kindOf, shown } from './cells.ts';
import { valuesOf } from './csv.ts';
import type { Table, Value } from './to-table.ts';

export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

/** Chinese by pinyin, and numbers in a text by their size. */
const COLLATORS: Readonly<Record<Language, Intl.Collator>> = {
  zh: new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
};

/** The table in the order of one column; what is unknown comes last either way. */
export function sorted(
  table: Table,
  { column: at, descending }: Sorting,
  language: Language,
): Table {
  const column = table.columns[at];
  if (!column) return table;
  const isNumber = kindOf(column, valuesOf(table.rows, at)) === 'number';
  const text = (value: Value) => String(shown(value, column, language));
  const compare = (one: Value, other: Value): number =>
    isNumber ? Number(one) - Number(other) : COLLATORS[language].compare(text(one), text(other));
  const rows = table.rows.toSorted((one, other) => {
    const [a = null, b = null] = [one[at], other[at]];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? compare(b, a) : compare(a, b);
  });
  return { ...table, rows };
}
