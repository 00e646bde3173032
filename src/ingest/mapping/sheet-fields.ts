import { z } from 'zod';
import { columnName, type Sheet } from '../sheet.ts';

/** What a mapping can fill of a sheet: a column, or several that belong together. */
export interface SheetField {
  readonly name: string;
  /** `DATE` is four columns, `PERIOD` three. */
  readonly form: 'COLUMN' | 'DATE' | 'PERIOD';
  readonly isRequired: boolean;
  /** The values of an enum, or of a list of them. */
  readonly values?: readonly string[];
  /** What is wrong with a canonical value; undefined where nothing is. */
  readonly problemOf: (value: string) => string | undefined;
}

const PERIOD_COLUMNS = ['period_from', 'period_to', 'period_label'];

/** The fields of a sheet by name. */
export function fieldsOf(sheet: Sheet): ReadonlyMap<string, SheetField> {
  if (!(sheet.schema instanceof z.ZodObject)) throw new Error(`${sheet.file} has no fields.`);
  const fields = Object.entries(shapeOf(sheet.schema)).flatMap(([key, type]) => {
    const name = columnName([key]);
    if (!(type instanceof z.ZodObject)) return [field(name, type)];
    const parts = Object.entries(shapeOf(type)).map(([part, each]) => ({
      ...field(columnName([key, part]), each),
      isRequired: false,
    }));
    return [group(name, 'DATE'), ...parts];
  });
  const names = new Set(fields.map(({ name }) => name));
  if (PERIOD_COLUMNS.every((column) => names.has(column))) fields.push(group('period', 'PERIOD'));
  return new Map(fields.map((each) => [each.name, each]));
}

const shapeOf = (type: z.ZodObject): Record<string, z.ZodType> => type.shape;

function field(name: string, type: z.ZodType): SheetField {
  const values = valuesOf(type);
  return {
    name,
    form: 'COLUMN',
    isRequired: !type.safeParse(undefined).success,
    ...(values && { values }),
    problemOf: (value) => type.safeParse(value).error?.issues[0]?.message,
  };
}

function group(name: string, form: 'DATE' | 'PERIOD'): SheetField {
  return { name, form, isRequired: false, problemOf: () => undefined };
}

/** An enum may stand inside of what makes it optional, or a list of it. */
function valuesOf(type: unknown): readonly string[] | undefined {
  if (type instanceof z.ZodEnum) return type.options.map(String);
  if (type instanceof z.ZodOptional) return valuesOf(type.unwrap());
  if (type instanceof z.ZodArray) return valuesOf(type.element);
  if (type instanceof z.ZodPipe) return valuesOf(type.in) ?? valuesOf(type.out);
  return undefined;
}
