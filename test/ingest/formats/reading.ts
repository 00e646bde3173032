import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { openFile, type OpenOptions } from '../../../src/ingest/formats/open-file.ts';
import type { OpenedFile, Table, TableRow } from '../../../src/ingest/formats/table.ts';
import { type FileFault, IngestFault } from '../../../src/ingest/ingest-fault.ts';

let directory: string;

/** Makes a directory for a test file's files, and removes it afterwards. */
export function withDirectory(): void {
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'quanmai-formats-'));
  });
  afterAll(() => rm(directory, { recursive: true }));
}

export async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content);
  return path;
}

export function pathOf(name: string): string {
  return join(directory, name);
}

interface ReadTable extends Omit<Table, 'rows'> {
  readonly rows: readonly TableRow[];
}

interface ReadFile extends Omit<OpenedFile, 'tables'> {
  readonly tables: readonly ReadTable[];
}

export async function readAll(path: string, options?: OpenOptions): Promise<ReadFile> {
  const opened = await openFile(path, options);
  const tables: ReadTable[] = [];
  for await (const table of opened.tables) {
    tables.push({ ...table, rows: await arrayOf(table.rows) });
  }
  await opened.close();
  return { ...opened, tables };
}

async function arrayOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Writes a file, and reads all of it. */
export async function read(name: string, content: string | Uint8Array, options?: OpenOptions) {
  return readAll(await written(name, content), options);
}

/** What stands in the one table of a file: its header, and its rows by their number. */
export async function table(name: string, content: string | Uint8Array, options?: OpenOptions) {
  const { tables, ...file } = await read(name, content, options);
  expect(tables).toHaveLength(1);
  const { header, rows } = tables[0]!;
  return { ...file, header, rows, cells: rows.map(({ row, cells }) => [row, ...cells]) };
}

export async function faultsOf(
  name: string,
  content: string | Uint8Array,
  options?: OpenOptions,
): Promise<readonly FileFault[]> {
  const fault: unknown = await read(name, content, options).catch((error: unknown) => error);
  if (!(fault instanceof IngestFault))
    throw new Error('The file was not refused.', { cause: fault });
  return fault.faults;
}

export async function problemsOf(...file: Parameters<typeof faultsOf>): Promise<string[]> {
  return (await faultsOf(...file)).map(({ problem }) => problem);
}
