import { sql } from 'kysely';
import {
  code,
  dated,
  decimal,
  described,
  enumeration,
  type Filter,
  filterOn,
  int,
  many,
  manyBy,
  one,
  oneBy,
  text,
  tied,
  valuesIn,
} from '../../kit/filter/filter.ts';
import { TEXT } from '../../kit/filter/values.ts';
import { organisationFilter, organisationFilters } from '../enterprise/organisation.filter.ts';
import { lyingIn, regionFilter } from '../region/region.filter.ts';
import { reported } from '../source/reported.filter.ts';
import { named, sourced } from '../source/source.filter.ts';

const stageRecordFilter = filterOn('ProjectStageRecord', 'project_stage_record', {
  status: enumeration('ProjectStatus', 'status'),
  stage: enumeration('ProjectStage', 'stage'),
  reason: text('reason'),
  asOf: dated('as_of'),
  ...sourced,
});

export const participantFilter: Filter = filterOn('ProjectParticipant', 'project_participant', {
  role: enumeration('ParticipantRole', 'role'),
  organisation: one(() => organisationFilter, 'organisation_id'),
  project: one(() => projectFilter, 'project_id'),
  ...sourced,
});

export const projectFilter: Filter = filterOn('Project', 'project', {
  ...named,
  ...sourced,
  ...reported,
  district: one(() => regionFilter, 'district_id'),
  administrativeDistrict: described(
    '行政区划 · By the district or county that it lies in, a zone’s too where it is known.',
    one(() => regionFilter, 'administrative_district_id'),
  ),
  site: one(() => regionFilter, 'site_id'),
  domain: code('domain'),
  class: enumeration('ProjectClass', 'class'),
  level: enumeration('ProjectLevel', 'level'),
  stage: enumeration('ProjectStage', 'stage'),
  phase: int('phase'),
  predecessor: one(() => projectFilter, 'predecessor_id'),
  nextPhase: oneBy(
    () => projectFilter,
    tied((mine, theirs) => sql`${theirs.column('predecessor_id')} = ${mine.column('id')}`),
  ),
  procurement: enumeration('ProcurementModel', 'procurement'),
  totalInvestment: decimal('total_investment'),
  totalInvestmentQualifier: enumeration('Qualifier', 'total_investment_qualifier'),
  annualPlan: decimal('annual_plan'),
  startedOn: dated('started'),
  aliases: valuesIn(TEXT, { table: 'project_alias', mine: 'project_id', value: 'name' }),
  stageHistory: many(() => stageRecordFilter, 'project_id'),
  participants: many(() => participantFilter, 'project_id'),
});

regionFilter.add({
  projects: manyBy(() => projectFilter, lyingIn({ district: 'district_id', site: 'site_id' })),
});

for (const filter of organisationFilters) {
  filter.add({ participations: many(() => participantFilter, 'organisation_id') });
}
