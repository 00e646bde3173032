import { type FileFault, IngestFault } from '../ingest-fault.ts';
import { namesAPerson, PERSONS_ARE_NOT_STORED } from '../person-columns.ts';
import { nearest } from '../reading/nearest.ts';
import { moneyUnitProblem } from '../reading/readers.ts';
import { type Header, headerKey, isUnitOf, readHeader } from './header.ts';
import type { ColumnMapping, TableMapping } from './mapping.ts';

/** The head of a table that is to be read. */
export interface TableHead {
  readonly file: string;
  readonly sheet?: string;
  readonly header: readonly string[];
  readonly headerRow: number;
}

/** A column of the mapping, and where it stands in the table. */
export interface MatchedColumn {
  readonly column: ColumnMapping;
  /** Absent where the table does not have it. */
  readonly place?: number;
  /** As the file has it. */
  readonly header: string;
  /** The mapping's, or what the header says. */
  readonly unit?: string;
}

/**
 * Finds the columns of a mapping in a table's header.
 *
 * @throws IngestFault with every column that is missing, unknown, doubled or in another unit.
 */
export function matchHeader(mapping: TableMapping, head: TableHead): readonly MatchedColumn[] {
  const known = knownHeaders(mapping);
  const faults: FileFault[] = [];
  const complain = (problem: string, column?: string) =>
    faults.push({ ...placeOf(head), ...(column !== undefined && { column }), problem });
  const found = new Map<ColumnMapping, number>();
  const strangers: string[] = [];
  const seen = new Set<string>();
  for (const [place, name] of head.header.entries()) {
    const key = mapping.isStrict ? name : headerKey(name);
    const match = known(name);
    if (name === '') complain(`column ${place + 1} has no name; ${allOf(mapping)}.`);
    else if (seen.has(key)) complain('the column stands here twice.', name);
    else if (match === 'IGNORED') seen.add(key);
    else if (match === undefined) strangers.push(name);
    else if (found.has(match)) {
      const other = head.header[found.get(match) ?? -1] ?? '';
      complain(`the column is "${match.field}", and so is "${other}": leave one out.`, name);
    } else found.set(match, place);
    seen.add(key);
  }
  const missing = mapping.columns.filter((column) => !found.has(column) && !column.isOptional);
  for (const { header } of missing) {
    complain(`the column is missing${mapping.isStrict ? '' : meant(header, strangers)}.`, header);
  }
  for (const name of strangers) complain(unknown(mapping, name, missing), name);
  const matched = mapping.columns.map((column) => matchedAt(column, found.get(column), head));
  for (const each of matched) {
    const problem = unitProblem(each);
    if (problem !== undefined) complain(problem, each.header);
  }
  if (faults.length > 0) throw new IngestFault(faults);
  return matched;
}

function placeOf({ file, sheet, headerRow }: TableHead) {
  return { file, ...(sheet !== undefined && { sheet }), row: headerRow };
}

const allOf = ({ columns }: TableMapping) =>
  `the columns are ${columns.map(({ header }) => header).join(', ')}`;

/** What a header means: a column, or what is left out on purpose. */
function knownHeaders({ columns, ignored, isStrict }: TableMapping) {
  const keyOf = isStrict ? (header: string) => header : headerKey;
  const byKey = new Map<string, ColumnMapping | 'IGNORED'>(
    ignored.map((header) => [keyOf(header), 'IGNORED']),
  );
  for (const column of columns) {
    for (const header of [column.header, ...column.synonyms]) byKey.set(keyOf(header), column);
  }
  return (header: string): ColumnMapping | 'IGNORED' | undefined => {
    const exact = byKey.get(keyOf(header));
    const { unit } = isStrict ? ({} as Header) : readHeader(header);
    if (exact !== undefined || !unit) return exact;
    const column = byKey.get(unit.base);
    return column === 'IGNORED' || (column && isUnitOf(unit.name, column)) ? column : undefined;
  };
}

function unknown(mapping: TableMapping, name: string, missing: readonly ColumnMapping[]): string {
  if (namesAPerson(name)) return PERSONS_ARE_NOT_STORED;
  if (mapping.isStrict) return `no such column is known; ${allOf(mapping)}.`;
  const near = missing.flatMap(({ header, synonyms }) => [header, ...synonyms]);
  return `no such column is mapped${meant(name, near)}; map it, or list it as ignored.`;
}

function meant(text: string, candidates: readonly string[]): string {
  const near = nearest(text, candidates);
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}

function matchedAt(
  column: ColumnMapping,
  place: number | undefined,
  { header }: TableHead,
): MatchedColumn {
  if (place === undefined) return { column, header: column.header };
  const name = header[place] ?? column.header;
  const told = readHeader(name).unit;
  const unit =
    column.unit ??
    (told && column.as === 'amount' && isUnitOf(told.name, column) ? told.name : undefined);
  return { column, place, header: name, ...(unit !== undefined && { unit }) };
}

/** A header that says another unit than the mapping is not believed, nor is the mapping. */
function unitProblem({ column, header, place }: MatchedColumn): string | undefined {
  const told = readHeader(header).unit;
  if (place === undefined || !told || !isUnitOf(told.name, column)) return undefined;
  const foreign = column.as === 'amount' ? moneyUnitProblem(told.name) : undefined;
  if (foreign !== undefined) return `"${told.name}" ${foreign}`;
  return column.unit === undefined || headerKey(column.unit) === told.name
    ? undefined
    : `the header says ${told.name}, and the mapping ${column.unit}: ask which of them is right.`;
}
