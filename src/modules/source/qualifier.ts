import type { qualifiers } from './source.entity.ts';

export type Qualifier = (typeof qualifiers)[number];

/**
 * How exactly a sum is known, from how exactly its parts are: exact parts change nothing, bounds of
 * one direction add up to such a bound, and a sum is no surer than the least sure of its parts. Null
 * for a sum of nothing.
 */
export function qualifierOfSum(parts: Iterable<Qualifier>): Qualifier | null {
  const kinds = new Set(parts);
  if (kinds.size === 0) return null;
  if (kinds.has('ORDER_OF_MAGNITUDE')) return 'ORDER_OF_MAGNITUDE';
  kinds.delete('EXACT');
  if (kinds.size === 0) return 'EXACT';
  if (kinds.size === 1) return [...kinds][0] ?? null;
  // One part beyond its bound puts the whole sum beyond the sum of the bounds.
  if (kinds.size === 2 && kinds.has('GT') && kinds.has('GTE')) return 'GT';
  return kinds.size === 2 && kinds.has('LT') && kinds.has('LTE') ? 'LT' : 'APPROX';
}
