import type { RequestContext } from '../../request/context.ts';
import type { Compared } from './comparison.ts';
import { UnknownFigure } from './figure.errors.ts';
import { canonicalOfFigure, reportsOf } from './figure-values.ts';
import { figureByCode, type FigureRow } from './figure.queries.ts';
import { scopeOfEach } from './scope.queries.ts';

/**
 * The figure of a code, as of a day.
 *
 * @throws UnknownFigure where there is none, or none was known then.
 */
export async function figureOf(
  code: string,
  asOf: string | null,
  context: RequestContext,
  field: readonly string[],
): Promise<FigureRow> {
  const figure = await knownFigure(code, asOf, context);
  if (figure) return figure;
  throw new UnknownFigure(code, field);
}

/** The same; null where there is none. */
export async function knownFigure(
  code: string,
  asOf: string | null,
  context: RequestContext,
): Promise<FigureRow | null> {
  const found = await context.use(figureByCode).load(code);
  return found && knownAt(found, asOf, context);
}

/** A figure as of a day; null where none of it was known then. */
export async function knownAt(
  found: FigureRow,
  asOf: string | null,
  context: RequestContext,
): Promise<FigureRow | null> {
  const figure = { ...found, asOf };
  // An argument that is left out is undefined, whatever its type says.
  if (asOf == null) return figure;
  return (await reportsOf(figure, context)).length > 0 ? figure : null;
}

/** A figure with all that decides what it may be compared with. */
export async function comparedOf(figure: FigureRow, context: RequestContext): Promise<Compared> {
  const { metric, kind, subjectId } = figure;
  const [scope, quantity] = await Promise.all([
    context.use(scopeOfEach).load(subjectId),
    canonicalOfFigure(figure, context),
  ]);
  return { metric, kind, subjectId, scope, quantity };
}
