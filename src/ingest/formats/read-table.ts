import { type Header, readHeader } from './header.ts';
import type { FileLimits } from './limits.ts';
import type { RawRow, RawRows } from './raw-table.ts';
import { type Fault, Refusal, refused } from './refusal.ts';
import { RowFaults } from './row-faults.ts';
import { RowReader } from './row-reader.ts';
import type { Table, TableRow } from './table.ts';

export interface TableOptions {
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly limits: FileLimits;
  /** Whether lines may be shorter or longer than the header: a sheet ends with its last filled cell. */
  readonly isRagged: boolean;
  /** What else is asked of the place where the header was found. */
  readonly faultsBelow?: (headerRow: number) => readonly Fault[];
}

/**
 * Finds a table's header, and reads the rows below it.
 *
 * @returns undefined where there is nothing at all.
 */
export async function readTable(rows: RawRows, options: TableOptions): Promise<Table | undefined> {
  const { sheet, headerRow, limits, isRagged, faultsBelow } = options;
  const batches = rows[Symbol.asyncIterator]();
  const found = await findHeader(batches, headerRow);
  if (!found) return undefined;
  const header = readHeader(found.line, limits, isRagged);
  const faults = faultsBelow?.(header.row) ?? [];
  if (faults.length > 0) throw new Refusal(faults);
  return {
    ...(sheet !== undefined && { sheet }),
    header: header.names,
    headerRow: header.row,
    rows: rowsBelow(header, found.rest, batches, options),
  };
}

export type Batches = AsyncIterator<readonly RawRow[]>;

async function findHeader(batches: Batches, headerRow: number | undefined) {
  let hasLines = false;
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    const filled = next.value.findIndex(isFilled);
    hasLines ||= filled >= 0;
    const at =
      headerRow === undefined ? filled : next.value.findIndex(({ row }) => row >= headerRow);
    const line = next.value[at];
    if (!line) continue;
    if (headerRow === undefined || (line.row === headerRow && isFilled(line))) {
      return { line, rest: next.value.slice(at + 1) };
    }
    throw refused(
      `row ${headerRow} is to be the header, and nothing stands in it; name the row of the columns' names.`,
      { row: headerRow },
    );
  }
  if (hasLines) {
    throw refused(`row ${headerRow} is to be the header, and the rows end before it.`);
  }
  return undefined;
}

function isFilled({ cells, faults }: RawRow): boolean {
  return faults !== undefined || cells.some((cell) => cell.trim() !== '');
}

/** The rows that are left of a batch, then those of the others. */
export async function* rowsBelow(
  header: Header,
  rest: readonly RawRow[],
  batches: Batches,
  { limits, isRagged }: Pick<TableOptions, 'limits' | 'isRagged'>,
): AsyncGenerator<TableRow> {
  const faults = new RowFaults();
  const reader = new RowReader(header, limits, isRagged, faults);
  let count = 0;
  try {
    for (let batch = rest; ;) {
      for (const line of batch) {
        const row = reader.read(line);
        if (!row) continue;
        count += 1;
        if (count > limits.rows) throw tooManyRows(line.row, limits);
        yield row;
      }
      const next = await batches.next().catch(faults.throwWith);
      if (next.done) break;
      batch = next.value;
    }
    faults.throwAny();
  } finally {
    await batches.return?.();
  }
}

function tooManyRows(row: number, { rows }: FileLimits) {
  return refused(`there are more than ${rows} rows, the most that one table may have; split it.`, {
    row,
  });
}
