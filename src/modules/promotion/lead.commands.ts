import { v7 } from 'uuid';
import { definedOnly } from '../../kit/defined-only.ts';
import { holdRows } from '../../events/append.ts';
import { BadInput, UnknownCode } from '../../kit/errors.ts';
import { readName, readNameIfAny } from '../../kit/name-text.ts';
import { neverCleared } from '../../kit/never-cleared.ts';
import { command, type CommandContext } from '../../request/command.ts';
import { freeCode } from '../../request/free-code.ts';
import { checkVersion } from '../../request/held.ts';
import { assignChanged, named, namedIfAny, namedIfTold } from '../../request/put.ts';
import { isOutOfSight, seesAll } from '../../request/reach.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import { createProject, type ProjectCreation } from '../project/create-project.commands.ts';
import { Project } from '../project/project.entity.ts';
import { type DatedInput, partsOf, unknownDate } from '../source/dated.entity.ts';
import { readDated, readDatedIfAny } from '../source/dated-input.ts';
import {
  type Resubmitted,
  type Submitted,
  submittedEvidence,
} from '../source/submission.commands.ts';
import { LeadHasProject } from './trip.errors.ts';
import { Lead, PromotionTrip } from './trip.entity.ts';

/** What a caller may say of a lead: null where there is nothing, undefined where he is silent. */
interface LeadDetails {
  readonly nameEn?: string | null;
  /** Whom it is about. */
  readonly organisation?: string | null;
  /** What it has become, where that is in the library already. */
  readonly project?: string | null;
  readonly notedOn?: DatedInput | null;
}

export interface LeadRecording extends Submitted, LeadDetails {
  readonly trip: string;
  /** The graph chooses one where it is left out. */
  readonly code?: string | null;
  readonly name: string;
}

/** Records a lead (线索) that a trip brought home. */
export const recordNewLead = command(async (context, input: LeadRecording) => {
  const { em, record } = context;
  const trip = await named(em, PromotionTrip, input.trip, 'trip');
  // The code of a lead that he must not see would tell him that there is one.
  if (input.code != null && !seesAll(em)) {
    throw new BadInput(
      'Codes of leads are made for those who see a part of the city: leave it out.',
      ['code'],
    );
  }
  const project = await namedIfAny(em, Project, input.project, 'project');
  const lead = em.create(Lead, {
    id: v7(),
    trip,
    code: await freeCode(em, Lead, input.code, 'lead'),
    name: readName(input.name, 'name'),
    nameEn: readNameIfAny(input.nameEn, 'nameEn') ?? null,
    organisation: await namedIfAny(em, Organisation, input.organisation, 'organisation'),
    project,
    noted: readDated(input.notedOn ?? unknownDate, 'notedOn'),
    evidence: await submittedEvidence(context, input),
  });
  record('LEAD_RECORDED', trip);
  if (project) record('LEAD_RECORDED', project, { lead });
  return { lead: lead.id };
});

export interface LeadCorrection extends Resubmitted, LeadDetails {
  readonly code: string;
  readonly name?: string | null;
}

/**
 * Puts right what is said of a lead: what is left out stays, null clears. Its project, and the one
 * that it is taken from, hear of it.
 */
export const correctLead = command(async (context, input: LeadCorrection) => {
  const { em, record, recordConsequence } = context;
  const { lead, project: former } = await heldLead(context, input.code, input, 'code');
  const trip = await lead.trip.loadOrFail();
  const name = neverCleared(input.name, 'name');
  const project =
    input.project === undefined ? former : await namedIfAny(em, Project, input.project, 'project');
  const isChanged = assignChanged(em, lead, {
    project,
    ...definedOnly({
      name: readNameIfAny(name, 'name'),
      nameEn: readNameIfAny(input.nameEn, 'nameEn'),
      organisation: await namedIfTold(em, Organisation, input.organisation, 'organisation'),
      noted: readDatedIfAny(input.notedOn, 'notedOn'),
    }),
  });
  if (!isChanged) return { lead: lead.id };
  const evidence = await submittedEvidence(context, input);
  em.assign(lead, { evidence, revision: lead.revision + 1 });
  record('LEAD_CORRECTED', trip);
  if (former && former === project) recordConsequence('LEAD_CORRECTED', former, { lead });
  else for (const one of [former, project]) if (one) record('LEAD_CORRECTED', one, { lead });
  return { lead: lead.id };
});

export interface LeadConversion extends ProjectCreation {
  /** The lead's code; `code` is the new project's. */
  readonly lead: string;
  /** The lead's. */
  readonly version: number;
}

/** Makes a lead a project of the library: one transaction, told by the trip and by the project. */
export const turnLeadIntoProject = command(async (context, input: LeadConversion) => {
  const { em, record } = context;
  const { version } = input;
  const { lead, project: former } = await heldLead(context, input.lead, { version }, 'lead');
  if (former) throw new LeadHasProject(lead.code, former.code);
  const trip = await lead.trip.loadOrFail();
  const made = await createProject(context, input);
  const project = await em.findOneOrFail(Project, made.project);
  em.assign(lead, { project, revision: lead.revision + 1 });
  record('LEAD_BECAME_PROJECT', trip);
  record('LEAD_BECAME_PROJECT', project, { lead });
  return { lead: lead.id, project: project.id };
});

/** The lead, locked, at the version that the caller had seen. That of a hidden project is none. */
async function heldLead(
  context: CommandContext,
  code: string,
  input: { readonly version: number },
  field: string,
) {
  const { em } = context;
  const lead = await em.findOne(Lead, { code });
  if (!lead) throw new UnknownCode('lead', code, [field]);
  await holdRows(em.getKysely(), 'promotion_lead', [lead.id]);
  // As it is now that nobody else can change it.
  await em.refresh(lead);
  const project = (await lead.project?.load()) ?? null;
  if (project && isOutOfSight(em, project)) throw new UnknownCode('lead', code, [field]);
  await checkVersion(context, {
    what: `The lead "${code}"`,
    version: lead.revision,
    input,
    current: async () => ({
      name: lead.name,
      nameEn: lead.nameEn,
      organisation: (await lead.organisation?.load())?.code,
      project: project?.code,
      notedOn: partsOf(lead.noted),
    }),
  });
  return { lead, project };
}
