import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ChainSuppliersNamedDocument,
  DistrictsWithSuppliersDocument,
  DomesticTripsDocument,
  EventCalendarDocument,
  OverseasDelegationsDocument,
  RoundtableDocument,
  StrategicAgreementDocument,
  SuppliersByDistrictDocument,
  VisitingEnterprisesDocument,
  VisitTopicsDocument,
} from '../generated/operations.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** The saved operations against the documents' facts: each answer whole, gaps and all. */
describe('the questions that the documents answer', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());

  const named = (...names: string[]) => names.map((name) => ({ name }));
  const enterprise = (name: string) => ({ participant: { __typename: 'Enterprise', name } });
  const office = (title: string) => ({ participant: { __typename: 'Office', title } });
  const reason =
    '来源只写“周边区县”，未指明区县 · The sources say only “周边区县” and name no district.';

  it('O03: three overseas delegations left on 6 February 2023, one of them to a region and no country', async () => {
    const departedOn = {
      earliest: '2023-02-06',
      latest: '2023-02-06',
      certainty: 'YEAR_INFERRED',
    };
    const to = (name: string, kind: string, countryCode: string) => ({
      destinations: [{ name, kind, countryCode }],
      destinationsComplete: true,
      departedOn,
    });
    expect(await gateway.ask(OverseasDelegationsDocument)).toEqual({
      trips: {
        totalCount: 3,
        nodes: [
          { name: '赴日本招商团组', ...to('日本', 'COUNTRY', 'JP') },
          { name: '赴德国招商团组', ...to('德国', 'COUNTRY', 'DE') },
          { name: '赴香港招商团组', ...to('香港', 'SPECIAL_ADMINISTRATIVE_REGION', 'HK') },
        ],
      },
    });
  });

  it('O05: six supporting projects are stated, two suppliers are known, and no district of any', async () => {
    const count = { value: '6', unit: 'COUNT', qualifier: 'EXACT' };
    const supplier = (code: string, name: string, project: string, node: string, fact: string) => ({
      enterprise: { code, name },
      projects: {
        nodes: [
          {
            name: project,
            district: null,
            chainPositions: { nodes: [{ node: { name: node, position: 'SUPPORTING' } }] },
            evidence: { code: fact },
          },
        ],
      },
    });
    expect(await gateway.ask(ChainSuppliersNamedDocument)).toEqual({
      chain: {
        code: 'byd',
        name: '比亚迪配套产业链',
        anchor: { code: 'byd', name: '比亚迪股份有限公司' },
        batches: {
          nodes: [
            {
              name: '比亚迪配套产业链项目(周边区县)',
              locationText: '周边区县',
              region: null,
              membersComplete: false,
              observations: [
                {
                  metric: 'PROJECT_COUNT',
                  quantity: count,
                  evidence: {
                    code: 'F4-034',
                    paragraph: 7,
                    line: 7,
                    document: { fileName: '004_dabdd776daeeb098.txt' },
                  },
                },
              ],
            },
          ],
        },
        suppliersByDistrict: [
          {
            district: null,
            basis: ['UNKNOWN'],
            supplierCount: 2,
            statedProjectCount: 6,
            reason,
            suppliers: {
              nodes: [
                supplier('dongfeng-lear', '东风李尔', '东风李尔汽车座椅项目', '汽车座椅', 'F4-038'),
                supplier('pingfeng', '平丰', '平丰汽车配件制造项目', '汽车配件', 'F4-040'),
              ],
            },
          },
        ],
      },
    });
  });

  it('O05, asked from the chain: one group without a district, told why, in four statements', async () => {
    const { chain } = await gateway.ask(SuppliersByDistrictDocument);
    expect(gateway.sql.statements).toHaveLength(4);
    expect(chain?.suppliersByDistrict).toMatchObject([
      {
        district: null,
        supplierCount: 2,
        statedProjectCount: 6,
        reason,
        suppliers: { totalCount: 2 },
      },
    ]);
  });

  it('O05, asked from the districts: none of them has a supplier that the documents place there', async () => {
    const { districts } = await gateway.ask(DistrictsWithSuppliersDocument);
    expect(districts.totalCount).toBe(15);
    expect(districts.nodes.map(({ suppliers }) => suppliers.totalCount)).toEqual(Array(15).fill(0));
    expect(gateway.sql.statements).toHaveLength(3); // districts, the chain, every page at once
  });

  it('O09: nine units and seven cities, both lists open, and nobody placed in Shanghai', async () => {
    expect(await gateway.ask(DomesticTripsDocument)).toEqual({
      trips: {
        totalCount: 1,
        nodes: [
          {
            name: '区县(功能区)外出招商',
            units: named(
              '槐荫区',
              '天桥区',
              '历城区',
              '长清区',
              '济阳区',
              '莱芜区',
              '钢城区',
              '商河县',
              '济南新旧动能转换起步区',
            ),
            unitsComplete: false,
            destinations: named('北京', '杭州', '上海', '深圳', '苏州', '天津', '长沙'),
            destinationsComplete: false,
            pairingKnown: false,
          },
        ],
      },
    });
  });

  it('O10: seven enterprises visited from 29 January, only the first on a day that is known', async () => {
    expect(await gateway.ask(VisitingEnterprisesDocument)).toEqual({
      promotionEvents: {
        nodes: [
          {
            name: '华为高层来访会见',
            heldOn: {
              earliest: '2023-01-29',
              latest: '2023-01-29',
              certainty: 'YEAR_INFERRED',
              derivation: 'Printed 1月29日; year from context',
            },
            partiesComplete: true,
            guests: [enterprise('华为技术有限公司'), office('副董事长、轮值董事长')],
          },
          {
            name: '企业密集来访(1月29日后数日)',
            heldOn: {
              earliest: '2023-01-30',
              latest: '2023-02-05',
              certainty: 'INFERRED',
              derivation: '随后几天 after 29 Jan ⇒ the week that follows; days not given',
            },
            partiesComplete: true,
            guests: [
              enterprise('住友商事株式会社'),
              enterprise('北京辰安科技股份有限公司'),
              enterprise('中国电信山东分公司'),
              enterprise('广州工控集团'),
              enterprise('中国移动通信集团山东有限公司'),
              enterprise('太平洋建设集团'),
            ],
          },
        ],
      },
    });
  });

  it('O11: the Huawei meeting had three topics told, with more untold, and offices for people', async () => {
    const host = { role: 'HOST' };
    expect(await gateway.ask(VisitTopicsDocument)).toEqual({
      promotionEvents: {
        nodes: [
          {
            name: '华为高层来访会见',
            hosts: [
              { ...host, participant: { __typename: 'Region', name: '济南市' } },
              { ...host, ...office('市委书记') },
              { ...host, ...office('市长(市委副书记)') },
            ],
            guests: [
              { role: 'GUEST', ...enterprise('华为技术有限公司') },
              { role: 'GUEST', ...office('副董事长、轮值董事长') },
            ],
            topics: named('新一代信息技术', '新能源', '人才'),
            topicsComplete: false,
          },
        ],
      },
    });
  });

  it('O12: the agreement with Peking University has an inferred date that says how, and three areas', async () => {
    expect(await gateway.ask(StrategicAgreementDocument)).toEqual({
      promotionEvents: {
        nodes: [
          {
            name: '济南市—北京大学战略合作协议签署',
            heldOn: {
              earliest: '2023-02-06',
              latest: '2023-02-06',
              certainty: 'INFERRED',
              derivation: '立春后首个工作日: 4 Feb 2023 is Saturday ⇒ Mon 6 Feb',
            },
            guests: [
              { role: 'COUNTERPARTY', participant: { name: '北京大学', kind: 'UNIVERSITY' } },
            ],
            agreementAreas: named(
              '健全人才常态化合作机制',
              '城市软实力合作研究',
              '医学研究领域合作交流',
            ),
            topicsComplete: false,
          },
        ],
      },
    });
  });

  it('O23: fifteen enterprises came to the first roundtable, five of them named, with three issues', async () => {
    const guest = (code: string, name: string, ...aliases: string[]) => ({
      participant: { code, name, aliases },
    });
    expect(await gateway.ask(RoundtableDocument)).toEqual({
      promotionEvents: {
        nodes: [
          {
            name: '首期“鹊华观澜会”',
            edition: 1,
            heldOn: { earliest: '2023-02-03', latest: '2023-02-03', certainty: 'YEAR_INFERRED' },
            guests: [
              guest('byd', '比亚迪股份有限公司', '比亚迪'),
              guest('spic', '国电投'),
              guest('jd', '京东'),
              guest('siemens', '西门子'),
              guest('oracle', '甲骨文'),
            ],
            partiesComplete: false,
            observations: [
              {
                metric: 'ENTERPRISE_COUNT',
                quantity: { value: '15', unit: 'COUNT', qualifier: 'EXACT' },
              },
            ],
            issues: [
              { name: '政策配套', issueKind: 'POLICY' },
              { name: '园区建设', issueKind: 'PARK' },
              { name: '人才引进', issueKind: 'TALENT' },
            ],
          },
        ],
      },
    });
  });

  it('O25: fifteen events from 27 January to 14 February, four of them on an inferred day', async () => {
    const { promotionEvents } = await gateway.ask(EventCalendarDocument);
    expect(promotionEvents.totalCount).toBe(15);
    const calendar = promotionEvents.nodes.map(({ name, kinds, heldOn }) => [
      heldOn.earliest,
      heldOn.certainty === 'INFERRED' ? 'inferred' : 'told',
      name,
      kinds.join(),
    ]);
    expect(calendar.sort()).toEqual(
      [
        ['2023-01-27', 'inferred', '长清区项目建设攻坚动员大会', 'CONFERENCE'],
        ['2023-01-28', 'inferred', '济南市2023年“项目突破年”工作动员大会', 'CONFERENCE'],
        ['2023-01-28', 'inferred', '市中区“深化落实年”“提速增效年”动员大会', 'CONFERENCE'],
        ['2023-01-29', 'told', '长清区2023年春季重点项目集中开工仪式', 'START'],
        ['2023-01-29', 'told', '华为高层来访会见', 'VISIT'],
        ['2023-01-30', 'told', '市中区2023年重点项目签约活动', 'SIGNING'],
        ['2023-02-02', 'told', '历下区招商引资工作暨“招商服务年”推进大会', 'CONFERENCE'],
        ['2023-02-02', 'told', '平阴县2023年第一季度招商引资项目集中签约仪式', 'SIGNING'],
        ['2023-02-03', 'told', '首期“鹊华观澜会”', 'ROUNDTABLE'],
        ['2023-02-06', 'told', '2023年2月6日境外招商三团组', 'DEPARTURE'],
        ['2023-02-06', 'inferred', '济南市—北京大学战略合作协议签署', 'AGREEMENT'],
        [
          '2023-02-09',
          'told',
          '济南市中心城区雨污合流管网改造和城市内涝治理PPP项目集中开工',
          'START',
        ],
        ['2023-02-09', 'told', '钢城区“双招双引”推介会暨重点项目签约仪式', 'PROMOTION,SIGNING'],
        ['2023-02-12', 'told', '2023年全市工业和信息化工作会议', 'CONFERENCE'],
        ['2023-02-14', 'told', '全省高质量发展重大项目建设现场推进会', 'CONFERENCE,START'],
      ].sort(),
    );
  });
});
