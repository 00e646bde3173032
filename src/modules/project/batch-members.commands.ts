import { DomainError } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { held } from '../../request/held.ts';
import { named } from '../../request/put.ts';
import {
  citeSubmission,
  type Resubmitted,
  submittedEvidence,
} from '../source/submission.commands.ts';
import { type batchKinds, BatchMember, type batchRoles, ProjectBatch } from './batch.entity.ts';
import { Project } from './project.entity.ts';

class AlreadyInBatch extends DomainError {
  readonly code = 'ALREADY_IN_BATCH';

  constructor(code: string, batch: string) {
    super(`The project "${code}" is in the batch "${batch}" already: there is nothing to do.`, [
      'batch',
    ]);
  }
}

class NotInBatch extends DomainError {
  readonly code = 'NOT_IN_BATCH';

  constructor(code: string, batch: string) {
    super(
      `The project "${code}" is not in the batch "${batch}": read its "batches" for those that it is in.`,
      ['batch'],
    );
  }
}

type BatchRole = (typeof batchRoles)[number];

/** What became of a project in a batch of a kind, where nobody says otherwise. */
const usualRole: Record<(typeof batchKinds)[number], BatchRole> = {
  COLLECTIVE_SIGNING: 'SIGNED',
  COLLECTIVE_START: 'STARTED',
  PROMOTED: 'PROMOTED',
  LIBRARY_LISTING: 'LISTED',
  CUMULATIVE_SIGNING: 'SIGNED',
  RESERVE: 'LISTED',
  SUPPORTING_LANDED: 'LISTED',
};

export interface BatchPlace extends Resubmitted {
  /** The project's. */
  readonly code: string;
  readonly batch: string;
}

/** Counts a project to a batch. */
export const attachProjectToBatch = command(
  async (context, input: BatchPlace & { readonly role?: BatchRole | null }) => {
    const { em, record } = context;
    const project = await held(context, Project, input.code, input);
    const batch = await named(em, ProjectBatch, input.batch, 'batch');
    if (await em.findOne(BatchMember, { batch, project })) {
      throw new AlreadyInBatch(project.code, batch.code);
    }
    const evidence = await submittedEvidence(context, input);
    const role = input.role ?? usualRole[batch.kind];
    const member = em.create(BatchMember, { batch, project, role, evidence });
    record('PROJECT_ADDED_TO_BATCH', batch);
    record('PROJECT_ADDED_TO_BATCH', project, { member });
    return { project: project.id };
  },
);

/** Counts a project to a batch no more. */
export const detachProjectFromBatch = command(async (context, input: BatchPlace) => {
  const { em, record } = context;
  const project = await held(context, Project, input.code, input);
  const batch = await named(em, ProjectBatch, input.batch, 'batch');
  const member = await em.findOne(BatchMember, { batch, project });
  if (!member) throw new NotInBatch(project.code, batch.code);
  await citeSubmission(context, input);
  em.remove(member);
  record('PROJECT_REMOVED_FROM_BATCH', batch);
  record('PROJECT_REMOVED_FROM_BATCH', project, { member });
  return { project: project.id };
});
