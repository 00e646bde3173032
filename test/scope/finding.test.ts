import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Asking, PATIENCE } from './asking.ts';
import { MARK } from './worlds.ts';

/** Through what else a hidden row could be seen; what hangs on a project alone is seen through that. */
const VIEWS = [
  ...['scoped_to_one.project', 'scoped.chain_place', 'scoped.chain_supplier'],
  ...['scoped.promotion_lead', 'scoped.observation', 'scoped.search_name'],
];

describe('the walk through the schema', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  }, PATIENCE);
  afterAll(() => asking.worlds.close());

  it(
    'comes by all that is hidden, as one sees whose scope holds it',
    async () => {
      let all = '';
      for (const query of asking.walk.questions().values()) {
        all += await asking.as('city')('full', query);
      }
      const told = ['项目0', '项目1', '项目2', '项目3', '项目4', '别名', '期', '线索', '旧项目'];
      for (const text of told) expect(all).toContain(`${MARK}${text}`);
      expect(all).toContain('"4242"');
    },
    PATIENCE,
  );

  it.each(VIEWS)(
    'finds it out when %s is no narrower than its table',
    async (view) => {
      const { pool } = asking.worlds.full.database;
      const { rows } = await pool.query<{ text: string }>(
        `select pg_get_viewdef('${view}'::regclass) as text`,
      );
      const table = view.split('.')[1]!;
      await pool.query(`create or replace view ${view} as select * from public.${table}`);
      const leaks = await asking.leaksOf(asking.as('officer'), asking.walk.questions().values(), 1);
      await pool.query(`create or replace view ${view} as ${rows[0]!.text}`);
      expect(leaks).toHaveLength(1);
    },
    PATIENCE,
  );
});
