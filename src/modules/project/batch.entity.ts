import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { searchable } from '../../search/searchable.ts';
import { Region } from '../region/region.entity.ts';
import { Dated } from '../source/dated.entity.ts';
import { Evidence } from '../source/source.entity.ts';
import { Project } from './project.entity.ts';

export const batchKinds = [
  'COLLECTIVE_SIGNING',
  'COLLECTIVE_START',
  'PROMOTED',
  'LIBRARY_LISTING',
  'CUMULATIVE_SIGNING',
  'RESERVE',
  'SUPPORTING_LANDED',
] as const;
export const batchRoles = ['SIGNED', 'STARTED', 'PROMOTED', 'LISTED'] as const;

const ProjectBatchSchema = defineEntity({
  name: 'ProjectBatch',
  tableName: 'project_batch',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kind: p.enum(batchKinds),
    name: p.text(),
    nameEn: p.text().nullable(),
    nameHant: p.text().nullable(),
    region: () => p.manyToOne(Region).ref().nullable(),
    locationText: p.text().nullable(),
    parent: () => p.manyToOne(ProjectBatch).ref().nullable(),
    held: () => p.embedded(Dated).prefix('held_'),
    sectorsComplete: p.boolean(),
    membersComplete: p.boolean(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** Projects that a source counts together (批次), most often at one ceremony; may lie in another batch. */
export class ProjectBatch extends ProjectBatchSchema.class {}
ProjectBatchSchema.setClass(ProjectBatch);

const BatchSectorSchema = defineEntity({
  name: 'BatchSector',
  tableName: 'project_batch_sector',
  properties: {
    id: rowId(),
    batch: () => p.manyToOne(ProjectBatch).ref(),
    position: p.integer(),
    name: p.text(),
    nameEn: p.text().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A sector (领域) that a batch is said to cover. */
export class BatchSector extends BatchSectorSchema.class {}
BatchSectorSchema.setClass(BatchSector);

const BatchMemberSchema = defineEntity({
  name: 'BatchMember',
  tableName: 'project_batch_member',
  properties: {
    id: rowId(),
    batch: () => p.manyToOne(ProjectBatch).ref(),
    project: () => p.manyToOne(Project).ref(),
    role: p.enum(batchRoles),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/** A project's place in a batch. */
export class BatchMember extends BatchMemberSchema.class {}
BatchMemberSchema.setClass(BatchMember);

searchable({
  table: 'project_batch',
  type: 'PROJECT_BATCH',
  name: 'name',
  english: 'name_en',
  code: 'code',
  writings: ['name_hant'],
});
