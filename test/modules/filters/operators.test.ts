import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Gateway } from '../../support/gateway.ts';
import { eachOf, expectAsReferred } from './ask.ts';
import { startSmallCity } from './city.ts';
import { conditionOn, operators } from './operands.ts';
import { Reference } from './reference.ts';
import { tables } from './tables.ts';

/** Operators that are asked either way, or for a rare value too. */
const TWICE = ['eq', 'isNull', 'isSingleDay'];

describe('an operator of a filter', () => {
  let gateway: Gateway;
  let reference: Reference;
  beforeAll(async () => {
    gateway = await startSmallCity();
    reference = await Reference.read(gateway.database.pool);
  });
  afterAll(() => gateway.close());

  const fields = Object.entries(tables).flatMap(([type, { values, several = {} }]) =>
    [...Object.entries(values), ...Object.entries(several)].map(
      ([field, [kind]]) => [type, field, kind] as const,
    ),
  );

  it.each(fields)('finds the rows that plain SQL finds: %s.%s (%s)', async (type, field, kind) => {
    let telling = 0;
    await eachOf([...operators[kind], { not: 'eq' }], async (operator) => {
      if (typeof operator === 'object') {
        const [first] = operators[kind];
        const not = conditionOn(reference, type, field, first!);
        if (await expectAsReferred(gateway, reference, type, { not })) telling += 1;
        return;
      }
      for (const pick of TWICE.includes(operator) ? [0.4, 0.9] : [0.6]) {
        const asked = conditionOn(reference, type, field, operator, pick);
        if (await expectAsReferred(gateway, reference, type, asked)) telling += 1;
      }
    });
    expect({ type, field, isTelling: telling > 0 }).toEqual({ type, field, isTelling: true });
  });
});
