import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discrepancyKinds } from '../../src/modules/figure/discrepancy.entity.ts';
import type { AnyFact, NumberFact, StatedFact } from '../../src/modules/figure/discrepancy-fact.ts';
import { decide } from '../../src/modules/figure/discrepancy-rules.ts';
import {
  fresh,
  investment,
  metric,
  number,
  projects,
  scope,
  statement,
} from './discrepancy-facts.ts';

/** Whatever tells of a subject, it is what it is: of one type, in one place, in the same batches. */
function ofOneWorld(a: readonly AnyFact[], b: readonly AnyFact[]): [AnyFact[], AnyFact[]] {
  const known = new Map<string, AnyFact>();
  const asFirstTold = (fact: AnyFact) => {
    const first = known.get(fact.subjectId) ?? fact;
    known.set(fact.subjectId, first);
    const { subjectType, batches, events, scope: lies } = first;
    return { ...fact, subjectType, batches, events, scope: lies };
  };
  return [a.map(asFirstTold), b.map(asFirstTold)];
}

describe('any two sides', () => {
  const some = <T>(...values: T[]) => fc.constantFrom(...values);
  const anyFact = fc.record({
    ...{ subjectId: some('batch', 'part', 'trip'), documentId: some('one', 'two') },
    ...{ subjectType: some('project_batch', 'project', 'organisation', 'promotion_event') },
    ...{ kind: some('ACTUAL', 'PLAN', 'CLAIM'), isTeaser: fc.boolean() },
    ...{ batches: some([], ['batch']), events: some([], ['part']) },
    pairingKnown: some(null, false),
    scope: some(
      null,
      scope({ regionId: 'district', regionsAbove: ['city'], batchKind: 'RESERVE' }),
      scope({ regionId: 'city', batchKind: 'RESERVE', ordinal: '1' }),
      scope({ batchesAbove: ['batch'] }),
    ),
  });
  const anyNumber = fc
    .tuple(anyFact, some('5', '6', '11'), some('EXACT', 'GT', 'LTE', 'APPROX'), anyMetric())
    .map(([fact, value, qualifier, of]) =>
      number(value, { ...fact, metric: of } as Partial<NumberFact>, qualifier as 'EXACT'),
    );
  const anyStatement = fc
    .tuple(anyFact, some('甲', '乙'), some('TEXT', 'REF', 'ENUM', 'YEAR'), some('SECTOR', 'STEP'))
    .chain(([fact, value, valueType, attribute]) =>
      fc
        .record({
          ...{ position: some(null, 1), listComplete: some(null, true, false) },
          ...{ status: some(null, 'SIGNED', 'OPEN'), organisations: some([], ['group'], ['part']) },
        })
        .map((more) =>
          statement(value, { ...fact, valueType, attribute, ...more } as Partial<StatedFact>),
        ),
    );
  function anyMetric() {
    return some(projects, fresh, investment, metric('RANK', { unit: 'RANK', isAdditive: false }));
  }
  const side = fc.oneof(
    fc.array(anyNumber, { minLength: 1, maxLength: 3 }),
    fc.array(anyStatement, { minLength: 1, maxLength: 3 }),
    fc.tuple(anyNumber, anyStatement),
  );

  const sides = fc.tuple(side, side).map(([a, b]) => ofOneWorld(a, b));

  it('stand to each other alike, whichever is named first, and in whatever order their facts', () => {
    fc.assert(
      fc.property(some(...discrepancyKinds), sides, (kind, [a, b]) => {
        const told = decide({ kind, a, b });
        expect(decide({ kind, a: b, b: a })).toEqual(told);
        expect(decide({ kind, a: a.toReversed(), b: b.toReversed() })).toEqual(told);
      }),
      { numRuns: 2_000 },
    );
  });

  it('have a reason if, and only if, they are not comparable', () => {
    fc.assert(
      fc.property(some(...discrepancyKinds), side, side, (kind, a, b) => {
        const told = decide({ kind, a, b });
        expect((told?.reason ?? null) !== null).toBe(told?.verdict === 'NOT_COMPARABLE');
      }),
      { numRuns: 2_000 },
    );
  });
});
