import { type CellKind, kindOfType } from '../../kit/table/cell-rules.ts';
import type { Language } from '../language.ts';
import type { AnswerField } from './answer-fields.ts';
import type { Column, Scalar, Value } from './to-table.ts';

/** What a column holds; without the schema, what its first value looks like. */
export function kindOf(column: Column, values: Iterable<Value>): CellKind {
  const type = fieldOf(column)?.type;
  if (column.path.at(-1) === 'totalCount') return 'number';
  if (type) return kindOfType(type);
  for (const value of values) {
    if (typeof value === 'number') return 'number';
    if (typeof value === 'boolean') return 'boolean';
    if (value !== null) return 'text';
  }
  return 'text';
}

/** What the column's own field is. */
export function fieldOf({ said }: Column): AnswerField | undefined {
  return said.at(-1);
}

/** The head of a column: the Chinese terms on its way, or its path. What is not described has its name. */
export function titleOf({ path, said }: Column, language: Language): string {
  if (language === 'en') return path.join('.');
  return path.map((key, depth) => said[depth]?.says?.zh ?? key).join(' · ');
}

/**
 * A value as people read it: an enum's by its Chinese term, in Chinese; of a list the first `most`, one
 * after the other, and their number where there are more.
 */
export function shown(value: Value, column: Column, language: Language, most = Infinity): Scalar {
  const terms = language === 'zh' ? fieldOf(column)?.terms : undefined;
  const termOf = (name: string) => terms?.get(name) ?? name;
  if (typeof value === 'string') return termOf(value);
  if (value === null || typeof value !== 'object') return value;
  const rest = value.length > most ? `… (${value.length})` : '';
  return value.slice(0, most).map(termOf).join('、') + rest;
}
