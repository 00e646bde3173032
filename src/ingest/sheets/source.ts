import { defineMetric } from '../../modules/source/metric.commands.ts';
import {
  noteEvidence,
  registerDocument,
  reportObservation,
} from '../../modules/source/source.commands.ts';
import {
  documentKinds,
  Evidence,
  evidenceRoles,
  Metric,
  Observation,
  observationKinds,
  qualifiers,
  SourceDocument,
  subjectTypes,
  units,
} from '../../modules/source/source.entity.ts';
import { defineAttribute, stateFact } from '../../modules/source/statement.commands.ts';
import { Attribute, Statement, valueTypes } from '../../modules/source/statement.entity.ts';
import { date, day, decimal, flag, oneOf, optional, text, whole } from '../columns.ts';
import { type Sheet, sheet } from '../sheet.ts';

export const sourceSheets: readonly Sheet[] = [
  sheet('documents.csv', registerDocument, ['code'], {
    code: text,
    kind: oneOf(documentKinds),
    title: text,
    titleEn: optional(text),
    fileName: optional(text),
    sha256: optional(text),
    script: optional(oneOf(['HANS', 'HANT'])),
    published: date,
    bodyFrom: optional(whole),
    bodyTo: optional(whole),
  }),
  sheet(
    'evidence.csv',
    noteEvidence,
    ['code'],
    {
      code: text,
      document: text,
      role: oneOf(evidenceRoles),
      paragraph: optional(whole),
      line: optional(whole),
      anchor: optional(text),
    },
    { foresees: { code: Evidence, document: SourceDocument } },
  ),
];

export const registerSheets: readonly Sheet[] = [
  sheet('metrics.csv', defineMetric, ['code'], {
    code: text,
    name: text,
    nameEn: optional(text),
    unit: oneOf(units),
    isAdditive: flag,
    isGrowth: flag,
    plannedByNature: flag,
    comparableGroup: text,
    definition: text,
    definitionEn: optional(text),
  }),
  sheet('attributes.csv', defineAttribute, ['code'], {
    code: text,
    name: text,
    nameEn: optional(text),
  }),
];

/** What a number or a statement is of, what it is, and from when. */
const told = {
  kind: oneOf(observationKinds),
  periodFrom: optional(day),
  periodTo: optional(day),
  periodLabel: optional(text),
  asOf: date,
  evidence: text,
};

/** Loaded last, for their subjects are of every module. */
export const factSheets: readonly Sheet[] = [
  sheet(
    'statements.csv',
    stateFact,
    ['code'],
    {
      code: text,
      subjectType: oneOf(subjectTypes),
      subject: text,
      attribute: text,
      valueType: oneOf(valueTypes),
      value: text,
      valueEn: optional(text),
      position: optional(whole),
      listComplete: optional(flag),
      ...told,
    },
    { foresees: { code: Statement, attribute: Attribute } },
  ),
  sheet(
    'observations.csv',
    reportObservation,
    ['code'],
    {
      code: text,
      subjectType: oneOf(subjectTypes),
      subject: text,
      metric: text,
      value: decimal,
      unit: oneOf(units),
      qualifier: oneOf(qualifiers),
      ...told,
    },
    { foresees: { code: Observation, metric: Metric } },
  ),
];
