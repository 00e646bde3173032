import type { Filter, Held, Reference } from './reference.ts';
import { type Kind, tables } from './tables.ts';

/** The operators of each kind of value; a test holds them to the schema's. */
export const operators: Readonly<Record<Kind, readonly string[]>> = {
  code: ['eq', 'in', 'startsWith', 'isNull'],
  text: ['eq', 'in', 'startsWith', 'contains', 'isNull'],
  enum: ['eq', 'in', 'isNull'],
  int: ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isNull'],
  decimal: ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isNull'],
  date: ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isNull'],
  datetime: ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isNull'],
  boolean: ['eq'],
  dated: ['gte', 'lte', 'certainty', 'isSingleDay', 'isNull'],
};

/** The values that rows have in a field, in order, worked out once: all else is picked from them. */
export function valuesOf(reference: Reference, type: string, field: string): readonly unknown[] {
  const known = valuesIn.get(reference) ?? new Map<string, readonly unknown[]>();
  valuesIn.set(reference, known);
  const key = `${type}.${field}`;
  const values = known.get(key) ?? readValues(reference, type, field);
  known.set(key, values);
  return values;
}

const valuesIn = new WeakMap<Reference, Map<string, readonly unknown[]>>();

function readValues(reference: Reference, type: string, field: string): readonly unknown[] {
  const isSeveral = !(field in tables[type]!.values);
  const read = ({ values, several }: Held): unknown[] =>
    isSeveral ? [...several[field]!] : [values[field]];
  const known = reference
    .rows(type)
    .flatMap(read)
    .filter((value) => value !== null && (value as Filter).earliest !== null);
  return known.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** What to ask of a field so that some rows match and others do not, as far as the values allow. */
export function operand(kind: Kind, operator: string, values: readonly unknown[], pick = 0.5) {
  const at = (part: number): any => values[Math.floor(part * (values.length - 1))] ?? NOTHING[kind];
  const one = at(pick);
  switch (operator) {
    case 'isNull':
    case 'isSingleDay':
      return pick < 0.5;
    case 'in':
      return [one, at(pick / 3), at(1 - pick / 3)];
    case 'certainty':
      return { in: [one.certainty ?? 'STATED', 'UNKNOWN'] };
    case 'startsWith':
      return String(one).slice(0, 2);
    case 'contains':
      return String(one).slice(1, 3);
    default:
      return kind === 'dated' ? one.earliest : one;
  }
}

/** What to ask for where no row has any value. */
const NOTHING: Readonly<Record<Kind, unknown>> = {
  code: 'none',
  text: 'none',
  enum: 'STATED',
  int: 1,
  decimal: '1',
  date: '2024-02-29',
  datetime: '2024-02-29T08:00:00.000Z',
  boolean: true,
  dated: { earliest: '2024-02-29', certainty: 'STATED' },
};

/** One condition on a field of a type, or undefined where it has no value to ask for. */
export function conditionOn(
  reference: Reference,
  type: string,
  field: string,
  operator: string,
  pick?: number,
): Filter {
  const { values, several = {} } = tables[type]!;
  const kind = values[field]?.[0] ?? several[field]![0];
  const asked = {
    [operator]: operand(kind, operator, valuesOf(reference, type, field), pick),
  };
  return { [field]: field in values ? asked : { some: asked } };
}
