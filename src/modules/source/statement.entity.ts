import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { subjectTypes, tellingColumns } from './source.entity.ts';

export const valueTypes = [
  'TEXT',
  'ENUM',
  'REF',
  'OFFICE',
  'PLACE',
  'DATE',
  'PERIOD',
  'BOOLEAN',
  'YEAR',
] as const;

const AttributeSchema = defineEntity({
  name: 'Attribute',
  tableName: 'attribute',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    name: p.text(),
    nameEn: p.text().nullable(),
  },
});

/** What a statement is about (事项): the sector of a batch, the steps of a mechanism. */
export class Attribute extends AttributeSchema.class {}
AttributeSchema.setClass(Attribute);

const StatementSchema = defineEntity({
  name: 'Statement',
  tableName: 'statement',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    subjectType: p.enum(subjectTypes),
    subjectId: p.uuid(),
    attribute: p.text(),
    valueType: p.enum(valueTypes),
    value: p.text(),
    valueEn: p.text().nullable(),
    position: p.integer().nullable(),
    listComplete: p.boolean().nullable(),
    ...tellingColumns(),
  },
});

/** What one source states of a subject, and is no number (陈述). */
export class Statement extends StatementSchema.class {}
StatementSchema.setClass(Statement);
