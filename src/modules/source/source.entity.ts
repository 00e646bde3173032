import { defineEntity, p } from '@mikro-orm/core';
import { exactDecimal } from '../../db/exact-decimal.ts';
import { rowId } from '../../db/row-id.ts';
import { Dated } from './dated.entity.ts';

export const documentKinds = [
  'ARTICLE',
  'STANDARD',
  'REGISTER',
  'SYNTHETIC',
  'SUBMISSION',
  'LEDGER',
] as const;
export const evidenceRoles = ['BODY', 'RELATED_TEASER'] as const;
export const qualifiers = [
  'EXACT',
  'GT',
  'GTE',
  'LT',
  'LTE',
  'APPROX',
  'ORDER_OF_MAGNITUDE',
] as const;
export const units = [
  'COUNT',
  'CNY_100M',
  'PERCENT',
  'YEARS',
  'KM2',
  'VIAL',
  'RANK',
  'ORDINAL',
  'FLOOR',
] as const;
export const observationKinds = [
  'ACTUAL',
  'PLAN',
  'TARGET',
  'FORECAST',
  'ASPIRATION',
  'CLAIM',
] as const;
export const subjectTypes = [
  'region',
  'organisation',
  'project',
  'project_batch',
  'industry_chain',
  'promotion_trip',
  'promotion_event',
  'named_subject',
] as const;

const SourceDocumentSchema = defineEntity({
  name: 'SourceDocument',
  tableName: 'source_document',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kind: p.enum(documentKinds),
    title: p.text(),
    titleEn: p.text().nullable(),
    fileName: p.text().nullable(),
    sha256: p.text().nullable(),
    script: p.enum(['HANS', 'HANT'] as const).nullable(),
    published: () => p.embedded(Dated).prefix('published_'),
    bodyFrom: p.integer().nullable(),
    bodyTo: p.integer().nullable(),
  },
});

/** A document (文件) that facts are taken from, or the register that a row stands in. */
export class SourceDocument extends SourceDocumentSchema.class {}
SourceDocumentSchema.setClass(SourceDocument);

const EvidenceSchema = defineEntity({
  name: 'Evidence',
  tableName: 'evidence',
  properties: {
    id: rowId(),
    document: () => p.manyToOne(SourceDocument).ref(),
    code: p.text().unique(),
    role: p.enum(evidenceRoles),
    paragraph: p.integer().nullable(),
    line: p.integer().nullable(),
    anchor: p.text().nullable(),
  },
});

/** A place in a document (出处): paragraph, line, and a few characters to find it by. */
export class Evidence extends EvidenceSchema.class {}
EvidenceSchema.setClass(Evidence);

const MetricSchema = defineEntity({
  name: 'Metric',
  tableName: 'metric',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    name: p.text(),
    nameEn: p.text().nullable(),
    unit: p.enum(units),
    isAdditive: p.boolean(),
    isGrowth: p.boolean(),
    plannedByNature: p.boolean(),
    comparableGroup: p.text(),
    definition: p.text(),
    definitionEn: p.text().nullable(),
  },
});

/** What numbers count or measure (指标), in which unit, and when they may be added and compared. */
export class Metric extends MetricSchema.class {}
MetricSchema.setClass(Metric);

/** What every number and every statement of a source has, beside what it is. */
export const tellingColumns = () => ({
  kind: p.enum(observationKinds),
  periodFrom: p.date().nullable(),
  periodTo: p.date().nullable(),
  periodLabel: p.text().nullable(),
  asOf: () => p.embedded(Dated).prefix('as_of_'),
  evidence: () => p.manyToOne(Evidence).ref(),
});

const ObservationSchema = defineEntity({
  name: 'Observation',
  tableName: 'observation',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    subjectType: p.enum(subjectTypes),
    subjectId: p.uuid(),
    metric: p.text(),
    value: exactDecimal(24, 4),
    unit: p.enum(units),
    qualifier: p.enum(qualifiers),
    ...tellingColumns(),
  },
});

/** A number as one source reports it (观测值), beside what the graph itself holds. */
export class Observation extends ObservationSchema.class {}
ObservationSchema.setClass(Observation);
