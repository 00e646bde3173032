import { describe, expect, it } from '@jest/globals';
import {
  canonicalOf,
  distinctDocumentsOf,
  type Report,
  verdictOf,
  verdictOfComputed,
} from '../../../src/modules/figure/figure-value.ts';
import type { Quantity } from '../../../src/modules/figure/quantity.ts';
import type { Qualifier } from '../../../src/modules/source/qualifier.ts';

const count = (value: number, qualifier: Qualifier = 'EXACT'): Quantity => ({
  ...{ value: String(value), qualifier },
  unit: 'COUNT',
});
const report = (documentId: string, quantity: Quantity, isTeaser = false): Report => ({
  ...{ documentId, quantity, isTeaser },
});

describe('what several reports of a figure come to', () => {
  it('is their common value, and counts a document once however often it says so', () => {
    const reports = [report('a', count(23)), report('b', count(23)), report('b', count(23))];
    expect(canonicalOf(reports)).toEqual(count(23));
    expect(distinctDocumentsOf(reports)).toBe(2);
    expect(verdictOf(reports)).toBe('AGREE');
  });

  it('is not called agreement where one document repeats itself', () => {
    expect(verdictOf([report('a', count(1301)), report('a', count(1301))])).toBeNull();
  });

  it('is nothing while they cannot all be true', () => {
    const reports = [report('a', count(23)), report('b', count(24))];
    expect(canonicalOf(reports)).toBeNull();
    expect(verdictOf(reports)).toBe('DISAGREE');
  });

  it('is the exact one of a number and a bound that it keeps', () => {
    const reports = [report('a', count(1000, 'GT')), report('b', count(1003))];
    expect(canonicalOf(reports)).toEqual(count(1003));
    expect(verdictOf(reports)).toBe('CONSISTENT');
  });

  it('leaves out a teaser for another article where a body says anything', () => {
    const reports = [report('a', count(8), true), report('b', count(9))];
    expect(canonicalOf(reports)).toEqual(count(9));
    expect(verdictOf(reports)).toBe('DISAGREE');
    expect(canonicalOf([report('a', count(8), true)])).toEqual(count(8));
  });

  it('is nothing of no report', () => {
    expect(canonicalOf([])).toBeNull();
    expect(verdictOf([])).toBeNull();
  });
});

describe('a computed value beside the reported one', () => {
  const computed = (value: number, complete: boolean) => ({
    quantity: count(value),
    method: 'MEMBERS_ADDED',
    coverage: { statedMembers: 23, knownMembers: 3, membersWithValue: 1, complete },
  });

  it.each([
    [250, 250, true, 'AGREE'],
    [250, 240, true, 'DISAGREE'],
    // Members are missing that could make it up.
    [250, 10, false, 'UNRESOLVED'],
    // The known ones alone are more than all are said to be.
    [250, 260, false, 'DISAGREE'],
  ] as const)('%i reported and %i computed, all known: %s, is %s', (told, is, all, verdict) => {
    expect(verdictOfComputed(count(told), computed(is, all))).toBe(verdict);
  });

  it('says nothing where one of the two is not known', () => {
    expect(verdictOfComputed(null, computed(1, true))).toBeNull();
    expect(verdictOfComputed(count(1), { ...computed(1, true), quantity: null })).toBeNull();
  });
});
