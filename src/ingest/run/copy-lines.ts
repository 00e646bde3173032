import type { Kysely } from 'kysely';
import { openFile } from '../formats/open-file.ts';
import type { Table } from '../formats/table.ts';
import { IngestFault } from '../ingest-fault.ts';
import { Problems, sentence, type ToldRun } from './problems.ts';

/** The first column of a copy. */
export const PROBLEMS = '问题';
const SHEET = '工作表';
const ROW = '行号';

export interface Delivered {
  /** Where the delivered file is, and what it is called. */
  readonly path: string;
  readonly name: string;
}

/**
 * The rows of a delivered file as lines of one table, each behind what is wrong with it and where it
 * stands. Of a workbook those that are refused, each sheet with its header.
 */
export async function* linesOf(
  db: Kysely<unknown>,
  told: ToldRun,
  { path, name }: Delivered,
): AsyncGenerator<readonly string[]> {
  const seen = new Set<string>();
  const sheets = new Set(told.tables.map((table) => table.sheet));
  const takes = { text: [...sheets].join(', '), holds: (sheet: string) => sheets.has(sheet) };
  for (const headerRow of new Set(told.tables.map((table) => table.headerRow))) {
    const file = await openFile(path, {
      name,
      takes,
      ...(headerRow !== undefined && { headerRow }),
    });
    try {
      for await (const table of file.tables) {
        const { sheet = '' } = table;
        const problems = seen.has(sheet) ? undefined : await Problems.ofSheet(db, told, sheet);
        if (!problems || problems.areNone) continue;
        seen.add(sheet);
        yield* linesOfTable(table, problems);
      }
    } finally {
      await file.close();
    }
  }
}

async function* linesOfTable(
  { sheet = '', header, rows }: Table,
  problems: Problems,
): AsyncGenerator<readonly string[]> {
  yield [PROBLEMS, SHEET, ROW, ...header];
  try {
    for await (const { row, cells } of rows) {
      const problem = await problems.of(row);
      if (sheet !== '' && problem === '') continue;
      yield [problem, sheet, String(row), ...cells];
    }
  } catch (error) {
    if (!(error instanceof IngestFault)) throw error;
    // Rows that could not be read are told of all the same.
    for (const fault of error.faults) {
      yield [sentence(fault), sheet, fault.row === undefined ? '' : String(fault.row)];
    }
  }
}
