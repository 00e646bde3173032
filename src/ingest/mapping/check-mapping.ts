import { nearest } from '../reading/nearest.ts';
import { moneyUnitProblem, type ReaderName } from '../reading/readers.ts';
import { namesAPerson, PERSONS_ARE_NOT_STORED } from '../person-columns.ts';
import { type Target, targets } from '../targets/index.ts';
import { headerKey, isUnitOf, readHeader } from './header.ts';
import type { ColumnShape, TableShape } from './mapping-shape.ts';
import { fieldsOf, type SheetField } from './sheet-fields.ts';
import type { YamlPath } from './yaml-file.ts';

/** Notes a problem, and where in the table it stands. */
export type Complain = (path: YamlPath, problem: string) => void;

/** The target that a table names, once all is well with it. */
export function checkTable(table: TableShape, complain: Complain): Target | undefined {
  const target = targets.get(table.target);
  if (!target) {
    const all = `they are ${[...targets.keys()].sort().join(', ')}`;
    complain(
      ['target'],
      `"${table.target}" is no target${meant(table.target, targets.keys(), all)}`,
    );
    return undefined;
  }
  if (table.isComplete && target.sheet.historyOf) {
    complain(
      ['isComplete'],
      `${table.target} are what was said from time to time, and none of that is ever gone; leave it out.`,
    );
  }
  const fields = fieldsOf(target.sheet);
  checkFields(table, fields, complain);
  checkRequired(table, target, fields, complain);
  checkHeaders(table, complain);
  return target;
}

/** `; did you mean …?`, or else what there is. */
function meant(text: string, candidates: Iterable<string>, all: string): string {
  const near = nearest(text, candidates);
  return near === undefined ? `; ${all}.` : `; did you mean "${near}"?`;
}

function checkFields(
  table: TableShape,
  fields: ReadonlyMap<string, SheetField>,
  complain: Complain,
): void {
  const find = (name: string, path: YamlPath) => {
    const field = fields.get(name);
    const all = `it has ${[...fields.keys()].join(', ')}`;
    if (!field) {
      complain(path, `"${name}" is no column of ${table.target}${meant(name, fields.keys(), all)}`);
    }
    return field;
  };
  for (const [name, column] of Object.entries(table.columns)) {
    const at = ['columns', name];
    const field = find(name, at);
    if (Object.hasOwn(table.constants, name))
      complain(at, `"${name}" is a column and a constant; keep one.`);
    if (field) checkReader(field, column, (path, problem) => complain([...at, ...path], problem));
    if (column.qualifier !== undefined) find(column.qualifier, [...at, 'qualifier']);
  }
  for (const [at, name] of table.rowsWith.entries()) {
    if (!Object.hasOwn(table.columns, name))
      complain(['rowsWith', at], `"${name}" is no column of this table.`);
  }
  for (const [name, value] of Object.entries(table.constants)) {
    const at = ['constants', name];
    const problem = find(name, at)?.problemOf(value);
    if (problem !== undefined) complain(at, `"${value}" ${problem}`);
  }
}

const OF_FORM = { DATE: 'date', PERIOD: 'period' } as const;

/** What a column is read as, where the mapping does not say. */
export function readerOf(field: Pick<SheetField, 'form'>, { as, labels }: ColumnShape): ReaderName {
  if (as) return as;
  if (field.form !== 'COLUMN') return OF_FORM[field.form];
  return labels ? 'label' : 'text';
}

function checkReader(field: SheetField, column: ColumnShape, complain: Complain): void {
  const as = readerOf(field, column);
  const form = as === 'date' ? 'DATE' : as === 'period' ? 'PERIOD' : 'COLUMN';
  if (form !== field.form) {
    const right =
      field.form === 'COLUMN' ? 'a single column: read a day as "day"' : OF_FORM[field.form];
    complain(['as'], `"${field.name}" cannot be read as ${as}; it is ${right}.`);
  }
  const isMeasured = as === 'amount' || as === 'number';
  if (column.unit !== undefined) {
    const problem = as === 'amount' ? moneyUnitProblem(column.unit) : undefined;
    if (!isMeasured) complain(['unit'], `a ${as} has no unit; amounts and numbers have.`);
    if (problem !== undefined) complain(['unit'], `"${column.unit}" ${problem}`);
  }
  if (column.qualifier !== undefined && !isMeasured) {
    complain(['qualifier'], `a ${as} has no qualifier; amounts and numbers have.`);
  }
  checkLabels(field, column, as, complain);
  checkUnitInHeader(column, as, complain);
}

function checkLabels(
  field: SheetField,
  { labels }: ColumnShape,
  as: ReaderName,
  complain: Complain,
): void {
  if (as === 'label' && !labels) complain(['as'], 'labels are read by a table; give "labels".');
  if (!labels) return;
  if (as !== 'label' && as !== 'list') {
    complain(['labels'], `a ${as} has no labels; read it as label or list.`);
  }
  const seen = new Map<string, string>();
  for (const [label, value] of Object.entries(labels)) {
    const at = ['labels', label];
    const same = seen.get(headerKey(label));
    if (same !== undefined) complain(at, `"${label}" is "${same}" once more.`);
    seen.set(headerKey(label), label);
    const problem = as === 'label' ? field.problemOf(value) : undefined;
    if (field.values && !field.values.includes(value)) {
      const all = `they are ${field.values.join(', ')}`;
      complain(at, `"${value}" is no value of ${field.name}${meant(value, field.values, all)}`);
    } else if (problem !== undefined) complain(at, `"${value}" ${problem}`);
  }
}

function checkUnitInHeader(column: ColumnShape, as: ReaderName, complain: Complain): void {
  const { unit } = readHeader(column.header);
  if (!unit || !isUnitOf(unit.name, { as, ...column })) return;
  const problem = as === 'amount' ? moneyUnitProblem(unit.name) : undefined;
  if (problem !== undefined) complain(['header'], `"${unit.name}" ${problem}`);
  if (column.unit !== undefined && headerKey(column.unit) !== unit.name) {
    complain(['unit'], `"${column.unit}" is not what the header says, which is ${unit.name}.`);
  }
}

function checkRequired(
  { columns, constants, target: name }: TableShape,
  { supplied, defaults }: Target,
  fields: ReadonlyMap<string, SheetField>,
  complain: Complain,
): void {
  const qualifiers = Object.values(columns).map(({ qualifier }) => qualifier);
  const given = new Set([
    ...[...Object.keys(columns), ...Object.keys(constants), ...supplied, ...Object.keys(defaults)],
    ...qualifiers,
  ]);
  for (const field of fields.values()) {
    if (field.isRequired && !given.has(field.name)) {
      complain(
        ['columns'],
        `${name} needs "${field.name}": map a column to it, or give a constant.`,
      );
    }
  }
}

/** One header cannot mean two columns. */
function checkHeaders({ columns, ignored }: TableShape, complain: Complain): void {
  const seen = new Map<string, string>();
  const see = (header: string, path: YamlPath) => {
    const key = headerKey(header);
    const other = seen.get(key);
    if (other !== undefined) complain(path, `the header "${header}" is given for ${other}, too.`);
    else seen.set(key, path[0] === 'ignored' ? 'what is ignored' : `"${String(path[1])}"`);
  };
  for (const [name, { header, synonyms }] of Object.entries(columns)) {
    see(header, ['columns', name, 'header']);
    for (const [at, synonym] of synonyms.entries()) see(synonym, ['columns', name, 'synonyms', at]);
    for (const each of [header, ...synonyms].filter(namesAPerson)) {
      complain(['columns', name], `"${each}": ${PERSONS_ARE_NOT_STORED}`);
    }
  }
  for (const [at, header] of ignored.entries()) see(header, ['ignored', at]);
}
