import { defineEntity, p } from '@mikro-orm/core';
import { rowId } from '../../db/row-id.ts';
import { crossVerdicts } from './figure-value.ts';

/** What a discrepancy asks of its two sides. */
export const discrepancyKinds = [
  'SAME_FIGURE',
  'SAME_FACT_VARIANT',
  'SAME_TERM',
  'NAME_VARIANT',
  'SCHEMA_DIFFERENCE',
  'TEMPORAL_SEQUENCE',
  'ARITHMETIC',
  'SUBSET',
  'RECONCILIATION_GAP',
  'DIFFERENT_SCOPE',
  'DIFFERENT_UNIT',
  'NUMBER_TRAP',
  'NAME_TRAP',
  'ENTITY_TRAP',
  'ENTITY_LINK',
  'UNSUPPORTED_LINK',
  'INTERNAL_TENSION',
] as const;
export type DiscrepancyKind = (typeof discrepancyKinds)[number];

const DiscrepancySchema = defineEntity({
  name: 'Discrepancy',
  tableName: 'discrepancy',
  properties: {
    id: rowId(),
    version: p.integer().default(0),
    code: p.text().unique(),
    kind: p.enum(discrepancyKinds),
    topic: p.text(),
    topicEn: p.text().nullable(),
    sideA: p.array(),
    sideB: p.array(),
    verdict: p.enum(crossVerdicts),
    explanation: p.text(),
    explanationEn: p.text().nullable(),
  },
});

/** Facts held against each other (比对), with the verdict of whoever read the documents. */
export class Discrepancy extends DiscrepancySchema.class {}
DiscrepancySchema.setClass(Discrepancy);
