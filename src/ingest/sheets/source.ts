import {
  noteEvidence,
  registerDocument,
  reportObservation,
} from '../../modules/source/source.commands.ts';
import {
  documentKinds,
  evidenceRoles,
  observationKinds,
  qualifiers,
  subjectTypes,
  units,
} from '../../modules/source/source.entity.ts';
import { date, day, decimal, oneOf, optional, text, whole } from '../columns.ts';
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
  sheet('evidence.csv', noteEvidence, ['code'], {
    code: text,
    document: text,
    role: oneOf(evidenceRoles),
    paragraph: optional(whole),
    line: optional(whole),
    anchor: optional(text),
  }),
];

/** Loaded last, for its subjects are of every module. */
export const observationSheet = sheet('observations.csv', reportObservation, ['code'], {
  code: text,
  subjectType: oneOf(subjectTypes),
  subject: text,
  metric: text,
  value: decimal,
  unit: oneOf(units),
  qualifier: oneOf(qualifiers),
  kind: oneOf(observationKinds),
  periodFrom: optional(day),
  periodTo: optional(day),
  periodLabel: optional(text),
  asOf: date,
  evidence: text,
});
