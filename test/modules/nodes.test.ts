import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isInterfaceType } from 'graphql';
import { assembleSchema } from '../../src/graph/schema.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { importSome } from './import-some.ts';
import { idsOf, nodeTypes } from './node-types.ts';

const schema = assembleSchema();

describe('a node', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE, schema });
    await gateway.given.trip({ leads: [{}] });
    const chain = await gateway.given.chain();
    await gateway.given.supply({ chain, node: await gateway.given.node({ chain }) });
    await importSome(gateway);
  });
  afterAll(() => gateway.close());

  const typesOf = async (ids: readonly string[]) => {
    const { nodes } = await gateway.query(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
      { ids },
    );
    return nodes;
  };

  it('is of one of the types that are looked up here', () => {
    const node = schema.getType('Node');
    const types = isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
    expect(types.map(({ name }) => name).sort()).toEqual(Object.keys(nodeTypes));
  });

  it.each(Object.keys(nodeTypes))('is found by its id: %s', async (type) => {
    const [id] = await idsOf(gateway, type, 1);
    expect(id).toBeDefined();
    const { node } = await gateway.query('query ($id: ID!) { node(id: $id) { __typename id } }', {
      id,
    });
    expect(node).toEqual({ __typename: type, id });
    expect(await typesOf([id!, id!])).toEqual([node, node]);
  });

  it('is null where the id is not ours, mangled, or of nothing', async () => {
    const [id = ''] = await idsOf(gateway, 'Region', 1);
    const strange = [
      ...['', '_', 'reg_', 'region', '370113', 'xxx_00000000-0000-4000-8000-000000000000'],
      ...['reg_00000000-0000-4000-8000-000000000000', id.toUpperCase(), `${id} `, id.slice(0, -1)],
      ...[
        id.replace('reg_', 'prj_'),
        id.replace('reg_', ''),
        `reg_${id}`,
        "reg_' or true --",
        '区',
      ],
    ];
    expect(await typesOf(strange)).toEqual(strange.map(() => null));
    expect(await typesOf([id, 'reg_', id])).toMatchObject([{ id }, null, { id }]);
  });

  it('is had under its own type’s prefix alone, where two types share a table', async () => {
    const [institution = ''] = await idsOf(gateway, 'Institution', 1);
    const [enterprise = ''] = await idsOf(gateway, 'Enterprise', 1);
    const swapped = [institution.replace('ins_', 'ent_'), enterprise.replace('ent_', 'ins_')];
    expect(await typesOf(swapped)).toEqual([null, null]);
  });

  it('is asked for with at most 200 others', async () => {
    expect(await typesOf(Array.from({ length: 200 }, () => 'reg_'))).toHaveLength(200);
    const { errors } = await gateway.request('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 201 }, () => 'reg_'),
    });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['ids'] } }]);
  });
});
