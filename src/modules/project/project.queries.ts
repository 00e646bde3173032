import { sql } from 'kysely';
import { asObject } from '../../kit/as-object.ts';
import { type Columns, select } from '../../kit/columns.ts';
import type { Beneath, Order } from '../../kit/relay/list.ts';
import { allOfEach, oneByKey, pagedList } from '../../request/loaders.ts';
import { organisationColumnsOf, type OrganisationRow } from '../enterprise/organisation.queries.ts';
import { regionColumnsOf, type RegionRow } from '../region/region.queries.ts';
import { datedColumn, keyColumn, namedFields, type SourcedRow } from '../source/source.queries.ts';
import { participantFilter, projectFilter } from './project.filter.ts';

export interface ProjectRow extends SourcedRow {
  readonly code: string;
  readonly name: string;
  readonly districtId: string | null;
  readonly siteId: string | null;
  readonly predecessorId: string | null;
  /** Each where it was asked for of a list. */
  readonly district?: RegionRow | null;
  readonly site?: RegionRow | null;
}

export const projectColumns: Columns = {
  always: keyColumn('project'),
  byField: {
    ...namedFields('project', 'prj_'),
    version: { version: sql`project.version` },
    district: { districtId: sql`project.district_id` },
    site: { siteId: sql`project.site_id` },
    domain: { domain: sql`project.domain` },
    class: { class: sql`project.class` },
    level: { level: sql`project.level` },
    stage: { stage: sql`project.stage` },
    phase: { phase: sql`project.phase` },
    predecessor: { predecessorId: sql`project.predecessor_id` },
    procurement: { procurement: sql`project.procurement` },
    totalInvestment: { totalInvestment: sql`trim_scale(project.total_investment)::text` },
    totalInvestmentQualifier: {
      totalInvestmentQualifier: sql`project.total_investment_qualifier`,
    },
    annualPlan: { annualPlan: sql`trim_scale(project.annual_plan)::text` },
    startedOn: { startedOn: datedColumn('project', 'started') },
  },
};

const everyColumn = select(projectColumns);

/** The region that a column of a project names. */
const regionBy = (column: string) => (fields: readonly string[]) => sql`
  (select ${asObject(select(regionColumnsOf('region'), fields))}
     from region where region.id = ${sql.ref(`project.${column}`)})`;

/** What is unknown comes last, whichever way: its stand-in is an expression, each with its index. */
const projectOrders: Record<string, Order> = {
  NAME: { by: sql`project.name`, type: 'text' },
  NAME_DESC: { by: sql`project.name`, type: 'text', isDescending: true },
  CODE: { by: sql`project.code`, type: 'text' },
  CODE_DESC: { by: sql`project.code`, type: 'text', isDescending: true },
  TOTAL_INVESTMENT: { by: sql`coalesce(project.total_investment, 1e14)`, type: 'numeric' },
  TOTAL_INVESTMENT_DESC: { by: sql`project.investment_order`, type: 'numeric', isDescending: true },
  STARTED_ON: { by: sql`coalesce(project.started_earliest, '9999-12-31')`, type: 'date' },
  STARTED_ON_DESC: {
    by: sql`coalesce(project.started_earliest, '0001-01-01')`,
    type: 'date',
    isDescending: true,
  },
};

/** The lists of a project; modules above add theirs. */
export const listsOfProject: Record<string, Beneath> = {};

/** What every list of projects has in common; `from` may join what ties them to a parent. */
export const everyProject = {
  parent: {},
  from: sql`project`,
  columns: projectColumns,
  riders: { district: regionBy('district_id'), site: regionBy('site_id') },
  beneath: listsOfProject,
  key: sql`project.id`,
  orders: projectOrders,
  filter: projectFilter,
  row: 'project',
};

export const projects = pagedList<ProjectRow>({ ...everyProject, name: 'projects' });

export const projectsOfDistrict = pagedList<ProjectRow>({
  ...everyProject,
  name: 'projectsOfDistrict',
  parent: { district_id: 'uuid' },
  tie: sql`project.district_id = wanted.district_id`,
});

export const projectsOfAdministrativeDistrict = pagedList<ProjectRow>({
  ...everyProject,
  name: 'projectsOfAdministrativeDistrict',
  parent: { district_id: 'uuid' },
  tie: sql`project.administrative_district_id = wanted.district_id`,
});

export const projectsOfSite = pagedList<ProjectRow>({
  ...everyProject,
  name: 'projectsOfSite',
  parent: { site_id: 'uuid' },
  tie: sql`project.site_id = wanted.site_id`,
});

export const projectById = oneByKey<ProjectRow>(
  (ids) => sql`select ${everyColumn} from project where project.id = any (${[...ids]})`,
);

/** The phase that follows each project; one at most. */
export const nextPhaseOf = oneByKey<ProjectRow>(
  (ids) => sql`
    select ${everyColumn}, project.predecessor_id as "soughtBy"
      from project where project.predecessor_id = any (${[...ids]})`,
);

/** The project of a code. */
export const projectByCode = pagedList<ProjectRow>({
  ...everyProject,
  name: 'projectByCode',
  parent: { code: 'text' },
  tie: sql`project.code = wanted.code`,
});

export const projectAliasesOfEach = allOfEach<{ name: string }>(
  (ids) => sql`
    select project_id as parent, name from project_alias
     where project_id = any (${[...ids]}) order by name collate "zh-x-icu"`,
);

interface StageRecordRow {
  readonly status: string;
  readonly evidenceId: string;
  /** From when on it was known: the day of the document, else the day of which it is told. */
  readonly knownOn: string | null;
}

export const stageHistoryOfEach = allOfEach<StageRecordRow>(
  (ids) => sql`
    select project_id as parent, status, stage, reason, evidence_id as "evidenceId",
           ${datedColumn('project_stage_record', 'as_of')} as "asOf",
           known_on(evidence_id, as_of_latest) as "knownOn"
      from project_stage_record where project_id = any (${[...ids]})
     order by as_of_earliest nulls first, id`,
);

export interface ParticipantRow {
  readonly role: string;
  readonly organisationId: string;
  readonly projectId: string;
  readonly evidenceId: string;
  /** Each where it was asked for. */
  readonly organisation?: OrganisationRow;
  readonly project?: ProjectRow;
}

const everyParticipant = {
  from: sql`project_participant
    join organisation on organisation.id = project_participant.organisation_id
    left join project on project.id = project_participant.project_id`,
  columns: {
    always: { role: sql`project_participant.role` },
    byField: {
      organisation: { organisationId: sql`project_participant.organisation_id` },
      project: { projectId: sql`project_participant.project_id` },
      evidence: { evidenceId: sql`project_participant.evidence_id` },
    },
  },
  // Both are joined already: the order is by their names.
  riders: {
    organisation: organisationColumnsOf('organisation'),
    project: projectColumns,
  },
  key: sql`project_participant.id`,
  filter: participantFilter,
  row: 'project_participant',
};

/** Of a project all with one project's name, of an organisation all with its own: see ADR 0005. */
const participantOrders = {
  ORGANISATION_NAME: { by: sql`organisation.name`, type: 'text' },
  ORGANISATION_NAME_DESC: { by: sql`organisation.name`, type: 'text', isDescending: true },
  PROJECT_NAME: { by: sql`project.name`, type: 'text' },
  PROJECT_NAME_DESC: { by: sql`project.name`, type: 'text', isDescending: true },
  ROLE: { by: sql`project_participant.role`, type: 'text' },
} satisfies Record<string, Order>;

/** Who takes part in a project, by name. */
export const participantsOfProject = pagedList<ParticipantRow>({
  ...everyParticipant,
  name: 'participantsOfProject',
  parent: { project_id: 'uuid' },
  tie: sql`project_participant.project_id = wanted.project_id`,
  orders: participantOrders,
  byDefault: 'ORGANISATION_NAME',
});

listsOfProject.participants = { list: participantsOfProject, by: { project_id: 'key' } };

/** What an organisation takes part in, by the project's name. */
export const participationsOfOrganisation = pagedList<ParticipantRow>({
  ...everyParticipant,
  name: 'participationsOfOrganisation',
  parent: { organisation_id: 'uuid' },
  tie: sql`project_participant.organisation_id = wanted.organisation_id`,
  orders: participantOrders,
  byDefault: 'PROJECT_NAME',
});
