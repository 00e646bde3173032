import { type Kysely, sql } from 'kysely';
import type { Counts } from './counts.ts';

/** How far a run that goes row by row had come: the place of its last row. */
export async function lastPlace(
  db: Kysely<unknown>,
  id: string,
): Promise<{ readonly tableNo: number; readonly row: number; readonly ordinal: number }> {
  const { rows } = await sql<{ tableNo: number; row: number; ordinal: number }>`
    select coalesce(max(table_no), 0) as "tableNo",
           coalesce(max(row_no) filter (where table_no = (
             select max(table_no) from import_row where run_id = ${id})), 0) as row,
           (select coalesce(max(ordinal), 0) from import_change where run_id = ${id}) as ordinal
      from import_row where run_id = ${id}`.execute(db);
  return rows[0] ?? { tableNo: 0, row: 0, ordinal: 0 };
}

/** What a run that was interrupted has done by now of each of its tables. */
export async function countsOfTables(
  db: Kysely<unknown>,
  id: string,
): Promise<ReadonlyMap<number, Counts>> {
  const { rows } = await sql<Counts & { tableNo: number }>`
    select table_no as "tableNo", count(*)::int as read,
           count(*) filter (where outcome = 'NEW')::int as new,
           count(*) filter (where outcome = 'CHANGED')::int as changed,
           count(*) filter (where outcome = 'UNCHANGED')::int as unchanged,
           count(*) filter (where outcome = 'REFUSED')::int as refused,
           0 as gone
      from import_row where run_id = ${id}
     group by table_no`.execute(db);
  return new Map(rows.map(({ tableNo, ...counts }) => [tableNo, counts]));
}
