import { type Kysely, sql } from 'kysely';
import type { FileFault } from '../ingest-fault.ts';
import type { Counts, RunTable } from './counts.ts';
import type { RowFault } from './import-table.ts';
import type { RowOutcome, Undoable } from './outcomes.ts';
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

/** Forgets the report of a run that is done again from its beginning. */
export async function forgetRows(db: Db, id: string): Promise<void> {
  await sql`delete from import_row where run_id = ${id}`.execute(db);
}
