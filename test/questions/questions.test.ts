import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DomesticTripsDocument,
  OverseasDelegationsDocument,
  RoundtableDocument,
  StrategicAgreementDocument,
  VisitingEnterprisesDocument,
  VisitTopicsDocument,
} from '../generated/operations.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { amount, observed, projects } from './quantities.ts';

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
            figures: {
              nodes: [
                {
                  canonical: { value: '9' },
                  computed: { quantity: { value: '9' }, method: 'NAMES_COUNTED', verdict: 'AGREE' },
                },
              ],
            },
          },
        ],
      },
      surely: { totalCount: 0, nodes: [] },
      perhaps: { totalCount: 9 },
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
      enterprises: { totalCount: 7 },
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

  it('O23: fifteen enterprises came to the first roundtable, five of them named, on floor 15, with three issues', async () => {
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
            venue: '起步区管委会驻地15楼',
            figures: {
              nodes: [
                {
                  metric: {
                    ...{ code: 'ENTERPRISE_COUNT', name: '到会企业数' },
                    definition: '到会的企业家数；只点名一部分，一家可到多场',
                  },
                  canonical: projects('15'),
                  computed: {
                    ...{ quantity: { value: '5' }, method: 'NAMES_COUNTED' },
                    coverage: { statedMembers: 15, knownMembers: 5, complete: false },
                    verdict: 'UNRESOLVED',
                  },
                  observations: observed('F4-007'),
                },
                {
                  metric: {
                    ...{ code: 'VENUE_FLOOR', name: '会场楼层' },
                    definition: '会场所在楼层；与到会企业数无关',
                  },
                  canonical: amount('15', 'FLOOR'),
                  computed: null,
                  observations: observed('F4-013'),
                },
              ],
            },
            issues: [
              { name: '政策配套', issueKind: 'POLICY' },
              { name: '园区建设', issueKind: 'PARK' },
              { name: '人才引进', issueKind: 'TALENT' },
            ],
            topicsComplete: true,
          },
        ],
      },
    });
  });
});
