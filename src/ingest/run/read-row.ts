import type { Kysely } from 'kysely';
import type { TableRow } from '../formats/table.ts';
import { cellReader, type ReadCells } from '../sheet.ts';
import type { BoundRow, ImportTable, RowFault } from './import-table.ts';

/** A row that can be run. */
export interface ReadyRow {
  readonly row: number;
  /** What it is known by in its table, in every delivery. */
  readonly key: string;
  readonly cells: ReadonlyMap<string, string>;
  readonly input: never;
  readonly warnings: readonly RowFault[];
}

/** A row that is refused, and why. */
export interface RefusedRow {
  readonly row: number;
  readonly key: string;
  readonly faults: readonly RowFault[];
}

export type ReadRow = ReadyRow | RefusedRow;

export const isRefused = (row: ReadRow): row is RefusedRow => 'faults' in row;

/** Reads some rows of a table as far as that is possible without running them. */
export async function readRows(
  db: Kysely<unknown>,
  table: ImportTable,
  rows: readonly TableRow[],
): Promise<ReadRow[]> {
  const bound = rows
    .map((row) => ({ row: row.row, ...table.bind(row) }))
    .filter(({ isOfTarget }) => isOfTarget !== false);
  const identified = table.identify ? await table.identify(db, bound) : bound;
  return identified.map((one, at) => readRow(table, bound[at]?.row ?? 0, one));
}

function readRow(table: ImportTable, row: number, bound: BoundRow): ReadRow {
  const { cells, faults, warnings, isWhole } = bound;
  const { target, ledger } = table;
  const key = keyIn(target.key, cells);
  const place = target.historyOf ? keyIn(target.historyOf, cells) : key;
  const given = ledger ? new Map([...cells, ['evidence', placeIn(table, place)]]) : cells;
  const read = readerOf(table)(given);
  if ('input' in read && faults.length === 0) {
    return { row, key, cells: given, input: read.input, warnings };
  }
  if (isWhole) return { row, key, faults };
  const found = 'faults' in read ? read.faults : [];
  const isTold = (column: string | undefined) =>
    faults.some((fault) => fault.column === (column && table.nameOf(column)));
  const more = found
    .filter(({ column }) => !isTold(column))
    .map(({ column, value, problem }) => ({
      row,
      ...(column !== undefined && { column: table.nameOf(column) }),
      ...(value !== undefined && { value }),
      rule: value === undefined ? 'REQUIRED' : 'FORM',
      problem,
    }));
  // A date or a number and its qualifier are several columns, and one cell.
  const perCell = more.filter(
    ({ column, rule }, at) =>
      at === more.findIndex((other) => other.column === column && other.rule === rule),
  );
  const all = [...faults, ...perCell];
  const own = all.filter(({ column }) => column === undefined || !table.supplied?.has(column));
  return { row, key, faults: own.length > 0 ? own : all };
}

const readers = new WeakMap<ImportTable, ReadCells>();

function readerOf(table: ImportTable): ReadCells {
  const { target, ledger, speaksOf } = table;
  const told = speaksOf && new Set([...speaksOf, ...(ledger ? ['evidence'] : [])]);
  const reader = readers.get(table) ?? cellReader(target, told);
  readers.set(table, reader);
  return reader;
}

/** The last part of some keys is the place of evidence, which the others make. */
const keyIn = (columns: readonly string[], cells: ReadonlyMap<string, string>): string =>
  columns
    .map((name) => cells.get(name) ?? '')
    .join('|')
    .replace(/\|$/, '');

/** The code of the evidence that a key of a source is: the same in every delivery. */
const placeIn = (table: ImportTable, key: string) => `${placesOf(table)}${key}`;

/** What the codes of a table's places of evidence begin with; undefined where its rows name them. */
export const placesOf = ({ ledger, name }: ImportTable) => ledger && `${ledger.code}/${name}/`;
