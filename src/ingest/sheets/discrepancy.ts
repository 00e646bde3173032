import { noteDiscrepancy } from '../../modules/figure/discrepancy.commands.ts';
import { discrepancyKinds } from '../../modules/figure/discrepancy.entity.ts';
import { crossVerdicts } from '../../modules/figure/figure-value.ts';
import { codes, oneOf, optional, text } from '../columns.ts';
import { type Sheet, sheet } from '../sheet.ts';

/** Loaded after the facts that they name. */
export const discrepancySheets: readonly Sheet[] = [
  sheet('cross-checks.csv', noteDiscrepancy, ['code'], {
    code: text,
    kind: oneOf(discrepancyKinds),
    topic: text,
    topicEn: optional(text),
    sideA: codes,
    sideB: codes,
    verdict: oneOf(crossVerdicts),
    explanation: text,
    explanationEn: optional(text),
  }),
];
