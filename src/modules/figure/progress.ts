import { Decimal } from 'decimal.js';
import type { RequestContext } from '../../request/context.ts';
import { canonicalOfFigure, reportsOf } from './figure-values.ts';
import type { FigureRow } from './figure.queries.ts';
import { areConsistent, differenceOf, type Quantity, quotientOf } from './quantity.ts';

const PLACES = 2;

/** How far an actual has come towards what was aimed at; null where it was not known yet. */
export async function progressOf(aim: FigureRow, actual: FigureRow, context: RequestContext) {
  if ((await reportsOf(actual, context)).length === 0) return null;
  const [aimed, reached] = await Promise.all([
    canonicalOfFigure(aim, context),
    canonicalOfFigure(actual, context),
  ]);
  if (!aimed || !reached) return { actual, ratio: null, remaining: null, isMet: null };
  return {
    actual,
    ratio: quotientOf(reached, aimed, PLACES),
    remaining: differenceOf(aimed, reached),
    isMet: isMet(aimed, reached),
  };
}

/** Whether so much is reached as was aimed at, or more; null where bounds leave it open. */
function isMet(aimed: Quantity, reached: Quantity): boolean | null {
  const goal: Quantity = { ...aimed, qualifier: aimed.qualifier === 'GT' ? 'GT' : 'GTE' };
  if (!areConsistent(reached, goal)) return false;
  const isAtLeast = ['EXACT', 'GT', 'GTE'].includes(reached.qualifier);
  return isAtLeast && new Decimal(reached.value).gte(aimed.value) ? true : null;
}
