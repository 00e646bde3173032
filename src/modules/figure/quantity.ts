import { Decimal } from 'decimal.js';
import { type Qualifier, qualifierOfSum } from '../source/qualifier.ts';

/** A number with its unit, and how exactly it is said: 24000 CNY_100M, GT. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
  readonly qualifier: Qualifier;
}

/** What a bound becomes on the other side of a minus or a fraction: what is more takes more away. */
const FLIPPED: Readonly<Record<Qualifier, Qualifier>> = {
  EXACT: 'EXACT',
  GT: 'LT',
  GTE: 'LTE',
  LT: 'GT',
  LTE: 'GTE',
  APPROX: 'APPROX',
  ORDER_OF_MAGNITUDE: 'ORDER_OF_MAGNITUDE',
};

const together = (...parts: readonly Qualifier[]): Qualifier => qualifierOfSum(parts) ?? 'EXACT';

/** All of one unit, added up; a sum with a bound is a bound. Null of nothing. */
export function sumOf(parts: readonly Quantity[]): Quantity | null {
  const [first] = parts;
  if (!first) return null;
  const value = parts.reduce((sum, part) => sum.plus(part.value), new Decimal(0));
  return {
    value: value.toFixed(),
    unit: first.unit,
    qualifier: together(...parts.map(({ qualifier }) => qualifier)),
  };
}

/** The one less the other, of one unit: 26600 less what is over 24000 is less than 2600. */
export const differenceOf = (one: Quantity, other: Quantity): Quantity => ({
  value: new Decimal(one.value).minus(other.value).toFixed(),
  unit: one.unit,
  qualifier: together(one.qualifier, FLIPPED[other.qualifier]),
});

/**
 * The one by the other, in percent unless another unit is told; null by nothing. Of numbers that are
 * not below zero, as all that is counted or invested. A bound is rounded so that it still holds.
 */
export function quotientOf(
  one: Quantity,
  other: Quantity,
  decimals: number,
  unit: 'PERCENT' | (string & {}) = 'PERCENT',
): Quantity | null {
  if (new Decimal(other.value).isZero()) return null;
  const qualifier = together(one.qualifier, FLIPPED[other.qualifier]);
  const scale = unit === 'PERCENT' ? 100 : 1;
  const value = new Decimal(one.value).times(scale).div(other.value);
  return {
    value: value.toFixed(decimals, roundingOf(qualifier)).replace(TRAILING, ''),
    unit,
    qualifier,
  };
}

const TRAILING = /\.0+$|(?<=\.\d*[1-9])0+$/;

function roundingOf(qualifier: Qualifier): Decimal.Rounding {
  if (qualifier === 'LT' || qualifier === 'LTE') return Decimal.ROUND_CEIL;
  if (qualifier === 'GT' || qualifier === 'GTE') return Decimal.ROUND_FLOOR;
  return Decimal.ROUND_HALF_UP;
}

/** Whether both can be true at once: a number and a bound that it keeps, or two bounds that meet. */
export function areConsistent(one: Quantity, other: Quantity): boolean {
  const order = new Decimal(one.value).comparedTo(other.value);
  const isLoose = ({ qualifier }: Quantity) =>
    qualifier === 'APPROX' || qualifier === 'ORDER_OF_MAGNITUDE';
  if (order === 0) return !isStrictAgainst(one, other) && !isStrictAgainst(other, one);
  if (isLoose(one) || isLoose(other)) return true;
  const [lower, upper] = order < 0 ? [one, other] : [other, one];
  // Between them lies what the lower one reaches up to, or the upper one down to.
  return ['GT', 'GTE'].includes(lower.qualifier) || ['LT', 'LTE'].includes(upper.qualifier);
}

/** "More than 5" is not 5, nor at most 5. */
const isStrictAgainst = (bound: Quantity, other: Quantity) =>
  (bound.qualifier === 'GT' && ['EXACT', 'LT', 'LTE'].includes(other.qualifier)) ||
  (bound.qualifier === 'LT' && ['EXACT', 'GT', 'GTE'].includes(other.qualifier));

export const isSame = (one: Quantity, other: Quantity): boolean =>
  one.unit === other.unit &&
  one.qualifier === other.qualifier &&
  new Decimal(one.value).eq(other.value);
