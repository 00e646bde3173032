import type { TableRow } from '../formats/table.ts';
import { readers } from '../reading/readers.ts';
import { compact, type Given, type Read, type Reader, type Refused } from '../reading/reading.ts';
import type { Directory } from '../reading/region-directory.ts';
import type { Sheet } from '../sheet.ts';
import type { TableMapping } from './mapping.ts';
import { type MatchedColumn, matchHeader, type TableHead } from './match-header.ts';
import { fieldsOf } from './sheet-fields.ts';

/** What the cells of a delivery are read with. */
export interface Reading extends Omit<Given, 'isNumber'> {
  /** The regions that the graph knows. Needed where a column is read as one. */
  readonly regions?: Directory;
}

/** One thing that is wrong, or odd, in a row. */
export interface RowFault {
  readonly row: number;
  /** The header as the file has it. */
  readonly column?: string;
  readonly value?: string;
  readonly rule: string;
  /** A sentence with the value in it. */
  readonly problem: string;
  readonly suggestion?: string;
}

/** A row by the canonical columns of its sheet, as far as its cells could be read. */
export interface BoundRow {
  readonly cells: ReadonlyMap<string, string>;
  /** False where the mapping says that a row without these cells is none of the target. */
  readonly isOfTarget: boolean;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowFault[];
  /** Whether its faults are of the row as a whole, of which no cell was read. */
  readonly isWhole?: boolean;
}

/**
 * Prepares the reading of a table's rows by its mapping: canonical cells, which the sheet's own schema
 * reads next.
 *
 * @throws IngestFault where the table's header does not fit.
 */
export function bindTable(
  mapping: TableMapping,
  sheet: Sheet,
  head: TableHead,
  reading: Reading,
): (row: TableRow) => BoundRow {
  const { regions, ...known } = reading;
  const asText: Given = { ...known, isNumber: false };
  const asNumber: Given = { ...known, isNumber: true };
  const columns = matchHeader(mapping, head)
    .filter(({ place }) => place !== undefined)
    .map((matched) => boundColumn(matched, mapping, regions));
  const always = alwaysThere(mapping, sheet, reading);
  const blanks = new Set(mapping.blanks);
  const width = head.header.length;
  const totals = mapping.isStrict ? undefined : new Set(mapping.totals.map(compact));
  return ({ row, cells: texts, numbers }) => {
    if (texts.length !== width) return raggedRow(row, texts.length, width);
    const total = totals && totalIn(texts);
    if (total !== undefined) return totalRow(row, total, totals?.has(compact(total)) === true);
    const cells = new Map(always);
    const faults: RowFault[] = [];
    const warnings: RowFault[] = [];
    let isWithout = false;
    for (const { place, header, isNeeded, read, take, takeNothing } of columns) {
      const text = (texts[place] ?? '').trim();
      if (text === '' || blanks.has(text)) {
        takeNothing(cells);
        isWithout ||= isNeeded;
        continue;
      }
      const said = read(text, numbers?.has(place) ? asNumber : asText);
      if ('problem' in said) {
        faults.push(faultOf(row, header, text, said));
        continue;
      }
      take(cells, said);
      if (said.warning) warnings.push(faultOf(row, header, text, said.warning));
    }
    return { cells, isOfTarget: !isWithout, faults, warnings };
  };
}

interface BoundColumn {
  readonly place: number;
  readonly header: string;
  /** Whether a row without it is none of the target. */
  readonly isNeeded: boolean;
  readonly read: Reader;
  readonly take: (cells: Map<string, string>, said: Read) => void;
  readonly takeNothing: (cells: Map<string, string>) => void;
}

function boundColumn(
  { column, place = 0, header, unit }: MatchedColumn,
  { rowsWith }: TableMapping,
  regions: Directory | undefined,
): BoundColumn {
  const { field, as, labels, qualifier, exactly } = column;
  const read = readers[as]({
    takesQualifier: qualifier !== undefined,
    ...(unit !== undefined && { unit }),
    ...(labels && { labels }),
    ...(regions && { regions }),
  });
  const isGroup = as === 'date' || as === 'period';
  const columnOf = new Map(
    ['earliest', 'latest', 'certainty', 'derivation', 'from', 'to', 'label'].map((part) => [
      part,
      `${field}_${part}`,
    ]),
  );
  return {
    place,
    header,
    isNeeded: rowsWith.includes(field),
    read,
    take: (cells, { value, parts }) => {
      if (!isGroup) cells.set(field, value);
      if (exactly !== undefined) cells.set(exactly, 'EXACT');
      for (const part in parts) {
        const name = isGroup ? columnOf.get(part) : qualifier;
        if (name !== undefined) cells.set(name, parts[part] ?? '');
      }
    },
    takeNothing: (cells) => {
      if (as === 'date') cells.set(`${field}_certainty`, 'UNKNOWN');
    },
  };
}

/** Constants, and the dates that nothing tells: as of the delivery, or not known. */
function alwaysThere(
  { columns, constants, isStrict }: TableMapping,
  sheet: Sheet,
  { asOf }: Reading,
): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  const told = new Set(columns.map(({ field }) => field));
  for (const { name, form } of isStrict ? [] : fieldsOf(sheet).values()) {
    if (form !== 'DATE' || told.has(name) || constants.has(`${name}_certainty`)) continue;
    if (name === 'as_of' && asOf !== undefined) {
      cells.set('as_of_earliest', asOf).set('as_of_latest', asOf);
      cells.set('as_of_certainty', 'INFERRED').set('as_of_derivation', 'The day of the delivery');
    } else cells.set(`${name}_certainty`, 'UNKNOWN');
  }
  for (const [name, value] of constants) cells.set(name, value);
  return cells;
}

function faultOf(row: number, column: string, value: string, refused: Refused): RowFault {
  return { row, column, value, ...refused, problem: `"${value}" ${refused.problem}` };
}

const TOTAL = /^(合计|总计|小计|共计|累计)[:：]?$/;

/** What says that a row adds up those above it: the first cell with something in it. */
function totalIn(texts: readonly string[]): string | undefined {
  const first = texts.find((text) => text.trim() !== '');
  return first !== undefined && TOTAL.test(compact(first)) ? first : undefined;
}

function totalRow(row: number, total: string, isPassedOver: boolean): BoundRow {
  const problem =
    `"${total}" begins a row of totals, which is none of the table: ` +
    'take it out, or list the word under "totals" in the mapping.';
  return {
    cells: new Map(),
    isOfTarget: !isPassedOver,
    faults: isPassedOver ? [] : [{ row, value: total, rule: 'TOTAL_ROW', problem }],
    warnings: [],
    isWhole: true,
  };
}

function raggedRow(row: number, length: number, width: number): BoundRow {
  const problem =
    `the row has ${length} cells and the header ${width}; ` +
    'a comma inside a cell needs quotes around the cell.';
  return {
    cells: new Map(),
    isOfTarget: true,
    faults: [{ row, rule: 'RAGGED_ROW', problem }],
    warnings: [],
    isWhole: true,
  };
}
