import type { Token } from 'stream-json/parser.js';
import { readHeader } from './header.ts';
import type { JsonRecord } from './json-record.ts';
import { onlyRecord, RecordList } from './json-list.ts';
import { JsonTokens } from './json-tokens.ts';
import { textLines } from './lines.ts';
import type { FileLimits } from './limits.ts';
import type { RawRow } from './raw-table.ts';
import { rowsBelow } from './read-table.ts';
import { type Fault, Refusal, refused } from './refusal.ts';
import type { Table } from './table.ts';
import type { TextFile } from './text-file.ts';

export interface JsonOptions {
  /** The names of the columns; else the keys of the first records. */
  readonly columns?: readonly string[] | undefined;
  /** Where the list stands in an object: `result.records`. */
  readonly path?: string | undefined;
  readonly limits: FileLimits;
}

/** So many records name the columns, where nobody else does. */
const NAMING = 100;

type Records = AsyncGenerator<JsonRecord[]>;

/** Reads an array of objects, or the one that an object holds. */
export async function* jsonTables(text: TextFile, options: JsonOptions): AsyncGenerator<Table> {
  yield readRecords(listed(text, options), options);
}

/** Reads objects, each in a line of its own. */
export async function* jsonLinesTables(
  text: TextFile,
  options: JsonOptions,
): AsyncGenerator<Table> {
  yield readRecords(byLine(text, options), options);
}

async function* listed(text: TextFile, { path, limits }: JsonOptions): Records {
  const tokens = new JsonTokens();
  const list = new RecordList(path, limits);
  for await (const piece of text.pieces()) yield recordsIn(list, tokens.read(piece));
  yield recordsIn(list, tokens.end());
  list.end();
}

function recordsIn(list: RecordList, tokens: Iterable<readonly Token[]>): JsonRecord[] {
  const records: JsonRecord[] = [];
  try {
    for (const some of tokens) records.push(...some.flatMap((token) => list.take(token) ?? []));
    return records;
  } catch (error) {
    throw asRefusal(error, list.row);
  }
}

async function* byLine(text: TextFile, { limits }: JsonOptions): Records {
  for await (const lines of textLines(text.pieces(), limits.rowCharacters)) {
    yield lines
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, row }) => recordOf(line, row, limits));
  }
}

/** A line that holds none is a record with a fault: the lines after it can be read. */
function recordOf(line: string, row: number, limits: FileLimits): JsonRecord {
  try {
    const tokens = new JsonTokens();
    return onlyRecord([...tokens.read(line), ...tokens.end()].flat(), row, limits);
  } catch (error) {
    const { faults } = asRefusal(error, row);
    return { row, values: new Map(), numbers: new Set(), faults };
  }
}

function asRefusal(error: unknown, row: number): Refusal {
  if (error instanceof Refusal) return error;
  const said = (error as Error).message.replace(/^Parser (cannot parse input: |has )?/, '');
  const problem = `this is not JSON: ${said}; it goes wrong in this record, or shortly after it.`;
  return new Refusal([{ row, problem }], { cause: error });
}

async function readRecords(records: Records, options: JsonOptions): Promise<Table> {
  const { limits, columns } = options;
  const first = await firstOf(records, columns ? 0 : NAMING);
  const names = columns ?? [...new Set(first.flatMap(({ values }) => [...values.keys()]))];
  if (names.length === 0) {
    const faults = first.flatMap((record) => record.faults);
    throw faults.length > 0 ? new Refusal(faults) : refused('there are no records in it.');
  }
  const header = readHeader({ row: 0, cells: names }, limits, false);
  const places = new Map(names.map((name, place) => [name, place]));
  const rest = linesOf(records, places);
  const start = first.map((record) => lineOf(record, places));
  return {
    header: header.names,
    headerRow: 0,
    rows: rowsBelow(header, start, rest, { limits, isRagged: false }),
  };
}

async function firstOf(records: Records, count: number): Promise<JsonRecord[]> {
  const first: JsonRecord[] = [];
  while (first.length < count) {
    const next = await records.next();
    if (next.done) break;
    first.push(...next.value);
  }
  return first;
}

type Places = ReadonlyMap<string, number>;

async function* linesOf(records: Records, places: Places): AsyncGenerator<RawRow[]> {
  for await (const batch of records) yield batch.map((record) => lineOf(record, places));
}

function lineOf({ row, values, numbers, faults }: JsonRecord, places: Places): RawRow {
  const at = [...numbers].flatMap((name) => places.get(name) ?? []);
  const all = [...faults, ...unknownKeys(values, places)];
  return {
    row,
    cells: [...places.keys()].map((name) => values.get(name) ?? ''),
    ...(at.length > 0 && { numbers: at }),
    ...(all.length > 0 && { faults: all.map((fault) => ({ ...fault, place: -1 })) }),
  };
}

function unknownKeys(values: JsonRecord['values'], places: Places): Fault[] {
  return [...values]
    .filter(([name, value]) => value !== '' && !places.has(name))
    .map(([column]) => {
      const known = [...places.keys()].join(', ');
      return { column, problem: `no such key is known; they are ${known}.` };
    });
}
