import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ConfirmedFiguresDocument,
  DistrictKeyProjectsDocument,
  DistrictTargetsDocument,
  QualityEnterprisesDocument,
} from '../generated/operations.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { amount, coded, investment, observed, projects } from './quantities.ts';

/** What is told of districts, by whom, and what follows from it: each answer whole. */
describe('the questions about the figures of a district and of the city', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());

  const bare = (value: string) => ({ value });

  it('O04: two documents confirm figures of Changqing and of Shizhong, and of no other district', async () => {
    const reports = (codes: string[]) =>
      codes.map((code) => ({ code, evidence: { document: coded(`00${code[1]!}`) } }));
    const figure = (code: string, name: string, canonical: object, ...codes: string[]) => ({
      ...{ metric: { code, name }, canonical, verdict: 'AGREE', distinctDocuments: 2 },
      observations: reports(codes),
    });
    const statement = (attribute: object, values: string[], codes: string[]) =>
      reports(codes).map((report, place) => ({
        ...{ ...report, attribute, value: values[place % values.length], distinctDocuments: 2 },
      }));
    const [sector, day] = [
      { code: 'SECTOR', name: '领域' },
      { code: 'EVENT_DATE', name: '日期' },
    ];
    const nothingElse = {
      ...{ figures: { totalCount: 0 }, statements: { totalCount: 0 } },
      ...{ projects: { totalCount: 0 }, namedSubjects: { totalCount: 0 } },
    };
    expect(await gateway.ask(ConfirmedFiguresDocument)).toEqual({
      districts: {
        totalCount: 2,
        nodes: [
          {
            ...{ code: '370103', name: '市中区', nameEn: 'Shizhong', ...nothingElse },
            batches: {
              nodes: [
                {
                  code: 'shizhong-signing-2023-01-30',
                  name: '市中区2023年1月30日签约批次',
                  figures: {
                    nodes: [
                      figure(
                        ...(['PROJECT_COUNT', '项目数', projects('23')] as const),
                        ...['F0-068', 'F3-001', 'F3-005'],
                      ),
                      figure(
                        ...(['TOTAL_INVESTMENT', '总投资', investment('250.42')] as const),
                        ...['F0-069', 'F3-006'],
                      ),
                    ],
                  },
                  statements: {
                    nodes: statement(
                      sector,
                      ['新能源', '医疗', '互联网', '金融', '都市工业'],
                      [
                        ...['F0-070', 'F0-071', 'F0-072', 'F0-073', 'F0-074'],
                        ...['F3-007', 'F3-008', 'F3-009', 'F3-010', 'F3-011'],
                      ],
                    ),
                  },
                },
              ],
            },
            promotionEvents: {
              nodes: [
                {
                  code: 'shizhong-signing-2023-01-30',
                  name: '市中区2023年重点项目签约活动',
                  figures: { totalCount: 0 },
                  statements: { nodes: statement(day, ['2023-01-30'], ['F0-067', 'F3-002']) },
                },
              ],
            },
          },
          {
            ...{ code: '370113', name: '长清区', nameEn: 'Changqing', ...nothingElse },
            batches: {
              nodes: [
                {
                  code: 'changqing-start-2023-spring',
                  name: '长清区2023年春季集中开工批次',
                  figures: {
                    nodes: [
                      figure('PROJECT_COUNT', '项目数', projects('19'), 'F0-061', 'F2-006'),
                      figure(
                        ...(['TOTAL_INVESTMENT', '总投资', investment('98.8')] as const),
                        ...['F0-062', 'F2-007'],
                      ),
                    ],
                  },
                  statements: {
                    nodes: statement(
                      sector,
                      ['工业', '农业', '康养', '民生'],
                      [
                        ...['F0-063', 'F0-064', 'F0-065', 'F0-066'],
                        ...['F2-008', 'F2-009', 'F2-010', 'F2-011'],
                      ],
                    ),
                  },
                },
              ],
            },
            promotionEvents: {
              nodes: [
                {
                  code: 'changqing-start-2023-01-29',
                  name: '长清区2023年春季重点项目集中开工仪式',
                  figures: { totalCount: 0 },
                  statements: { nodes: statement(day, ['2023-01-29'], ['F0-060', 'F2-001']) },
                },
              ],
            },
          },
        ],
      },
    });
    expect(gateway.sql.statements).toHaveLength(14);
  });

  const dated = (code: string, latest: string, certainty: string) => ({
    ...{ code, asOf: { latest, certainty } },
  });

  it('O08: Lixia has two targets for 2023, one of them a lower bound, and no actual', async () => {
    const told = { kind: 'TARGET', period: '2023', progress: null };
    expect(await gateway.ask(DistrictTargetsDocument)).toEqual({
      region: {
        ...{ code: '370102', name: '历下区', nameEn: 'Lixia' },
        targets: {
          totalCount: 2,
          nodes: [
            {
              metric: {
                ...{ code: 'OUTSIDE_CITY_INVESTMENT', name: '市外投资' },
                nameEn: 'Investment from outside the city',
                definition: '期内引进的市外投资；到位口径未说明',
              },
              ...{ ...told, canonical: investment('381') },
              observations: [dated('F0-079', '2023-02-02', 'YEAR_INFERRED')],
            },
            {
              metric: {
                ...{ code: 'PROJECTS_OVER_100M_INTRODUCED', name: '引进过亿元项目数' },
                nameEn: 'Projects over CNY 100M introduced',
                definition: '期内引进的投资过亿元的项目个数；投资按计划还是到位计未说明',
              },
              ...{ ...told, canonical: projects('120', 'GTE') },
              observations: [dated('F0-078', '2023-02-02', 'YEAR_INFERRED')],
            },
          ],
        },
        actuals: { totalCount: 0 },
      },
    });
    expect(gateway.sql.statements).toHaveLength(5);
  });

  it('O18: Changqing’s 62 and 71 come to its 133 projects, 9.65 each, and 48 overlap with them', async () => {
    const told = (
      ...[code, name, definition, kind, canonical, fact]: [
        string,
        string,
        string,
        string,
        object,
        string,
      ]
    ) => ({
      ...{ metric: { code, name, definition }, kind, period: '2023', canonical },
      ...{ computed: null, difference: null, observations: observed(fact) },
    });
    expect(await gateway.ask(DistrictKeyProjectsDocument)).toEqual({
      batches: {
        nodes: [
          {
            name: '长清区2023年省、市、区三级重点项目',
            nameEn: 'Changqing 2023 provincial, municipal and district key projects',
            region: { name: '长清区' },
            figures: {
              totalCount: 5,
              nodes: [
                told(
                  ...['CONTINUING_PROJECTS', '续建项目数', '期内续建的项目个数；原开工时间未说明'],
                  ...['ACTUAL', projects('62'), 'F2-020'],
                ),
                told(
                  ...['NEW_PROJECTS', '新建项目数'],
                  ...['期内新建或新开工的项目个数；是否均已开工未说明'],
                  ...['PLAN', projects('71'), 'F2-021'],
                ),
                told(
                  ...['PROJECT_COMPLETIONS', '竣工投产项目数'],
                  ...['期内竣工投产或计划竣工投产的项目个数；与续建、新建项目重叠'],
                  ...['PLAN', projects('48'), 'F2-038'],
                ),
                {
                  ...told(
                    ...['PROJECT_COUNT', '项目数'],
                    ...['批次、活动或名单中的项目个数；何时算一个项目未说明'],
                    ...['ACTUAL', projects('133'), 'F2-036'],
                  ),
                  computed: {
                    ...{ quantity: bare('133'), method: 'PARTS_ADDED', verdict: 'AGREE' },
                    coverage: { complete: true },
                  },
                  difference: bare('0'),
                },
                told(
                  ...['TOTAL_INVESTMENT', '总投资'],
                  ...['项目从头到尾共需的投资；不是某年完成的投资'],
                  ...['ACTUAL', investment('1283.6'), 'F2-035'],
                ),
              ],
            },
          },
        ],
      },
      mean: investment('9.65'),
    });
    expect(gateway.sql.statements).toHaveLength(7);
  });

  it('O21: 5818 quality enterprises of four types and more, first in the province, not split by type', async () => {
    const told = { kind: 'ACTUAL', period: '2023', computed: null };
    expect(await gateway.ask(QualityEnterprisesDocument)).toEqual({
      region: {
        ...{ code: '370100', name: '济南市', nameEn: 'Jinan' },
        figures: {
          totalCount: 2,
          nodes: [
            {
              metric: {
                ...{ code: 'QUALITY_ENTERPRISE_COUNT', name: '优质企业总量' },
                nameEn: 'Quality enterprises',
                definition:
                  '专精特新、瞪羚、单项冠军、独角兽等优质企业的总数；各类个数和是否重复计算未说明',
              },
              ...{ ...told, canonical: projects('5818') },
              observations: [dated('F1-070', '2023-11-30', 'INFERRED')],
            },
            {
              metric: {
                ...{ code: 'QUALITY_ENTERPRISE_RANK_IN_PROVINCE', name: '优质企业全省位次' },
                nameEn: 'Provincial rank by quality enterprises',
                definition: '优质企业新增量和总量在全省的位次',
              },
              ...{ ...told, canonical: amount('1', 'RANK') },
              observations: [dated('F1-075', '2023-11-30', 'INFERRED')],
            },
          ],
        },
        types: {
          totalCount: 4,
          nodes: [
            ['专精特新', 'Specialised, refined, distinctive, novel'],
            ['瞪羚', 'Gazelle'],
            ['单项冠军', 'Single-item champion'],
            ['独角兽', 'Unicorn'],
          ].map(([value, valueEn], place) => ({
            ...{ position: place + 1, value, valueEn, listComplete: false },
            evidence: coded(`F1-07${place + 1}`),
          })),
        },
      },
    });
    expect(gateway.sql.statements).toHaveLength(6);
  });
});
