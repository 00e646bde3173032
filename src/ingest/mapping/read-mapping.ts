import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { readDate } from '../reading/date.ts';
import { readPeriod } from '../reading/period.ts';
import type { Target } from '../targets/index.ts';
import { checkTable, type Complain, readerOf } from './check-mapping.ts';
import { headerKey } from './header.ts';
import type { ColumnMapping, Mapping, TableMapping } from './mapping.ts';
import { MappingFault, type MappingProblem } from './mapping-fault.ts';
import { type ColumnShape, mappingShape, type TableShape } from './mapping-shape.ts';
import { fieldsOf, type SheetField } from './sheet-fields.ts';
import { readYaml, type YamlFile, type YamlPath } from './yaml-file.ts';

/**
 * Reads the mapping files of a directory, in the order of their names.
 *
 * @throws MappingFault with every fault of every file.
 */
export async function readMappings(directory: string): Promise<readonly Mapping[]> {
  const files = (await readdir(directory)).filter((file) => /\.ya?ml$/.test(file)).sort();
  const mappings: Mapping[] = [];
  const problems: MappingProblem[] = [];
  for (const file of files) {
    try {
      mappings.push(await readMapping(join(directory, file)));
    } catch (error) {
      if (!(error instanceof MappingFault)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new MappingFault(problems);
  return mappings;
}

/**
 * Reads a mapping file, and checks it against what there is to map to.
 *
 * @throws MappingFault with every fault, each with its line.
 */
export async function readMapping(path: string): Promise<Mapping> {
  const file = basename(path);
  const text = await textOf(path);
  const yaml = readYaml(text);
  if (yaml.faults.length > 0)
    throw new MappingFault(yaml.faults.map((each) => ({ file, ...each })));
  const problems: MappingProblem[] = [];
  const complain = (at: YamlPath, problem: string) =>
    problems.push({ file, line: yaml.lineOf(at), problem });
  const shape = mappingShape.safeParse(yaml.value);
  if (!shape.success) throw new MappingFault(shapeProblems(file, yaml, shape.error));
  const { source, tables, feed } = shape.data;
  if (source.code !== file.replace(/\.ya?ml$/, '')) {
    complain(
      ['source', 'code'],
      `"${source.code}" is not the name of the file, without .yaml: change one of the two.`,
    );
  }
  const read = tables.flatMap((table, at) => {
    const inTable: Complain = (path, problem) => complain(['tables', at, ...path], problem);
    const target = checkTable(table, inTable);
    return target ? [readTable(table, target, headersBeside(table, tables), inTable)] : [];
  });
  if (problems.length > 0) throw new MappingFault(inOrder(problems));
  const digest = createHash('sha256').update(text).digest('hex');
  return { file, digest, source, tables: read, ...(feed !== undefined && { feed }) };
}

const inOrder = (problems: readonly MappingProblem[]) =>
  problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));

async function textOf(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      const problem = 'its text is not in UTF-8; save it so.';
      throw new MappingFault([{ file: basename(path), problem }]);
    }
    throw new MappingFault([{ file: basename(path), problem: `it cannot be read: ${code}.` }]);
  }
}

function shapeProblems(file: string, yaml: YamlFile, error: z.ZodError): MappingProblem[] {
  return error.issues.flatMap((issue) => {
    const name = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        line: yaml.lineOf([...issue.path, key]),
        problem: `"${key}" is no key that is known${name === '' ? '' : ` in ${name}`}.`,
      }));
    }
    const what = name === '' ? 'the file' : name;
    return [{ file, line: yaml.lineOf(issue.path), problem: `${what}: ${worded(issue)}` }];
  });
}

type Issue = z.ZodError['issues'][number];

/** What is wrong with the form of a value, in our words where the library's are of programs. */
function worded(issue: Issue): string {
  if (issue.code === 'invalid_value') return `has to be one of ${issue.values.join(', ')}.`;
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.message.endsWith('received undefined')) return 'is missing.';
  return `has to be ${FORMS[issue.expected] ?? `a ${issue.expected}`}.`;
}

const FORMS: Readonly<Record<string, string>> = {
  array: 'a list: [a, b]',
  object: 'keys with their values: { key: value }',
  record: 'keys with their values: { key: value }',
  string: 'a text',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What other tables take from the same sheet is none of this one's, and no surprise. */
function headersBeside(table: TableShape, tables: readonly TableShape[]): readonly string[] {
  const own = new Set(headersOf(table).map(headerKey));
  return tables
    .filter((other) => other.sheet === table.sheet && other.headerRow === table.headerRow)
    .flatMap((other) => [...headersOf(other), ...other.ignored])
    .filter((header) => !own.has(headerKey(header)));
}

const headersOf = ({ columns }: TableShape) =>
  Object.values(columns).flatMap(({ header, synonyms }) => [header, ...synonyms]);

function readTable(
  table: TableShape,
  { sheet, defaults }: Target,
  beside: readonly string[],
  complain: Complain,
): TableMapping {
  const fields = fieldsOf(sheet);
  const { target, sheet: sheets, headerRow, isComplete, ignored, rowsWith, blanks, totals } = table;
  const filled = new Set(Object.keys(table.columns));
  for (const { qualifier } of Object.values(table.columns)) if (qualifier) filled.add(qualifier);
  const constants = { ...defaults, ...table.constants };
  return {
    target,
    ...(sheets !== undefined && { sheet: sheets }),
    ...(headerRow !== undefined && { headerRow }),
    isComplete,
    isStrict: false,
    columns: Object.entries(table.columns).map(([name, column]) =>
      columnMapping(fields, name, column, filled, constants),
    ),
    constants: new Map(
      Object.entries(constants)
        .filter(([name]) => !filled.has(name))
        .flatMap(([name, value]) => constantCells(fields.get(name), name, value, complain)),
    ),
    ignored: [...ignored, ...beside],
    rowsWith,
    ...{ blanks, totals },
  };
}

function columnMapping(
  fields: ReadonlyMap<string, SheetField>,
  name: string,
  column: ColumnShape,
  filled: ReadonlySet<string>,
  constants: Readonly<Record<string, string>>,
): ColumnMapping {
  const { header, synonyms, unit, qualifier, labels, isOptional } = column;
  const exactly = `${name}_qualifier`;
  const isExact = fields.has(exactly) && !filled.has(exactly) && !Object.hasOwn(constants, exactly);
  return {
    field: name,
    header,
    synonyms,
    as: readerOf(fields.get(name) ?? { form: 'COLUMN' }, column),
    isOptional,
    ...(unit !== undefined && { unit }),
    ...(qualifier !== undefined && { qualifier }),
    ...(isExact && { exactly }),
    ...(labels && { labels: new Map(Object.entries(labels)) }),
  };
}

const READERS = { DATE: readDate, PERIOD: readPeriod };

/** A constant is canonical already, but for a date or period, which is several cells. */
function constantCells(
  field: SheetField | undefined,
  name: string,
  value: string,
  complain: Complain,
): (readonly [string, string])[] {
  if (!field || field.form === 'COLUMN') return [[name, value]];
  const reading = READERS[field.form](value, { isNumber: false, today: '' });
  if ('problem' in reading) {
    complain(['constants', name], `"${value}" ${reading.problem}`);
    return [];
  }
  return Object.entries(reading.parts ?? {}).map(([part, cell]) => [`${name}_${part}`, cell]);
}
