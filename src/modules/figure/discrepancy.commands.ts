import type { EntityManager } from '@mikro-orm/postgresql';
import { BadInput } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { lookUp, put } from '../../request/put.ts';
import { Observation } from '../source/source.entity.ts';
import { Statement } from '../source/statement.entity.ts';
import { Discrepancy, type DiscrepancyKind } from './discrepancy.entity.ts';
import type { CrossVerdict } from './figure-value.ts';

export interface NewDiscrepancy {
  readonly code: string;
  readonly kind: DiscrepancyKind;
  readonly topic: string;
  readonly topicEn?: string | null;
  /** The codes of observations and statements. */
  readonly sideA: string[];
  readonly sideB: string[];
  /** As it was judged; the rules do not read it. */
  readonly verdict: CrossVerdict;
  readonly explanation: string;
  readonly explanationEn?: string | null;
}

/** Notes what was held against what (比对), and what a reader made of it. */
export const noteDiscrepancy = command(async ({ em, record }, input: NewDiscrepancy) => {
  const { code, ...values } = input;
  for (const side of ['sideA', 'sideB'] as const) await refuseOthers(em, input[side], side);
  const discrepancy = await put(em, Discrepancy, { code }, values);
  record('DISCREPANCY_NOTED', discrepancy);
  return discrepancy;
});

async function refuseOthers(em: EntityManager, codes: readonly string[], side: string) {
  for (const code of codes) {
    const fact = (await lookUp(em, Observation, code)) ?? (await lookUp(em, Statement, code));
    if (fact) continue;
    throw new BadInput(
      `"${code}" is the code of no observation and of no statement: name one that there is.`,
      [side],
    );
  }
}
