import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '../db/database.ts';
import { type LoadReport, loadSheets, readSheets } from './load-sheets.ts';
import { documentSheets } from './sheets/index.ts';

/**
 * Loads what the source documents say of the core, or as much of it as is not there yet: the same
 * files loaded twice change nothing, and a file with a fault loads nothing of any.
 *
 * @throws IngestFault that names file, row and column.
 */
export async function loadDocuments(
  database: Database,
  directory = join(packageRoot(), 'seeds', 'documents'),
): Promise<LoadReport> {
  const filled = await readSheets(documentSheets, directory);
  return loadSheets(database, filled, { actor: 'seed', source: 'documents' });
}

/** Where package.json lies: this file runs from src/ingest, and bundled from dist. */
function packageRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package.json')) && directory !== dirname(directory)) {
    directory = dirname(directory);
  }
  return directory;
}
