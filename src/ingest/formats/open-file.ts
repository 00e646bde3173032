import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { IngestFault } from '../ingest-fault.ts';
import { compoundProblem } from './compound-file.ts';
import { contentOf, formatOfName, formatOfText, isNamedAs, markupOf } from './content.ts';
import { openCsv } from './csv.ts';
import { guarded } from './guarded.ts';
import { jsonLinesTables, jsonTables } from './json.ts';
import { type FileLimits, megabytes, withLimits } from './limits.ts';
import { Refusal, refused } from './refusal.ts';
import type { FileFormat, FileNote, OpenedFile, SheetRule, Table } from './table.ts';
import { openText } from './text-file.ts';
import { openWorkbook } from './xlsx/open-workbook.ts';

export interface OpenOptions {
  /** What the file is called, where the path is a temporary one. */
  readonly name?: string;
  /** Which format it is; by its content and name unless told. */
  readonly format?: FileFormat;
  /** The row that names the columns; else the first that has something in it. */
  readonly headerRow?: number;
  /** Only these sheets of a workbook; else all that are visible and have something in them. */
  readonly sheets?: readonly string[];
  /** Which sheets of a workbook are taken, by a rule; the others are not looked at. */
  readonly takes?: SheetRule;
  /** The columns of records in JSON and JSONL; else the keys of the first hundred. */
  readonly columns?: readonly string[];
  /** Where the list of records stands in a JSON object: `result.records`. */
  readonly path?: string;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<FileLimits>;
}

/** What a reader of one format makes of a file. */
interface Content {
  readonly format: FileFormat;
  readonly encoding?: string;
  readonly notes: readonly FileNote[];
  readonly tables: AsyncIterable<Table>;
  readonly close?: () => Promise<void>;
}

interface Source {
  readonly path: string;
  readonly name: string;
  readonly head: Buffer;
  readonly options: OpenOptions;
  readonly limits: FileLimits;
  readonly signal: AbortSignal;
}

const HEAD = 4_096;

/**
 * Opens a file of tables: separated values, a workbook, or records in JSON. Rows are read as they are
 * asked for, so that a file of any length needs little memory. Whoever does not read it to its end
 * closes it.
 *
 * @throws IngestFault here, or wherever it shows while tables and rows are read, with what is wrong.
 */
export async function openFile(path: string, options: OpenOptions = {}): Promise<OpenedFile> {
  const file = options.name ?? basename(path);
  const closing = new AbortController();
  const signal = options.signal
    ? AbortSignal.any([options.signal, closing.signal])
    : closing.signal;
  const limits = withLimits(options.limits);
  const told = tellingFile(file, options.signal);
  try {
    options.signal?.throwIfAborted();
    const head = await beginning(path, limits);
    const { tables, close, ...content } = await contentOfFile(
      ...[{ path, name: file, head, options, limits, signal }],
    );
    return {
      ...{ file, ...content, tables: tablesOf(tables, told) },
      close: async () => {
        closing.abort();
        await close?.();
      },
    };
  } catch (error) {
    closing.abort();
    return told(error);
  }
}

async function beginning(path: string, { fileBytes }: FileLimits): Promise<Buffer> {
  const file = await open(path).catch((cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException;
    const problem =
      code === 'ENOENT'
        ? `the file is missing: there is no ${path}.`
        : `it cannot be read: ${code}.`;
    throw new Refusal([{ problem }], { cause });
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw refused('it is no file; name one.');
    if (stats.size > fileBytes) throw tooLarge(stats.size, fileBytes);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function tooLarge(size: number, limit: number): Refusal {
  return refused(
    `the file has ${megabytes(size)}, and ${megabytes(limit)} is the most that one may have; split it.`,
  );
}

async function contentOfFile(source: Source): Promise<Content> {
  const content = contentOf(source.head);
  if (content === 'EMPTY') throw refused('the file is empty, without a header.');
  if (content === 'ZIP') return workbook(source);
  if (content === 'COMPOUND') throw refused(await compoundProblem(source.path));
  if (content === 'TEXT') return text(source);
  throw refused(`this is ${content.what}, and holds no table that can be read; ${SAVE_AS}.`);
}

const SAVE_AS = 'open it in a spreadsheet and save it as .xlsx or as “CSV UTF-8”';

async function workbook({ path, name, options, limits, signal }: Source): Promise<Content> {
  mustBe(options.format, ['XLSX'], 'a workbook (XLSX)');
  const opened = await openWorkbook(path, { ...options, limits, signal });
  return { ...opened, format: 'XLSX', notes: [...misnamed(name, 'XLSX'), ...opened.notes] };
}

async function text(source: Source): Promise<Content> {
  const { path, name, head, options, limits, signal } = source;
  const opened = await openText(path, head, signal);
  const start = await startOf(opened.pieces());
  const markup = markupOf(start);
  if (markup) throw refused(`this is ${markup}, whatever it is called; ${SAVE_AS}.`);
  if (start.trim() === '') throw refused('the file is empty, without a header.');
  const { encoding } = opened;
  const called = formatOfName(name);
  const found = options.format ?? formatOfStart(start, called);
  mustBe(options.format, ['CSV', 'TSV', 'JSON', 'JSONL'], 'a text');
  if (found === 'JSON' || found === 'JSONL') {
    const tables = found === 'JSON' ? jsonTables : jsonLinesTables;
    const { columns, path: list } = options;
    return {
      ...{ format: found, encoding, notes: [...misnamed(name, found), ...encoded(encoding)] },
      tables: tables(opened, { columns, path: list, limits }),
    };
  }
  const csv = openCsv(opened, start, {
    headerRow: options.headerRow,
    delimiter: options.format === 'TSV' ? '\t' : undefined,
    named: called && DELIMITER_OF[called],
    limits,
  });
  return {
    ...{ format: csv.format, encoding, tables: csv.tables() },
    notes: [...misnamed(name, csv.format), ...encoded(encoding), ...csv.notes],
  };
}

const DELIMITER_OF: Partial<Record<FileFormat, string>> = { CSV: ',', TSV: '\t' };

/** As its content has it; what is separated by tabs or commas is found out by its header. */
function formatOfStart(start: string, called: FileFormat | undefined): FileFormat {
  const found = formatOfText(start, called);
  // A list that is cut off, or a record over several lines, is JSON that its reader will refuse.
  return found === 'CSV' && (called === 'JSON' || called === 'JSONL') ? called : found;
}

function mustBe(asked: FileFormat | undefined, possible: readonly FileFormat[], what: string) {
  if (asked === undefined || possible.includes(asked)) return;
  throw refused(
    `it is to be read as ${asked}, and is ${what}; leave the format out, or correct it.`,
  );
}

function misnamed(name: string, format: FileFormat): FileNote[] {
  if (isNamedAs(name, format)) return [];
  const text = `It is called ${name}, and was read as what it holds: ${format}.`;
  return [{ kind: 'MISNAMED', text }];
}

function encoded(encoding: string): FileNote[] {
  if (encoding === 'UTF-8') return [];
  return [{ kind: 'ENCODING', text: `Its text was read as ${encoding}.` }];
}

async function startOf(pieces: AsyncGenerator<string>): Promise<string> {
  for await (const piece of pieces) return piece;
  return '';
}

type Telling = (error: unknown) => never;

/** Names the file in what its readers refuse; whoever gave the signal is told the reason that they gave. */
function tellingFile(file: string, signal: AbortSignal | undefined): Telling {
  return (error) => {
    signal?.throwIfAborted();
    if (!(error instanceof Refusal)) throw error;
    throw new IngestFault(
      error.faults.map((fault) => ({ file, ...fault })),
      { cause: error },
    );
  };
}

async function* tablesOf(tables: AsyncIterable<Table>, told: Telling): AsyncGenerator<Table> {
  for await (const table of guarded(tables, told)) {
    yield { ...table, rows: guarded(table.rows, told) };
  }
}
