import { Decimal } from 'decimal.js';
import { type Compared, explanationOf, incomparable } from './comparison.ts';
import { type IncomparableReason, NotComparable } from './figure.errors.ts';

/** A figure's place among others. */
export interface Ranked<T> {
  readonly rank: number;
  /** Whether no bound leaves open that it stands elsewhere. */
  readonly isCertain: boolean;
  readonly item: T;
}

/**
 * Puts figures in the order of their values, equal ones on one rank; those without a value are left out.
 *
 * @throws NotComparable where they are of several groups, natures or levels.
 */
export function rank<T>(
  items: readonly (readonly [T, Compared])[],
  isAscending: boolean,
): Ranked<T>[] {
  refuseMixed(items.map(([, compared]) => compared));
  const valued = items
    .flatMap(([item, { quantity }]) => (quantity ? [{ item, quantity }] : []))
    .sort((one, other) => {
      const order = new Decimal(one.quantity.value).comparedTo(other.quantity.value);
      return isAscending ? order : -order;
    });
  return valued.map(({ item, quantity }) => ({
    item,
    rank: 1 + valued.findIndex((other) => new Decimal(other.quantity.value).eq(quantity.value)),
    isCertain: valued.every(
      (other) =>
        other.item === item ||
        (quantity.qualifier === 'EXACT' && other.quantity.qualifier === 'EXACT'),
    ),
  }));
}

function refuseMixed(figures: readonly Compared[]): void {
  const [first, ...others] = figures;
  if (!first) return;
  for (const other of others) {
    const reason = incomparable(first, other) ?? natureOrScope(first, other);
    if (!reason) continue;
    throw new NotComparable(
      reason,
      `The filter finds figures that do not rank together. ${explanationOf(reason)} Narrow it to one metric, kind and level.`,
      ['filter'],
    );
  }
}

/** What may stand beside each other in a comparison, and still does not rank. */
function natureOrScope(one: Compared, other: Compared): IncomparableReason | null {
  if (one.metric.code !== other.metric.code) return 'MEASURE';
  if (one.kind !== other.kind && !one.metric.plannedByNature) return 'NATURE';
  const isCity = ({ scope }: Compared) => scope?.regionKind === 'CITY';
  const holds = (outer: Compared, inner: Compared) =>
    inner.scope?.batchesAbove.includes(outer.subjectId) ?? false;
  return holds(one, other) || holds(other, one) || isCity(one) !== isCity(other) ? 'SCOPE' : null;
}
