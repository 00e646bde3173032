import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Gateway } from '../../support/gateway.ts';
import { anyFilter } from './any-filter.ts';
import { expectAsReferred, roots } from './ask.ts';
import { startSmallCity } from './city.ts';
import { Reference } from './reference.ts';

const RUNS = 60;

describe('any filter', () => {
  let gateway: Gateway;
  let reference: Reference;
  beforeAll(async () => {
    gateway = await startSmallCity();
    reference = await Reference.read(gateway.database.pool);
  });
  afterAll(() => gateway.close());

  it.each(Object.keys(roots))('finds what plain SQL finds: %s', async (type) => {
    let telling = 0;
    await fc.assert(
      fc.asyncProperty(anyFilter(reference, type), async (filter) => {
        if (await expectAsReferred(gateway, reference, type, filter)) telling += 1;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(telling).toBeGreaterThan(RUNS / 10);
  });

  it('and its opposite share all rows between them', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter(reference, 'Project'), async (filter) => {
        const { all, so, not } = await gateway.query(
          `query ($filter: ProjectFilter!) {
             all: projects { totalCount }
             so: projects(filter: $filter) { totalCount }
             not: projects(filter: { not: $filter }) { totalCount } }`,
          { filter },
        );
        const counts: number[] = [so.totalCount, not.totalCount];
        expect(counts[0]! + counts[1]!).toBe(all.totalCount);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
