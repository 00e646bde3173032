import type { FileLimits } from './limits.ts';
import { columnLetters, type RawRow } from './raw-table.ts';
import { type Fault, Refusal } from './refusal.ts';

/** The columns of a table, and where they stand in a line of its file. */
export interface Header {
  readonly row: number;
  readonly names: readonly string[];
  /** Where the first of them stands: a sheet may leave its first columns free. */
  readonly first: number;
  /** Cells of the header's line, those without a name at its ends too. */
  readonly width: number;
}

/**
 * Reads the line that names the columns. Cells without a name at its end are passed over, and at the
 * beginning too where `mayStartLater`; what stands below them is refused once it is met.
 *
 * @throws Refusal with all that is wrong with the names.
 */
export function readHeader(
  { row, cells, faults: cellFaults = [] }: RawRow,
  limits: Pick<FileLimits, 'columns'>,
  mayStartLater: boolean,
): Header {
  const all = cells.map((cell) => cell.trim());
  const first = mayStartLater ? all.findIndex((name) => name !== '') : 0;
  const names = all.slice(Math.max(first, 0), all.findLastIndex((name) => name !== '') + 1);
  if (cellFaults.length > 0) throw new Refusal(cellFaults.map((fault) => told(fault, row)));
  const faults = [...tooMany(names, row, limits), ...badNames(names, row, first)];
  if (faults.length > 0) throw new Refusal(faults);
  return { row, names, first, width: cells.length };
}

function told({ problem, value }: Fault, row: number): Fault {
  return { row, ...(value !== undefined && { value }), problem };
}

function tooMany(
  names: readonly string[],
  row: number,
  { columns }: Pick<FileLimits, 'columns'>,
): Fault[] {
  if (names.length <= columns) return [];
  const problem = `there are ${names.length} columns, and ${columns} are the most; leave out those that are not needed.`;
  return [{ row, problem }];
}

function badNames(names: readonly string[], row: number, first: number): Fault[] {
  const met = new Set<string>();
  return names.flatMap((column, place) => {
    if (column === '') {
      const problem = `column ${first + place + 1} (${columnLetters(first + place)}) has no name; name it, or take it out.`;
      return [{ row, problem }];
    }
    if (met.has(column)) return [{ row, column, problem: 'the column stands here twice.' }];
    met.add(column);
    return [];
  });
}
