import { defineEntity, p } from '@mikro-orm/core';
import { exactDecimal } from '../../db/exact-decimal.ts';
import { rowId } from '../../db/row-id.ts';
import { followable } from '../../events/followable.ts';
import { rowScoped } from '../../request/reach.ts';
import { searchable } from '../../search/searchable.ts';
import { Organisation } from '../enterprise/organisation.entity.ts';
import { Region } from '../region/region.entity.ts';
import { Dated } from '../source/dated.entity.ts';
import { Evidence, qualifiers } from '../source/source.entity.ts';
import { valueSourceColumns } from '../source/value-source.entity.ts';

export const projectClasses = ['INDUSTRIAL', 'INFRASTRUCTURE', 'LIVELIHOOD'] as const;
export const projectLevels = ['PROVINCIAL', 'MUNICIPAL', 'DISTRICT'] as const;
export const projectStages = [
  'PLANNING',
  'LANDING',
  'CONSTRUCTION',
  'COMPLETION_EFFECT',
  'SERVICE',
] as const;
export type ProjectStage = (typeof projectStages)[number];
export const projectStatuses = [
  'PLANNED',
  'SIGNED',
  'LANDED',
  'STARTED',
  'UNDER_CONSTRUCTION',
  'ADVANCING',
  'LINE_COMMISSIONED',
  'FIRST_PRODUCT',
  'IN_PRODUCTION',
  'OPEN',
  'IN_SERVICE',
] as const;
export type ProjectStatus = (typeof projectStatuses)[number];
export const participantRoles = ['OWNER', 'PARENT', 'PARTNER', 'SUPPLIER'] as const;

const ProjectSchema = defineEntity({
  name: 'Project',
  tableName: 'project',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    name: p.text(),
    nameEn: p.text().nullable(),
    nameHant: p.text().nullable(),
    site: () => p.manyToOne(Region).ref().nullable(),
    district: () => p.manyToOne(Region).ref().nullable(),
    administrativeDistrict: () => p.manyToOne(Region).ref().nullable(),
    domain: p.text().nullable(),
    class: p.enum(projectClasses).nullable(),
    level: p.enum(projectLevels).nullable(),
    stage: p.enum(projectStages).nullable(),
    phase: p.integer().nullable(),
    predecessor: () => p.manyToOne(Project).ref().nullable(),
    procurement: p.enum(['PPP'] as const).nullable(),
    totalInvestment: exactDecimal(18, 4).nullable(),
    totalInvestmentQualifier: p.enum(qualifiers).nullable(),
    annualPlan: exactDecimal(18, 4).nullable(),
    started: () => p.embedded(Dated).prefix('started_'),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** An investment project (项目). */
export class Project extends ProjectSchema.class {}
ProjectSchema.setClass(Project);

const ProjectAliasSchema = defineEntity({
  name: 'ProjectAlias',
  tableName: 'project_alias',
  properties: {
    id: rowId(),
    project: () => p.manyToOne(Project).ref(),
    name: p.text(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** Another name that sources use for a project (别名). */
export class ProjectAlias extends ProjectAliasSchema.class {}
ProjectAliasSchema.setClass(ProjectAlias);

const ProjectParticipantSchema = defineEntity({
  name: 'ProjectParticipant',
  tableName: 'project_participant',
  properties: {
    id: rowId(),
    project: () => p.manyToOne(Project).ref(),
    organisation: () => p.manyToOne(Organisation).ref(),
    role: p.enum(participantRoles),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** An organisation's part in a project (参与方). */
export class ProjectParticipant extends ProjectParticipantSchema.class {}
ProjectParticipantSchema.setClass(ProjectParticipant);

const ProjectStageRecordSchema = defineEntity({
  name: 'ProjectStageRecord',
  tableName: 'project_stage_record',
  properties: {
    id: rowId(),
    project: () => p.manyToOne(Project).ref(),
    status: p.enum(projectStatuses),
    stage: p.enum(projectStages).nullable(),
    reason: p.text().nullable(),
    asOf: () => p.embedded(Dated).prefix('as_of_'),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** What a source said of a project's status (状态) on a day, and the stage that it implies. */
export class ProjectStageRecord extends ProjectStageRecordSchema.class {}
ProjectStageRecordSchema.setClass(ProjectStageRecord);

const ProjectValueSourceSchema = defineEntity({
  name: 'ProjectValueSource',
  tableName: 'project_value_source',
  properties: {
    id: rowId(),
    project: () => p.manyToOne(Project).ref(),
    ...valueSourceColumns(),
  },
});

/** What a source says of one value of a project (来源值). */
export class ProjectValueSource extends ProjectValueSourceSchema.class {}
ProjectValueSourceSchema.setClass(ProjectValueSource);

searchable({
  table: 'project',
  type: 'PROJECT',
  name: 'name',
  english: 'name_en',
  code: 'code',
  writings: ['name_hant'],
  aliases: { table: 'project_alias', owner: 'project_id', text: 'name' },
});

followable({
  table: 'project',
  code: 'code',
  stage: 'stage',
  about: [
    'array_remove(array[followed.site_id, followed.district_id, followed.administrative_district_id], null)',
    `array(select organisation_id from project_participant where project_id = followed.id)`,
    `array(select batch_id from project_batch_member where project_id = followed.id)`,
  ],
});

rowScoped({ table: 'project', kind: 'project', isHidden: true, placedBy: 'site' });
