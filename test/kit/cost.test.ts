import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  graphqlSync,
  type IntrospectionQuery,
  parse,
} from 'graphql';
import { costOf, MOST } from '../../src/kit/cost.ts';

const schema = buildSchema(/* GraphQL */ `
  interface Node {
    id: ID!
  }
  type City implements Node {
    id: ID!
    name: String!
    tags: [String!]!
    mayor: Office
    districts(first: Int, last: Int, filter: Filter): CityConnection!
    twins: [City!]!
    suppliersByDistrict: [DistrictSuppliers!]!
    stats: [ProjectStat!]!
  }
  type Office implements Node {
    id: ID!
    city: City
    title: String!
  }
  type DistrictSuppliers {
    count: Int!
  }
  type ProjectStat {
    count: Int!
  }
  type CityEdge {
    cursor: String!
    node: City!
  }
  type PageInfo {
    hasNextPage: Boolean!
  }
  type CityConnection {
    edges: [CityEdge!]!
    nodes: [City!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  input Text {
    eq: String
    in: [String!]
  }
  input Filter {
    name: Text
    districts: Many
    or: [Filter!]
  }
  input Many {
    some: Filter
  }
  union Place = City | Office
  type Query {
    city: City
    cities(first: Int = 20, filter: Filter): CityConnection!
    nodes(ids: [ID!]!): [Node]!
    node(id: ID!): Node
    place: Place
  }
`);

const cost = (document: string, variables?: Record<string, unknown>, name?: string) =>
  costOf(schema, parse(document), name, variables)?.total;

describe('what an operation costs', () => {
  it.each([
    ['a field is one value', '{ city { name } }', 2],
    ['a list of texts is one value', '{ city { tags } }', 2],
    ['a page is as long as it is asked', '{ cities(first: 7) { nodes { name id } } }', 2 + 7 * 2],
    ['a page is 20 long unless told', '{ cities { nodes { name } } }', 2 + 20],
    [
      'edges are one more value an item',
      '{ cities { edges { cursor node { name } } } }',
      2 + 20 * 3,
    ],
    ['nodes and edges are both there', '{ cities { nodes { id } edges { cursor } } }', 3 + 40],
    [
      'pages multiply',
      '{ cities(first: 10) { nodes { districts(last: 5) { nodes { id } } } } }',
      2 + 10 * 7,
    ],
    [
      'a page of 0 has no items',
      '{ cities(first: 0) { nodes { name } pageInfo { hasNextPage } } }',
      4,
    ],
    [
      'a size above the largest page is refused elsewhere',
      '{ cities(first: 1000000000) { nodes { id } } }',
      202,
    ],
    ['a size below 0 is refused elsewhere', '{ cities(first: -5) { nodes { id } } }', 2],
    ['a null is no size', '{ cities(first: null) { nodes { id } } }', 22],
    ['a count reads what the answer does not hold', '{ cities(first: 1) { totalCount } }', 11],
    ['a plain list is taken for 5', '{ city { twins { name id } } }', 2 + 5 * 2],
    [
      'some lists are longer',
      '{ city { suppliersByDistrict { count } stats { count } } }',
      3 + 20 + 100,
    ],
    ['nodes are as many as their ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', 1 + 3],
    [
      'a condition is 1',
      '{ cities(first: 1, filter: { name: { eq: "x" } }) { nodes { id } } }',
      3 + 2,
    ],
    [
      'a list in a condition is one',
      '{ cities(first: 1, filter: { name: { in: ["x", "y"] } }) { nodes { id } } }',
      3 + 2,
    ],
    [
      'a search of a list is 10',
      '{ cities(first: 1, filter: { districts: { some: { name: { eq: "x" } } } }) { nodes { id } } }',
      3 + 1 + 10 + 2,
    ],
    [
      'introspection is flat',
      '{ __schema { types { name fields { name } } } __type(name: "City") { name } }',
      200_000,
    ],
    ['a type name is a value', '{ __typename city { __typename } }', 3],
    ['the same field is asked once', '{ city { name name } city { name id } }', 3],
    ['an alias asks again', '{ a: city { name } b: city { name } }', 4],
    [
      'a fragment counts in each place',
      '{ city { ...F mayor { city { ...F } } } } fragment F on City { name id }',
      1 + 2 + 2 + 2,
    ],
    [
      'a fragment counts once in one place',
      '{ city { ...F ...F ... { ...F } } } fragment F on City { name }',
      2,
    ],
    [
      'of several types the dearest counts',
      '{ node(id: "x") { id ... on City { name tags } ... on Office { title } } }',
      4,
    ],
    [
      'of a union the dearest counts',
      '{ place { ... on Office { title } ... on City { twins { id } } } }',
      1 + 1 + 5,
    ],
    [
      'what is skipped costs nothing',
      '{ city { name @skip(if: true) id @include(if: false) tags @include(if: true) } }',
      2,
    ],
  ])('%s: %s', (_rule, document, expected) => {
    expect(cost(document)).toBe(expected);
  });

  it.each([
    ['given', { n: 3 }, 5],
    ['left to its default', {}, 9],
    ['null', { n: null }, 22],
    ['no number', { n: 'many' }, 202],
    ['a fraction', { n: 1.5 }, 202],
    ['not a number at all', { n: Number.NaN }, 202],
    ['hidden behind a prototype', Object.create({ n: 3 }) as Record<string, unknown>, 9],
  ])('reads a page size from a variable that is %s', (_what, variables, expected) => {
    expect(cost('query ($n: Int = 7) { cities(first: $n) { nodes { id } } }', variables)).toBe(
      expected,
    );
  });

  it('takes a required variable that is not known yet for the largest page', () => {
    expect(cost('query ($n: Int!) { cities(first: $n) { nodes { id } } }')).toBe(202);
    expect(cost('query ($n: Int) { cities(first: $n) { nodes { id } } }')).toBe(22);
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }')).toBe(201);
  });

  it('reads filters and conditions from variables', () => {
    const filtered = 'query ($f: Filter) { cities(first: 1, filter: $f) { nodes { id } } }';
    expect(cost(filtered, { f: { or: [{ name: { eq: 'x' } }, { name: null }] } })).toBe(3 + 3);
    const skipped = 'query ($brief: Boolean!) { city { name @skip(if: $brief) id } }';
    expect(cost(skipped, { brief: true })).toBe(2);
    expect(cost(skipped, { brief: false })).toBe(3);
    expect(cost(skipped, {})).toBe(3);
  });

  it('is that of the operation named', () => {
    const two = 'query A { city { name } } query B { cities { nodes { id } } }';
    expect(cost(two, {}, 'A')).toBe(2);
    expect(cost(two, {}, 'B')).toBe(22);
    expect(cost(two)).toBeUndefined();
    expect(cost(two, {}, 'C')).toBeUndefined();
    expect(cost('mutation { none }')).toBeUndefined();
  });

  it('names the way to the dearest part', () => {
    const document = parse(`{ city { name } cities(first: 200) { nodes {
      twins { name } districts(last: 50) { edges { node { mayor { title } } } } } } }`);
    expect(costOf(schema, document)?.dearest).toEqual([
      'cities(first: 200)',
      'districts(last: 50)',
      'mayor',
    ]);
  });

  it('stays a number that JSON keeps, however deep the pages go', () => {
    const deep = (levels: number): string =>
      levels === 0 ? 'id' : `districts(first: 200) { nodes { ${deep(levels - 1)} } }`;
    expect(cost(`{ city { ${deep(40)} } }`)).toBe(MOST);
    expect(JSON.parse(JSON.stringify({ most: MOST }))).toEqual({ most: MOST });
  });

  it.each([
    [
      'circles of fragments',
      '{ city { ...F } } fragment F on City { twins { ...F } mayor { city { ...F } } }',
    ],
    ['a fragment of itself', '{ ...F } fragment F on Query { ...F city { name } }'],
    ['fields that are not there', '{ nonsense { of { all } } city { kind } }'],
    ['fragments that are not there', '{ city { ...Nowhere ... on Nothing { name } } }'],
    ['leaves that are asked for more', '{ city { name { first } } }'],
    ['nothing beneath', '{ city cities }'],
  ])('comes to an end on %s', (_what, document) => {
    expect(cost(document)).toBeGreaterThan(0);
  });

  it.each([
    ['double each other', (n: number) => `...F${n + 1} ...F${n + 1}`],
    [
      'double each other a level down',
      (n: number) => `twins { ...F${n + 1} } mayor { city { ...F${n + 1} } }`,
    ],
    [
      'double each other under two names',
      (n: number) => `a: twins { ...F${n + 1} } b: twins { ...F${n + 1} }`,
    ],
    [
      'differ in every place',
      (n: number) => `a${n}: twins { ...F${n + 1} ...G${n + 1} } b${n}: twins { ...F${n + 1} }`,
    ],
  ])('is known at once for fragments that %s', (_how, body) => {
    const levels = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on City { ${body(n)} } fragment G${n} on City { ${body(n)} }`,
    );
    const document = parse(`{ city { ...F0 } } ${levels.join(' ')} fragment F60 on City { name }
      fragment G60 on City { id }`);
    const before = performance.now();
    expect(costOf(schema, document)?.total).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('is the same on the schema that introspection tells a browser', () => {
    const ours = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
    const told = clientSchemaOf(ours);
    for (const document of [
      '{ districts { nodes { name projects(first: 3) { totalCount nodes { code } } } } }',
      '{ chain(code: "byd") { suppliersByDistrict { suppliers { nodes { supplies { product } } } } } }',
      '{ node(id: "x") { ... on Project { name } ... on Enterprise { aliases } } }',
    ]) {
      const total = costOf(ours, parse(document))?.total;
      expect(total).toBeGreaterThan(1);
      expect(costOf(told, parse(document))?.total).toBe(total);
    }
  });

  it('never falls when more is asked', () => {
    const fields = [
      'name',
      'id',
      'tags',
      'twins { id }',
      'districts { totalCount }',
      'mayor { title }',
    ];
    fc.assert(
      fc.property(
        fc.subarray(fields, { minLength: 1 }),
        fc.constantFrom(...fields),
        fc.nat(200),
        (some, more, first) => {
          const of = (selection: readonly string[]) =>
            cost(`{ cities(first: ${first}) { nodes { ${selection.join(' ')} } } }`)!;
          expect(of([...some, more])).toBeGreaterThanOrEqual(of(some));
        },
      ),
    );
  });
});

function clientSchemaOf(served: GraphQLSchema): GraphQLSchema {
  const { data } = graphqlSync({ schema: served, source: getIntrospectionQuery() });
  return buildClientSchema(data as unknown as IntrospectionQuery);
}
