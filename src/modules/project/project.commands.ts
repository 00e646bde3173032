import { definedOnly } from '../../kit/defined-only.ts';
import { command, type CommandContext } from '../../request/command.ts';
import { named, namedIfTold, put } from '../../request/put.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import { siteOf } from '../region/site.ts';
import { type Dated, dated, type DatedInput, unknownDate } from '../source/dated.entity.ts';
import { restingOn } from '../source/resting-on.ts';
import { Evidence } from '../source/source.entity.ts';
import {
  type participantRoles,
  Project,
  ProjectAlias,
  ProjectParticipant,
  ProjectStageRecord,
  type ProjectStatus,
} from './project.entity.ts';
import type { ProjectDetails } from './project-input.ts';
import { latestRecord, stageOf } from './project-status.ts';
import { weighedAgain } from './value-claim.commands.ts';

export interface NewProject extends Omit<ProjectDetails, 'startedOn'> {
  readonly code: string;
  readonly name: string;
  /** The most exact region known. */
  readonly site?: string | null;
  /** The district of a functional zone's project, where a source tells it. */
  readonly administrativeDistrict?: string | null;
  readonly started?: DatedInput;
  readonly evidence: string;
}

/**
 * Takes a project into the graph. Registered again, it is one source among those of its values; what
 * the source is silent of (undefined) stays.
 */
export const registerProject = command(async (context, input: NewProject) => {
  const { em, record } = context;
  const {
    code,
    started,
    site,
    administrativeDistrict,
    predecessor,
    evidence: place,
    ...rest
  } = input;
  const evidence = await named(em, Evidence, place, 'evidence');
  const project = await put(em, Project, { code }, async (known) => {
    const told = {
      ...rest,
      ...(known && (await weighedAgain(context, known, rest, evidence))),
      ...((!known || site !== undefined) && (await siteOf(em, site, administrativeDistrict))),
      ...definedOnly({ predecessor: await namedIfTold(em, Project, predecessor, 'predecessor') }),
      ...((!known || started) && { started: dated(started ?? unknownDate) }),
    };
    return { ...told, evidence: known ? await restingOn(em, known, told, evidence) : evidence };
  });
  record('PROJECT_REGISTERED', project);
  return project;
});

export interface NewProjectAlias {
  readonly project: string;
  readonly name: string;
  readonly evidence: string;
}

/** Notes another name that sources use for a project. */
export const aliasProject = command(async ({ em, record }, input: NewProjectAlias) => {
  const project = await named(em, Project, input.project, 'project');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const alias = await put(em, ProjectAlias, { project, name: input.name }, { evidence });
  record('PROJECT_ALIASED', project);
  return alias;
});

export interface NewParticipant {
  readonly project: string;
  readonly organisation: string;
  readonly role: (typeof participantRoles)[number];
  readonly evidence: string;
}

/** Notes an organisation's part in a project. */
export const addParticipant = command(async ({ em, record }, input: NewParticipant) => {
  const project = await named(em, Project, input.project, 'project');
  const organisation = await named(em, Organisation, input.organisation, 'organisation');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const participant = await put(
    em,
    ProjectParticipant,
    { project, organisation, role: input.role },
    async (known) => ({
      evidence: known ? await restingOn(em, known, {}, evidence) : evidence,
    }),
  );
  record('PROJECT_PARTICIPANT_ADDED', project);
  return participant;
});

export interface NewStatus {
  readonly project: string;
  readonly status: ProjectStatus;
  readonly asOf: DatedInput;
  readonly evidence: string;
}

/** Notes what a source says of a project's status; the latest that implies a stage decides it. */
export const recordStatus = command(async (context, input: NewStatus) => {
  const { em } = context;
  const { status } = input;
  const project = await named(em, Project, input.project, 'project');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const entry = await put(
    em,
    ProjectStageRecord,
    { project, evidence },
    { status, stage: stageOf[status], asOf: dated(input.asOf) },
  );
  await tellStage(context, project);
  return entry;
});

/**
 * Notes what a source reports of a project's status from time to time: what it said before stays, and
 * what it says once more is nothing new. What it says anew of the same day takes that one's place.
 * Answers the record, or, where nothing is new, the place that says so.
 */
export const reportStatus = command(async (context, input: NewStatus) => {
  const { em } = context;
  const { status } = input;
  const project = await named(em, Project, input.project, 'project');
  const evidence = await named(em, Evidence, input.evidence, 'evidence');
  const asOf = dated(input.asOf);
  const said = await em.find(
    ProjectStageRecord,
    { project, evidence },
    { orderBy: { asOf: { latest: 'desc nulls last' }, id: 'desc' } },
  );
  const ofThatDay = said.find((one) => one.asOf.latest === asOf.latest);
  const before = said.find((one) => isBefore(one.asOf, asOf));
  if (!ofThatDay && before?.status === status) return evidence;
  const values = { status, stage: stageOf[status], asOf };
  const entry = ofThatDay ?? em.create(ProjectStageRecord, { project, evidence, ...values });
  if (ofThatDay) em.assign(ofThatDay, values);
  await tellStage(context, project);
  return entry;
});

const isBefore = ({ latest: one }: Dated, { latest: other }: Dated): boolean =>
  one != null && other != null && one < other;

async function tellStage({ em, record }: CommandContext, project: Project): Promise<void> {
  em.assign(project, { stage: (await latestRecord(em, project))?.stage ?? null });
  record('PROJECT_STATUS_RECORDED', project);
}
