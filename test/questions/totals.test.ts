import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CollectiveStartsDocument,
  CultivationTiersDocument,
  SigningsByDistrictDocument,
} from '../generated/operations.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { coded, investment, observed, projects } from './quantities.ts';

/** What the saved operations add up, and what they leave open: each answer whole. */
describe('the questions about what figures add up to', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());

  const on = (day: string) => ({ earliest: day, certainty: 'YEAR_INFERRED' });
  const bare = (value: string) => ({ value });

  it('O01: three districts signed 82 projects of 577.42, what two documents tell counted once', async () => {
    const { unit: _count, ...exactly } = projects('0');
    const group = (code: string, name: string, nameEn: string, count: string, total: string) => ({
      region: { code, name, nameEn },
      projectCount: { ...exactly, value: count },
      totalInvestment: investment(total),
    });
    const batch = (
      told: { code: string; name: string; day: string; documents: number },
      [count, counts]: [string, string[]],
      [total, totals]: [string, string[]],
    ) => ({
      batch: {
        ...{ code: told.code, name: told.name, heldOn: on(told.day) },
        figures: {
          nodes: [
            { metric: coded('PROJECT_COUNT'), observations: observed(...counts) },
            { metric: coded('TOTAL_INVESTMENT'), observations: observed(...totals) },
          ].map((figure) => ({ ...figure, distinctDocuments: told.documents })),
        },
      },
      ...{ projectCount: bare(count), totalInvestment: bare(total) },
      ...{ isComputed: false, within: null },
    });
    const shizhong = {
      ...{ code: 'shizhong-signing-2023-01-30', name: '市中区2023年1月30日签约批次' },
      ...{ day: '2023-01-30', documents: 2 },
    };
    const pingyin = {
      ...{ code: 'pingyin-signing-2023-q1', name: '平阴县2023年一季度签约批次' },
      ...{ day: '2023-02-02', documents: 1 },
    };
    const gangcheng = {
      ...{ code: 'gangcheng-signing-2023-02-09', name: '钢城区2023年2月9日签约批次' },
      ...{ day: '2023-02-09', documents: 1 },
    };
    expect(await gateway.ask(SigningsByDistrictDocument)).toEqual({
      batchTotals: {
        groups: [
          group('370103', '市中区', 'Shizhong', '23', '250.42'),
          group('370117', '钢城区', 'Gangcheng', '36', '225'),
          group('370124', '平阴县', 'Pingyin', '23', '102'),
        ],
        projectCount: projects('82'),
        totalInvestment: investment('577.42'),
        naiveProjectCount: bare('82'),
        naiveTotalInvestment: bare('577.42'),
        batches: [
          batch(shizhong, ['23', ['F0-068', 'F3-001', 'F3-005']], ['250.42', ['F0-069', 'F3-006']]),
          batch(pingyin, ['23', ['F0-083']], ['102', ['F0-082']]),
          batch(gangcheng, ['36', ['F0-089']], ['225', ['F0-088']]),
        ],
        warnings: [],
      },
    });
    expect(gateway.sql.statements).toHaveLength(7);
  });

  it('O02: 97 projects of 1545.8 started, and whether two batches are inside the 77 is left open', async () => {
    const share = (
      batch: { code: string; name: string; heldOn: object },
      [count, total]: [string, string],
      rest: { isComputed?: boolean; within?: object } = {},
    ) => ({
      ...{ batch, projectCount: bare(count), totalInvestment: bare(total) },
      ...{ isComputed: false, within: null, ...rest },
    });
    const jinan = coded('jinan-start-2023-02-14');
    const open = (code: string) => ({
      ...{ inner: coded(code), outer: jinan },
      explanation:
        '来源未说明前者是否已计入后者 · No source says whether the first is counted in the second.',
    });
    expect(await gateway.ask(CollectiveStartsDocument)).toEqual({
      batchTotals: {
        projectCount: projects('97'),
        totalInvestment: investment('1545.8'),
        naiveProjectCount: bare('105'),
        naiveTotalInvestment: bare('1681.7'),
        groups: [
          {
            region: { code: '370100', name: '济南市', nameEn: 'Jinan' },
            projectCount: { value: '78', qualifier: 'EXACT' },
            totalInvestment: investment('1447'),
          },
          {
            region: { code: '370113', name: '长清区', nameEn: 'Changqing' },
            projectCount: { value: '19', qualifier: 'EXACT' },
            totalInvestment: investment('98.8'),
          },
        ],
        batches: [
          share(
            {
              ...{ code: 'changqing-start-2023-spring', name: '长清区2023年春季集中开工批次' },
              heldOn: on('2023-01-29'),
            },
            ['19', '98.8'],
          ),
          share(
            {
              code: 'jinan-sewer-ppp-start-2023-02-09',
              name: '济南市中心城区雨污合流管网改造和城市内涝治理PPP项目集中开工批次',
              heldOn: on('2023-02-09'),
            },
            ['1', '273'],
            { isComputed: true },
          ),
          share({ ...jinan, name: '全省集中开工·济南批次', heldOn: on('2023-02-14') }, [
            '77',
            '1174',
          ]),
          share(
            {
              ...{ code: 'start-up-area-start-2023-02-14', heldOn: on('2023-02-14') },
              name: '起步区2023年2月14日集中开工批次',
            },
            ['8', '135.9'],
            { within: jinan },
          ),
        ],
        warnings: [open('changqing-start-2023-spring'), open('jinan-sewer-ppp-start-2023-02-09')],
      },
    });
    expect(gateway.sql.statements).toHaveLength(8);
  });

  it('O19: the tiers of 2023 add up to 11 only if none holds another, which is a warning', async () => {
    const tiers = [
      ['NEW_ENTERPRISES_OVER_10BN', '100', '10bn', '与较低档次是否重叠未说明', '1', 'F0-161'],
      ['NEW_ENTERPRISES_OVER_5BN', '50', '5bn', '各档次是否重叠未说明', '2', 'F0-162'],
      ['NEW_ENTERPRISES_OVER_3BN', '30', '3bn', '各档次是否重叠未说明', '3', 'F0-163'],
      ['NEW_ENTERPRISES_OVER_1BN', '10', '1bn', '是否含较高档次未说明', '5', 'F0-164'],
    ] as const;
    expect(await gateway.ask(CultivationTiersDocument)).toEqual({
      sumFigures: {
        quantity: projects('11'),
        figures: tiers.map(([code, yuan, english, open, value, fact]) => ({
          metric: {
            ...{
              code,
              name: `新增过${yuan}亿元企业数`,
              nameEn: `New enterprises over CNY ${english}`,
            },
            definition: `新培育的营收过${yuan}亿元的企业个数；${open}`,
          },
          ...{ kind: 'TARGET', period: '2023', canonical: projects(value) },
          observations: observed(fact),
        })),
        leftOut: [],
        warnings: [
          {
            code: 'PARTS_MAY_OVERLAP',
            explanation:
              '来源未说明各档是否互斥 · No source says that what one of these counts is not counted by another.',
            figures: tiers.map(([code]) => ({ metric: coded(code) })),
          },
        ],
      },
      plan: {
        name: '济南市骨干民营企业攀登行动计划(2023-2025年)',
        nameEn: 'Jinan Backbone Private Enterprise Climbing Action Plan (2023-2025)',
        statements: { nodes: [bare('2023/2025')] },
      },
    });
    expect(gateway.sql.statements).toHaveLength(5);
  });
});
