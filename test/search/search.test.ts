import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CITY_TEMPLATE, DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { type Found, searchIn } from './searching.ts';

const described = ({ nodes }: Found) => nodes.map(({ type, name, by }) => `${type} ${name} ${by}`);

describe('a search', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());
  const search = (text: string, more: object = {}) => searchIn(gateway, text, more);
  const refusal = async (text: string, more: object = {}) => {
    const { errors } = await gateway.request(
      'query ($text: String!, $types: [SearchType!], $first: Int, $after: String) { search(text: $text, types: $types, first: $first, after: $after) { totalCount } }',
      { text, ...more },
    );
    return errors?.[0];
  };

  it.each([
    ['比亚迪', 'ENTERPRISE 比亚迪股份有限公司 ALIAS'],
    ['亚迪', 'ENTERPRISE 比亚迪股份有限公司 ALIAS'],
    ['biyadi', 'ENTERPRISE 比亚迪股份有限公司 PINYIN'],
    ['Bǐ Yà Dí', 'ENTERPRISE 比亚迪股份有限公司 PINYIN'],
    ['yad', 'ENTERPRISE 比亚迪股份有限公司 PINYIN'],
    ['byd', 'ENTERPRISE 比亚迪股份有限公司 INITIALS'],
    ['BYD', 'ENTERPRISE 比亚迪股份有限公司 INITIALS'],
    ['ＢＹＤ', 'ENTERPRISE 比亚迪股份有限公司 INITIALS'],
    ['长清区', 'REGION 长清区 NAME'],
    ['长', 'PLACE 长沙 NAME'],
    ['長清', 'REGION 长清区 NAME'],
    ['changqing', 'REGION 长清区 ENGLISH'],
    ['changqingqu', 'REGION 长清区 PINYIN'],
    ['cq', 'REGION 长清区 INITIALS'],
    ['370113', 'REGION 长清区 CODE'],
    ['起步区', 'REGION 济南新旧动能转换起步区 ALIAS'],
    ['auto parts', 'CHAIN_NODE 汽车配件 ENGLISH'],
    ['PARTS', 'CHAIN_NODE 汽车配件 ENGLISH'],
  ])('finds first by "%s": %s', async (text, first) => {
    expect(described(await search(text))[0]).toBe(first);
  });

  it('finds an enterprise by its credit code, whole or begun, and says so as it is written', async () => {
    // given
    const creditCode = '91440300192317458F';
    await gateway.given.enterprise({ name: '凭证电池', creditCode });
    // then
    for (const text of [creditCode, creditCode.toLowerCase(), creditCode.slice(0, 12)]) {
      expect((await search(text)).nodes).toMatchObject([
        { name: '凭证电池', by: 'CREDIT_CODE', matched: creditCode },
      ]);
    }
  });

  it('tells whole names before beginnings before parts, and of these the shorter first', async () => {
    // given
    for (const name of ['鲸鲵港口', '蓝鲸鲵', '鲸鲵', '鲸鲵港', '大蓝鲸鲵']) {
      await gateway.given.enterprise({ name });
    }
    // then
    const found = await search('鲸鲵');
    expect(found.nodes.map(({ name }) => name)).toEqual([
      ...['鲸鲵', '鲸鲵港', '鲸鲵港口'],
      ...['蓝鲸鲵', '大蓝鲸鲵'],
    ]);
    expect(found.totalCount).toBe(5);
  });

  it('tells one thing once, by the best of its names', async () => {
    // given: 绿能 is in its name, its alias is that
    const code = await gateway.given.enterprise({
      name: '山东绿能风电',
      nameEn: 'Luneng Windwerk',
    });
    await gateway.given.enterpriseAlias(code, '绿能');
    // then
    expect((await search('绿能')).nodes).toMatchObject([
      { name: '山东绿能风电', by: 'ALIAS', matched: '绿能' },
    ]);
    for (const text of ['luneng', 'lvneng', 'lüneng']) {
      expect((await search(text)).nodes).toMatchObject([
        { name: '山东绿能风电', by: 'PINYIN', matched: '绿能' },
      ]);
    }
    expect((await search('windw')).nodes).toMatchObject([
      { by: 'ENGLISH', matched: 'Luneng Windwerk' },
    ]);
  });

  it('reads a character of several readings by its neighbours, or by either', async () => {
    for (const name of ['重庆长虹银行', '乐陵市', '长鑫']) await gateway.given.enterprise({ name });
    for (const [text, name] of [
      ['chongqingchanghong', '重庆长虹银行'],
      ['yinhang', '重庆长虹银行'],
      ['laoling', '乐陵市'],
      ['changxin', '长鑫'],
      ['zhangxin', '长鑫'],
    ] as const) {
      expect((await search(text)).nodes).toContainEqual(expect.objectContaining({ name }));
    }
  });

  it('begins where a syllable or a word does', async () => {
    expect((await search('iyadi')).nodes).toEqual([]);
    expect((await search('uto parts')).nodes).toEqual([]);
  });

  it('finds everything that has a name, as what it is', async () => {
    // given: one of each, with one word in all of their names
    const { given } = gateway;
    const name = '琥珀工坊';
    const region = await given.region({ name });
    await given.enterprise({ name });
    await given.enterprise({ name, kind: 'UNIVERSITY' });
    const project = await given.project({ name });
    await given.batch({ name });
    const chain = await given.chain('amber', { name });
    await given.node({ chain, name });
    await given.event({ name });
    await given.trip({ name, units: [region], leads: [{ project, name }] });
    await given.office({ title: name });
    await given.destination({ name });
    // then
    const { nodes } = await search('琥珀');
    expect(nodes.map(({ type }) => type).sort()).toEqual([
      ...['CHAIN_NODE', 'ENTERPRISE', 'INDUSTRY_CHAIN', 'INSTITUTION', 'LEAD', 'OFFICE', 'PLACE'],
      ...['PROJECT', 'PROJECT_BATCH', 'PROMOTION_EVENT', 'PROMOTION_TRIP', 'REGION'],
    ]);
    for (const { type, node } of nodes) {
      expect(node?.__typename.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()).toBe(type);
    }
    for (const { type } of nodes) {
      const only = await search('琥珀', { types: [type] });
      expect(only.nodes.map((each) => each.type)).toEqual([type]);
      expect(only.totalCount).toBe(1);
    }
  });

  it('takes one statement for a page, and one for each type of what is selected of it', async () => {
    await gateway.query('{ search(text: "比亚迪") { nodes { type name by matched } totalCount } }');
    expect(gateway.sql.statements).toHaveLength(1);
    const { search: found } = await gateway.query(
      '{ search(text: "byd") { nodes { type matched node { id } } totalCount pageInfo { hasNextPage } } }',
    );
    const types = new Set(found.nodes.map(({ type }: { type: string }) => type));
    expect(types.size).toBeGreaterThan(2);
    expect(gateway.sql.statements).toHaveLength(1 + types.size);
  });

  it('refuses a text that is longer than any part of a name need be', async () => {
    expect(await refusal('龙'.repeat(101))).toMatchObject({
      message: '"text" has 101 characters; search for at most 100, a part of the name is enough.',
      extensions: { code: 'BAD_USER_INPUT', field: ['text'], asked: 101, allowed: 100 },
    });
  });

  it.each([
    ['', 'text'],
    [' \t', 'text'],
    ['%_', 'text'],
  ])('refuses a text that cannot be in a name: %j', async (text, field) => {
    expect(await refusal(text)).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: [field] },
    });
  });

  it.each(['\0', '比亚\0迪', '\ud800'])('refuses what is no text: %j', async (text) => {
    expect(await refusal(text)).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it.each([-1, 201])('refuses a page of %d', async (first) => {
    expect(await refusal('比亚迪', { first })).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: ['first'] },
    });
  });

  it('refuses to search among no types', async () => {
    expect(await refusal('比亚迪', { types: [] })).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: ['types'] },
    });
  });

  it.each([
    ...["' or true --", '%亚%', '_亚迪', 'a%', '\\', '亚\0迪', '{1,2}', '() => 0', 'x'.repeat(100)],
    ...['anan'.repeat(25), '限'.repeat(100), '̀', 'ﷺ', '🚗car', '1e400', "b'; drop table event; --"],
  ])('takes any text for a text: %j', async (text) => {
    const { errors } = await gateway.request(
      'query ($text: String!) { search(text: $text) { totalCount nodes { name } } }',
      { text },
    );
    expect(errors?.map(({ extensions }) => extensions?.code) ?? ['BAD_USER_INPUT']).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('refuses a cursor of another text or other types, and one that was made by hand', async () => {
    const { pageInfo } = await search('济南', { first: 1 });
    const { endCursor: after } = pageInfo;
    expect((await search('济南', { first: 1, after })).nodes).toHaveLength(1);
    const made = (value: string) => {
      const [scope, , key] = JSON.parse(Buffer.from(after!, 'base64url').toString());
      return Buffer.from(JSON.stringify([scope, value, key])).toString('base64url');
    };
    for (const [text, more] of [
      ['济', { after }],
      ['济南', { after, types: ['REGION'] }],
      ...['', '10', '10 6', '99 6 济南', 'x 6 济南', '10 6666 济南', '10 6 \0'].map(
        (value) => ['济南', { after: made(value) }] as const,
      ),
    ] as const) {
      expect(await refusal(text, more)).toMatchObject({
        extensions: { code: 'CURSOR_MISMATCH', field: ['after'] },
      });
    }
  });
});

describe('the pages of a search', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: CITY_TEMPLATE });
  });
  afterAll(() => gateway.close());

  it.each(['有限', '济南', 'jinan', 'cl', 'auto', '合成', '长清', 'syn', 'yan'])(
    'are the same list, whatever their size: %s',
    async (text) => {
      const walk = async (first: number, most: number) => {
        const keys: string[] = [];
        let after: string | null = null;
        do {
          const { edges, pageInfo }: Found = await searchIn(gateway, text, { first, after });
          keys.push(...edges.map(({ node }) => node.node!.id));
          after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        } while (after && keys.length < most);
        return keys;
      };
      const large = await walk(200, 600);
      const small = await walk(37, 600);
      expect(new Set(large).size).toBe(large.length);
      const shared = Math.min(large.length, small.length);
      expect(shared).toBeGreaterThan(1);
      expect(small.slice(0, shared)).toEqual(large.slice(0, shared));
      const { totalCount } = await searchIn(gateway, text, { first: 1 });
      expect(totalCount).toBeGreaterThanOrEqual(Math.min(1_000, shared));
      if (large.length < 600) expect(totalCount).toBe(large.length);
    },
  );
});
