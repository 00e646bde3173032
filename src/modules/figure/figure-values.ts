import DataLoader from 'dataloader';
import type { RequestContext } from '../../request/context.ts';
import { cited } from '../source/citing.ts';
import { computedOfFigures } from './computed.queries.ts';
import {
  canonicalOf,
  type Computed,
  distinctDocumentsOf,
  type Report,
  verdictOf,
} from './figure-value.ts';
import {
  type FigureIdentity,
  type FigureRow,
  type ReportRow,
  reportsOfEach,
} from './figure.queries.ts';

/** A figure's reports of those that were known on its day: all of them now. */
export async function reportsOf(figure: FigureRow, context: RequestContext): Promise<ReportRow[]> {
  const { asOf = null } = figure;
  const reports = (await context.use(reportsOfEach).load(figure.key)).filter(
    ({ knownOn }) => asOf === null || (knownOn !== null && knownOn <= asOf),
  );
  for (const { evidence } of reports) cited(evidence, context);
  return reports;
}

/** The same, as far as deciding what holds needs them. */
const toReport = ({ quantity, evidence }: ReportRow): Report => ({
  quantity,
  documentId: evidence.document.key,
  isTeaser: evidence.role === 'RELATED_TEASER',
});

const reported = async (figure: FigureRow, context: RequestContext) =>
  (await reportsOf(figure, context)).map(toReport);

export const canonicalOfFigure = async (figure: FigureRow, context: RequestContext) =>
  canonicalOf(await reported(figure, context));

export const documentsOfFigure = async (figure: FigureRow, context: RequestContext) =>
  distinctDocumentsOf(await reported(figure, context));

export const verdictOfFigure = async (figure: FigureRow, context: RequestContext) =>
  verdictOf(await reported(figure, context));

/** What the figures of one day are computed to be: a loader for each day that is asked for. */
class ComputedFigures {
  private readonly byDay = new Map<
    string | null,
    DataLoader<FigureIdentity, Computed | null, string>
  >();

  constructor(private readonly context: RequestContext) {}

  load(figure: FigureIdentity): Promise<Computed | null> {
    const { asOf = null } = figure;
    const known = this.byDay.get(asOf);
    if (known) return known.load(figure);
    const loader = new DataLoader<FigureIdentity, Computed | null, string>(
      (figures) => computedOfFigures(this.context.db, figures, asOf),
      { cacheKeyFn: ({ key, metric }) => `${key} ${metric.code}` },
    );
    this.byDay.set(asOf, loader);
    return loader.load(figure);
  }
}

const computedFigures = (context: RequestContext) => new ComputedFigures(context);

/** What a figure is computed to be from its members, if it is made of any that the graph knows. */
export const computedOfFigure = (figure: FigureIdentity, context: RequestContext) =>
  context.use(computedFigures).load(figure);
