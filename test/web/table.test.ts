import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { describeAnswer } from '../../src/web/table/answer-fields.ts';
import { kindOf, shown, titleOf } from '../../src/web/table/cells.ts';
import { sorted } from '../../src/web/table/sort.ts';
import { toTable } from '../../src/web/table/to-table.ts';

const heads = (data: unknown, path?: string) =>
  toTable(data, undefined, path)?.columns.map((column) => column.path.join('.'));
const rows = (data: unknown, path?: string) => toTable(data, undefined, path)?.rows;

describe('the table of an answer', () => {
  it('is its first list, by nodes or by edges, with objects as columns', () => {
    const nodes = [
      { code: 'a', district: null },
      { code: 'b', district: { code: '370113', name: '长清区' } },
    ];
    const byNodes = { projects: { nodes } };
    const edges = nodes.map((node) => ({ cursor: 'x', role: 'OWNER', node }));

    expect(heads(byNodes)).toEqual(['code', 'district.code', 'district.name']);
    expect(rows(byNodes)).toEqual([
      ['a', null, null],
      ['b', '370113', '长清区'],
    ]);
    expect(heads({ projects: { edges } })).toEqual([
      ...['role', 'code', 'district.code', 'district.name'],
    ]);
    expect(rows({ projects: { edges } })?.[1]).toEqual(['OWNER', 'b', '370113', '长清区']);
  });

  it('tells a list inside a row by its names', () => {
    const projects = {
      nodes: [{ district: { name: '市中区' }, stage: 'SIGNED' }, { title: '二期' }],
    };
    const data = { list: [{ projects, tags: ['甲', '乙'], none: [] }] };
    expect(heads(data)).toEqual(['projects', 'tags', 'none']);
    expect(rows(data)).toEqual([[['市中区', '二期'], ['甲', '乙'], []]]);
  });

  it('shows a count beside its list, and nothing of pages', () => {
    const pageInfo = { hasNextPage: true, endCursor: 'x' };
    const suppliers = { totalCount: 7, pageInfo, nodes: [{ name: '甲' }] };
    const data = {
      districts: { totalCount: 15, pageInfo, nodes: [{ name: '长清区', suppliers }] },
    };
    expect(heads(data)).toEqual(['name', 'suppliers', 'suppliers.totalCount']);
    expect(rows(data)).toEqual([['长清区', ['甲'], 7]]);
    expect(toTable(data)).toMatchObject({ total: 15, more: true });
  });

  it('gives every item of an inner list a row with what stands around it, and who has none keeps one', () => {
    const supplier = (name: string, ...projects: string[]) => ({
      enterprise: { name },
      projects: { nodes: projects.map((code) => ({ code })) },
    });
    const data = {
      chain: {
        name: '比亚迪',
        groups: [
          {
            district: { name: '长清区' },
            suppliers: { nodes: [supplier('甲', 'p1', 'p2'), supplier('乙')] },
          },
          { district: null, suppliers: { nodes: [] }, reason: '来源未说' },
        ],
      },
    };
    expect(toTable(data)?.choices.map(({ path }) => path.join('.'))).toEqual([
      ...['chain.groups', 'chain.groups.suppliers', 'chain.groups.suppliers.projects'],
    ]);
    expect(heads(data, 'chain.groups.suppliers')).toEqual([
      ...['district.name', 'suppliers.enterprise.name', 'suppliers.projects', 'reason'],
    ]);
    expect(rows(data, 'chain.groups.suppliers')).toEqual([
      ['长清区', '甲', ['p1', 'p2'], null],
      ['长清区', '乙', [], null],
      [null, null, null, '来源未说'],
    ]);
    expect(rows(data, 'chain.groups.suppliers.projects')).toEqual([
      ['长清区', '甲', 'p1', null],
      ['长清区', '甲', 'p2', null],
      ['长清区', '乙', null, null],
      [null, null, null, '来源未说'],
    ]);
  });

  it('has what the rows around are called and the rows’ own columns before all that repeats', () => {
    const projects = { totalCount: 1, nodes: [{ stage: 'SIGNED', code: 'p1', name: '一期' }] };
    const suppliers = {
      totalCount: 1,
      nodes: [{ enterprise: { code: 'e1', name: '甲' }, basis: ['SUPPLY_SITE'], projects }],
    };
    const district = { code: '370113', name: '长清区' };
    const data = { groups: [{ district, reason: null, suppliers, supplierCount: 1 }] };
    const called = (path?: string) => {
      const table = toTable(data, undefined, path)!;
      return table.columns[table.heading]?.path.join('.');
    };
    expect(heads(data)).toEqual([
      ...['district.code', 'district.name', 'reason', 'suppliers', 'suppliers.totalCount'],
      'supplierCount',
    ]);
    expect(called()).toBe('district.name');
    expect(heads(data, 'groups.suppliers')).toEqual([
      'district.name',
      ...['suppliers.enterprise.code', 'suppliers.enterprise.name', 'suppliers.basis'],
      ...['suppliers.projects', 'suppliers.projects.totalCount'],
      ...['district.code', 'reason', 'supplierCount', 'suppliers.totalCount'],
    ]);
    expect(called('groups.suppliers')).toBe('suppliers.enterprise.name');
    expect(heads(data, 'groups.suppliers.projects')).toEqual([
      ...['district.name', 'suppliers.enterprise.name'],
      ...['suppliers.projects.stage', 'suppliers.projects.code', 'suppliers.projects.name'],
      ...['suppliers.enterprise.code', 'suppliers.basis', 'suppliers.projects.totalCount'],
      ...['district.code', 'reason', 'supplierCount', 'suppliers.totalCount'],
    ]);
    expect(called('groups.suppliers.projects')).toBe('suppliers.projects.name');
  });

  it('is the list that was chosen, also beside the first', () => {
    const data = { a: { nodes: [{ x: 1 }] }, b: { nodes: [{ y: 2 }, { y: 3 }] } };
    expect(rows(data, 'b')).toEqual([[2], [3]]);
    expect(rows(data, 'of.another.question')).toEqual([[1]]);
  });

  it('is there for a list that is empty, and is not where there is no list', () => {
    expect(toTable({ projects: { nodes: [], totalCount: 0 } })).toMatchObject({
      rows: [],
      total: 0,
    });
    expect(toTable({ viewer: { kind: 'ANONYMOUS' }, tags: ['甲'] })).toBeUndefined();
    expect(toTable(null)).toBeUndefined();
    expect(toTable({ projects: null })).toBeUndefined();
  });

  it('takes names such as __proto__ for names', () => {
    const data = JSON.parse('{"list":[{"__proto__":"a","constructor":{"name":"b"}}]}') as unknown;
    expect(rows(data)).toEqual([['a', 'b']]);
  });
});

describe('what the schema says of a table', () => {
  const schema = buildSchema(`
    type Query { """项目 · All projects.""" projects: ProjectConnection! }
    type ProjectConnection { nodes: [Project!]! edges: [Edge!]! }
    type Edge { node: Project! }
    """项目 · A project.""" type Project {
      """代码 · Its code.""" code: String!
      """阶段 · How far it is.""" stage: Stage
      """总投资 · In all.""" total: Decimal
      """业主 · Who owns it.""" owner: Owner
      """层级 · No use of the sign: a · b.""" level: Int
      plain: String
      """历次阶段 · Every stage that it was in.""" stages: [Stage!]
    }
    enum Stage { """在建 · Under construction.""" CONSTRUCTION NAMELESS }
    union Owner = Firm | Office
    type Firm { """名称 · Its name.""" name: String }
    type Office { """职务 · Its title.""" title: String }
    scalar Decimal
  `);
  const query = parse(`
    query Projects { projects { ...page } }
    fragment page on ProjectConnection { nodes { ...fields } }
    fragment fields on Project {
      id: code stage total level plain
      owner { __typename ... on Firm { name } ... on Office { title } }
    }
  `);
  const data = {
    projects: {
      nodes: [
        {
          id: 'b',
          stage: 'CONSTRUCTION',
          total: '9.5',
          level: 2,
          plain: 'x',
          owner: { __typename: 'Firm', name: '甲' },
        },
        {
          id: 'a',
          stage: 'NAMELESS',
          total: '-10',
          level: 1,
          plain: 'x',
          owner: { __typename: 'Office', title: '局长' },
        },
        { id: 'c', stage: null, total: null, level: 3, plain: 'x', owner: null },
      ],
    },
  };
  const table = toTable(data, describeAnswer(schema, query, 'Projects'))!;
  const titles = (language: 'zh' | 'en') =>
    table.columns.map((column) => titleOf(column, language));

  it('heads a column with the Chinese terms on its way, or with its path in English', () => {
    expect(titles('zh')).toEqual([
      ...['代码', '阶段', '总投资', '层级', 'plain'],
      ...['业主 · __typename', '业主 · 名称', '业主 · 职务'],
    ]);
    expect(titles('en')).toEqual([
      ...['id', 'stage', 'total', 'level', 'plain'],
      ...['owner.__typename', 'owner.name', 'owner.title'],
    ]);
    expect(table.chosen.says?.zh).toBe('项目');
  });

  it('tells numbers from texts by their type', () => {
    expect(table.columns.map((column) => kindOf(column, []))).toEqual([
      ...['text', 'text', 'number', 'number', 'text', 'text', 'text', 'text'],
    ]);
  });

  it('shows a value of an enum by its Chinese term, in Chinese', () => {
    const [, stage] = table.columns;
    expect(shown('CONSTRUCTION', stage!, 'zh')).toBe('在建');
    expect(shown('CONSTRUCTION', stage!, 'en')).toBe('CONSTRUCTION');
    expect(shown('NAMELESS', stage!, 'zh')).toBe('NAMELESS');
  });

  it('shows each value of a list of them by its term', () => {
    const answer = {
      projects: { nodes: [{ stages: ['CONSTRUCTION', 'NAMELESS'] }, { stages: [] }] },
    };
    const asked = parse('{ projects { nodes { stages } } }');
    const { columns, rows: lists } = toTable(answer, describeAnswer(schema, asked))!;
    const texts = (language: 'zh' | 'en') =>
      lists.map(([value]) => shown(value ?? null, columns[0]!, language));
    expect(texts('zh')).toEqual(['在建、NAMELESS', '']);
    expect(texts('en')).toEqual(['CONSTRUCTION、NAMELESS', '']);
  });

  it('shows so many items of a list as there is room for, and how many there are', () => {
    const list = Array.from({ length: 12 }, (_, index) => `n${index}`);
    const [column] = table.columns;
    expect(shown(list, column!, 'zh', 3)).toBe('n0、n1、n2… (12)');
    expect(shown(list, column!, 'zh', 12)).toBe(list.join('、'));
    expect(shown(list, column!, 'zh')).toBe(list.join('、'));
  });

  it('is sorted by numbers as numbers, with the unknown last either way', () => {
    const codes = (column: number, descending: boolean) =>
      sorted(table, { column, descending }, 'zh').rows.map(([code]) => code);
    expect(codes(2, false)).toEqual(['a', 'b', 'c']);
    expect(codes(2, true)).toEqual(['b', 'a', 'c']);
    expect(codes(0, true)).toEqual(['c', 'b', 'a']);
  });

  it('ends on fragments that spread each other, which the server refuses', () => {
    const circle = parse(
      '{ projects { ...a } } fragment a on ProjectConnection { ...b } fragment b on ProjectConnection { ...a }',
    );
    expect(describeAnswer(schema, circle).get('projects')?.says?.zh).toBe('项目');
  });
});
