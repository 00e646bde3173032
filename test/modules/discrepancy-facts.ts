import { expect } from '@jest/globals';
import type {
  AnyFact,
  NumberFact,
  Question,
  StatedFact,
} from '../../src/modules/figure/discrepancy-fact.ts';
import { decide } from '../../src/modules/figure/discrepancy-rules.ts';

export const scope = (given: Partial<NonNullable<AnyFact['scope']>> = {}) => ({
  ...{ regionId: null, regionKind: null, regionsAbove: [], batchKind: null, batchesAbove: [] },
  ...{ membersComplete: null, ordinal: null },
  ...given,
});

const somewhere: Omit<NumberFact, 'metric' | 'quantity' | 'period' | 'computed'> = {
  ...{ subjectType: 'project_batch', subjectId: 'batch', kind: 'ACTUAL' },
  ...{ documentId: 'one', isTeaser: false, batches: [], events: [], pairingKnown: null },
  ...{ asOf: { earliest: '2031-05-01', latest: '2031-05-01' }, scope: scope() },
};

export const metric = (code: string, given: Partial<NumberFact['metric']> = {}) => ({
  ...{ code, unit: 'COUNT', isAdditive: true, isGrowth: false, plannedByNature: false },
  ...{ comparableGroup: code },
  ...given,
});

export const projects = metric('PROJECT_COUNT', { comparableGroup: 'PROJECTS' });
export const fresh = metric('NEW_PROJECTS', { comparableGroup: 'PROJECTS' });
export const continued = metric('CONTINUING_PROJECTS', { comparableGroup: 'PROJECTS' });
export const investment = metric('TOTAL_INVESTMENT', { unit: 'CNY_100M', plannedByNature: true });

export const number = (
  value: string,
  given: Partial<NumberFact> = {},
  qualifier: NumberFact['quantity']['qualifier'] = 'EXACT',
): NumberFact => ({
  ...somewhere,
  ...{ metric: projects, period: '2031', computed: null },
  ...given,
  quantity: { value, unit: (given.metric ?? projects).unit, qualifier },
});

export const statement = (value: string, given: Partial<StatedFact> = {}): StatedFact => ({
  ...somewhere,
  ...{ attribute: 'SECTOR', valueType: 'TEXT', value, position: null, listComplete: null },
  ...{ status: null, organisations: [] },
  ...given,
});

export const list = (
  values: string[],
  listComplete: boolean | null,
  given: Partial<StatedFact> = {},
) =>
  values.map((value, place) =>
    statement(value, { valueType: 'ENUM', position: place + 1, listComplete, ...given }),
  );

export const other = { documentId: 'two' };

/** What comes of it, whichever side is named first. */
export function decided(kind: Question['kind'], a: AnyFact | AnyFact[], b: AnyFact | AnyFact[]) {
  const question = { kind, a: [a].flat(), b: [b].flat() };
  const told = decide(question);
  expect(decide({ kind, a: question.b, b: question.a })).toEqual(told);
  return told;
}

export const tells = (rule: string, verdict: string, reason: string | null = null) => ({
  rule,
  verdict,
  reason,
});
