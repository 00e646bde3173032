import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Database } from '../db/database.ts';
import { today } from '../kit/clock.ts';
import { packageRoot } from '../kit/package-root.ts';
import { type FactReport, reportFacts } from './fact-report.ts';
import { openFile } from './formats/open-file.ts';
import { type FileFault, IngestFault } from './ingest-fault.ts';
import { bindTable } from './mapping/bind-table.ts';
import { identityTable } from './mapping/identity-table.ts';
import type { ImportTable } from './run/import-table.ts';
import { type ImportReport, runImport } from './run/run-import.ts';
import { noteRun, type RunRequest } from './run/run-store.ts';
import type { Sheet } from './sheet.ts';
import { documentSheets } from './sheets/index.ts';

/**
 * Loads all that the source documents say, or as much of it as is not there yet: the same files loaded
 * twice change nothing, and a file with a fault loads nothing of any. Answers where each fact went.
 *
 * @throws IngestFault that names file, row and column.
 */
export async function loadDocuments(
  database: Database,
  directory = join(packageRoot(), 'seeds', 'documents'),
): Promise<ImportReport & { readonly facts: readonly FactReport[] }> {
  const request: RunRequest = {
    id: v7(),
    source: 'documents',
    mode: 'ALL_OR_NOTHING',
    isDry: false,
    fileName: 'seeds/documents',
    asOf: today(),
    actor: 'seed',
  };
  const misnamed = await unknownFiles(documentSheets, directory);
  await noteRun(database.kysely, request, 'RUNNING');
  const report = await runImport(database, {
    request,
    by: { actor: 'seed', source: 'documents' },
    checksFirst: true,
    open: () => tablesOf(documentSheets, directory, misnamed),
  });
  if (report.faults.length > 0) throw new IngestFault(report.faults);
  return { ...report, facts: await reportFacts(database.kysely) };
}

/** Each sheet's file of a directory; all that is wrong with any file is told at the end. */
async function* tablesOf(
  sheets: readonly Sheet[],
  directory: string,
  misnamed: readonly FileFault[],
): AsyncGenerator<ImportTable> {
  const faults = [...misnamed];
  for (const sheet of sheets) {
    try {
      yield* fileTables(sheet, directory);
    } catch (error) {
      if (!(error instanceof IngestFault)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new IngestFault(faults);
}

async function* fileTables(sheet: Sheet, directory: string): AsyncGenerator<ImportTable> {
  const opened = await openFile(join(directory, sheet.file), { format: 'CSV' });
  const mapping = identityTable(sheet);
  for await (const { rows, ...head } of opened.tables) {
    yield {
      ...{ file: sheet.file, name: mapping.target, target: sheet, rows },
      bind: bindTable(mapping, sheet, { file: sheet.file, ...head }, { today: today() }),
      nameOf: (column) => column,
      isComplete: false,
    };
  }
}

/** A file under a slightly wrong name would otherwise be left out in silence. */
async function unknownFiles(sheets: readonly Sheet[], directory: string): Promise<FileFault[]> {
  const known = sheets.map(({ file }) => file);
  const there = await readdir(directory).catch(() => []);
  return there
    .filter((file) => file.endsWith('.csv') && !known.includes(file))
    .map((file) => ({ file, problem: `no such file is known; they are ${known.join(', ')}.` }));
}
