import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isEnumType, isObjectType } from 'graphql';
import { assembleSchema } from '../../src/graph/schema.ts';
import { generateCity } from '../../src/ingest/city/index.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { importSome } from './import-some.ts';
import { idsOf, nodeTypes } from './node-types.ts';

const schema = assembleSchema();

/** Every connection of a type that can be looked up, with each of the orders that it offers. */
const lists = Object.keys(nodeTypes).flatMap((type) => {
  const object = schema.getType(type);
  return (isObjectType(object) ? Object.values(object.getFields()) : []).flatMap(
    ({ name, args }) => {
      const argument = args.find((each) => each.name === 'orderBy');
      const order = argument && getNamedType(argument.type);
      return isEnumType(order)
        ? [[`${type}.${name}`, order.getValues().map((value) => value.name)] as const]
        : [];
    },
  );
});

describe('an order', () => {
  let gateway: Gateway;
  /** Whoever may ask for everything. */
  let administrator: ReturnType<Gateway['as']>;
  beforeAll(async () => {
    gateway = await startGateway({ schema });
    await generateCity(gateway.database, { projects: 60, enterprises: 80, seed: 3 });
    const { given } = gateway;
    // The city has nothing of its own that has no type of its own.
    const parent = await given.subject();
    for (let number = 0; number < 5; number += 1) {
      await given.subject({ parent });
      await given.observation(parent, { periodLabel: `202${number}` });
      await given.statement(parent, number < 2 ? {} : { position: number });
    }
    await importSome(gateway, { sources: 2, runs: 5 });
    administrator = gateway.as(await gateway.keyFor({ role: 'ADMINISTRATOR' }));
  });
  afterAll(() => gateway.close());

  /** The object that has most in a list. */
  const richest = async (type: string, field: string) => {
    const ids = await idsOf(gateway, type, 200);
    const { nodes } = await administrator.query(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { id list: ${field} { totalCount } } } }`,
      { ids },
    );
    return nodes.reduce((one: any, other: any) =>
      other.list.totalCount > one.list.totalCount ? other : one,
    );
  };

  it.each(lists)('gives every row once, page by page: %s by %j', async (name, orders) => {
    const [type, field] = name.split('.') as [string, string];
    const { id, list } = await richest(type, field);
    const size = Math.max(2, Math.ceil(list.totalCount / 4));
    for (const orderBy of orders) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { node }: any = await administrator.query(
          `query ($id: ID!, $after: String, $size: Int!) { node(id: $id) { ... on ${type} {
             list: ${field}(orderBy: ${orderBy}, first: $size, after: $after) {
               edges { cursor } pageInfo { hasNextPage endCursor } } } } }`,
          { id, after, size: Math.min(size, 200) },
        );
        seen.push(...node.list.edges.map((edge: { cursor: string }) => edge.cursor));
        after = node.list.pageInfo.hasNextPage ? node.list.pageInfo.endCursor : null;
      } while (after !== null);
      expect([orderBy, seen.length, new Set(seen).size]).toEqual([
        orderBy,
        list.totalCount,
        list.totalCount,
      ]);
    }
  });

  /** A list's values in an order; what is unknown is null. */
  const valuesBy = async (list: string, orderBy: string, field: string) => {
    const answer = await gateway.query(
      `{ ${list}(first: 200, orderBy: ${orderBy}) { nodes { ${field} } } }`,
    );
    const [path, part] = field.split(/[ {}]+/);
    return answer[list].nodes.map((node: any) => (part ? node[path!][part] : node[path!]));
  };
  const known = (values: readonly unknown[]) => values.filter((value) => value !== null);

  it.each([
    ['projects', 'TOTAL_INVESTMENT', 'totalInvestment', Number],
    ['projects', 'STARTED_ON', 'startedOn { earliest }', String],
    ['batches', 'HELD_ON', 'heldOn { earliest }', String],
    ['promotionEvents', 'HELD_ON', 'heldOn { earliest }', String],
    ['trips', 'DEPARTED_ON', 'departedOn { earliest }', String],
  ] as const)('has what is unknown last, either way: %s by %s', async (list, order, field, as) => {
    const up = await valuesBy(list, order, field);
    const down = await valuesBy(list, `${order}_DESC`, field);
    const compare = (one: unknown, other: unknown) =>
      as(one) < as(other) ? -1 : as(one) > as(other) ? 1 : 0;
    for (const [found, sign] of [
      [up, 1],
      [down, -1],
    ] as const) {
      const told = known(found);
      expect(told.length).toBeGreaterThan(1);
      expect(found.slice(0, told.length)).toEqual(told);
      expect(told).toEqual([...told].sort((one, other) => sign * compare(one, other)));
    }
  });

  it.each([
    ['projects', 'TOTAL_INVESTMENT', 'project_investment_up'],
    ['projects', 'TOTAL_INVESTMENT_DESC', 'project_investment'],
    ['projects', 'STARTED_ON', 'project_started'],
    ['projects', 'STARTED_ON_DESC', 'project_started_down'],
    ['projects', 'NAME_DESC', 'project_name'],
    ['batches', 'HELD_ON_DESC', 'project_batch_held_down'],
    ['promotionEvents', 'HELD_ON_DESC', 'promotion_event_held_down'],
    ['trips', 'DEPARTED_ON_DESC', 'promotion_trip_departed_down'],
  ])('is read from its index: %s by %s', async (list, orderBy, index) => {
    await gateway.query(`{ ${list}(orderBy: ${orderBy}, first: 5) { nodes { code } } }`);
    const [statement] = gateway.sql.statements;
    const client = await gateway.database.pool.connect();
    try {
      // So few rows are sorted faster than they are looked up.
      await client.query('set enable_seqscan = off; set enable_sort = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(
        new RegExp(`Index (Only )?Scan (Backward )?using ${index} on`),
      );
    } finally {
      client.release(true);
    }
  });
});
