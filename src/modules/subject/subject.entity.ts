import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { searchable } from '../../search/searchable.ts';
import { Region } from '../region/region.entity.ts';
import { Evidence } from '../source/source.entity.ts';

export const subjectKinds = [
  'PROGRAMME',
  'MECHANISM',
  'INDUSTRY',
  'EXHIBITION',
  'AREA',
  'TARGET',
  'MILESTONE',
  'PROJECT_GROUP',
] as const;

const NamedSubjectSchema = defineEntity({
  name: 'NamedSubject',
  tableName: 'named_subject',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kind: p.enum(subjectKinds),
    name: p.text(),
    nameEn: p.text().nullable(),
    nameHant: p.text().nullable(),
    region: () => p.manyToOne(Region).ref().nullable(),
    parent: () => p.manyToOne(NamedSubject).ref().nullable(),
    evidence: () => p.manyToOne(Evidence).ref(),
  },
});

/**
 * What sources speak of and no other table holds (登记主体): a policy, a mechanism, an industry, an
 * exhibition. A name with its evidence, so that figures and statements have something to be of.
 */
export class NamedSubject extends NamedSubjectSchema.class {}
NamedSubjectSchema.setClass(NamedSubject);

searchable({
  table: 'named_subject',
  type: 'NAMED_SUBJECT',
  name: 'name',
  english: 'name_en',
  code: 'code',
  writings: ['name_hant'],
});
