import { type Kysely, sql } from 'kysely';
import type { Viewer } from '../../access/viewer.ts';
import type { Database } from '../../db/database.ts';
import { tellingRun } from '../run/run-events.ts';
import { noteInterrupted, type RunRequest, type RunState } from '../run/run-store.ts';

type Db = Kysely<unknown>;

/** Who runs what nobody has asked for: the schedule of a feed. */
export const FEED = 'feed';

/** A run that is noted, as whoever takes it up needs it. */
export interface NotedRun extends RunRequest {
  readonly state: RunState;
  readonly uploadId: string | null;
  readonly isPull: boolean;
  readonly reach: Reach | null;
  /** The digest of the mapping file that it was begun with. */
  readonly mapping: string | null;
}

/** Region ids that the caller of a run sees, and that he may change. */
export type Reach = Pick<Viewer, 'sees' | 'mayChange'>;

/** What is kept of a viewer's reach: null is all. */
export const reachOf = ({ sees, mayChange }: Viewer): Reach | null =>
  sees === 'ALL' && mayChange === 'ALL' ? null : { sees, mayChange };

/** Whoever asked for a run, as far as his sight and reach bound it. */
export const viewerOfRun = ({ reach, actor }: NotedRun): Viewer | undefined =>
  reach
    ? { kind: 'API_KEY', actor, role: '', permissions: new Set(), credential: '', ...reach }
    : undefined;

export async function notedRun(db: Db, id: string): Promise<NotedRun | undefined> {
  const { rows } = await sql<NotedRun>`
    select id, source, state, mode, is_dry as "isDry", file_name as "fileName", as_of::text as "asOf",
           actor, upload_id as "uploadId", is_pull as "isPull", reach, mapping
      from import_run where id = ${id}`.execute(db);
  return rows[0];
}

/** A sign of life; answers what has become of the run meanwhile. */
export async function beat(db: Db, id: string): Promise<RunState | undefined> {
  const { rows } = await sql<{ state: RunState }>`
    update import_run set heard_at = now() where id = ${id} returning state`.execute(db);
  return rows[0]?.state;
}

/** Ends a run that cannot be taken up, or broke before it read its first row. */
export async function failRun(database: Database, run: NotedRun, error: string): Promise<void> {
  await tellingRun(database, run, 'IMPORT_ENDED', async (db) => {
    const { rows } = await sql`
      update import_run set state = 'FAILED', ended_at = now(), error = ${error}
       where id = ${run.id} and state in ('WAITING', 'RUNNING', 'INTERRUPTED')
   returning id`.execute(db);
    return rows.length > 0;
  });
}

/** So long nothing was heard of a run whose gateway is gone. */
const SILENT_SECONDS = 60;

/** Says of runs of which nothing was heard that they were interrupted. */
export async function interruptSilent(database: Database): Promise<void> {
  const { rows } = await sql<{ id: string; actor: string }>`
    select id, actor from import_run
     where state = 'RUNNING' and heard_at < now() - make_interval(secs => ${SILENT_SECONDS})`.execute(
    database.kysely,
  );
  for (const run of rows) {
    await tellingRun(database, run, 'IMPORT_INTERRUPTED', (db) => noteInterrupted(db, run.id));
  }
}

/** The first open run of each source: those that callers have asked for, and that can be taken up. */
export async function openRuns(db: Db, source?: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct on (source) id from import_run
     where state in ('WAITING', 'INTERRUPTED') and (upload_id is not null or is_pull)
       and actor <> ${FEED} and source = coalesce(${source ?? null}, source)
     order by source, id`.execute(db);
  return rows.map(({ id }) => id);
}
