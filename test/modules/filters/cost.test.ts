import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { conditionOf } from '../../../src/kit/filter/condition.ts';
import { registeredFilters, Row } from '../../../src/kit/filter/filter.ts';
import { CITY_TEMPLATE } from '../../support/databases.ts';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { stepsOf } from './ask.ts';
import type { Filter } from './reference.ts';
import { tables } from './tables.ts';

/**
 * In the planner's units, where reading all enterprises costs 200: the dearest relation costs 1,100.
 * One that was read anew for each enterprise cost 360,000, and ran into the time-out in a large city.
 */
const AFFORDABLE = 3000;

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({ template: CITY_TEMPLATE });
});
afterAll(() => gateway.close());

async function costOf(rows: string, condition: ReturnType<typeof conditionOf>): Promise<number> {
  const { rows: plans } = await sql<{ 'QUERY PLAN': [{ Plan: { 'Total Cost': number } }] }>`
    explain (format json) select count(*) from ${sql.raw(rows)} as item where ${condition}`.execute(
    gateway.database.kysely,
  );
  return plans[0]!['QUERY PLAN'][0].Plan['Total Cost'];
}

const waysToAsk = (field: string, isMany: boolean): Filter[] => {
  const asked = isMany
    ? [{ [field]: { some: {} } }, { [field]: { every: { not: {} } } }]
    : [{ [field]: {} }];
  return asked.flatMap((filter) => [filter, { not: filter }]);
};

it.each(registeredFilters().filter(({ type }) => type in tables && stepsOf(type).length > 0))(
  'no relation in a filter is read anew for each row, nor where it is negated: $type',
  async (filter) => {
    const { rows } = tables[filter.type]!;
    for (const { field, isMany } of stepsOf(filter.type)) {
      for (const asked of waysToAsk(field, isMany)) {
        const cost = await costOf(rows, conditionOf(filter, new Row('item'), asked));
        expect({ asked, isAffordable: cost < AFFORDABLE }).toEqual({ asked, isAffordable: true });
      }
    }
  },
);

it('the values that a row has several of are not read anew for each row', async () => {
  for (const type of ['Enterprise', 'Project', 'PromotionEvent']) {
    const filter = registeredFilters().find((each) => each.type === type)!;
    const [name] = Object.entries(filter.fields).find(([, { kind }]) => kind === 'values')!;
    const some = { [name]: { some: { eq: type === 'PromotionEvent' ? 'SIGNING' : '无' } } };
    for (const asked of [some, { not: some }]) {
      const cost = await costOf(tables[type]!.rows, conditionOf(filter, new Row('item'), asked));
      expect({ asked, isAffordable: cost < AFFORDABLE }).toEqual({ asked, isAffordable: true });
    }
  }
});
