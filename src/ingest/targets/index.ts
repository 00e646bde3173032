import type { Sheet } from '../sheet.ts';
import { documentSheets } from '../sheets/index.ts';
import { departmentSheets } from './department.ts';

/** A sheet that a department's table can become. */
export interface Target {
  readonly sheet: Sheet;
  /** Columns that a mapping need not give: what loads the table fills them. */
  readonly supplied: readonly string[];
  /** What columns hold where a mapping does not say. */
  readonly defaults: Readonly<Record<string, string>>;
}

const sheets = new Map(
  [...documentSheets, ...departmentSheets].map((sheet) => [stemOf(sheet.file), sheet]),
);

/**
 * The targets by name: every sheet by its file's stem, and `enterprises`, which are organisations of
 * one kind. A department knows neither our evidence nor our codes of numbers and enterprises.
 */
export const targets: ReadonlyMap<string, Target> = new Map([
  ...[...sheets].map(([name, sheet]) => [name, target(sheet)] as const),
  ['enterprises', target(sheetNamed('organisations'), ['code'], { kind: 'ENTERPRISE' })],
  [
    'observations',
    target(sheetNamed('observations'), ['code'], { qualifier: 'EXACT', kind: 'ACTUAL' }),
  ],
  ['statements', target(sheetNamed('statements'), ['code'], { kind: 'ACTUAL' })],
]);

function target(
  sheet: Sheet,
  supplied: readonly string[] = [],
  defaults: Target['defaults'] = {},
): Target {
  return { sheet, supplied: ['evidence', ...supplied], defaults };
}

function sheetNamed(name: string): Sheet {
  const found = sheets.get(name);
  if (!found) throw new Error(`There is no sheet ${name}.`);
  return found;
}

function stemOf(file: string): string {
  return file.replace(/\.csv$/, '');
}
