import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Kysely } from 'kysely';
import { harmless } from '../../kit/table/cell-rules.ts';
import { workbookOf } from '../../kit/table/workbook.ts';
import { type Delivered, linesOf } from './copy-lines.ts';
import { sheetsOf, sheetsOfLines } from './copy-sheets.ts';
import { type ToldRun, toldRun } from './problems.ts';

/** How a copy is written. */
export type CopyFormat = 'CSV' | 'XLSX';

export interface CopyOptions extends Delivered {
  readonly run: string;
  /** As it was delivered, unless told. */
  readonly format?: CopyFormat | undefined;
}

/** A workbook comes back as one, and all else as CSV. */
export async function copyFormatOf(db: Kysely<unknown>, run: string): Promise<CopyFormat> {
  return formatOf(await toldRun(db, run));
}

const formatOf = ({ format }: ToldRun): CopyFormat => (format === 'XLSX' ? 'XLSX' : 'CSV');

/**
 * Writes a copy of a delivered file for whoever has to mend it, each row with what is wrong with it in
 * the first column. Of a workbook that is written as CSV, the rows that are refused.
 */
export async function writeErrorCopy(
  db: Kysely<unknown>,
  { run, format, ...delivered }: CopyOptions,
  out: Writable,
): Promise<void> {
  const told = await toldRun(db, run);
  if ((format ?? formatOf(told)) === 'CSV') {
    const lines = Readable.from(harmlessly(linesOf(db, told, delivered)));
    const csv = stringify({ bom: true, record_delimiter: 'windows', quote_record_delimiter: true });
    await pipeline(lines, csv, out);
    return;
  }
  const sheets =
    formatOf(told) === 'XLSX'
      ? sheetsOf(db, told, delivered.path)
      : sheetsOfLines(linesOf(db, told, delivered));
  await pipeline(workbookOf(sheets), out);
}

async function* harmlessly(lines: AsyncIterable<readonly string[]>) {
  for await (const line of lines) yield line.map((cell) => harmless(cell));
}
