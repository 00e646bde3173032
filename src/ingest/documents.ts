import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import { packageRoot } from '../kit/package-root.ts';
import { type FactReport, reportFacts } from './fact-report.ts';
import { type LoadReport, loadSheets, readSheets } from './load-sheets.ts';
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
): Promise<LoadReport & { readonly facts: readonly FactReport[] }> {
  const filled = await readSheets(documentSheets, directory);
  const report = await loadSheets(database, filled, { actor: 'seed', source: 'documents' });
  return { ...report, facts: await reportFacts(database.kysely) };
}
