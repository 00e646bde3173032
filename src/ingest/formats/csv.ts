import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { findDelimiter, separatorLine } from './delimiter.ts';
import type { FileLimits } from './limits.ts';
import type { RawRow } from './raw-table.ts';
import { readTable } from './read-table.ts';
import { refused } from './refusal.ts';
import type { FileFormat, FileNote, Table } from './table.ts';
import type { TextFile } from './text-file.ts';

export interface CsvFile {
  readonly format: FileFormat;
  readonly notes: readonly FileNote[];
  tables(): AsyncGenerator<Table>;
}

export interface CsvOptions {
  readonly headerRow?: number | undefined;
  /** As the format was asked for: tabs, whatever else stands in the header. */
  readonly delimiter?: string | undefined;
  /** As the file's name says. Tabs are that if they stand in the header; commas stand in names too. */
  readonly named?: string | undefined;
  readonly limits: FileLimits;
}

const BATCH = 256;

/** Opens a text of separated values; `start` is how it begins. */
export function openCsv(text: TextFile, start: string, options: CsvOptions): CsvFile {
  const separator = separatorLine(start);
  const delimiter =
    separator?.delimiter ??
    options.delimiter ??
    findDelimiter(start, options.named === '\t' ? '\t' : undefined, options.headerRow);
  const pieces = () => withoutStart(text.pieces(), separator?.length ?? 0);
  return {
    format: delimiter === '\t' ? 'TSV' : 'CSV',
    notes: separator ? toldOf(delimiter) : foundOf(delimiter, start, options),
    async *tables() {
      const rows = linesOf(pieces(), delimiter, options.limits);
      const table = await readTable(rows, { ...rest(options), isRagged: false });
      if (!table) throw refused('the file is empty, without a header.');
      yield table;
    },
  };
}

function rest({ headerRow, limits }: CsvOptions) {
  return { limits, ...(headerRow !== undefined && { headerRow }) };
}

function toldOf(delimiter: string): FileNote[] {
  const text = `Its first line, sep=${delimiter}, says how cells are separated; the lines are counted from the one after it.`;
  return [{ kind: 'DELIMITER', text }];
}

function foundOf(
  delimiter: string,
  start: string,
  { named, delimiter: asked }: CsvOptions,
): FileNote[] {
  if (delimiter === (asked ?? named) || !start.includes(delimiter)) return [];
  return [{ kind: 'DELIMITER', text: `Its cells are separated by ${calledAs(delimiter)}.` }];
}

function calledAs(delimiter: string): string {
  return delimiter === ',' ? 'commas' : delimiter === '\t' ? 'tabs' : 'semicolons';
}

async function* withoutStart(pieces: AsyncGenerator<string>, length: number) {
  let left = length;
  for await (const piece of pieces) {
    if (left < piece.length) yield piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}

async function* linesOf(
  pieces: AsyncGenerator<string>,
  delimiter: string,
  { rowCharacters }: FileLimits,
): AsyncGenerator<RawRow[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: rowCharacters,
  });
  // What goes wrong on either side reaches the reader by the parser, which the pipeline destroys.
  pipeline(Readable.from(pieces), parser, () => {});
  let batch: RawRow[] = [];
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      batch.push({ row, cells });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  } catch (error) {
    throw error instanceof CsvError ? csvRefusal(error, rowCharacters) : error;
  }
}

function csvRefusal(error: CsvError, rowCharacters: number) {
  // The rows that were parsed, of which the last ones may not have been handed on.
  const row = (error as CsvError & { records: number }).records + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return refused(
      `the row has more than ${rowCharacters} characters; is a quote opened in it that is never closed?`,
      { row },
    );
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return refused(
      `${error.message}; the quote was opened in this row, and the file ends before it is closed.`,
      { row },
    );
  }
  return refused(
    `${error.message}; a cell with quotes in it needs quotes around it, and those in it doubled.`,
    { row },
  );
}
