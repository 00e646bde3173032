import { join } from 'node:path';
import { z } from 'zod';
import type { Command } from '../request/command.ts';
import { type FileFault, IngestFault } from './ingest-fault.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

/** A kind of file: its columns, and the command that each of its rows is the input of. */
export interface Sheet {
  readonly file: string;
  readonly columns: readonly Column[];
  /** The columns in which no two rows are alike. */
  readonly key: readonly string[];
  readonly schema: z.ZodType;
  readonly command: Command<never, unknown>;
  /** Whether its command looks at the rows before it that are about the same. */
  readonly readsSiblings: boolean;
}

interface Column {
  readonly name: string;
  /** Where its value stands in the command's input. */
  readonly path: readonly string[];
}

/** What a command takes for its fields, each told how to be read. All of them, or it does not compile. */
type Fields<Input> = { readonly [Field in keyof Required<Input>]: z.ZodType<Input[Field]> };

/** A row that has been read, and where it stands. */
export interface SheetRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
  readonly input: never;
}

/** A sheet whose columns are the fields of a command's input, in snake case. */
export function sheet<Input>(
  file: string,
  command: Command<Input, unknown>,
  key: readonly (keyof Input & string)[],
  fields: Fields<Input>,
  { readsSiblings = false }: Partial<Pick<Sheet, 'readsSiblings'>> = {},
): Sheet {
  return {
    file,
    command,
    readsSiblings,
    key: key.map(snakeCase),
    schema: z.object(fields),
    columns: Object.entries<z.ZodType>(fields).flatMap(([field, type]) =>
      type instanceof z.ZodObject
        ? Object.keys(type.shape).map((part) => column(field, part))
        : [column(field)],
    ),
  };
}

function column(...path: string[]): Column {
  return { name: columnName(path), path };
}

/** The column that a path into a command's input is read from. */
export function columnName(path: readonly PropertyKey[]): string {
  return path.map((part) => snakeCase(String(part))).join('_');
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Reads a sheet's file from a directory.
 *
 * @throws IngestFault with every fault of every row.
 */
export async function readSheet(sheet: Sheet, directory: string): Promise<SheetRow[]> {
  const { file, columns, schema } = sheet;
  const rows = await readCsv(
    join(directory, file),
    columns.map(({ name }) => name),
  );
  const faults = repeatedRows(sheet, rows);
  const read = rows.flatMap(({ row, cells }) => {
    const result = schema.safeParse(inputOf(columns, cells));
    if (result.success) return [{ row, cells, input: result.data as never }];
    for (const { path, message } of result.error.issues) {
      const at = columns.find((column) => column.path.every((part, depth) => part === path[depth]));
      const value = at && cells.get(at.name);
      faults.push({
        file,
        row,
        ...(at && { column: at.name }),
        ...(value !== undefined && { value }),
        problem: value === undefined ? message : `"${value}" ${message}`,
      });
    }
    return [];
  });
  if (faults.length > 0) throw new IngestFault(faults);
  return read;
}

function inputOf(columns: readonly Column[], cells: ReadonlyMap<string, string>) {
  const input: Record<string, unknown> = {};
  for (const { name, path } of columns) {
    const [field = '', part] = path;
    if (part === undefined) input[field] = cells.get(name);
    else input[field] = { ...(input[field] as object), [part]: cells.get(name) };
  }
  return input;
}

/** Of two rows with one key the second would silently overwrite the first. */
function repeatedRows({ file, key }: Sheet, rows: readonly CsvRow[]): FileFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, cells }) => {
    const values = key.map((name) => cells.get(name) ?? '');
    const earlier = first.get(JSON.stringify(values));
    if (earlier === undefined) {
      first.set(JSON.stringify(values), row);
      return [];
    }
    const [column = ''] = key;
    const value = values.filter(Boolean).join(', ');
    return [{ file, row, column, value, problem: `"${value}" stands already in row ${earlier}.` }];
  });
}
