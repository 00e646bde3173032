import fc from 'fast-check';
import { stepsOf } from './ask.ts';
import { operand, operators, valuesOf } from './operands.ts';
import type { Filter, Reference } from './reference.ts';
import { type Kind, tables } from './tables.ts';

const QUANTIFIERS = ['some', 'every', 'none'] as const;

/** Any filter on a type: conditions on values that there are, joined and nested in any way. */
export function anyFilter(reference: Reference, type: string, depth = 3): fc.Arbitrary<Filter> {
  const anyOperators = (kind: Kind, values: readonly unknown[]): fc.Arbitrary<Filter> =>
    fc
      .uniqueArray(
        fc.tuple(fc.constantFrom(...operators[kind]), fc.double({ min: 0, max: 1, noNaN: true })),
        { minLength: 1, maxLength: 2, selector: ([operator]) => operator },
      )
      .map((chosen) =>
        Object.fromEntries(
          chosen.map(([operator, pick]) => [operator, operand(kind, operator, values, pick)]),
        ),
      );

  const anyOn = (of: string, left: number): fc.Arbitrary<Filter> => {
    const { values, several = {} } = tables[of]!;
    const leaves = [
      ...Object.entries(values).map(([field, [kind]]) =>
        anyOperators(kind, valuesOf(reference, of, field)).map((asked) => ({ [field]: asked })),
      ),
      ...Object.entries(several).map(([field, [kind]]) =>
        fc
          .tuple(
            fc.constantFrom(...QUANTIFIERS),
            anyOperators(kind, valuesOf(reference, of, field)),
          )
          .map(([quantifier, asked]) => ({ [field]: { [quantifier]: asked } })),
      ),
      fc.constant({}),
    ];
    const leaf = fc.oneof(...leaves);
    if (left === 0) return leaf;
    const joined = fc.array(
      fc.constant(null).chain(() => anyOn(of, left - 1)),
      { maxLength: 3 },
    );
    const steps = stepsOf(of).map(({ field, to, isMany }) =>
      fc
        .tuple(
          fc.constantFrom(...QUANTIFIERS),
          fc.constant(null).chain(() => anyOn(to, left - 1)),
        )
        .map(([quantifier, inner]) => ({ [field]: isMany ? { [quantifier]: inner } : inner })),
    );
    return fc.oneof(
      { arbitrary: leaf, weight: 2 },
      { arbitrary: joined.map((and) => ({ and })), weight: 1 },
      { arbitrary: joined.map((or) => ({ or })), weight: 1 },
      {
        arbitrary: fc
          .constant(null)
          .chain(() => anyOn(of, left - 1))
          .map((not) => ({ not })),
        weight: 1,
      },
      ...(steps.length > 0 ? [{ arbitrary: fc.oneof(...steps), weight: 4 }] : []),
      {
        arbitrary: fc
          .tuple(leaf, ...(steps.length > 0 ? [fc.oneof(...steps)] : []))
          .map((parts) => Object.assign({}, ...(parts as object[])) as Filter),
        weight: 2,
      },
    );
  };
  return anyOn(type, depth);
}
