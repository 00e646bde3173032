import { DomainError } from '../../kit/errors.ts';
import { columnName } from '../sheet.ts';
import type { ImportTable, RowFault } from './import-table.ts';
import type { ReadyRow } from './read-row.ts';

/** SQLSTATE 22: a value that its column cannot hold; 23: a constraint that the row breaks. */
export function isRefusedByDatabase(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}

/** What a row's command threw, or the database said of it, with its place. */
export function databaseFault(
  table: ImportTable,
  { row, cells }: ReadyRow,
  error: Error,
): RowFault {
  const { constraint } = error as Error & Partial<Record<string, string>>;
  const isDomains = error instanceof DomainError;
  const column = isDomains ? columnOfField(table, error.field) : columnOfRule(table, constraint);
  const value = column && cells.get(column);
  return {
    row,
    ...(column && { column: table.nameOf(column) }),
    ...(value && { value }),
    rule: isDomains ? error.code : (constraint ?? 'DATABASE'),
    problem: isDomains ? error.message : broken(error, value),
  };
}

function columnOfField(
  { target }: ImportTable,
  field: readonly string[] | undefined,
): string | undefined {
  return field && target.columns.find(({ name }) => name === columnName(field))?.name;
}

/** `project_annual_plan_check` is a rule for annual_plan. */
function columnOfRule({ target }: ImportTable, rule = ''): string | undefined {
  return target.columns
    .map(({ name }) => name)
    .filter((name) => rule.endsWith(`_${name}_check`))
    .sort((one, other) => other.length - one.length)[0];
}

/** Without the whole row, which a check's detail tells with ids that mean nothing to its sender. */
function broken(error: Error, value: string | undefined): string {
  const { constraint, detail } = error as Error & Partial<Record<string, string>>;
  const [first = ''] = error.message.split('\n');
  const isCheck = detail?.startsWith('Failing row contains');
  if (isCheck && value !== undefined) {
    return `"${value}" is none that the graph takes (rule ${constraint ?? ''}): look at its sign and size.`;
  }
  const said = [first, constraint && `rule ${constraint}`, !isCheck && detail].filter(Boolean);
  return said.join('; ').replace(/[^.]$/, '$&.');
}
