import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { type FileFault, IngestFault } from './ingest-fault.ts';

/** One row of a file: what stands in its cells, by column. An empty cell is absent. */
export interface CsvRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads a file of comma-separated values that has exactly these columns, in any order, and is
 * written in UTF-8. Rows with nothing in them are passed over.
 *
 * @throws IngestFault with all that is wrong with the file's form.
 */
export async function readCsv(path: string, columns: readonly string[]): Promise<CsvRow[]> {
  const file = basename(path);
  const [header, ...rows] = records(file, textOf(file, await bytesOf(file, path)));
  if (!header) throw new IngestFault([{ file, problem: 'the file is empty, without a header.' }]);
  const names = header.map((name) => name.trim());
  const faults = [...headerFaults(file, names, columns), ...raggedRows(file, names, rows)];
  if (faults.length > 0) throw new IngestFault(faults);
  return rows.flatMap((values, at) => {
    const filled = names
      .map((name, place) => [name, (values[place] ?? '').trim()] as const)
      .filter(([, value]) => value !== '');
    return filled.length > 0 ? [{ row: at + 2, cells: new Map(filled) }] : [];
  });
}

async function bytesOf(file: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const problem =
      code === 'ENOENT'
        ? `the file is missing: there is no ${path}.`
        : `it cannot be read: ${code}.`;
    throw new IngestFault([{ file, problem }], { cause });
  }
}

function textOf(file: string, bytes: Buffer): string {
  const at = firstBadByte(bytes);
  if (at !== undefined) {
    const line = lineOf(bytes, at);
    const problem = `this is not UTF-8 (line ${line}, byte ${at}); save the file as “CSV UTF-8”.`;
    throw new IngestFault([{ file, problem }]);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const problem = `there is a NUL character (line ${lineOf(bytes, nul)}, byte ${nul}), which no text can hold.`;
    throw new IngestFault([{ file, problem }]);
  }
  return bytes.toString('utf8');
}

/** Where bytes stop being UTF-8, by halving: a prefix is refused exactly if it holds that byte. */
function firstBadByte(bytes: Buffer): number | undefined {
  if (isUtf8(bytes, false)) return undefined;
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  return good;
}

/** With `more` to come, the last character need not be whole. */
function isUtf8(bytes: Buffer, more: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: more });
    return true;
  } catch {
    return false;
  }
}

function lineOf(bytes: Buffer, at: number): number {
  return bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
}

function records(file: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { records: before } = cause as { records?: number };
    throw new IngestFault(
      [{ file, ...(before !== undefined && { row: before + 1 }), problem: `${cause.message}.` }],
      { cause },
    );
  }
}

/** What a department's sheet may have, and the graph never has: a column for who somebody is. */
const NAMES_A_PERSON = /姓名|联系人|负责人|经办人|person|contact|holder/i;
const PERSONS_ARE_NOT_STORED =
  "no person's name is taken: leave the column out, and name the office where it matters.";

function headerFaults(
  file: string,
  names: readonly string[],
  columns: readonly string[],
): FileFault[] {
  const known = `the columns are ${columns.join(', ')}`;
  return [
    ...columns
      .filter((column) => !names.includes(column))
      .map((column) => ({ file, row: 1, column, problem: 'the column is missing.' })),
    ...names.flatMap((column, place) => {
      if (column === '') {
        return [{ file, row: 1, problem: `column ${place + 1} has no name; ${known}.` }];
      }
      if (names.indexOf(column) < place) {
        return [{ file, row: 1, column, problem: 'the column stands here twice.' }];
      }
      if (columns.includes(column)) return [];
      if (NAMES_A_PERSON.test(column)) {
        return [{ file, row: 1, column, problem: PERSONS_ARE_NOT_STORED }];
      }
      return [{ file, row: 1, column, problem: `no such column is known; ${known}.` }];
    }),
  ];
}

function raggedRows(
  file: string,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): FileFault[] {
  return rows.flatMap((values, at) => {
    const isBlank = values.every((value) => value.trim() === '');
    if (isBlank || values.length === names.length) return [];
    const problem =
      `the row has ${values.length} cells and the header ${names.length}; ` +
      'a comma inside a cell needs quotes around the cell.';
    return [{ file, row: at + 2, problem }];
  });
}
