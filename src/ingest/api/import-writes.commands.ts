import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import type { Viewer } from '../../access/viewer.ts';
import { today } from '../../kit/clock.ts';
import { BadInput, DomainError, UnknownCode } from '../../kit/errors.ts';
import { isUuid } from '../../kit/uuid.ts';
import { registerDataSource } from '../../modules/source/data-source.commands.ts';
import { command } from '../../request/command.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { rowKeyOf } from '../run/run-id.ts';
import { tellRun } from '../run/run-events.ts';
import { noteRun, type RunMode, type RunState } from '../run/run-store.ts';
import { uploadOf } from '../uploads/uploads.ts';
import { type Imports, mappingOf } from '../work/imports.ts';
import { reachOf } from '../work/open-runs.ts';
import { isRunInSight } from './import-run.queries.ts';

export interface ImportToStart {
  readonly source: string;
  readonly upload?: string | null;
  readonly pull: boolean;
  readonly mode: RunMode;
  readonly dryRun: boolean;
  readonly asOf?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface ImportToUndo {
  readonly run: string;
  readonly idempotencyKey?: string | null;
}

export interface ImportToCancel {
  readonly run: string;
  readonly idempotencyKey?: string | null;
}

class NotCancellable extends DomainError {
  readonly code = 'IMPORT_NOT_CANCELLABLE';

  constructor(run: string, state: RunState) {
    const wayOut = state === 'DONE' ? 'Undo it instead.' : 'There is nothing to cancel.';
    super(`Run ${run} is ${state}, and over. ${wayOut}`, ['run']);
  }
}

/** Notes a run that waits for a gateway, with the sight and reach of whoever asks. */
export const askImport = ({ imports, viewer }: { imports: Imports; viewer: Viewer }) =>
  command(async (context, input: ImportToStart) => {
    const { em, actor } = context;
    const mapping = mappingOf(imports, input.source);
    const db: Kysely<unknown> = em.getKysely();
    const fileName = await fileNameOf(db, input, mapping, actor);
    await registerDataSource(context, mapping.source);
    const { source, mode, dryRun: isDry, pull: isPull, upload: uploadId = null } = input;
    const asOf = dayTold(input.asOf ?? today());
    const run = {
      ...{ id: v7(), source, mode, isDry, isPull, uploadId, fileName, actor },
      ...{ asOf, reach: reachOf(viewer) },
    };
    await noteRun(db, run, 'WAITING');
    await tellRun(db, run, 'IMPORT_ASKED');
    return { run: run.id };
  });

/** @throws BadInput */
function dayTold(day: string): string {
  if (day <= today()) return day;
  throw new BadInput(`${day} is still to come: a file tells of today or of a day before.`, [
    'asOf',
  ]);
}

/** @throws BadInput, UnknownCode */
async function fileNameOf(
  db: Kysely<unknown>,
  { upload, pull, source }: ImportToStart,
  { feed, file }: Mapping,
  actor: string,
): Promise<string> {
  if ((upload != null) === pull) {
    throw new BadInput('Give either "upload" or "pull: true": one of the two says what comes in.', [
      'upload',
    ]);
  }
  if (upload == null) {
    if (feed) return `${source}.jsonl`;
    throw new BadInput(
      `"${source}" is no live source, its mapping file ${file} names no feed: send a file to POST /uploads, and give it as "upload".`,
      ['pull'],
    );
  }
  const sent = await uploadOf(db, upload);
  // Of what others have sent nobody is told.
  if (sent.actor !== actor) throw new UnknownCode('upload', upload, ['upload']);
  return sent.name;
}

/** Gives up a run that is not over; row by row, what came before stays. */
export const cancelImport = (viewer: Viewer) =>
  command(async ({ em, actor }, input: ImportToCancel) => {
    const db: Kysely<unknown> = em.getKysely();
    const id = await keyOfRun(db, input.run, viewer);
    const { rows } = await sql`
      update import_run set state = 'CANCELLED', ended_at = now()
       where id = ${id} and state in ('WAITING', 'RUNNING', 'INTERRUPTED')
   returning id`.execute(db);
    if (rows.length === 0) throw new NotCancellable(input.run, await stateOf(db, id));
    await tellRun(db, { id, actor }, 'IMPORT_CANCELLED');
    return { run: id };
  });

/**
 * The row id of a run that the viewer sees.
 *
 * @throws UnknownCode
 */
export async function keyOfRun(db: Kysely<unknown>, run: string, viewer: Viewer): Promise<string> {
  const key = rowKeyOf(run);
  const { rows } = isUuid(key)
    ? await sql`
        select id from import_run where id = ${key} and ${isRunInSight(viewer)}`.execute(db)
    : { rows: [] };
  if (rows.length === 0) throw new UnknownCode('import run', run, ['run']);
  return key;
}

async function stateOf(db: Kysely<unknown>, id: string): Promise<RunState> {
  const { rows } = await sql<{ state: RunState }>`
    select state from import_run where id = ${id}`.execute(db);
  return rows[0]?.state ?? 'FAILED';
}
