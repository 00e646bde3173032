import type { Kysely } from 'kysely';
import { headRow, SHEET_END, sheetRow, sheetStart } from '../../kit/table/sheet-xml.ts';
import { ROWS_PER_SHEET, type WorkbookSheet } from '../../kit/table/workbook.ts';
import type { RawRow } from '../formats/raw-table.ts';
import { type RawSheet, rawSheets } from '../formats/xlsx/raw-sheets.ts';
import { PROBLEMS } from './copy-lines.ts';
import { Problems, type ToldRun } from './problems.ts';

/**
 * The sheets of a delivered workbook, each row where it stood, as texts. Where a table was read of
 * one, what is wrong with each row stands before it, in a column that its header has one name more for.
 */
export async function* sheetsOf(
  db: Kysely<unknown>,
  told: ToldRun,
  path: string,
): AsyncGenerator<WorkbookSheet> {
  for await (const sheet of rawSheets(path)) {
    const problems = await Problems.ofSheet(db, told, sheet.name);
    const table = told.tables.find((one) => one.sheet === sheet.name);
    const xml = problems ? withProblems(sheet, problems, table?.headerRow) : asItIs(sheet);
    yield { name: sheet.name, xml };
  }
}

async function* asItIs({ rows }: RawSheet): AsyncGenerator<string> {
  yield sheetStart([], 0);
  for await (const batch of rows) {
    yield batch.map(({ row, cells }) => sheetRow(row, cellsOf(cells))).join('');
  }
  yield SHEET_END;
}

async function* withProblems(
  { rows }: RawSheet,
  problems: Problems,
  header: number | undefined,
): AsyncGenerator<string> {
  const batches = rows[Symbol.asyncIterator]();
  const { read, head } = await downToHead(batches, header);
  yield sheetStart([PROBLEMS, ...(head?.cells ?? [])], head?.row);
  for (let batch: readonly RawRow[] = read; ;) {
    for (const row of batch) yield await written(row, head, problems);
    const next = await batches.next();
    if (next.done) break;
    batch = next.value;
  }
  yield SHEET_END;
}

/** The rows down to the one that names the columns, and what was read with them. */
async function downToHead(batches: AsyncIterator<readonly RawRow[]>, header = 1) {
  const read: RawRow[] = [];
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    read.push(...next.value);
    const head = read.find(({ row }) => row >= header);
    if (head) return { read, head };
  }
  return { read, head: undefined };
}

async function written(
  { row, cells }: RawRow,
  head: RawRow | undefined,
  problems: Problems,
): Promise<string> {
  if (row === head?.row) return headRow(row, [PROBLEMS, ...cells]);
  const problem = await problems.of(row);
  return sheetRow(row, cellsOf([problem, ...cells]));
}

const cellsOf = (cells: readonly string[]) => cells.map((cell) => (cell === '' ? null : cell));

/** Lines of a delivery that has no sheets, on as many as they need. */
export async function* sheetsOfLines(
  lines: AsyncGenerator<readonly string[]>,
): AsyncGenerator<WorkbookSheet> {
  let next = await lines.next();
  for (let number = 1; number === 1 || !next.done; number += 1) {
    yield { name: number === 1 ? PROBLEMS : `${PROBLEMS} ${number}`, xml: sheet() };
  }

  async function* sheet(): AsyncGenerator<string> {
    yield sheetStart(next.done ? [PROBLEMS] : next.value);
    for (let row = 1; row <= ROWS_PER_SHEET && !next.done; row += 1) {
      yield row === 1 ? headRow(row, next.value) : sheetRow(row, cellsOf(next.value));
      next = await lines.next();
    }
    yield SHEET_END;
  }
}
