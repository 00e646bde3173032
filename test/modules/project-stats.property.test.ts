import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import type { Gateway } from '../support/gateway.ts';
import { anyFilter } from './filters/any-filter.ts';
import { startSmallCity } from './filters/city.ts';
import { Reference } from './filters/reference.ts';

/** A project as a table scan gives it. */
interface Scanned {
  readonly id: string;
  readonly district_id: string | null;
  readonly administrative_district_id: string | null;
  readonly investment: string | null;
  readonly qualifier: string | null;
  readonly plan: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly stage: string | null;
  readonly class: string | null;
  readonly level: string | null;
  readonly domain: string | null;
  readonly procurement: string | null;
}

const year = ({ earliest, latest }: Scanned) =>
  earliest !== null && earliest.slice(0, 4) === latest?.slice(0, 4)
    ? Number(earliest.slice(0, 4))
    : null;

describe('statistics of projects under any filter, by any dimensions', () => {
  let gateway: Gateway;
  let reference: Reference;
  let scanned: Map<string, Scanned>;
  let codes: Map<string, string>;
  beforeAll(async () => {
    gateway = await startSmallCity();
    const { pool } = gateway.database;
    reference = await Reference.read(pool);
    const { rows } = await pool.query<Scanned>(`
      select id, district_id, administrative_district_id, stage, class, level, domain, procurement,
             total_investment::text as investment, total_investment_qualifier as qualifier,
             annual_plan::text as plan, started_earliest::text as earliest, started_latest::text as latest
        from project`);
    scanned = new Map(rows.map((row) => [row.id, row]));
    const regions = await pool.query<{ id: string; code: string }>('select id, code from region');
    codes = new Map(regions.rows.map(({ id, code }) => [id, code]));
  });
  afterAll(() => gateway.close());

  const keys = (partition: string) =>
    ({
      DISTRICT: (row: Scanned) =>
        codes.get(
          (partition === 'ADMINISTRATIVE' ? row.administrative_district_id : row.district_id) ?? '',
        ) ?? null,
      STAGE: (row: Scanned) => row.stage,
      CLASS: (row: Scanned) => row.class,
      LEVEL: (row: Scanned) => row.level,
      DOMAIN: (row: Scanned) => row.domain,
      PROCUREMENT: (row: Scanned) => row.procurement,
      START_YEAR: year,
    }) as const;
  const dimensions = Object.keys(keys('')) as (keyof ReturnType<typeof keys>)[];

  const sum = (amounts: (string | null)[]) => {
    const known = amounts.filter((amount) => amount !== null);
    return known.length === 0 ? null : Decimal.sum(...known).toFixed();
  };
  const known = (amounts: (string | null)[]) => amounts.filter((amount) => amount !== null).length;

  it('are what a scan of all projects gives', async () => {
    const asked = fc.record({
      filter: fc.option(anyFilter(reference, 'Project', 2)),
      groupBy: fc.uniqueArray(fc.constantFrom(...dimensions), { maxLength: 3 }),
      partition: fc.constantFrom('REPORTING_UNIT', 'ADMINISTRATIVE'),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ filter, groupBy, partition }) => {
        const keyOf = keys(partition);
        const rows = reference
          .rows('Project')
          .filter((row) => filter === null || reference.matches('Project', row, filter))
          .map(({ id }) => scanned.get(id)!);
        const groups = Map.groupBy(rows, (row) =>
          JSON.stringify(groupBy.map((dimension) => keyOf[dimension](row))),
        );
        if (groupBy.length === 0 && rows.length === 0) groups.set('[]', []);
        const expected = [...groups].map(([key, group]) => ({
          key,
          count: group.length,
          totalInvestment: sum(group.map(({ investment }) => investment)),
          totalInvestmentKnown: known(group.map(({ investment }) => investment)),
          isExact: group.every(({ qualifier }) => qualifier === null || qualifier === 'EXACT'),
          annualPlan: sum(group.map(({ plan }) => plan)),
          annualPlanKnown: known(group.map(({ plan }) => plan)),
        }));
        const { data, errors } = await gateway.request(
          `query ($filter: ProjectFilter, $groupBy: [ProjectDimension!]!, $partition: RegionPartition!) {
             projectStats(filter: $filter, groupBy: $groupBy, partition: $partition) {
               district { code } stage class level domain procurement startYear count totalInvestment
               totalInvestmentQualifier totalInvestmentKnown annualPlan annualPlanKnown } }`,
          { filter, groupBy, partition },
        );
        if (groups.size > 1000) {
          expect(errors?.[0]?.extensions).toMatchObject({
            code: 'TOO_MANY_GROUPS',
            asked: groups.size,
          });
          return;
        }
        expect(errors).toBeUndefined();
        const found = data.projectStats.map(({ totalInvestmentQualifier, ...row }: any) => {
          const { district, stage, class: kind, level, domain, procurement, startYear } = row;
          const shown = {
            ...{ DISTRICT: district?.code ?? null, STAGE: stage, CLASS: kind, LEVEL: level },
            ...{ DOMAIN: domain, PROCUREMENT: procurement, START_YEAR: startYear },
          };
          return {
            key: JSON.stringify(groupBy.map((dimension) => shown[dimension])),
            count: row.count,
            totalInvestment: row.totalInvestment,
            totalInvestmentKnown: row.totalInvestmentKnown,
            isExact: [null, 'EXACT'].includes(totalInvestmentQualifier),
            annualPlan: row.annualPlan,
            annualPlanKnown: row.annualPlanKnown,
          };
        });
        const byKey = (one: { key: string }, other: { key: string }) =>
          one.key < other.key ? -1 : 1;
        expect(found.sort(byKey)).toEqual(expected.sort(byKey));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
