import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { type Kysely, sql } from 'kysely';
import { harmless } from '../../kit/table/cell-rules.ts';
import { openFile } from '../formats/open-file.ts';
import type { RowFault } from './import-table.ts';
import type { RunTable } from './run-store.ts';

/** The first column of a copy. */
const PROBLEMS = '问题';
const SHEET = '工作表';
const ROW = '行号';

export interface CopyOptions {
  readonly run: string;
  /** Where the delivered file is, and what it is called. */
  readonly path: string;
  readonly name: string;
}

/**
 * Writes a copy of a delivered file for whoever has to mend it: CSV, each row with what is wrong with
 * it in the first column, and where it stands. Of a workbook with several sheets the rows that are
 * refused follow each other, each table with its header.
 */
export async function writeErrorCopy(
  db: Kysely<unknown>,
  options: CopyOptions,
  out: Writable,
): Promise<void> {
  const lines = Readable.from(linesOf(db, options));
  const csv = stringify({ bom: true, record_delimiter: 'windows', quote_record_delimiter: true });
  await pipeline(lines, csv, out);
}

async function* linesOf(
  db: Kysely<unknown>,
  { run, path, name }: CopyOptions,
): AsyncGenerator<readonly string[]> {
  const { headerRows, faults } = await problemsOf(db, run);
  const seen = new Set<string>();
  for (const headerRow of headerRows) {
    const file = await openFile(path, { name, ...(headerRow !== null && { headerRow }) });
    try {
      for await (const { sheet = '', header, rows } of file.tables) {
        const here = faults.get(sheet);
        if (!here || seen.has(sheet)) continue;
        seen.add(sheet);
        yield [PROBLEMS, SHEET, ROW, ...header.map((cell) => harmless(cell))];
        for await (const { row, cells } of rows) {
          const problem = here.get(row) ?? '';
          if (sheet !== '' && problem === '') continue;
          yield [
            harmless(problem),
            harmless(sheet),
            String(row),
            ...cells.map((cell) => harmless(cell)),
          ];
        }
      }
    } finally {
      await file.close();
    }
  }
}

/** What is wrong, by sheet and row, in one text. */
async function problemsOf(
  db: Kysely<unknown>,
  run: string,
): Promise<{
  readonly headerRows: readonly (number | null)[];
  readonly faults: ReadonlyMap<string, ReadonlyMap<number, string>>;
}> {
  const tables = await sql<{ tables: readonly RunTable[] }>`
    select tables from import_run where id = ${run}`.execute(db);
  const told = tables.rows[0]?.tables ?? [];
  const { rows } = await sql<{ tableNo: number; row: number; faults: readonly RowFault[] }>`
    select table_no as "tableNo", row_no as row, faults from import_row
     where run_id = ${run} and outcome = 'REFUSED' order by table_no, row_no`.execute(db);
  const faults = new Map<string, Map<number, string>>();
  for (const { tableNo, row, faults: ofRow } of rows) {
    const sheet = told[tableNo]?.sheet ?? '';
    const here = faults.get(sheet) ?? new Map<number, string>();
    faults.set(sheet, here);
    const problem = [here.get(row), ...ofRow.map(sentence)].filter(Boolean).join('；');
    here.set(row, problem);
  }
  return { headerRows: [...new Set(told.map(({ headerRow }) => headerRow ?? null))], faults };
}

function sentence({ column, problem, suggestion }: RowFault): string {
  const place = column === undefined ? '' : `${column}: `;
  const meant = suggestion === undefined ? '' : ` → ${suggestion}?`;
  return `${place}${problem}${meant}`;
}
