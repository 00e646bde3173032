import type { EntityClass } from '@mikro-orm/core';
import { z } from 'zod';
import { Evidence } from '../modules/source/source.entity.ts';
import type { Command } from '../request/command.ts';

/** A kind of file: its columns, and the command that each of its rows is the input of. */
export interface Sheet {
  readonly file: string;
  readonly columns: readonly Column[];
  /** The columns in which no two rows are alike. */
  readonly key: readonly string[];
  /**
   * Where rows are what is said of a thing from time to time: the columns that name the thing. In a
   * source's ledger all that it says of one is one place.
   */
  readonly historyOf?: readonly string[];
  readonly schema: z.ZodObject;
  readonly command: Command<never, unknown>;
  /** Whether its command looks at the rows before it that are about the same. */
  readonly readsSiblings: boolean;
  /** What its columns name by code, to be looked up for many rows at once. */
  readonly foresees: Readonly<Record<string, EntityClass<{ code: string }>>>;
}

interface Column {
  readonly name: string;
  /** Where its value stands in the command's input. */
  readonly path: readonly string[];
}

/** What a command takes for its fields, each told how to be read. All of them, or it does not compile. */
type Fields<Input> = { readonly [Field in keyof Required<Input>]: z.ZodType<Input[Field]> };

/** A column of a date, which has several. */
type DatePart<Input> = `${keyof Input & string}Latest`;

type Options = Partial<Pick<Sheet, 'readsSiblings' | 'foresees' | 'historyOf'>>;

/** A sheet whose columns are the fields of a command's input, in snake case. */
export function sheet<Input>(
  file: string,
  command: Command<Input, unknown>,
  key: readonly ((keyof Input & string) | DatePart<Input>)[],
  fields: Fields<Input>,
  { readsSiblings = false, foresees = {}, historyOf }: Options = {},
): Sheet {
  return {
    file,
    command,
    readsSiblings,
    foresees: { evidence: Evidence, ...foresees },
    key: key.map(snakeCase),
    ...(historyOf && { historyOf }),
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

/** A cell that cannot be read, by its column; a column that is not the sheet's where it is absent. */
export interface CellFault {
  readonly column?: string;
  readonly value?: string;
  readonly problem: string;
}

/** Reads the canonical cells of a row into the input of its sheet's command. */
export type ReadCells = (
  cells: ReadonlyMap<string, string>,
) => { readonly input: never } | { readonly faults: readonly CellFault[] };

/**
 * How the rows of a source are read.
 *
 * @param speaksOf the columns that the source speaks of: an empty cell of these takes back what
 *   stood there, and of the others the input is silent; all columns unless told
 */
export function cellReader(sheet: Sheet, speaksOf?: ReadonlySet<string>): ReadCells {
  const columns = sheet.columns.filter(({ name }) => speaksOf?.has(name) ?? true);
  const told = Object.fromEntries(columns.map(({ path: [field = ''] }) => [field, true as const]));
  const schema = sheet.schema.pick(told as never);
  return (cells) => {
    const result = schema.safeParse(inputOf(columns, cells));
    if (result.success) return { input: result.data as never };
    const faults = result.error.issues.map(({ path, message }) => {
      const at = columns.find((one) => one.path.every((part, depth) => part === path[depth]));
      const value = at && cells.get(at.name);
      return {
        ...(at && { column: at.name }),
        ...(value !== undefined && { value }),
        problem: value === undefined ? message : `"${value}" ${message}`,
      };
    });
    return { faults };
  };
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
