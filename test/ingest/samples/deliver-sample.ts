import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Database } from '../../../src/db/database.ts';
import { deliver } from '../../../src/ingest/deliver.ts';
import { readMapping } from '../../../src/ingest/mapping/read-mapping.ts';
import type { ImportReport } from '../../../src/ingest/run/run-import.ts';
import { noteRun, type RunMode } from '../../../src/ingest/run/run-store.ts';

export const SAMPLES = 'seeds/samples';
const SOURCES = 'seeds/sources';

export interface Sample {
  readonly file: string;
  readonly source: string;
  readonly asOf: string;
}

/** In the order in which a steward may take them in: enterprises before what names them. */
export const samples: readonly Sample[] = [
  { file: 'drc-2024-02.xlsx', source: 'jinan-drc', asOf: '2024-02-29' },
  { file: 'iit-2024-q1.xlsx', source: 'jinan-iit', asOf: '2024-03-31' },
  { file: 'drc-2024-03.csv', source: 'jinan-drc', asOf: '2024-03-31' },
  {
    ...{ file: 'investment-promotion-2024-03-08.csv', source: 'jinan-investment-promotion' },
    asOf: '2024-03-08',
  },
  {
    ...{ file: 'investment-promotion-2024-03-15.csv', source: 'jinan-investment-promotion' },
    asOf: '2024-03-15',
  },
  { file: 'statistics-2024-02.txt', source: 'jinan-statistics', asOf: '2024-03-18' },
  {
    ...{ file: 'approval-platform-2024-03.jsonl', source: 'jinan-approval-platform' },
    asOf: '2024-03-31',
  },
];

export async function deliverSample(
  database: Database,
  { file, source, asOf }: Sample,
  { mode = 'ROW_BY_ROW', isDry = false }: { mode?: RunMode; isDry?: boolean } = {},
): Promise<ImportReport> {
  const request = {
    ...{ id: v7(), source, mode, isDry, fileName: file, asOf, actor: 'test' },
  };
  await noteRun(database.kysely, request, 'RUNNING');
  const mapping = await readMapping(join(SOURCES, `${source}.yaml`));
  return deliver(database, { mapping, path: join(SAMPLES, file), request });
}
