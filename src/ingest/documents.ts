import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import { packageRoot } from '../kit/package-root.ts';
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
