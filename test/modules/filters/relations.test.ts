import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Gateway } from '../../support/gateway.ts';
import { eachOf, expectAsReferred, type Step, stepsOf } from './ask.ts';
import { startSmallCity } from './city.ts';
import { conditionOn, operators } from './operands.ts';
import { type Filter, Reference } from './reference.ts';
import { tables } from './tables.ts';

const QUANTIFIERS = ['some', 'every', 'none'] as const;

describe('relations in a filter', () => {
  let gateway: Gateway;
  let reference: Reference;
  let turn = 0;
  let asked = 0;
  let telling = 0;
  beforeAll(async () => {
    gateway = await startSmallCity();
    reference = await Reference.read(gateway.database.pool);
  });
  afterAll(() => gateway.close());

  /** Some condition on a row of a type, another one each time; of what has no value, nothing. */
  const leaf = (type: string): Filter => {
    const { values, several = {} } = tables[type]!;
    const fields = Object.keys({ ...values, ...several });
    const field = fields[(turn += 1) % fields.length];
    if (field === undefined) return {};
    const kind = values[field]?.[0] ?? several[field]![0];
    return conditionOn(reference, type, field, operators[kind][turn % operators[kind].length]!);
  };
  const along = ({ field, isMany }: Step, inner: Filter): Filter => ({
    [field]: isMany ? { [QUANTIFIERS[(turn += 1) % 3]!]: inner } : inner,
  });

  it.each(Object.keys(tables))(
    'find what plain SQL finds, each with each behind it: %s',
    async (type) => {
      const steps = stepsOf(type);
      const pairs = steps.flatMap((step) => [
        along(step, {}),
        ...stepsOf(step.to).map((next) => along(step, along(next, leaf(next.to)))),
      ]);
      await eachOf(pairs, async (filter) => {
        asked += 1;
        if (await expectAsReferred(gateway, reference, type, filter)) telling += 1;
      });
    },
  );

  it('tell rows apart, for the most part: what matches all or none proves little', () => {
    expect(asked).toBeGreaterThan(500);
    expect(telling / asked).toBeGreaterThan(0.4);
  });
});
