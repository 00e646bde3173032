import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Kysely, type LogEvent, PostgresDialect, sql } from 'kysely';
import { Filter } from '../../src/kit/filter/filter.ts';
import type { List, Order } from '../../src/kit/relay/list.ts';
import { pageOfEach } from '../../src/kit/relay/page-of-each.ts';
import { writeCursor } from '../../src/kit/relay/cursor.ts';
import { readSlice, WHOLE_ROWS } from '../../src/kit/relay/slice.ts';
import { suppliersOfDistrict } from '../../src/modules/chain/supplier.queries.ts';
import { projects } from '../../src/modules/project/project.queries.ts';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

interface Item {
  readonly key: string;
  readonly name: string;
  readonly day: string;
  readonly amount: string;
  readonly tier: number;
}

type OrderName = 'NAME' | 'DAY' | 'AMOUNT_DESC' | 'TIER';

const orders: Readonly<Record<OrderName, Order>> = {
  NAME: { by: sql`item.name collate "zh-x-icu"`, type: 'text' },
  DAY: { by: sql`item.day`, type: 'date' },
  AMOUNT_DESC: { by: sql`item.amount`, type: 'numeric', isDescending: true },
  TIER: { by: sql`item.tier`, type: 'int' },
};

/** A list of rows that are given, so that any rows can be paged without being stored. */
const listOf = (items: readonly Item[]): List => ({
  name: 'items',
  parent: {},
  from: sql`jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as item
    (key uuid, name text, day date, amount numeric, tier int)`,
  columns: { always: { key: sql`item.key` }, byField: {} },
  key: sql`item.key`,
  row: 'item',
  filter: new Filter('Item', 'item', {}),
  orders,
});

/** Few values for many rows, so that most of them tie. */
const item = fc.record({
  key: fc.uuid(),
  name: fc.constantFrom('济南', '章丘', '长清', 'A', 'a', "O'Brien", '一\t二', '𠮷', '"“”'),
  day: fc.constantFrom('0001-01-01', '2023-02-06', '2024-02-29', '9999-12-31'),
  amount: fc.constantFrom('0', '-3.5', '250.42', '99999999999999.9999'),
  tier: fc.constantFrom(-1, 1, 2, 2_147_483_647),
});
const items = fc.uniqueArray(item, { selector: ({ key }) => key, maxLength: 12 });
const orderName = fc.constantFrom<OrderName[]>('NAME', 'DAY', 'AMOUNT_DESC', 'TIER');

describe('any list', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: CITY_TEMPLATE });
  });
  afterAll(() => gateway.close());

  const pageOf = async (
    rows: readonly Item[],
    order: OrderName,
    args: { first?: number; last?: number; after?: string | null; before?: string | null },
  ) => {
    const slice = readSlice('items', args, order, null, { ...WHOLE_ROWS, isCounted: true });
    const [page] = await pageOfEach<Item>(gateway.database.kysely, listOf(rows), [{}], slice);
    return page!;
  };
  const keysOf = (page: { nodes: readonly { key: string }[] }) => page.nodes.map(({ key }) => key);

  it('yields each row once and in one order, whatever the sizes and the direction of its pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        items,
        orderName,
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        async (rows, order, sizes) => {
          const whole = keysOf(await pageOf(rows, order, { first: 200 }));
          expect([...whole].sort()).toEqual(rows.map(({ key }) => key).sort());
          const forward: string[] = [];
          let after: string | null = null;
          for (let more = true; more;) {
            const first = sizes.next().value;
            const page = await pageOf(rows, order, { first, after });
            expect(page.totalCount).toBe(rows.length);
            expect(page.pageInfo.hasPreviousPage).toBe(forward.length > 0);
            forward.push(...keysOf(page));
            more = page.pageInfo.hasNextPage;
            expect(more).toBe(forward.length < rows.length);
            after = page.pageInfo.endCursor;
          }
          expect(forward).toEqual(whole);
          const backward: string[] = [];
          let before: string | null = null;
          for (let more = true; more;) {
            const last = sizes.next().value;
            const page = await pageOf(rows, order, { last, before });
            expect(page.pageInfo.hasNextPage).toBe(backward.length > 0);
            backward.unshift(...keysOf(page));
            more = page.pageInfo.hasPreviousPage;
            expect(more).toBe(backward.length < rows.length);
            before = page.pageInfo.startCursor;
          }
          expect(backward).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('neither doubles nor skips a row that stays, while others come and go between its pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        items,
        items,
        orderName,
        fc.infiniteStream(fc.boolean()),
        async (stay, others, order, isThere) => {
          const passing = others.filter(({ key }) => stay.every((row) => row.key !== key));
          const seen: string[] = [];
          let after: string | null = null;
          for (let more = true; more;) {
            const rows = [...stay, ...passing.filter(() => isThere.next().value)];
            const page = await pageOf(rows, order, { first: 2, after });
            seen.push(...keysOf(page));
            // A row that came behind the last page may be the end; it had its chance.
            more = page.nodes.length > 0;
            after = page.pageInfo.endCursor;
          }
          expect(new Set(seen).size).toBe(seen.length);
          const expected = keysOf(await pageOf(stay, order, { first: 200 }));
          expect(seen.filter((key) => expected.includes(key))).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads what lies between two cursors, from either end', async () => {
    await fc.assert(
      fc.asyncProperty(
        items,
        orderName,
        fc.nat(11),
        fc.nat(11),
        async (rows, order, one, other) => {
          const whole = await pageOf(rows, order, { first: 200 });
          const [after, before] = [whole.edges[one]?.cursor, whole.edges[other]?.cursor];
          const between = keysOf(whole).slice(after ? one + 1 : 0, before ? other : undefined);
          const bounds = { after: after ?? null, before: before ?? null };
          const fromTheFront = await pageOf(rows, order, { first: 3, ...bounds });
          const fromTheBack = await pageOf(rows, order, { last: 3, ...bounds });
          expect(keysOf(fromTheFront)).toEqual(between.slice(0, 3));
          expect(keysOf(fromTheBack)).toEqual(between.slice(-3));
          expect(fromTheFront.pageInfo.hasNextPage).toBe(between.length > 3);
          expect(fromTheBack.pageInfo.hasPreviousPage).toBe(between.length > 3);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes no text for a cursor but those that it gave', async () => {
    const scope = readSlice('items', {}, 'DAY').scope;
    const ours = writeCursor(scope, ['2023-02-06', '00000000-0000-4000-8000-000000000000']);
    const made = fc
      .tuple(
        fc.constantFrom(scope, 'another1'),
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('2023-02-30', 'now', 'infinity')),
        fc.oneof(fc.string(), fc.uuid()),
      )
      .map(([written, value, key]) => writeCursor(written, [value, key]));
    const mangled = fc.oneof(
      fc.nat(ours.length - 1).map((end) => ours.slice(0, end)),
      fc
        .tuple(fc.nat(ours.length), fc.string({ minLength: 1 }))
        .map(([at, more]) => ours.slice(0, at) + more + ours.slice(at)),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(made, mangled),
        fc.constantFrom('after' as const, 'before' as const),
        async (cursor, field) => {
          await expect(
            Promise.resolve().then(() => pageOf([], 'DAY', { first: 1, [field]: cursor })),
          ).rejects.toMatchObject({ code: 'CURSOR_MISMATCH', field: [field] });
        },
      ),
      { numRuns: 200 },
    );
  });

  /** The plan of a page that lies behind a cursor, by indexes wherever one serves. */
  const planOfSecondPage = async (list: List, order: string, parent: Record<string, string>) => {
    const asked: LogEvent[] = [];
    const { pool } = gateway.database;
    const logged = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool }),
      log: (event) => void asked.push(event),
    });
    const [page] = await pageOfEach(
      logged,
      list,
      [parent],
      readSlice(list.name, { first: 2 }, order),
    );
    const after = page!.pageInfo.endCursor;
    await pageOfEach(logged, list, [parent], readSlice(list.name, { first: 2, after }, order));
    const { sql: text, parameters } = asked[1]!.query;
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('set local enable_seqscan = off');
      await client.query('set local enable_bitmapscan = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [
        ...parameters,
      ]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it('finds page 100 of all projects, by name, where it finds page 1: by the index', async () => {
    const plan = await planOfSecondPage(projects, 'NAME', {});
    expect(plan).toMatch(
      /Index (?:Only )?Scan using project_name on project.*\n\s*Index Cond: \(ROW\(\(?name\)?(::text)?, id\) > ROW\(/,
    );
  });

  it('finds page 100 of a district’s suppliers where it finds page 1: by the index', async () => {
    const { rows } = await gateway.database.pool.query<Record<string, string>>(
      `select chain_id, partition, district_key from chain_supplier
        where partition = 'REPORTING_UNIT' and district_id is not null
        group by chain_id, partition, district_key having count(*) > 10 limit 1`,
    );
    const plan = await planOfSecondPage(suppliersOfDistrict, 'NAME', rows[0]!);
    expect(plan).toMatch(
      /Index (?:Only )?Scan using chain_supplier_by_district on chain_supplier.*\n\s*Index Cond: .*ROW\(/,
    );
  });
});
