import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { found } from '../../src/modules/search/search.queries.ts';
import { readAsked } from '../../src/search/asked.ts';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

const within = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(within)];

describe('a search', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: CITY_TEMPLATE });
  });
  afterAll(() => gateway.close());

  /** Where it reads names from, as the planner has it for what a city holds. */
  async function readsOf(text: string): Promise<(string | undefined)[]> {
    const { kysely, pool } = gateway.database;
    const sought = { types: null, take: 21, after: null, isCounted: true };
    const query = found({ ...sought, asked: readAsked(text)! }).compile(kysely);
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (format json) ${query.sql}`,
      [...query.parameters],
    );
    return within(rows[0]!['QUERY PLAN'][0].Plan)
      .filter((node) => node['Relation Name'] === 'search_name' || node['Index Name'])
      .map((node) => node['Index Name'] ?? node['Node Type']);
  }

  it.each([
    ['比亚迪', ['key', 'grams']],
    ['亚迪', ['key', 'grams']],
    ['長清', ['key', 'grams']],
    ['长清区', ['key', 'grams']],
    ['长', ['key']],
    ['biyadi', ['key', 'pinyin', 'initials', 'english', 'code', 'credit_code', 'grams']],
    ['changqing', ['key', 'pinyin', 'initials', 'english', 'code', 'credit_code', 'grams']],
    ['byd', ['key', 'pinyin', 'initials', 'english', 'code', 'credit_code', 'grams']],
    ['BYD', ['key', 'pinyin', 'initials', 'english', 'code', 'credit_code', 'grams']],
    ['cq', ['key', 'pinyin', 'initials', 'english', 'code', 'credit_code', 'grams']],
    ['auto parts', ['key', 'pinyin', 'initials', 'english', 'code', 'credit_code', 'grams']],
  ])('for "%s" reads names by indexes alone', async (text, indexes) => {
    const reads = new Set(await readsOf(text));
    // A bitmap's heap scan reads what an index told it to.
    reads.delete('Bitmap Heap Scan');
    expect([...reads].sort()).toEqual(
      [...indexes, 'owner'].map((index) => `search_name_${index}`).sort(),
    );
  });
});
