import { type Kysely, sql } from 'kysely';
import type { FileFault } from '../ingest-fault.ts';
import type { RowFault } from './import-table.ts';
import type { RowOutcome, Undoable } from './outcomes.ts';
import { isInSight } from './reach.ts';
import { RunCancelled } from './run.errors.ts';

type Db = Kysely<unknown>;

export const runStates = [
  'WAITING',
  'RUNNING',
  'DONE',
  'REFUSED',
  'FAILED',
  'INTERRUPTED',
  'CANCELLED',
  'UNDONE',
] as const;
export type RunState = (typeof runStates)[number];

export const runModes = ['ALL_OR_NOTHING', 'ROW_BY_ROW'] as const;
export type RunMode = (typeof runModes)[number];

/** How many rows of a run did what. */
export interface Counts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly gone: number;
}

export const NO_ROWS: Counts = { read: 0, new: 0, changed: 0, unchanged: 0, refused: 0, gone: 0 };

export function sumOf(one: Counts, other: Counts): Counts {
  return {
    read: one.read + other.read,
    new: one.new + other.new,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    refused: one.refused + other.refused,
    gone: one.gone + other.gone,
  };
}

/** One table of a run, in the order in which they were read. */
export interface RunTable {
  readonly file: string;
  readonly sheet?: string;
  /** Where its header stands, where the mapping says so. */
  readonly headerRow?: number;
  /** The target's name: `projects`. */
  readonly target: string;
  readonly rows: number;
  /** Rows that were new, or said something else than the graph did. */
  readonly changed: number;
  readonly refused: number;
}

/** What is asked for. */
export interface RunRequest {
  readonly id: string;
  readonly source: string;
  readonly mode: RunMode;
  readonly isDry: boolean;
  readonly fileName: string;
  readonly asOf: string;
  readonly actor: string;
  readonly uploadId?: string | null;
  /** Whether its file is pulled from the source. */
  readonly isPull?: boolean;
  /** Region ids that its caller sees and may change; null is all. */
  readonly reach?: unknown;
}

/** Notes a run before anything of it is done. */
export async function noteRun(
  db: Db,
  run: RunRequest,
  state: 'WAITING' | 'RUNNING',
): Promise<void> {
  const { id, source, mode, isDry, fileName, asOf, actor } = run;
  const { uploadId = null, isPull = false, reach = null } = run;
  await sql`
    insert into import_run (id, source, state, mode, is_dry, file_name, as_of, actor, upload_id,
                            is_pull, reach, started_at, heard_at)
    values (${id}, ${source}, ${state}, ${mode}, ${isDry}, ${fileName}, ${asOf}, ${actor}, ${uploadId},
            ${isPull}, ${reach === null ? null : JSON.stringify(reach)}::jsonb,
            case when ${state} = 'RUNNING' then now() end, now())`.execute(db);
}

/**
 * Takes up a run that waits or was interrupted; false where somebody else has, or it is over.
 *
 * @param mapping the digest of the mapping file that it is begun with
 */
export async function takeUp(db: Db, id: string, mapping: string): Promise<boolean> {
  const { rows } = await sql`
    update import_run
       set state = 'RUNNING', started_at = coalesce(started_at, now()), heard_at = now(),
           mapping = coalesce(mapping, ${mapping})
     where id = ${id} and state in ('WAITING', 'INTERRUPTED')
 returning id`.execute(db);
  return rows.length > 0;
}

/**
 * How far a run is: kept for whoever asks, and for the copy of one that never ends; and a sign of life.
 *
 * @throws RunCancelled
 */
export async function noteProgress(
  db: Db,
  id: string,
  counts: Counts,
  tables: readonly RunTable[],
): Promise<void> {
  const { rows } = await sql`
    update import_run
       set heard_at = now(), rows_read = ${counts.read}, rows_new = ${counts.new},
           rows_changed = ${counts.changed}, rows_unchanged = ${counts.unchanged},
           rows_refused = ${counts.refused}, tables = ${JSON.stringify(tables)}::jsonb
     where id = ${id} and state in ('RUNNING', 'INTERRUPTED')
 returning id`.execute(db);
  if (rows.length === 0) throw new RunCancelled(id);
}

/** How a run ended. */
export interface Ending {
  readonly state: 'DONE' | 'REFUSED' | 'FAILED';
  readonly counts: Counts;
  readonly tables: readonly RunTable[];
  readonly faults: readonly FileFault[];
  readonly error?: string;
}

/** @throws RunCancelled */
export async function noteEnding(db: Db, id: string, ending: Ending): Promise<void> {
  const { state, counts, tables, faults, error = null } = ending;
  const { rows } = await sql`
    update import_run
       set state = ${state}, ended_at = now(), heard_at = now(),
           rows_read = ${counts.read}, rows_new = ${counts.new}, rows_changed = ${counts.changed},
           rows_unchanged = ${counts.unchanged}, rows_refused = ${counts.refused},
           rows_gone = ${counts.gone}, tables = ${JSON.stringify(tables)}::jsonb,
           faults = ${JSON.stringify(faults.slice(0, FAULTS_KEPT))}::jsonb, error = ${error}
     where id = ${id} and state in ('RUNNING', 'INTERRUPTED')
 returning id`.execute(db);
  if (rows.length === 0) throw new RunCancelled(id);
}

/** A run whose gateway ended before it did: it can be taken up again. False where it is over. */
export async function noteInterrupted(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`
    update import_run set state = 'INTERRUPTED' where id = ${id} and state = 'RUNNING'
 returning id`.execute(db);
  return rows.length > 0;
}

/** Of what is wrong with a file as a whole; rows keep their own. */
const FAULTS_KEPT = 100;

/** What became of one row. */
export interface KeptRowOutcome extends Partial<Omit<RowOutcome, 'outcome'>> {
  readonly row: number;
  readonly key: string;
  readonly outcome: RowOutcome['outcome'] | 'REFUSED';
  readonly faults?: readonly RowFault[];
  readonly warnings?: readonly RowFault[];
}

export async function keepRows(
  db: Db,
  id: string,
  tableNo: number,
  rows: readonly KeptRowOutcome[],
): Promise<void> {
  if (rows.length === 0) return;
  const kept = rows.map(
    ({ row, key, outcome, entityType, entityId, changes, faults, warnings }) => ({
      row_no: row,
      ...{ key, outcome },
      entity_type: entityType,
      entity_id: entityId,
      changes: unlessEmpty(changes),
      faults: unlessEmpty(faults),
      warnings: unlessEmpty(warnings),
    }),
  );
  await sql`
    insert into import_row (run_id, table_no, row_no, key, outcome, entity_type, entity_id, changes,
                            faults, warnings)
    select ${id}, ${tableNo}, row_no, key, outcome, entity_type, entity_id, changes, faults, warnings
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as kept
           (row_no int, key text, outcome text, entity_type text, entity_id uuid, changes jsonb,
            faults jsonb, warnings jsonb)`.execute(db);
}

const unlessEmpty = <T>(list: readonly T[] | undefined) =>
  list && list.length > 0 ? list : undefined;

export async function keepChanges(
  db: Db,
  id: string,
  first: number,
  changes: readonly Undoable[],
): Promise<void> {
  if (changes.length === 0) return;
  const kept = changes.map((one, at) => ({
    ordinal: first + at,
    entity_type: one.entityType,
    entity_id: one.entityId,
    kind: one.kind,
    changes: one.changes,
  }));
  await sql`
    insert into import_change (run_id, ordinal, entity_type, entity_id, kind, changes)
    select ${id}, ordinal, entity_type, entity_id, kind, changes
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as kept
           (ordinal int, entity_type text, entity_id uuid, kind text, changes jsonb)`.execute(db);
}

/** A row of a run. */
export interface RowPlace {
  readonly tableNo: number;
  readonly row: number;
}

/** Where the first rows of these tables stand that have one of these keys: a look-up for each. */
export async function rowsOfKeys(
  db: Db,
  id: string,
  tables: readonly number[],
  keys: readonly string[],
): Promise<ReadonlyMap<string, RowPlace>> {
  const { rows } = await sql<RowPlace & { key: string }>`
    select distinct on (sought.key) sought.key, "tableNo", row
      from unnest(${[...keys]}::text[]) as sought (key)
     cross join unnest(${[...tables]}::int[]) as one (table_no)
     cross join lateral (
           select table_no as "tableNo", row_no as row from import_row
            where run_id = ${id} and table_no = one.table_no and key = sought.key) held
     order by sought.key, "tableNo", row`.execute(db);
  return new Map(rows.map(({ key, ...place }) => [key, place]));
}

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
  db: Db,
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

/** Forgets the report of a run that is done again from its beginning. */
export async function forgetRows(db: Db, id: string): Promise<void> {
  await sql`delete from import_row where run_id = ${id}`.execute(db);
}

/** How far a run that goes row by row had come: the place of its last row. */
export async function lastPlace(
  db: Db,
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
export async function countsOfTables(db: Db, id: string): Promise<ReadonlyMap<number, Counts>> {
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
