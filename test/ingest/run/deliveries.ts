import { v7 } from 'uuid';
import { sql } from 'kysely';
import type { Database } from '../../../src/db/database.ts';
import type { TableRow } from '../../../src/ingest/formats/table.ts';
import type { ImportTable, Ledger } from '../../../src/ingest/run/import-table.ts';
import { type ImportReport, runImport } from '../../../src/ingest/run/run-import.ts';
import { noteRun, type RunMode } from '../../../src/ingest/run/run-store.ts';
import type { Sheet } from '../../../src/ingest/sheet.ts';
import { documentSheets } from '../../../src/ingest/sheets/index.ts';
import { registerDataSource } from '../../../src/modules/source/data-source.commands.ts';
import { runCommand } from '../../../src/request/command.ts';

export type Line = Readonly<Record<string, string>>;

function targetCalled(stem: string): Sheet {
  const sheet = documentSheets.find(({ file }) => file === `${stem}.csv`);
  if (!sheet) throw new Error(`There is no sheet ${stem}.`);
  return sheet;
}

/** Rows of one target, by its canonical columns; the source speaks of the columns that any row has. */
export interface Delivered {
  readonly target: string;
  readonly lines: readonly Line[];
  readonly isComplete?: boolean;
}

export interface Delivery {
  readonly source?: string;
  readonly tables: readonly Delivered[];
  readonly mode?: RunMode;
  readonly isDry?: boolean;
}

/** Registers a source, and answers its ledger. */
async function ledgerOf(database: Database, code: string): Promise<Ledger> {
  const source = await runCommand(
    database,
    registerDataSource,
    {
      ...{ code, kind: 'DEPARTMENT', name: `某局 ${code}`, office: '某局办公室', trust: 3 },
      ...{ licence: '政务共享', publication: 'PUBLIC', rhythm: 'P1M' },
    },
    { actor: 'test' },
  );
  const { id, code: document } = await source.document.loadOrFail();
  return { id, code: document };
}

/** Delivers rows as a file of a source would. */
export async function deliver(
  database: Database,
  { source = 'test-bureau', tables, mode = 'ALL_OR_NOTHING', isDry = false }: Delivery,
): Promise<ImportReport> {
  const ledger = await ledgerOf(database, source);
  const request = {
    ...{ id: v7(), source, mode, isDry, fileName: 'test.csv', asOf: '2024-01-31', actor: 'test' },
  };
  await noteRun(database.kysely, request, 'RUNNING');
  return runImport(database, {
    request,
    by: { actor: 'test', source: `${source}/${request.id}` },
    open: () => opened(tables, ledger),
  });
}

async function* opened(tables: readonly Delivered[], ledger: Ledger): AsyncGenerator<ImportTable> {
  for (const table of tables) yield tableOf(table, ledger);
}

function tableOf({ target, lines, isComplete = false }: Delivered, ledger: Ledger): ImportTable {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  return {
    file: 'test.csv',
    name: target,
    target: targetCalled(target),
    rows: rowsOf(lines, columns),
    bind: ({ cells }) => ({
      cells: new Map(
        columns.map((name, at) => [name, cells[at] ?? ''] as const).filter(([, cell]) => cell),
      ),
      faults: [],
      warnings: [],
    }),
    speaksOf: new Set(columns),
    nameOf: (column) => column,
    ledger,
    isComplete,
  };
}

async function* rowsOf(
  lines: readonly Line[],
  columns: readonly string[],
): AsyncGenerator<TableRow> {
  for (const [at, line] of lines.entries()) {
    yield { row: at + 2, cells: columns.map((name) => line[name] ?? '') };
  }
}

export interface ToldRow {
  readonly row: number;
  readonly key: string;
  readonly outcome: string;
  readonly changes: unknown;
  readonly faults: unknown;
}

/** What a run tells of its rows. */
export async function rowsOfRun(database: Database, run: string): Promise<ToldRow[]> {
  const { rows } = await sql<ToldRow>`
    select row_no as row, key, outcome, changes, faults from import_row
     where run_id = ${run} order by table_no, row_no`.execute(database.kysely);
  return rows;
}
