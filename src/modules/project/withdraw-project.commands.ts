import { holdRows } from '../../events/append.ts';
import { DomainError, UnknownCode } from '../../kit/errors.ts';
import { readName } from '../../kit/name-text.ts';
import { command } from '../../request/command.ts';
import { checkVersion, held } from '../../request/held.ts';
import { keepRow, type KeptRow, makeAgain } from '../../request/kept-row.ts';
import { put } from '../../request/put.ts';
import { isOutOfSight, isPlaceOutOfSight } from '../../request/reach.ts';
import { citeSubmission, type Resubmitted } from '../source/submission.commands.ts';
import { Project } from './project.entity.ts';
import { projectParts } from './project-parts.ts';
import { WithdrawnProject } from './withdrawn-project.entity.ts';

class NotWithdrawn extends DomainError {
  readonly code = 'NOT_WITHDRAWN';

  constructor(code: string) {
    super(`The project "${code}" is in the library: there is nothing to restore.`, ['code']);
  }
}

/** Why it is withdrawn; a sentence or two. */
const LONGEST_REASON = 500;

export interface Withdrawal extends Resubmitted {
  readonly code: string;
  readonly reason: string;
}

/**
 * Takes a project out of the library (退库), with all that hangs on it; what it was is kept. Its
 * rows really go, so that no list, count or search has to leave them out; its code stays its own.
 * What sources reported of it stays said, and is about it again when it comes back.
 */
export const withdrawProject = command(async (context, input: Withdrawal) => {
  const { em, actor, record } = context;
  const reason = readName(input.reason, 'reason', LONGEST_REASON);
  const project = await held(context, Project, input.code, input);
  const { id, code, name, district } = project;
  await citeSubmission(context, input);
  const state: Record<string, readonly KeptRow[]> = { project: [keepRow(project)] };
  for (const part of projectParts()) state[part.name] = await part.take(context, project);
  await put(
    em,
    WithdrawnProject,
    { id },
    {
      ...{ code, name, reason, actor, state },
      districtId: district?.id ?? null,
      // Its last event raises it once more.
      lastVersion: project.version + 1,
      withdrawnAt: new Date(),
      restoredAt: null,
    },
  );
  em.remove(project);
  record('PROJECT_WITHDRAWN', project);
  return { withdrawal: id };
});

export interface Restoration extends Resubmitted {
  readonly code: string;
}

/**
 * Brings a withdrawn project back under its id and code, with its history and what hung on it; its
 * versions go on from where they ended.
 */
export const restoreProject = command(async (context, input: Restoration) => {
  const { em, record } = context;
  const { code } = input;
  const withdrawn = await em.findOne(WithdrawnProject, { code });
  if (!withdrawn || isPlaceOutOfSight(em, withdrawn.districtId ?? null)) {
    throw new UnknownCode('withdrawn project', code);
  }
  await holdRows(em.getKysely(), 'withdrawn_project', [withdrawn.id]);
  await em.refresh(withdrawn);
  if (withdrawn.restoredAt) {
    // It came back, and may lie elsewhere by now.
    const project = await em.findOne(Project, { code });
    if (!project || isOutOfSight(em, project)) throw new UnknownCode('withdrawn project', code);
    throw new NotWithdrawn(code);
  }
  await checkVersion(context, {
    what: `The withdrawn project "${code}"`,
    id: withdrawn.id,
    version: withdrawn.lastVersion,
    input,
    current: () => ({}),
  });
  await citeSubmission(context, input);
  const { project: kept = [], ...parts } = withdrawn.state as Record<string, readonly KeptRow[]>;
  const [row] = kept;
  if (!row) throw new Error(`Of the withdrawn project ${code} nothing was kept.`);
  const project = makeAgain(em, Project, row, {
    version: withdrawn.lastVersion,
    predecessor: await predecessorStillFree(),
  });
  withdrawn.restoredAt = new Date();
  for (const part of projectParts()) await part.giveBack(context, project, parts[part.name] ?? []);
  record('PROJECT_RESTORED', project);
  return { project: project.id };

  /** The phase before it may have gone in the meantime, or got another one after it. */
  async function predecessorStillFree(): Promise<string | null> {
    const predecessor = row?.predecessor as string | null;
    if (predecessor === null) return null;
    const isThere = await em.findOne(Project, predecessor);
    const other = await em.findOne(Project, { predecessor });
    return isThere && !other ? predecessor : null;
  }
});
