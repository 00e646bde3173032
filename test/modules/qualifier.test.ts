import { describe, expect, it } from '@jest/globals';
import { qualifierOfSum } from '../../src/modules/source/qualifier.ts';
import { qualifiers } from '../../src/modules/source/source.entity.ts';

describe('how exactly a sum is known', () => {
  it.each(qualifiers)('is as its parts are, where all are alike: %s', (qualifier) => {
    expect(qualifierOfSum([qualifier, qualifier])).toBe(qualifier);
  });

  it.each(qualifiers)('is not changed by parts that are exact: %s', (qualifier) => {
    expect(qualifierOfSum(['EXACT', qualifier])).toBe(qualifier);
  });

  it('is not told of nothing', () => {
    expect(qualifierOfSum([])).toBeNull();
  });

  it.each([
    // One part above its bound puts the sum above the sum of the bounds.
    [['GT', 'GTE', 'EXACT'], 'GT'],
    [['GT', 'LTE'], 'APPROX'],
    [['GTE', 'LTE', 'EXACT'], 'APPROX'],
    [['APPROX', 'GTE'], 'APPROX'],
    [['ORDER_OF_MAGNITUDE', 'EXACT'], 'ORDER_OF_MAGNITUDE'],
    [['APPROX', 'ORDER_OF_MAGNITUDE', 'GT'], 'ORDER_OF_MAGNITUDE'],
  ] as const)('of %j is %s', (parts, of) => {
    expect(qualifierOfSum(parts)).toBe(of);
  });
});
