import { type Kysely, sql } from 'kysely';
import { isInSight } from './reach.ts';
import type { RunRequest } from './run-store.ts';

/** Tables of a run that are, together, all that its source has of a target. */
export interface CompleteList {
  readonly target: string;
  readonly tables: readonly number[];
  /** What the codes of its rows' places of evidence begin with. */
  readonly places: string | undefined;
}

/**
 * Notes what the last delivery of a source held, and this one, which is complete, does not. Nothing
 * happens to it in the graph: a steward looks. What the last one had in a row that was refused counts
 * where an earlier one had it in order. Who has a reach of his own is told of his own deliveries
 * alone, within it: others may hold what he must not know of.
 */
export async function noteGone(
  db: Kysely<unknown>,
  { id, source, actor, reach = null }: RunRequest,
  { target, tables, places = '' }: CompleteList,
): Promise<number> {
  const [first = 0] = tables;
  const { rows } = await sql<{ gone: number }>`
    with last_run as (
      select id, tables from import_run
       where source = ${source} and state = 'DONE' and not is_dry and id <> ${id}
         and ${reach === null ? sql`true` : isInSight(actor, JSON.stringify(reach))}
         and tables @> ${JSON.stringify([{ target }])}::jsonb
       order by id desc limit 1),
    last as (
      select last_run.id, (place.ordinality - 1)::int as table_no
        from last_run
       cross join lateral jsonb_array_elements(tables) with ordinality as place (told, ordinality)
       where place.told->>'target' = ${target}),
    missing as (
      select distinct on (held.key) held.key, held.entity_type, held.entity_id
        from last join import_row held on held.run_id = last.id and held.table_no = last.table_no
       where held.outcome <> 'GONE'
         and (held.outcome <> 'REFUSED'
              or exists (select from evidence where code = ${places} || held.key))
         and not exists (select from import_row here
                          where here.run_id = ${id} and here.table_no = any (${[...tables]}) and here.key = held.key)
       order by held.key),
    noted as (
      insert into import_row (run_id, table_no, row_no, key, outcome, entity_type, entity_id)
      select ${id}, ${first}, -row_number() over (order by key), key, 'GONE', entity_type, entity_id
        from missing
   returning 1)
    select count(*)::int as gone from noted`.execute(db);
  return rows[0]?.gone ?? 0;
}
