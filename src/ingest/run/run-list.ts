import { type Kysely, sql } from 'kysely';
import type { Counts } from './counts.ts';
import type { RunState } from './run-store.ts';

/** A run, for an operator's list. */
export interface ListedRun extends Counts {
  readonly id: string;
  readonly source: string;
  readonly state: RunState;
  readonly isDry: boolean;
  readonly fileName: string;
  readonly askedAt: string;
}

/** The latest runs, the last first. */
export async function listRuns(db: Kysely<unknown>, limit: number): Promise<readonly ListedRun[]> {
  const { rows } = await sql<ListedRun>`
    select id, source, state, is_dry as "isDry", file_name as "fileName",
           to_char(asked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "askedAt",
           rows_read as read, rows_new as new, rows_changed as changed,
           rows_unchanged as unchanged, rows_refused as refused, rows_gone as gone
      from import_run order by id desc limit ${limit}`.execute(db);
  return rows;
}
