import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { appendEvents, raiseVersions } from '../../events/append.ts';
import { tellAppended } from '../../events/appended.ts';

/** What the log tells of a run, beside what it tells of all that the run writes. */
export const runEventKinds = [
  'IMPORT_ASKED',
  'IMPORT_STARTED',
  'IMPORT_PROGRESSED',
  'IMPORT_ENDED',
  'IMPORT_INTERRUPTED',
  'IMPORT_CANCELLED',
  'IMPORT_UNDONE',
] as const;
export type RunEventKind = (typeof runEventKinds)[number];

/** The aggregate's table, as events name it. */
export const RUN = 'import_run';

interface Teller {
  readonly id: string;
  readonly actor: string;
}

/**
 * Tells the log of a run, in the transaction that changes it. It tells no changes: whoever hears of
 * it reads the run.
 */
export async function tellRun(
  db: Kysely<unknown>,
  { id, actor }: Teller,
  kind: RunEventKind,
): Promise<void> {
  const version = (await raiseVersions(db, RUN, [{ id, by: 1 }])).get(id);
  if (version === undefined) return;
  const nowhere = { changes: [], scopeBefore: [], scopeAfter: [] };
  await appendEvents(db, [{ kind, entityType: RUN, entityId: id, version, actor, ...nowhere }]);
}

/** Changes a run and tells of it, in a small transaction of its own, which data's may go on beside. */
export async function tellingRun(
  database: Database,
  teller: Teller,
  kind: RunEventKind,
  change: (db: Kysely<unknown>) => Promise<boolean>,
): Promise<boolean> {
  const isChanged = await database.kysely.transaction().execute(async (db) => {
    if (!(await change(db))) return false;
    await tellRun(db, teller, kind);
    return true;
  });
  if (isChanged) tellAppended(database);
  return isChanged;
}
