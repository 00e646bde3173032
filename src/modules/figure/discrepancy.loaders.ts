import DataLoader from 'dataloader';
import type { RequestContext } from '../../request/context.ts';
import { cited } from '../source/citing.ts';
import type { AnyFact } from './discrepancy-fact.ts';
import {
  reportedByCode,
  type ReportedRow,
  statedByCode,
  type StatedRow,
  tiesOfEach,
} from './discrepancy-facts.queries.ts';
import { decide, type RuleVerdict } from './discrepancy-rules.ts';
import type { DiscrepancyRow } from './discrepancy.queries.ts';
import { computedOfFigure } from './figure-values.ts';
import { scopeOfEach } from './scope.queries.ts';

type FactRow = ReportedRow | StatedRow;

/** The facts of both sides, in the order of their codes; without those that are gone. */
export interface Sides {
  readonly a: readonly FactRow[];
  readonly b: readonly FactRow[];
}

const byRow = { cacheKeyFn: ({ key }: DiscrepancyRow) => key };

/** Both sides of every row that is asked for: two statements. */
export const sidesOfEach = (context: RequestContext) => {
  const factsOf = async (codes: readonly string[]) => {
    const found = await Promise.all(codes.map((code) => factOf(code, context)));
    return found.filter((fact) => fact !== null);
  };
  return new DataLoader<DiscrepancyRow, Sides, string>(
    (rows) =>
      Promise.all(
        rows.map(async ({ codesA, codesB }) => {
          const [a, b] = await Promise.all([factsOf(codesA), factsOf(codesB)]);
          return { a, b };
        }),
      ),
    byRow,
  );
};

async function factOf(code: string, context: RequestContext): Promise<FactRow | null> {
  const [reported, stated] = await Promise.all([
    context.use(reportedByCode).load(code),
    context.use(statedByCode).load(code),
  ]);
  const fact = reported ?? stated;
  if (fact) cited(fact.evidence, context);
  return fact;
}

/**
 * What the rules make of every row that is asked for; null where they cannot tell, or a fact is
 * gone. Three statements beside those of the sides: all sides are waited for, so that the scopes,
 * ties and computed values of all rows are read at once.
 */
export const rulingOfEach = (context: RequestContext) =>
  new DataLoader<DiscrepancyRow, RuleVerdict | null, string>(async (rows) => {
    const sides = await Promise.all(rows.map((row) => context.use(sidesOfEach).load(row)));
    return Promise.all(
      rows.map(async ({ kind, codesA, codesB }, place) => {
        const { a = [], b = [] } = sides[place] ?? {};
        if (a.length < codesA.length || b.length < codesB.length) return null;
        const read = (facts: readonly FactRow[]) =>
          Promise.all(facts.map((fact) => readFact(fact, context)));
        const [one, other] = await Promise.all([read(a), read(b)]);
        return decide({ kind, a: one, b: other });
      }),
    );
  }, byRow);

/** A fact as the rules are given it. */
async function readFact(row: FactRow, context: RequestContext): Promise<AnyFact> {
  const { document, role } = row.evidence;
  const [scope, ties] = await Promise.all([
    context.use(scopeOfEach).load(row.subjectId),
    context.use(tiesOfEach).load(row.subjectId),
  ]);
  const known = {
    ...(ties ?? { batches: [], events: [], pairingKnown: null }),
    ...{ documentId: document.key, isTeaser: role === 'RELATED_TEASER', scope },
  };
  if (!('metric' in row)) return { ...row, ...known, attribute: row.attribute.code };
  const { figureId: key, subjectType, subjectId, metric, kind } = row;
  const figure = { key, subjectType, subjectId, metric, kind };
  const computed = await computedOfFigure(figure, context);
  const period = [row.period, row.periodFrom, row.periodTo].join('/');
  return { ...row, ...known, period, computed };
}
