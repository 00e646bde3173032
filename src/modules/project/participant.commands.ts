import { DomainError } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { held } from '../../request/held.ts';
import { named } from '../../request/put.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import {
  citeSubmission,
  type Resubmitted,
  submittedEvidence,
} from '../source/submission.commands.ts';
import { type participantRoles, Project, ProjectParticipant } from './project.entity.ts';

class AlreadyTakesPart extends DomainError {
  readonly code = 'ALREADY_TAKES_PART';

  constructor(code: string, organisation: string, role: string) {
    super(
      `"${organisation}" takes part in the project "${code}" as ${role} already: there is nothing to do.`,
      ['organisation'],
    );
  }
}

class TakesNoPart extends DomainError {
  readonly code = 'TAKES_NO_PART';

  constructor(code: string, organisation: string, role: string) {
    super(
      `"${organisation}" takes no part in the project "${code}" as ${role}: read its "participants" for those who do.`,
      ['organisation'],
    );
  }
}

export interface Participation extends Resubmitted {
  /** The project's. */
  readonly code: string;
  readonly organisation: string;
  readonly role: (typeof participantRoles)[number];
}

/** Notes what part an organisation has in a project. */
export const addProjectParticipant = command(async (context, input: Participation) => {
  const { em, record } = context;
  const { role } = input;
  const project = await held(context, Project, input.code, input);
  const organisation = await named(em, Organisation, input.organisation, 'organisation');
  if (await em.findOne(ProjectParticipant, { project, organisation, role })) {
    throw new AlreadyTakesPart(project.code, organisation.code, role);
  }
  const evidence = await submittedEvidence(context, input);
  em.create(ProjectParticipant, { project, organisation, role, evidence });
  record('PROJECT_PARTICIPANT_ADDED', project);
  return { project: project.id };
});

/** Strikes out what was noted of an organisation's part in a project. */
export const removeProjectParticipant = command(async (context, input: Participation) => {
  const { em, record } = context;
  const { role } = input;
  const project = await held(context, Project, input.code, input);
  const organisation = await named(em, Organisation, input.organisation, 'organisation');
  const participant = await em.findOne(ProjectParticipant, { project, organisation, role });
  if (!participant) throw new TakesNoPart(project.code, organisation.code, role);
  await citeSubmission(context, input);
  em.remove(participant);
  record('PROJECT_PARTICIPANT_REMOVED', project);
  return { project: project.id };
});
