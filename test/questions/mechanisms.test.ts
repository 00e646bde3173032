import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ApprovalTracksDocument,
  GuaranteeMechanismsDocument,
  IssueStepsDocument,
  LeadingIndustriesDocument,
  ProjectStagesDocument,
  SponsorshipRolesDocument,
} from '../generated/operations.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { coded } from './quantities.ts';

/** What mechanisms, policies and industries are made of, in the sources' own order: each answer whole. */
describe('the questions about mechanisms and industries', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());

  /** A list as told, with the place of each and the fact that says so; more of each where there is any. */
  const listed = (fact: string, items: readonly (readonly [string, string])[], more = {}) => {
    const [document, first] = fact.split('-');
    return {
      totalCount: items.length,
      nodes: items.map(([value, valueEn], place) => ({
        ...{ position: place + 1, value, valueEn, ...more },
        evidence: coded(`${document}-${String(Number(first) + place).padStart(3, '0')}`),
      })),
    };
  };
  const agreeing = (value: string) => ({
    nodes: [
      {
        canonical: { value },
        computed: { quantity: { value }, method: 'NAMES_COUNTED', verdict: 'AGREE' },
      },
    ],
  });
  const whole2024 = { listComplete: true, period: '2024' };

  it('O13: a project of 2024 has five stages, one of 2023 had four steps', async () => {
    expect(await gateway.ask(ProjectStagesDocument)).toEqual({
      mechanism: {
        ...{ name: '三看三深化', nameEn: 'Three Looks, Three Deepenings' },
        statements: listed(
          'F1-117',
          [
            ['产业项目谋划', 'Planning'],
            ['项目落地', 'Landing'],
            ['项目建设', 'Construction'],
            ['项目建成达效', 'Completion and effect'],
            ['项目服务', 'Service'],
          ],
          whole2024,
        ),
        figures: agreeing('5'),
      },
      before: {
        name: '动态项目库',
        statements: {
          totalCount: 4,
          nodes: ['谋划', '招引', '建设', '投产'].map((value, place) => ({
            ...{ position: place + 1, value, period: '2023' },
          })),
        },
      },
    });
  });

  it('O14: an issue may not go from 归集 straight to 督导; 分解 and 调度 lie between', async () => {
    const answer = await gateway.ask(IssueStepsDocument);
    expect(answer).toEqual({
      namedSubject: {
        ...{ name: '问题闭环机制', nameEn: 'Closed-loop issue mechanism' },
        transition: { isAllowed: false, path: ['归集', '分解', '调度', '督导'] },
        steps: listed('F1-131', [
          ['归集', 'Collect'],
          ['分解', 'Assign'],
          ['调度', 'Dispatch'],
          ['督导', 'Supervise'],
          ['销号', 'Close off'],
        ]),
      },
    });
    const transitionTo = async (to: string) =>
      (await gateway.ask(IssueStepsDocument, { to })).namedSubject?.transition;
    expect(await transitionTo('分解')).toEqual({ isAllowed: true, path: ['归集', '分解'] });
    expect(await transitionTo('归集')).toEqual({ isAllowed: false, path: [] });
  });

  it('O15: four things go on in parallel in approval, and the list is whole', async () => {
    expect(await gateway.ask(ApprovalTracksDocument)).toEqual({
      namedSubject: {
        ...{ name: '“四个并联”审批机制', nameEn: 'Four-in-parallel approval mechanism' },
        tracks: listed(
          'F1-126',
          [
            ['供地', 'Land supply'],
            ['建设手续审批', 'Construction permits'],
            ['提前开工', 'Early start'],
            ['入库纳统', 'Entry to library and statistics'],
          ],
          whole2024,
        ),
      },
    });
  });

  it('O16: sponsorship has four roles, and a level is told of the first alone', async () => {
    expect(await gateway.ask(SponsorshipRolesDocument)).toEqual({
      namedSubject: {
        name: '项目包挂机制',
        nameEn: 'Project sponsorship (package-and-hook) mechanism',
        parent: { name: '《长清区关于加快推进重点项目建设的实施意见》' },
        roles: listed('F2-046', [
          ['总协调人', 'General coordinator'],
          ['总调度人', 'General dispatcher'],
          ['协调责任人', 'Coordination owner'],
          ['调度责任人', 'Dispatch owner'],
        ]),
        levels: {
          totalCount: 1,
          nodes: [
            {
              attribute: {
                ...{ code: 'COORDINATOR_LEVEL', name: '协调人级别', nameEn: 'Coordinator level' },
              },
              ...{ value: '区级领导', valueEn: 'District-level leader' },
              evidence: coded('F2-050'),
            },
          ],
        },
      },
    });
  });

  it('O17: the policy of 27 January sets up four mechanisms, which are not the four guarantees of 1+4', async () => {
    const mechanism = (name: string, nameEn: string, fact: string) => ({
      ...{ name: `${name}机制`, nameEn: `${nameEn} mechanism`, evidence: coded(fact) },
    });
    expect(await gateway.ask(GuaranteeMechanismsDocument)).toEqual({
      policy: {
        name: '《长清区关于加快推进重点项目建设的实施意见》',
        nameEn: 'Changqing implementation opinions on accelerating key projects',
        region: { name: '长清区' },
        issued: {
          nodes: [
            {
              value: '2023-01-27',
              asOf: {
                ...{ earliest: '2023-01-27', certainty: 'YEAR_INFERRED' },
                derivation: 'Printed 1月27日; year from context',
              },
              evidence: coded('F2-044'),
            },
          ],
        },
        figures: agreeing('4'),
        mechanisms: {
          totalCount: 4,
          nodes: [
            mechanism('调度推进', 'Dispatch-and-advance', 'F2-052'),
            mechanism('督查考核', 'Supervision and assessment', 'F2-056'),
            mechanism('分级解决', 'Graded-resolution', 'F2-054'),
            mechanism('项目包挂', 'Project sponsorship (package-and-hook)', 'F2-045'),
          ],
        },
      },
      other: {
        name: '长清区“1+4”工作主线',
        guarantees: {
          totalCount: 4,
          nodes: ['招商引资', '优化环境', '解放思想', '人才创新'].map((value) => ({ value })),
        },
      },
    });
  });

  it('O24: Shizhong has five leading industries and four centres, and the batch five other sectors', async () => {
    const industry = (code: string, name: string, nameEn: string) => ({
      ...{ code: `shizhong-${code}`, name, nameEn },
    });
    expect(await gateway.ask(LeadingIndustriesDocument)).toEqual({
      namedSubject: {
        ...{ name: '市中区五大主导产业', nameEn: 'Shizhong five leading industries' },
        region: { name: '市中区' },
        industries: {
          totalCount: 5,
          nodes: [
            industry('digital-economy', '数字经济', 'Digital economy'),
            industry('energy-internet-industry', '能源互联网', 'Energy internet'),
            industry('high-end-commerce', '高端商贸', 'High-end commerce'),
            industry('modern-finance', '现代金融', 'Modern finance'),
            industry('urban-industry', '都市工业', 'Urban industry'),
          ],
        },
        zones: listed(
          'F3-040',
          [
            ['现代金融示范区', 'Modern finance demonstration zone'],
            ['都市工业样板区', 'Urban industry model zone'],
            ['数字经济先锋区', 'Digital economy pioneer zone'],
            ['能源互联网产业集聚区', 'Energy-internet industry cluster zone'],
            ['高端商贸品牌区', 'High-end commerce brand zone'],
          ],
          { listComplete: true },
        ),
        centres: listed('F3-047', [
          ['总部经济中心', 'Headquarters economy centre'],
          ['新技术研发中心', 'New-technology R&D centre'],
          ['交易服务中心', 'Trading service centre'],
          ['能源装备智造中心', 'Energy equipment centre'],
        ]),
        figures: agreeing('5'),
      },
      batches: {
        nodes: [
          {
            name: '市中区2023年1月30日签约批次',
            sectors: ['新能源', '医疗', '互联网', '金融', '都市工业'].map((name) => ({ name })),
          },
        ],
      },
    });
  });
});
