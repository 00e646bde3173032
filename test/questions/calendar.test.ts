import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventCalendarDocument } from '../generated/operations.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** What happened on which day, as far as the documents tell the day. */
describe('the question about the calendar of events', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());

  it('O25: fifteen events from 27 January to 14 February, four on an inferred day, and visits of a week', async () => {
    const zone = '济南新旧动能转换起步区';
    const batch = (name: string, region: string, within?: string) => ({
      ...{ name, region: { name: region } },
      parent: within ? { region: { name: within } } : null,
    });
    type Batch = ReturnType<typeof batch>;
    const event = (
      [day, certainty]: [string, string],
      kinds: string[],
      code: string,
      name: string,
      region: string | null,
      ...batches: Batch[]
    ) => ({
      ...{ code, name, kinds, heldOn: { earliest: day, certainty } },
      region: region === null ? null : { name: region },
      batches: { nodes: batches },
    });
    const told = (day: string): [string, string] => [day, 'YEAR_INFERRED'];
    const inferred = (day: string): [string, string] => [day, 'INFERRED'];
    const { promotionEvents, ...rest } = await gateway.ask(EventCalendarDocument);
    const days = promotionEvents.nodes.map(({ heldOn }) => heldOn.earliest);
    expect(days).toEqual([...days].sort());
    // Which of one day comes first is not told.
    const nodes = [...promotionEvents.nodes].sort((one, other) =>
      `${one.heldOn.earliest} ${one.code}` < `${other.heldOn.earliest} ${other.code}` ? -1 : 1,
    );
    expect({ promotionEvents: { ...promotionEvents, nodes }, ...rest }).toEqual({
      promotionEvents: {
        totalCount: 15,
        nodes: [
          event(
            inferred('2023-01-27'),
            ['CONFERENCE'],
            'changqing-mobilisation-2023',
            '长清区项目建设攻坚动员大会',
            '长清区',
          ),
          event(
            inferred('2023-01-28'),
            ['CONFERENCE'],
            'jinan-mobilisation-2023',
            '济南市2023年“项目突破年”工作动员大会',
            '济南市',
          ),
          event(
            inferred('2023-01-28'),
            ['CONFERENCE'],
            'shizhong-mobilisation-2023',
            '市中区“深化落实年”“提速增效年”动员大会',
            '市中区',
          ),
          event(
            told('2023-01-29'),
            ['START'],
            'changqing-start-2023-01-29',
            '长清区2023年春季重点项目集中开工仪式',
            '长清区',
            batch('长清区2023年春季集中开工批次', '长清区'),
          ),
          event(
            told('2023-01-29'),
            ['VISIT'],
            'huawei-visit-2023-01-29',
            '华为高层来访会见',
            '济南市',
          ),
          event(
            told('2023-01-30'),
            ['SIGNING'],
            'shizhong-signing-2023-01-30',
            '市中区2023年重点项目签约活动',
            '市中区',
            batch('市中区2023年1月30日签约批次', '市中区'),
          ),
          event(
            told('2023-02-02'),
            ['CONFERENCE'],
            'lixia-promotion-conference-2023',
            '历下区招商引资工作暨“招商服务年”推进大会',
            '历下区',
          ),
          event(
            told('2023-02-02'),
            ['SIGNING'],
            'pingyin-signing-2023-02-02',
            '平阴县2023年第一季度招商引资项目集中签约仪式',
            '平阴县',
            batch('平阴县2023年一季度签约批次', '平阴县'),
          ),
          event(told('2023-02-03'), ['ROUNDTABLE'], 'quehua-guanlan-1', '首期“鹊华观澜会”', zone),
          event(
            told('2023-02-06'),
            ['DEPARTURE'],
            'overseas-departure-2023-02-06',
            '2023年2月6日境外招商三团组',
            '济南市',
          ),
          event(
            inferred('2023-02-06'),
            ['AGREEMENT'],
            'pku-agreement-2023',
            '济南市—北京大学战略合作协议签署',
            '济南市',
          ),
          event(
            told('2023-02-09'),
            ['PROMOTION', 'SIGNING'],
            'gangcheng-promotion-2023-02-09',
            '钢城区“双招双引”推介会暨重点项目签约仪式',
            '钢城区',
            batch('钢城区2023年2月9日签约批次', '钢城区'),
            batch('钢城区城市更新推介项目', '钢城区'),
          ),
          event(
            told('2023-02-09'),
            ['START'],
            'jinan-sewer-ppp-start',
            '济南市中心城区雨污合流管网改造和城市内涝治理PPP项目集中开工',
            '济南市',
            batch('济南市中心城区雨污合流管网改造和城市内涝治理PPP项目集中开工批次', '济南市'),
          ),
          event(
            told('2023-02-12'),
            ['CONFERENCE'],
            'jinan-industry-conference-2023',
            '2023年全市工业和信息化工作会议',
            '济南市',
          ),
          event(
            told('2023-02-14'),
            ['CONFERENCE', 'START'],
            'shandong-start-2023-02-14',
            '全省高质量发展重大项目建设现场推进会',
            null,
            batch('起步区2023年2月14日集中开工批次', zone, '济南市'),
            batch('全省集中开工·济南批次', '济南市'),
          ),
        ],
      },
      spans: {
        totalCount: 1,
        nodes: [
          {
            code: 'enterprise-visits-2023-01',
            name: '企业密集来访(1月29日后数日)',
            kinds: ['VISIT'],
            heldOn: { earliest: '2023-01-30', latest: '2023-02-05', certainty: 'INFERRED' },
          },
        ],
      },
    });
  });
});
