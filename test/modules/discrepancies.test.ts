import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  noteDiscrepancy,
  type NewDiscrepancy,
} from '../../src/modules/figure/discrepancy.commands.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

interface Listed {
  readonly code: string;
  readonly verdict: string;
  readonly judgedVerdict: string;
  readonly decidedBy: 'RULE' | 'JUDGEMENT';
  readonly rule: string | null;
  readonly reason: string | null;
}

const ALL = `{
  discrepancies(first: 100) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes {
      id code kind topic topicEn verdict decidedBy rule reason judgedVerdict explanation explanationEn
      sideA { ...fact } sideB { ...fact }
    }
  }
}
fragment fact on Node {
  id
  ... on Observation { code metric { code } quantity { value unit qualifier } evidence { document { code } } }
  ... on Statement { code attribute { code } value evidence { document { code } } }
}`;

describe('what the documents say, held against each other', () => {
  let gateway: Gateway;
  let rows: readonly Listed[];
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
    const answer = await gateway.query<{ discrepancies: { nodes: Listed[] } }>(ALL);
    rows = answer.discrepancies.nodes;
  });
  afterAll(() => gateway.close());

  const codesBy = (of: (row: Listed) => string | null) =>
    Object.fromEntries(
      [...Map.groupBy(rows, of)].map(([name, group]) => [
        name,
        group.map(({ code }) => code).join(' '),
      ]),
    );

  it('gives each of the 65 rows of the cross-check its verdict', () => {
    expect(codesBy(({ verdict }) => verdict)).toEqual({
      AGREE: 'X01 X02 X03 X04 X05 X06 X07 X08 X09 X10 X14 X32 X49 X50 X64 X65',
      CONSISTENT: 'X13',
      COMPLEMENT: 'X11 X12 X18 X19 X20 X21 X22 X54',
      DERIVED: 'X27 X31 X38 X40 X41',
      SUBSET: 'X35 X36 X37 X45',
      NOT_COMPARABLE: 'X23 X24 X25 X26 X29 X30 X42 X43 X44 X46 X48 X51 X55 X56 X57 X60 X61',
      UNRESOLVED: 'X28 X33 X34 X39 X47 X53 X59 X63',
      DISAGREE: 'X15 X16 X17 X52 X58 X62',
    });
  });

  it('has no rule that contradicts whoever read the documents', () => {
    expect(rows.filter(({ verdict, judgedVerdict }) => verdict !== judgedVerdict)).toEqual([]);
  });

  it('decides 53 of them by rules, and says of 12 that they were judged', () => {
    expect(codesBy(({ decidedBy }) => decidedBy)).toEqual({
      RULE: expect.any(String),
      JUDGEMENT: 'X10 X12 X18 X28 X45 X47 X51 X52 X53 X58 X62 X64',
    });
    expect(rows.filter(({ decidedBy }) => decidedBy === 'RULE')).toHaveLength(53);
  });

  it('tells the rule', () => {
    expect(codesBy(({ rule }) => rule)).toEqual({
      SAME_VALUE: 'X01 X02 X03 X05 X06 X07 X14',
      SAME_LIST: 'X04 X08 X17',
      SAME_DAY: 'X09 X65',
      SAME_ORGANISATION: 'X49 X50',
      SUM_OF_PARTS: 'X32',
      WITHIN_PARENT: 'X35 X36',
      WITHIN_EVENT: 'X37',
      KNOWN_PART_OF_TOTAL: 'X59',
      MAY_BE_WITHIN: 'X33 X34',
      NESTING_UNSAID: 'X39',
      WORDS_ARE_NO_NUMBER: 'X60',
      EQUAL_VALUE_OTHER_SUBJECT: 'X42 X43 X57',
      OTHER_MEASURE: 'X23 X24 X25 X26 X29 X30 X44 X46 X55 X61',
      WORKED_OUT: 'X27 X31 X38 X40 X41',
      LATER_STATE: 'X13',
      NAME_OF_TWO: 'X15',
      OTHER_WORDING: 'X16',
      OTHER_LEVEL: 'X56',
      OTHER_ENTITY: 'X48',
      OTHER_ASPECT: 'X11 X19',
      EACH_REGIONS_OWN: 'X20 X21 X22',
      MEMBER_OF_BOTH: 'X54',
      NO_PAIRING: 'X63',
      null: 'X10 X12 X18 X28 X45 X47 X51 X52 X53 X58 X62 X64',
    });
  });

  it('tells why two are not comparable, where a rule found it', () => {
    expect(codesBy(({ reason }) => reason)).toMatchObject({
      UNIT: 'X44',
      GROWTH_AGAINST_ABSOLUTE: 'X25',
      MEASURE: 'X26 X46 X61',
      NATURE: 'X60',
      SCOPE: 'X23 X24 X55 X56',
      SNAPSHOT_KIND: 'X29 X30',
      IDENTITY: 'X42 X43 X48 X57',
    });
  });

  it('reads all rows, their facts and their verdicts in six statements', async () => {
    await gateway.query(ALL);
    // the page, observations, statements, scopes, ties, computed values
    expect(gateway.sql.statements).toHaveLength(6);
  });

  it('reads rows without their facts in one', async () => {
    await gateway.query(`{ discrepancies { totalCount nodes { code topic judgedVerdict } } }`);
    expect(gateway.sql.statements).toHaveLength(1);
  });

  it('answers one by its code, with the facts of each side in their order', async () => {
    const { discrepancy } = await gateway.query(`{ discrepancy(code: "X12") {
      kind topic topicEn verdict decidedBy rule reason explanation
      sideA { __typename ... on Observation { code } ... on Statement { code } }
      sideB { __typename ... on Observation { code } ... on Statement { code } }
    } }`);
    expect(discrepancy).toEqual({
      ...{ kind: 'NAME_VARIANT', topic: 'PPP项目', topicEn: 'PPP project' },
      ...{ verdict: 'COMPLEMENT', decidedBy: 'JUDGEMENT', rule: null, reason: null },
      explanation: '后一份文件的名称不带PPP；是同一个项目，需要一个别名',
      sideA: [
        { __typename: 'Observation', code: 'F0-046' },
        { __typename: 'Statement', code: 'F0-045' },
      ],
      sideB: [{ __typename: 'Statement', code: 'F1-038' }],
    });
  });

  it('finds them by kind and judged verdict, the last first, and each again by its id', async () => {
    const { discrepancies } = await gateway.query(`{ discrepancies(
      filter: { kind: { eq: SUBSET }, judgedVerdict: { eq: SUBSET }, topic: { contains: "起步区" } }
      orderBy: CODE_DESC
    ) { nodes { id code } } }`);
    expect(discrepancies.nodes.map(({ code }: Listed) => code)).toEqual(['X45', 'X36', 'X35']);
    const { node } = await gateway.query(
      `query ($id: ID!) { node(id: $id) { ... on Discrepancy { code verdict } } }`,
      { id: discrepancies.nodes[1].id },
    );
    expect(node).toEqual({ code: 'X36', verdict: 'SUBSET' });
  });

  it('is told to whoever may see all of its facts, and to nobody else', async () => {
    // given
    const closed = await startGateway({ beside: gateway, env: { ANONYMOUS: 'off' } });
    const told = async (districts: readonly string[] | 'ALL') => {
      const token = await closed.keyFor({ districts });
      return closed.as(token).query(`{
        ofBatches: discrepancy(code: "X32") { verdict }
        ofProject: discrepancy(code: "X59") { verdict }
      }`);
    };
    // when
    const [district, city] = [await told(['370113']), await told('ALL')];
    await closed.close();
    // then
    const ofBatches = { verdict: 'AGREE' };
    expect(district).toEqual({ ofBatches, ofProject: null });
    expect(city).toEqual({ ofBatches, ofProject: { verdict: 'UNRESOLVED' } });
  });

  describe('noted anew', () => {
    const noted = (given: Partial<NewDiscrepancy>): NewDiscrepancy => ({
      ...{ code: 'T01', kind: 'SAME_FIGURE', topic: '测试' },
      ...{ sideA: ['F0-061'], sideB: ['F2-006'], verdict: 'UNRESOLVED', explanation: '测试' },
      ...given,
    });
    const asked = (code: string) =>
      gateway.query(`{ discrepancy(code: "${code}") { verdict decidedBy judgedVerdict } }`);

    it('keeps what was judged beside what a rule decides', async () => {
      // when
      await gateway.run(noteDiscrepancy, noted({ code: 'T02' }));
      // then
      expect((await asked('T02')).discrepancy).toEqual({
        ...{ verdict: 'AGREE', decidedBy: 'RULE', judgedVerdict: 'UNRESOLVED' },
      });
    });

    it('is refused where a code is that of no observation and no statement', async () => {
      // when
      const refused = gateway.run(
        noteDiscrepancy,
        noted({ code: 'T03', sideB: ['F2-006', 'F9-999'] }),
      );
      // then
      await expect(refused).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        field: ['sideB'],
        message: expect.stringContaining('"F9-999"'),
      });
      expect((await asked('T03')).discrepancy).toBeNull();
    });
  });
});
