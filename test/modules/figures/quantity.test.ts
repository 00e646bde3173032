import { describe, expect, it } from '@jest/globals';
import {
  areConsistent,
  differenceOf,
  type Quantity,
  quotientOf,
  sumOf,
} from '../../../src/modules/figure/quantity.ts';
import type { Qualifier } from '../../../src/modules/source/qualifier.ts';

const yi = (value: string, qualifier: Qualifier = 'EXACT'): Quantity => ({
  ...{ value, qualifier },
  unit: 'CNY_100M',
});

describe('a sum of money', () => {
  it('is exact to the last digit', () => {
    expect(sumOf([yi('250.42'), yi('102'), yi('225')])).toEqual(yi('577.42'));
  });

  it('is a bound where one of its parts is', () => {
    expect(sumOf([yi('1'), yi('24000', 'GT')])).toEqual(yi('24001', 'GT'));
    expect(sumOf([yi('1', 'LTE'), yi('2', 'GT')])).toEqual(yi('3', 'APPROX'));
  });

  it('is nothing of nothing', () => {
    expect(sumOf([])).toBeNull();
  });
});

describe('a difference', () => {
  it.each([
    ['26600', 'EXACT', '24000', 'GT', '2600', 'LT'],
    ['26600', 'EXACT', '24000', 'GTE', '2600', 'LTE'],
    ['5', 'GT', '3', 'LT', '2', 'GT'],
    ['5', 'GT', '3', 'GT', '2', 'APPROX'],
    ['400', 'EXACT', '3100', 'GT', '-2700', 'LT'],
    ['1', 'APPROX', '1', 'EXACT', '0', 'APPROX'],
  ] as const)('of %s (%s) and %s (%s) is %s (%s)', (one, of, other, from, is, so) => {
    expect(differenceOf(yi(one, of), yi(other, from))).toEqual(yi(is, so));
  });
});

describe('a quotient', () => {
  it.each([
    [yi('545'), yi('1301'), 1, '41.9', 'EXACT'],
    [yi('545'), yi('1301'), 2, '41.89', 'EXACT'],
    // 12.903…: what is less than a bound is rounded up, or it would be wrong.
    [yi('400'), yi('3100', 'GT'), 2, '12.91', 'LT'],
    [yi('400', 'GT'), yi('3100'), 2, '12.9', 'GT'],
    [yi('4000'), yi('16000'), 1, '25', 'EXACT'],
    [yi('100'), yi('100'), 0, '100', 'EXACT'],
    [yi('1'), yi('1000'), 2, '0.1', 'EXACT'],
    [yi('0'), yi('7'), 2, '0', 'EXACT'],
  ] as const)('of %j and %j, to %i places, is %s %% (%s)', (one, other, places, is, so) => {
    expect(quotientOf(one, other, places)).toEqual({ value: is, unit: 'PERCENT', qualifier: so });
  });

  it('is a mean, in the unit of what is shared out', () => {
    expect(quotientOf(yi('1283.6'), yi('133'), 2, 'CNY_100M')).toEqual(yi('9.65'));
  });

  it('is nothing by nothing', () => {
    expect(quotientOf(yi('1'), yi('0'), 2)).toBeNull();
  });
});

describe('two numbers', () => {
  it.each([
    ['24000', 'GT', '26000', 'EXACT', true],
    ['24000', 'GT', '24000', 'EXACT', false],
    ['24000', 'GTE', '24000', 'EXACT', true],
    ['24000', 'GT', '23000', 'EXACT', false],
    ['10', 'LTE', '7', 'EXACT', true],
    ['10', 'LT', '10', 'GTE', false],
    ['10', 'GT', '20', 'LT', true],
    ['20', 'GT', '10', 'LT', false],
    ['100', 'APPROX', '97', 'EXACT', true],
    ['23', 'EXACT', '23', 'EXACT', true],
    ['23', 'EXACT', '24', 'EXACT', false],
  ] as const)('%s (%s) and %s (%s) can both be true: %s', (one, of, other, from, can) => {
    expect(areConsistent(yi(one, of), yi(other, from))).toBe(can);
    expect(areConsistent(yi(other, from), yi(one, of))).toBe(can);
  });
});
