import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { heldMemory } from '../support/memory.ts';

/** Far above what it takes, far below what holds up anybody else. */
const SOON = 1_500;

const times = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join(' ');
const nested = (levels: number) => `${'parent { '.repeat(levels)}name${' }'.repeat(levels)}`;

/** Fragments on Region, each with this body, down to a last one that has a name alone. */
const fragments = (count: number, body: (next: string, n: number) => string) =>
  `{ region(code: "370113") { ...F0 } } ${times(count, (n) => `fragment F${n} on Region { ${body(`...F${n + 1}`, n)} }`)}
   fragment F${count} on Region { name }`;

const NAME = 'name';
const documents: Readonly<Record<string, readonly [document: string, code: string | null]>> = {
  'deep fields': [`{ region(code: "x") { ${nested(30)} } }`, 'TOO_DEEP'],
  'fields by the thousand within each other': [
    `{ region(code: "x") { ${nested(900)} } }`,
    'TOO_DEEP',
  ],
  'lists by the thousand': [
    `{ nodes(ids: ${'['.repeat(1_500)}${']'.repeat(1_500)}) { id } }`,
    'TOO_DEEP',
  ],
  'input objects by the hundred': [
    `{ regions(filter: ${'{not:'.repeat(300)}{}${'}'.repeat(300)}) { totalCount } }`,
    'TOO_DEEP',
  ],
  'inline fragments by the thousand': [
    `{ ${'... {'.repeat(1_000)} __typename ${'}'.repeat(1_000)} }`,
    'TOO_DEEP',
  ],
  'list types by the thousand': [
    `query ($x: ${'['.repeat(1_000)}ID${']'.repeat(1_000)}) { __typename }`,
    'TOO_DEEP',
  ],
  '1,000 fields of the root': [`{ ${times(900, () => 'viewer { kind }')} }`, 'TOO_MANY_FIELDS'],
  '1,000 fields of the root through fragments': [
    `{ ${times(25, (n) => `...F${n}`)} } ${times(25, (n) => `fragment F${n} on Query { ${'__typename '.repeat(40)} }`)}`,
    'TOO_MANY_FIELDS',
  ],
  '1,000 aliases of the root': [`{ ${times(700, (n) => `a${n}: __typename`)} }`, 'TOO_MANY_FIELDS'],
  '1,000 aliases of an object': [
    `{ region(code: "x") { ${times(1_000, (n) => `a${n}: name`)} } }`,
    'TOO_MANY_ALIASES',
  ],
  'one field 3,000 times': [
    `{ region(code: "x") { ${'name '.repeat(3_000)} } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'one list 400 times': [
    `{ region(code: "x") { ${'districts: projects { nodes { code } } '.repeat(90)} } }`,
    null,
  ],
  'directives by the hundred on a field': [
    `{ __typename ${'@skip(if: false) '.repeat(200)} }`,
    'TOO_MANY_DIRECTIVES',
  ],
  'directives by the hundred on fields': [
    `{ region(code: "x") { ${'name @include(if: true) '.repeat(200)} } }`,
    'TOO_MANY_DIRECTIVES',
  ],
  'unknown directives': [`{ __typename ${'@a '.repeat(90)} }`, 'GRAPHQL_VALIDATION_FAILED'],
  'unknown fields by the hundred': [
    `{ region(code: "x") { ${times(900, (n) => `nam${n}`)} } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'tokens by the ten thousand': [`{ ${'__typename '.repeat(20_000)} }`, 'TOO_MANY_TOKENS'],
  'a fragment that spreads itself': [
    '{ ...F } fragment F on Query { ...F }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'fragments in a circle of 100': [
    `{ ...F0 } ${times(100, (n) => `fragment F${n} on Query { ...F${(n + 1) % 100} }`)}`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'a circle one level down': [
    '{ region(code: "x") { ...F } } fragment F on Region { parent { ...F } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'fragments that double each other': [fragments(300, (next) => `${next} ${next}`), null],
  'fragments that double each other a level down': [
    fragments(17, (next) => `parent { ${next} } p: parent { ${next} } ${NAME}`),
    null,
  ],
  'the same beyond what may be answered': [
    fragments(15, (next) => `a: parent { ${next} } b: parent { ${next} } c: parent { ${next} }`),
    'COST_TOO_HIGH',
  ],
  'fragments that differ in every place': [
    fragments(17, (next, n) => `a${n}: parent { ${next} } b${n}: parent { ${next} }`),
    null,
  ],
  'four pages of 200 within each other': [
    `{ regions(first: 200) { nodes { projects(first: 200) { nodes { participants(first: 200) { nodes {
       organisation { promotionEvents(first: 200) { nodes { code } } } } } } } } } }`,
    'COST_TOO_HIGH',
  ],
  'the schema 49 times': [
    `{ ${times(49, (n) => `a${n}: __schema { types { fields { name } } }`)} }`,
    'COST_TOO_HIGH',
  ],
  'the schema without end': [
    `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'a name of 100,000 letters': [`{ ${'a'.repeat(100_000)} }`, 'TEXT_TOO_LONG'],
  'a text of 100,000 letters': [
    `{ region(code: "${'a'.repeat(100_000)}") { name } }`,
    'TEXT_TOO_LONG',
  ],
  'a number of 100,000 digits': [
    `{ projects(first: ${'9'.repeat(100_000)}) { totalCount } }`,
    'TEXT_TOO_LONG',
  ],
  'a comment of 100,000 letters': [`{ __typename } # ${'a'.repeat(100_000)}`, null],
  '100,000 commas': [`{ __typename ${','.repeat(100_000)} }`, null],
  'a type instead of a question': ['type Query { all: String }', 'GRAPHQL_VALIDATION_FAILED'],
  'a mutation that the graph has not': ['mutation { dropEverything }', 'GRAPHQL_VALIDATION_FAILED'],
  'two operations and no name': [
    'query A { __typename } query B { __typename }',
    'OPERATION_RESOLUTION_FAILURE',
  ],
};

describe('a document of', () => {
  let gateway: Gateway;
  let held: number;
  beforeAll(async () => {
    gateway = await startGateway();
    for (const [document] of Object.values(documents)) await gateway.request(document);
    held = heldMemory();
  });
  afterAll(() => gateway.close());

  it.each(Object.entries(documents))(
    '%s is told so, and soon',
    async (_what, [query, expected]) => {
      const before = performance.now();
      const response = await gateway.post({ query });
      const { data, errors = [] } = (await response.json()) as {
        data?: unknown;
        errors?: { message: string; extensions: Record<string, unknown> }[];
      };
      expect(performance.now() - before).toBeLessThan(SOON);
      const codes = errors.map(({ extensions }) => extensions.code);
      expect(new Set(codes)).toEqual(new Set(expected === null ? [] : [expected]));
      expect(errors.length).toBeLessThanOrEqual(21);
      if (expected === null) expect(data).toBeTruthy();
      for (const { extensions, message } of errors) {
        expect(extensions.requestId).toBe(response.headers.get('x-request-id'));
        expect(message.length).toBeLessThan(1_000);
      }
    },
  );

  it('such kinds leaves the server alive, and its memory as it was', async () => {
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Object.values(documents).map(([query]) => gateway.post({ query })));
    }
    expect(await gateway.query('{ __typename }')).toEqual({ __typename: 'Query' });
    expect((await fetch(new URL('/healthz', gateway.url))).status).toBe(200);
    expect(heldMemory() - held).toBeLessThan(20);
  });

  it('one kind keeps nobody else waiting', async () => {
    const dear = Object.values(documents).map(([query]) => gateway.post({ query }));
    const before = performance.now();
    await gateway.query('{ viewer { kind } }');
    expect(performance.now() - before).toBeLessThan(2 * SOON);
    await Promise.all(dear);
  });
});

describe('with introspection off', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ env: { INTROSPECTION: 'off' } });
  });
  afterAll(() => gateway.close());

  const codeOf = async (query: string, variables?: object) => {
    const { errors = [] } = await gateway.request(query, variables);
    return { code: errors[0]?.extensions?.code, message: errors[0]?.message };
  };

  it.each([
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Region") { fields { name } } }',
    '{ ...F } fragment F on Query { a: __schema { types { name } } }',
    '{ __typename ... { ... @include(if: true) { __schema { types { name } } } } }',
  ])('refuses %s', async (query) => {
    expect(await codeOf(query)).toMatchObject({ code: 'INTROSPECTION_OFF' });
  });

  it('still tells the type of what it answers', async () => {
    expect(await gateway.query('{ __typename }')).toEqual({ __typename: 'Query' });
  });

  it.each([
    ['a field', '{ regionz { totalCount } }', {}],
    ['an argument', '{ regions(frist: 1) { totalCount } }', {}],
    ['a type', '{ node(id: "x") { ... on Regio { name } } }', {}],
    ['a value', '{ regions(orderBy: NAM) { totalCount } }', {}],
    [
      'a value in a variable',
      'query ($o: RegionOrder) { regions(orderBy: $o) { totalCount } }',
      { o: 'NAM' },
    ],
    [
      'a field in a variable',
      'query ($f: RegionFilter) { regions(filter: $f) { totalCount } }',
      { f: { cod: { eq: 'x' } } },
    ],
  ])('suggests no name for %s', async (_what, query, variables) => {
    const { code, message } = await codeOf(query, variables);
    expect(code).toMatch(/^(GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)$/);
    expect(message).not.toMatch(/Did you mean/);
  });
});
