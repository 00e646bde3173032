import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

describe('a value', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: CITY_TEMPLATE });
  });
  afterAll(() => gateway.close());

  interface Told {
    readonly code: unknown;
    readonly field?: unknown;
    readonly message: string;
  }
  /** What a request is told, and whether it had an answer all the same. */
  const ask = async (query: string, variables?: object) => {
    const { data, errors = [] } = await gateway.request(query, variables);
    const told = errors.map(({ message, extensions }): Told => {
      expect(extensions?.requestId).toEqual(expect.any(String));
      return { code: extensions?.code, field: extensions?.field, message };
    });
    return { data, told };
  };
  const refusalOf = async (query: string, variables?: object) => {
    const { told } = await ask(query, variables);
    expect(told).toHaveLength(1);
    return told[0]!;
  };

  /** How many projects such a filter finds. */
  const FILTERED = 'query ($filter: ProjectFilter) { projects(filter: $filter) { totalCount } }';
  const countOf = async (filter: object) =>
    (await gateway.query(FILTERED, { filter })).projects.totalCount as number;

  describe('that is a date', () => {
    const TRIPS =
      'query ($day: Date) { trips(filter: { departedOn: { gte: $day } }) { totalCount } }';

    it.each([
      '2023-02-30',
      '2023-02-29',
      '2023-04-31',
      '2023-13-01',
      '2023-00-10',
      '2023-01-00',
      '0000-01-01',
      '2023-2-6',
      '20230206',
      '2023/02/06',
      '2023-02-06T00:00:00Z',
      '2023-02-06 ',
      '-2023-02-06',
      '+12023-02-06',
      '12023-02-06',
      '二〇二三年二月六日',
      'now',
      'today',
      'tomorrow',
      'yesterday',
      'infinity',
      '-infinity',
      'epoch',
      'allballs',
      '',
      ' ',
      'null',
      '0',
      'J2451187',
      "2023-02-06'::date; drop table project; --",
    ])('is refused when it does not exist, or is written in another manner: %j', async (day) => {
      const { code, message } = await refusalOf(TRIPS, { day });
      expect(code).toBe('BAD_USER_INPUT');
      expect(message).toContain('is no day: write a date that exists, as "2023-02-06"');
      const literal = await refusalOf(
        TRIPS.replace('$day: Date', '$none: Int')
          .replace('$day', JSON.stringify(day))
          .replace('($none: Int)', ''),
      );
      expect(literal.code).toBe('GRAPHQL_VALIDATION_FAILED');
    });

    it.each([20230206, true, ['2023-02-06', '2023-02-07'], { day: 6 }, 1.5])(
      'is a text, and not %j',
      async (day) => {
        expect((await refusalOf(TRIPS, { day })).code).toBe('BAD_USER_INPUT');
      },
    );

    it('is taken when it exists, on a leap day too', async () => {
      expect((await ask(TRIPS, { day: '2024-02-29' })).told).toEqual([]);
    });
  });

  describe('that is a decimal', () => {
    it.each([
      '1e400',
      '1e2',
      '1E2',
      'NaN',
      'nan',
      'Infinity',
      '-Infinity',
      'inf',
      '0x10',
      '0b1',
      '1_000',
      '1,000',
      '1 000',
      '',
      ' ',
      '.',
      '.5',
      '5.',
      '--1',
      '+-1',
      '1.2.3',
      '十',
      '1亿',
      '١٢',
      "1'; drop table project; --",
      '100000000000000',
      '0.00001',
      '9'.repeat(40),
      `0.${'0'.repeat(40)}1`,
    ])('is refused when it is none, or out of range: %j', async (gte) => {
      const { code, message } = await refusalOf(FILTERED, { filter: { totalInvestment: { gte } } });
      expect(code).toBe('BAD_USER_INPUT');
      expect(message).toMatch(/is no decimal: write digits|is out of range: below 1e14/);
    });

    it.each([10, 10.5, true, ['10', '11'], {}])(
      'is a text, so that no digit is lost, and not %j',
      async (gte) => {
        const { code } = await refusalOf(FILTERED, { filter: { totalInvestment: { gte } } });
        expect(code).toBe('BAD_USER_INPUT');
      },
    );

    it.each([
      ['10', '"98.8"', '{ projects(filter: { totalInvestment: { gte: 10 } }) { totalCount } }'],
      ['true', '"2023-02-06"', '{ trips(filter: { departedOn: { gte: true } }) { totalCount } }'],
      ['"x"', '"98.8"', '{ projects(filter: { totalInvestment: { gte: "x" } }) { totalCount } }'],
    ])(
      'written as %s in a query, is told how to be, as %s, and where',
      async (at, example, query) => {
        const { errors = [] } = await gateway.request(query);
        expect(errors).toMatchObject([
          {
            message: expect.stringContaining(example),
            locations: [{ line: 1, column: query.indexOf(at) + 1 }],
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          },
        ]);
      },
    );

    it('means the same in full-width digits', async () => {
      const plain = await countOf({ totalInvestment: { gte: '10.5' } });
      expect(plain).toBeGreaterThan(0);
      expect(await countOf({ totalInvestment: { gte: '１０．５' } })).toBe(plain);
      expect(await countOf({ totalInvestment: { gte: ' +10.5 ' } })).toBe(plain);
    });
  });

  describe('that is a page size', () => {
    it.each([
      ['first', -1, 'it cannot be below 0'],
      ['first', -2_147_483_648, 'it cannot be below 0'],
      ['first', 201, 'a page holds at most 200'],
      ['first', 1_000_000_000, 'a page holds at most 200'],
      ['last', -1, 'it cannot be below 0'],
      ['last', 1_000_000_000, 'a page holds at most 200'],
    ])('is refused out of bounds: %s %i', async (name, size, message) => {
      const query = `query ($size: Int) { projects(${name}: $size) { nodes { code } } }`;
      expect(await refusalOf(query, { size })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: [name],
        message: expect.stringContaining(message),
      });
    });

    it.each([1.5, 2_147_483_648, '10', true, [1, 2], {}])(
      'is refused when it is no whole number: %j',
      async (size) => {
        const query = 'query ($size: Int!) { projects(first: $size) { nodes { code } } }';
        expect((await refusalOf(query, { size })).code).toBe('BAD_USER_INPUT');
      },
    );

    it('of 0 is an empty page that knows its list', async () => {
      const { projects } = await gateway.query(
        '{ projects(first: 0) { totalCount nodes { code } pageInfo { hasNextPage } } }',
      );
      expect(projects).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true } });
      expect(projects.totalCount).toBeGreaterThan(0);
    });

    it('is asked from one end, not from both', async () => {
      expect(await refusalOf('{ projects(first: 1, last: 1) { nodes { code } } }')).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: ['last'],
      });
    });
  });

  describe('that is a cursor', () => {
    const PAGE = `query ($after: String, $order: ProjectOrder, $filter: ProjectFilter) {
      projects(first: 2, after: $after, orderBy: $order, filter: $filter) { nodes { code } pageInfo { endCursor } } }`;
    let ours: string;
    beforeAll(async () => {
      ours = (await gateway.query(PAGE)).projects.pageInfo.endCursor;
    });
    const mangled: Readonly<Record<string, () => string>> = {
      empty: () => '',
      blank: () => ' ',
      'a number': () => '7',
      'cut short': () => ours.slice(0, -1),
      'made longer': () => `${ours}A`,
      padded: () => `${ours}==`,
      'with another letter': () =>
        `${ours.slice(0, 5)}${ours[5] === 'A' ? 'B' : 'A'}${ours.slice(6)}`,
      'in capitals': () => ours.toUpperCase(),
      'no base64 at all': () => '泉脉',
      'JSON of another shape': () => Buffer.from('{"a":1}').toString('base64url'),
      'JSON that ends nowhere': () => Buffer.from('["a","b"').toString('base64url'),
      'forged with SQL for a key': () => forged(['b', "x'; drop table project; --"]),
      'forged with a NUL': () => forged(['a\0', '00000000-0000-0000-0000-000000000000']),
      'forged with numbers': () => forged([1, 2]),
      'forged with prototypes': () => forged(['__proto__', 'constructor']),
    };
    const forged = ([value, key]: readonly unknown[]) => {
      const [scope] = JSON.parse(Buffer.from(ours, 'base64url').toString()) as [string];
      return Buffer.from(JSON.stringify([scope, value, key])).toString('base64url');
    };

    it.each(Object.keys(mangled))('is refused when it is %s', async (how) => {
      expect(await refusalOf(PAGE, { after: mangled[how]!() })).toMatchObject({
        code: 'CURSOR_MISMATCH',
        field: ['after'],
      });
    });

    it('is refused under another ordering, another filter, and in another list', async () => {
      for (const given of [{ order: 'CODE' }, { filter: { stage: { eq: 'CONSTRUCTION' } } }]) {
        const { code, message } = await refusalOf(PAGE, { after: ours, ...given });
        expect({ given, code }).toEqual({ given, code: 'CURSOR_MISMATCH' });
        expect(message).toContain('belongs to another list, ordering or filter');
      }
      const other = await refusalOf(
        'query ($after: String) { regions(after: $after) { nodes { code } } }',
        { after: ours },
      );
      expect(other.code).toBe('CURSOR_MISMATCH');
    });

    it('is taken as it came', async () => {
      const { projects } = await gateway.query(PAGE, { after: ours });
      expect(projects.nodes).toHaveLength(2);
    });
  });

  describe('that is a code or an id', () => {
    it.each(['region', 'enterprise', 'project', 'chain', 'trip'])(
      'names nothing when it is unknown: %s',
      async (field) => {
        for (const code of [
          'nowhere',
          '',
          ' ',
          '370113 ',
          '３７０１１３',
          'x'.repeat(4_000),
          '__proto__',
          'null',
        ]) {
          const { data, told } = await ask(
            `query ($code: String!) { ${field}(code: $code) { code } }`,
            { code },
          );
          expect({ code, data, told }).toEqual({ code, data: { [field]: null }, told: [] });
        }
      },
    );

    it('that is meant to be there is missed by name', async () => {
      const query = '{ region(code: "370113") { suppliers(chain: "nowhere") { totalCount } } }';
      expect(await refusalOf(query)).toMatchObject({
        code: 'UNKNOWN_CODE',
        message: 'There is no chain with the code "nowhere".',
      });
    });

    it('is null for an id that nothing has, of whatever form', async () => {
      const ids = [
        '',
        'prj_',
        'prj_nonsense',
        'prj_00000000-0000-0000-0000-000000000000',
        'zzz_00000000-0000-0000-0000-000000000000',
        '_',
        'constructor_',
        '__proto__',
        "prj_'; --",
      ];
      const { nodes } = await gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids,
      });
      expect(nodes).toEqual(ids.map(() => null));
    });
  });

  describe('of the wrong type', () => {
    it.each([
      ['query ($x: String!) { region(code: $x) { code } }', 7],
      ['query ($x: String!) { region(code: $x) { code } }', null],
      ['query ($x: String!) { region(code: $x) { code } }', ['370113']],
      ['query ($x: String!) { region(code: $x) { code } }', { eq: '370113' }],
      ['query ($x: [ID!]!) { nodes(ids: $x) { id } }', [null]],
      ['query ($x: [ID!]!) { nodes(ids: $x) { id } }', { 0: 'a' }],
      ['query ($x: ProjectOrder) { projects(orderBy: $x) { totalCount } }', 'name'],
      ['query ($x: ProjectOrder) { projects(orderBy: $x) { totalCount } }', '__proto__'],
      ['query ($x: ProjectFilter) { projects(filter: $x) { totalCount } }', 'stage'],
      [
        'query ($x: ProjectFilter) { projects(filter: $x) { totalCount } }',
        { stage: { eq: 'STARTED_BY_NOBODY' } },
      ],
      [
        'query ($x: ProjectFilter) { projects(filter: $x) { totalCount } }',
        { stages: { eq: 'SIGNED' } },
      ],
      [
        'query ($x: ProjectFilter) { projects(filter: $x) { totalCount } }',
        { constructor: { eq: 'x' } },
      ],
      ['query ($x: ProjectFilter) { projects(filter: $x) { totalCount } }', { and: { stage: 1 } }],
    ])('is refused: %s of %j', async (query, x) => {
      const { told } = await ask(query, { x });
      expect(told.length).toBeGreaterThan(0);
      for (const { code, message } of told) {
        expect(code).toBe('BAD_USER_INPUT');
        expect(message).toContain('Variable "$x');
      }
    });
  });

  it.each([
    [{ stage: { eq: 'NONE' } }, 'filter.stage.eq', ['filter', 'stage', 'eq']],
    [
      { or: [{}, { code: { in: ['a', 7] } }] },
      'filter.or[1].code.in[1]',
      ['filter', 'or', '1', 'code', 'in', '1'],
    ],
    [
      { totalInvestment: { gte: '1e400' } },
      'filter.totalInvestment.gte',
      ['filter', 'totalInvestment', 'gte'],
    ],
  ])('deep in a variable is refused with its place: %j', async (filter, path, field) => {
    expect(await refusalOf(FILTERED, { filter })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['variables', ...field],
      message: expect.stringContaining(`Variable "$${path}": `),
    });
  });

  it('with a NUL is refused with its place, before the database sees it', async () => {
    const refusal = await refusalOf('query ($code: String!) { region(code: $code) { name } }', {
      code: 'a\u0000b',
    });
    expect(refusal).toEqual({
      code: 'BAD_USER_INPUT',
      field: ['variables', 'code'],
      message: 'The text at variables.code holds a NUL: take it out and ask again.',
    });
    expect(gateway.sql.statements).toEqual([]);
  });

  it('never harms what comes after', async () => {
    expect(await countOf({})).toBe(2_000);
    expect((await fetch(new URL('/healthz', gateway.url))).status).toBe(200);
  });
});
