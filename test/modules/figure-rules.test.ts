import { describe, expect, it } from '@jest/globals';
import type { AnyFact, NumberFact } from '../../src/modules/figure/discrepancy-fact.ts';
import {
  continued,
  decided,
  fresh,
  investment,
  metric,
  number,
  other,
  projects,
  scope,
  statement,
  tells,
} from './discrepancy-facts.ts';

describe('one figure in two documents', () => {
  it('agrees, is consistent with a bound that it keeps, and disagrees', () => {
    const said = (value: string, qualifier?: 'GT') =>
      decided('SAME_FIGURE', number('19'), number(value, other, qualifier));
    expect(said('19.0')).toEqual(tells('SAME_VALUE', 'AGREE'));
    expect(said('18', 'GT')).toEqual(tells('SAME_VALUE', 'CONSISTENT'));
    expect(said('19', 'GT')).toEqual(tells('SAME_VALUE', 'DISAGREE'));
    expect(said('20')).toEqual(tells('SAME_VALUE', 'DISAGREE'));
  });

  it('is confirmed by nobody where one document repeats it', () => {
    expect(decided('SAME_FIGURE', number('19'), number('19'))).toBeNull();
  });

  it('is one, planned or actual, of what is a plan by nature, and two of what is not', () => {
    const planned = { ...other, kind: 'PLAN' };
    const sum = number('98.8', { metric: investment });
    expect(decided('SAME_FIGURE', sum, number('98.8', { ...planned, metric: investment }))).toEqual(
      tells('SAME_VALUE', 'AGREE'),
    );
    expect(decided('SAME_FIGURE', number('19'), number('19', planned))).toBeNull();
  });
});

describe('numbers of different things', () => {
  const elsewhere = { ...other, subjectId: 'elsewhere' };

  it('are not comparable in another unit, as growth and amount, or of another measure', () => {
    const held = (one: NumberFact['metric'], another: NumberFact['metric']) =>
      decided(
        'DIFFERENT_UNIT',
        number('5', { metric: one }),
        number('5', { ...elsewhere, metric: another }),
      );
    const amount = metric('OUTPUT', { unit: 'CNY_100M' });
    const growth = metric('OUTPUT_GROWTH', {
      ...{ unit: 'PERCENT', isAdditive: false, isGrowth: true, comparableGroup: 'OUTPUT' },
    });
    expect(held(projects, amount)).toEqual(tells('OTHER_MEASURE', 'NOT_COMPARABLE', 'UNIT'));
    expect(held(amount, growth)).toEqual(
      tells('OTHER_MEASURE', 'NOT_COMPARABLE', 'GROWTH_AGAINST_ABSOLUTE'),
    );
    expect(held(investment, amount)).toEqual(tells('OTHER_MEASURE', 'NOT_COMPARABLE', 'MEASURE'));
  });

  it('are two though they are equal, unless the one is a part of the other', () => {
    const trap = (given: Partial<NumberFact>) =>
      decided('NUMBER_TRAP', number('23'), number('23', { ...elsewhere, ...given }));
    expect(trap({})).toEqual(tells('EQUAL_VALUE_OTHER_SUBJECT', 'NOT_COMPARABLE', 'IDENTITY'));
    expect(trap({ scope: scope({ batchesAbove: ['batch'] }) })).toEqual(
      tells('WITHIN_PARENT', 'SUBSET'),
    );
    expect(decided('NUMBER_TRAP', number('23'), number('24', elsewhere))).toBeNull();
  });

  it('of claims in words and of numbers are not comparable', () => {
    const words = statement('百亿', { kind: 'CLAIM' });
    expect(decided('NUMBER_TRAP', words, number('250'))).toEqual(
      tells('WORDS_ARE_NO_NUMBER', 'NOT_COMPARABLE', 'NATURE'),
    );
    expect(decided('NUMBER_TRAP', statement('百亿'), number('250'))).toBeNull();
  });
});

describe('a part and its whole', () => {
  const part = { ...other, subjectId: 'part' };

  it('is a subset by its batch or its event, and contradicts it when it is more', () => {
    const inBatch = { ...part, scope: scope({ batchesAbove: ['middle', 'batch'] }) };
    const atEvent = { ...part, events: ['batch'] };
    const held = (value: string, given: Partial<NumberFact>) =>
      decided('SUBSET', number(value, given), number('77'));
    expect(held('8', inBatch)).toEqual(tells('WITHIN_PARENT', 'SUBSET'));
    expect(held('8', atEvent)).toEqual(tells('WITHIN_EVENT', 'SUBSET'));
    expect(held('78', inBatch)).toEqual(tells('WITHIN_PARENT', 'DISAGREE'));
    expect(held('78', { ...inBatch, kind: 'PLAN' })).toEqual(tells('WITHIN_PARENT', 'SUBSET'));
    expect(held('8', { ...part, batches: ['batch'] })).toEqual(tells('WITHIN_PARENT', 'SUBSET'));
    expect(held('8', part)).toBeNull();
  });

  it('leaves the whole open while members are missing, and not when they are more than it', () => {
    const held = (sum: string, complete: boolean) => {
      const coverage = { statedMembers: 3, knownMembers: 1, membersWithValue: 1, complete };
      const quantity = { value: sum, unit: 'CNY_100M', qualifier: 'EXACT' } as const;
      return decided(
        'RECONCILIATION_GAP',
        number('10', { ...part, metric: investment, batches: ['batch'] }),
        number('250.42', {
          metric: investment,
          computed: { method: 'MEMBERS_ADDED', quantity, coverage },
        }),
      );
    };
    expect(held('10', false)).toEqual(tells('KNOWN_PART_OF_TOTAL', 'UNRESOLVED'));
    expect(held('260', false)).toEqual(tells('KNOWN_PART_OF_TOTAL', 'DISAGREE'));
    expect(held('250.42', true)).toEqual(tells('KNOWN_PART_OF_TOTAL', 'SUBSET'));
  });

  it('may be one where two batches are of one place, and is none of another place', () => {
    const listed = (regionId: string, regionsAbove: string[] = []) =>
      scope({ batchKind: 'LIBRARY_LISTING', regionId, regionsAbove });
    const held = (place: NonNullable<AnyFact['scope']>) =>
      decided(
        'RECONCILIATION_GAP',
        number('19', { scope: place }),
        number('71', { ...part, metric: fresh, scope: listed('district') }),
      );
    expect(held(listed('district'))).toEqual(tells('MAY_BE_WITHIN', 'UNRESOLVED'));
    expect(held(listed('zone', ['district', 'city']))).toEqual(
      tells('MAY_BE_WITHIN', 'UNRESOLVED'),
    );
    expect(held(listed('neighbour', ['city']))).toBeNull();
  });

  it('adds up to the whole, or contradicts it; one part alone does not tell', () => {
    const coverage = {
      ...{ statedMembers: null, knownMembers: 2, membersWithValue: 2, complete: true },
    };
    const quantity = { value: '133', unit: 'COUNT', qualifier: 'EXACT' } as const;
    const whole = (value: string) =>
      number(value, { computed: { method: 'PARTS_ADDED', quantity, coverage } });
    const parts = [number('62', { metric: continued }), number('71', { metric: fresh })];
    expect(decided('ARITHMETIC', parts, whole('133'))).toEqual(tells('SUM_OF_PARTS', 'AGREE'));
    expect(decided('ARITHMETIC', parts, whole('134'))).toEqual(tells('SUM_OF_PARTS', 'DISAGREE'));
    expect(decided('ARITHMETIC', parts.slice(1), whole('133'))).toEqual(
      tells('WORKED_OUT', 'DERIVED'),
    );
  });

  it('is not told of counts that no source nests', () => {
    const counts = [number('51', { metric: fresh }), number('38', { metric: continued })];
    expect(decided('SUBSET', counts, number('108'))).toEqual(tells('NESTING_UNSAID', 'UNRESOLVED'));
  });
});

describe('what is worked out', () => {
  const sums = ['250', '102'].map((value, place) =>
    number(value, { metric: investment, subjectId: `batch ${place}` }),
  );

  it('is a sum of what adds up, and none of ranks, of other units or of what holds the other', () => {
    const counts = number('82', { subjectId: 'counted' });
    const rank = metric('RANK', { unit: 'RANK', isAdditive: false });
    const inFirst = { metric: investment, scope: scope({ batchesAbove: ['batch 0'] }) };
    expect(decided('ARITHMETIC', sums, counts)).toEqual(tells('WORKED_OUT', 'DERIVED'));
    expect(
      decided(
        'ARITHMETIC',
        ['1', '2'].map((value) => number(value, { metric: rank, subjectId: value })),
        counts,
      ),
    ).toBeNull();
    expect(decided('ARITHMETIC', [...sums, number('3')], counts)).toBeNull();
    expect(decided('ARITHMETIC', [...sums, number('9', inFirst)], counts)).toBeNull();
  });

  it('is not what a source says of the whole that holds the parts', () => {
    const held = sums.map((sum) => ({ ...sum, scope: scope({ batchesAbove: ['batch'] }) }));
    expect(decided('ARITHMETIC', held, number('352', { metric: investment }))).toBeNull();
  });
});
