import type { RequestContext } from '../../request/context.ts';
import type { BatchRow } from '../project/batch.queries.ts';
import { regionById } from '../region/region.queries.ts';
import { comparedOf } from './compared.ts';
import type { Compared } from './comparison.ts';
import { canonicalOfFigure, computedOfFigure } from './figure-values.ts';
import { type FigureRow, figuresOfSubjects } from './figure.queries.ts';
import { metricByCode, type MetricRow } from '../source/metric.queries.ts';
import { type Quantity, sumOf } from './quantity.ts';
import { scopeOfEach } from './scope.queries.ts';
import { add, type Part, type SumWarning } from './summing.ts';

type Metric = 'PROJECT_COUNT' | 'TOTAL_INVESTMENT';

/** One batch's value of a metric: what sources tell, else what its members come to, if all are known. */
interface Share {
  readonly batch: BatchRow;
  readonly isComputed: boolean;
}

/** What batches add up to, each once (rules R2 and R3), by region and in all. */
export async function batchTotals(
  batches: readonly BatchRow[],
  asOf: string | null,
  context: RequestContext,
) {
  const [counts, investments] = await Promise.all([
    partsOf(batches, 'PROJECT_COUNT', asOf, context),
    partsOf(batches, 'TOTAL_INVESTMENT', asOf, context),
  ]);
  const [count, investment] = [add(counts, ['filter']), add(investments, ['filter'])];
  const within = new Map(
    [...count.leftOut, ...investment.leftOut].flatMap(({ item, within: holder }) =>
      holder ? [[item.batch.key, holder.batch] as const] : [],
    ),
  );
  const isCounted = ({ item }: Part<Share>) => !within.has(item.batch.key);
  return {
    projectCount: count.quantity,
    totalInvestment: investment.quantity,
    naiveProjectCount: sumOf(quantitiesOf(counts)),
    naiveTotalInvestment: sumOf(quantitiesOf(investments)),
    groups: await groupsOf(counts.filter(isCounted), investments.filter(isCounted), context),
    batches: batches.map((batch, place) => ({
      batch,
      projectCount: counts[place]?.compared.quantity ?? null,
      totalInvestment: investments[place]?.compared.quantity ?? null,
      isComputed: [counts[place], investments[place]].some((part) => part?.item.isComputed),
      within: within.get(batch.key) ?? null,
    })),
    warnings: overlapsOf([...count.warnings, ...investment.warnings]),
  };
}

/** What two batches may have in common is told once, whichever of their numbers shows it. */
function overlapsOf(warnings: readonly SumWarning<Share>[]) {
  const byPair = new Map(
    warnings.flatMap(({ items: [inner, outer], explanation }) =>
      outer && inner
        ? [
            [
              `${inner.batch.key} ${outer.batch.key}`,
              { outer: outer.batch, inner: inner.batch, explanation },
            ] as const,
          ]
        : [],
    ),
  );
  return [...byPair.values()];
}

const quantitiesOf = (parts: readonly Part<Share>[]): Quantity[] =>
  parts.flatMap(({ compared: { quantity } }) => (quantity ? [quantity] : []));

async function groupsOf(
  counts: readonly Part<Share>[],
  investments: readonly Part<Share>[],
  context: RequestContext,
) {
  const regionOf = ({ compared }: Part<Share>) => compared.scope?.regionId ?? null;
  const ids = [...new Set([...counts, ...investments].map(regionOf))];
  const groups = await Promise.all(
    ids.map(async (id) => {
      const isOfIt = (part: Part<Share>) => regionOf(part) === id;
      return {
        region: id === null ? null : await context.use(regionById).load(id),
        projectCount: sumOf(quantitiesOf(counts.filter(isOfIt))),
        totalInvestment: sumOf(quantitiesOf(investments.filter(isOfIt))),
      };
    }),
  );
  // Those of no named region last.
  return groups.sort((one, other) =>
    (one.region?.code ?? '\uffff') < (other.region?.code ?? '\uffff') ? -1 : 1,
  );
}

async function partsOf(
  batches: readonly BatchRow[],
  code: Metric,
  asOf: string | null,
  context: RequestContext,
): Promise<Part<Share>[]> {
  const metric = await context.use(metricByCode).load(code);
  if (!metric) return [];
  return Promise.all(batches.map((batch) => partOf(batch, metric, asOf, context)));
}

async function partOf(
  batch: BatchRow,
  metric: MetricRow,
  asOf: string | null,
  context: RequestContext,
): Promise<Part<Share>> {
  const figures = await context.use(figuresOfSubjects).load(batch.key);
  const told = figures.find(
    (figure) => figure.metric.code === metric.code && isOfNow(figure, metric),
  );
  const reported = told && { ...told, asOf };
  if (reported && (await canonicalOfFigure(reported, context))) {
    return { item: { batch, isComputed: false }, compared: await comparedOf(reported, context) };
  }
  const compared = await computedPart(batch, metric, asOf, context);
  return { item: { batch, isComputed: compared.quantity !== null }, compared };
}

/** What is, or of a metric that is a plan by nature what is planned. */
const isOfNow = ({ kind }: FigureRow, { plannedByNature }: MetricRow) =>
  kind === 'ACTUAL' || (plannedByNature && kind === 'PLAN');

/** What no source tells comes of the members where all of them are known. */
async function computedPart(
  batch: BatchRow,
  metric: MetricRow,
  asOf: string | null,
  context: RequestContext,
): Promise<Compared> {
  const untold: FigureRow = {
    ...{ key: batch.key, id: '', code: '', kind: 'ACTUAL' },
    ...{ subjectType: 'project_batch', subjectId: batch.key, metric, asOf },
  };
  const [scope, computed] = await Promise.all([
    context.use(scopeOfEach).load(batch.key),
    computedOfFigure(untold, context),
  ]);
  const quantity = computed?.coverage.complete ? computed.quantity : null;
  return { metric, kind: 'ACTUAL', subjectId: batch.key, scope, quantity };
}
