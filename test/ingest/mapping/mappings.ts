import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { IngestFault } from '../../../src/ingest/ingest-fault.ts';
import { bindTable } from '../../../src/ingest/mapping/bind-table.ts';
import type { TableMapping } from '../../../src/ingest/mapping/mapping.ts';
import { MappingFault } from '../../../src/ingest/mapping/mapping-fault.ts';
import { readMapping } from '../../../src/ingest/mapping/read-mapping.ts';
import { directoryOf } from '../../../src/ingest/reading/region-directory.ts';
import { targets } from '../../../src/ingest/targets/index.ts';

const SOURCE = `source:
  code: bureau
  name: 某局
  nameEn: A bureau
  kind: DEPARTMENT
  office: 综合处
  trust: 4
  licence: 内部使用
  publication: INTERNAL
  rhythm: P1M
`;

/** A mapping file of a bureau, whose tables begin at line 12. */
export async function mappingOf(tables: string, source = SOURCE) {
  const path = join(await mkdtemp(join(tmpdir(), 'quanmai-mapping-')), 'bureau.yaml');
  await writeFile(path, `${source}tables:\n${tables}`);
  return readMapping(path);
}

export async function tableOf(tables: string): Promise<TableMapping> {
  const [table] = (await mappingOf(tables)).tables;
  return table!;
}

/** What is wrong with a mapping file, as `line: problem`. */
export async function problemsOf(tables: string, source?: string): Promise<string[]> {
  const fault: unknown = await mappingOf(tables, source).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(MappingFault);
  return (fault as MappingFault).problems.map(({ line, problem }) => `${line}: ${problem}`);
}

const regions = directoryOf([
  { text: '370113', code: '370113' },
  { text: '长清区', code: '370113' },
  { text: '370181', code: '370114', isFormer: true },
]);

export function bind(table: TableMapping, header: readonly string[], more = {}) {
  const { sheet } = targets.get(table.target)!;
  const head = { file: '台账.xlsx', sheet: '一月', header, headerRow: 3 };
  return bindTable(table, sheet, head, { today: '2026-11-30', regions, ...more });
}

/** What is wrong with a header, as `column: problem`. */
export function headerFaultsOf(table: TableMapping, header: readonly string[]): string[] {
  try {
    bind(table, header);
  } catch (error) {
    if (!(error instanceof IngestFault)) throw error;
    return error.faults.map(({ column, problem }) => `${column ?? ''}: ${problem}`);
  }
  return [];
}
