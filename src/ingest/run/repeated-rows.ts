import type { Kysely } from 'kysely';
import type { ImportTable, RowFault } from './import-table.ts';
import { isRefused, type ReadRow, type ReadyRow } from './read-row.ts';
import type { RunTable } from './counts.ts';
import { rowsOfKeys } from './run-store.ts';

/** Of two rows with one key the second would silently overwrite the first. */
export async function withoutRepeated(
  db: Kysely<unknown>,
  run: string,
  { table, tables }: { readonly table: ImportTable; readonly tables: readonly RunTable[] },
  rows: readonly ReadRow[],
): Promise<ReadRow[]> {
  const keys = rows.map(({ key }) => key);
  const alike = [...tables.keys()].filter((at) => tables[at]?.target === table.name);
  const known = await rowsOfKeys(db, run, [...alike, tables.length], keys);
  const first = new Map(
    [...known].map(([key, { row, tableNo: at }]) => [key, placeIn(row, tables[at])]),
  );
  return rows.map((row) => {
    const earlier = first.get(row.key);
    if (earlier === undefined) first.set(row.key, placeIn(row.row));
    if (earlier === undefined || isRefused(row)) return row;
    return { row: row.row, key: row.key, faults: [repeated(table, row, earlier)] };
  });
}

interface Earlier {
  readonly row: number;
  readonly sheet?: string;
}

const placeIn = (row: number, table?: RunTable): Earlier => ({
  row,
  ...(table?.sheet !== undefined && { sheet: table.sheet }),
});

function repeated(table: ImportTable, { row, cells }: ReadyRow, earlier: Earlier): RowFault {
  const named = table.namedBy?.(cells) ?? table.target.key;
  const given = named.filter((each) => cells.has(each));
  const mapped = table.namedBy ? given.filter((each) => table.nameOf(each) !== each) : given;
  const [column = ''] = mapped;
  const value = mapped.map((each) => cells.get(each)).join(', ');
  const isElsewhere = earlier.sheet !== undefined && earlier.sheet !== table.sheet;
  const place = `row ${earlier.row}${isElsewhere ? ` of sheet ${earlier.sheet}` : ''}`;
  const problem = `"${value}" stands already in ${place}.`;
  return { row, column: table.nameOf(column), value, rule: 'UNIQUE', problem };
}
