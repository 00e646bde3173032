import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  FirstBatchStartsDocument,
  IndustryScaleGapDocument,
  KeyProjectsByYearDocument,
  StartUpAreaSigningsDocument,
} from '../generated/operations.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { coded, investment, observed, percent, projects } from './quantities.ts';

/**
 * What the saved operations hold against each other, and what they refuse to: each answer whole. The
 * parts of one run side by side: at best they load figures and scopes together, so that fewer statements do.
 */
describe('the questions that hold one figure against another', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());

  const derived = {
    verdict: 'DERIVED',
    explanation: '由两个数算得，来源未写 · Worked out from the two; no source says it.',
  };
  const otherMeasure = {
    ...{ verdict: 'NOT_COMPARABLE', reason: 'MEASURE' },
    explanation: '两者不是同一件事的数 · The two count or measure different things.',
  };

  /** A figure that one document tells, by so many facts. */
  const told = (
    of: { subject: object; metric: object; kind: string; period: string | null },
    canonical: object,
    ...facts: string[]
  ) => ({ ...of, canonical, distinctDocuments: 1, observations: observed(...facts) });
  const [count, total] = [
    { code: 'PROJECT_COUNT', name: '项目数' },
    { code: 'TOTAL_INVESTMENT', name: '总投资' },
  ];
  const actual = { kind: 'ACTUAL' };
  const firstBatch = {
    code: 'jinan-library-2023-first',
    name: '十个领域第一批重点项目(2023)',
    nameEn: 'First batch of key projects in ten domains (2023)',
  };

  it('O06: 2000 and 26600 of 2024 must not be held against 1301 and more than 24000 of a first batch', async () => {
    const of2024 = {
      subject: {
        ...{ code: 'jinan-key-projects-2024', name: '2024年重点项目' },
        nameEn: 'Key projects of the 2024 project system',
      },
      ...{ ...actual, period: '2024' },
    };
    const of2023 = { subject: firstBatch, ...actual, period: '2023' };
    const refused = {
      ...{ verdict: 'NOT_COMPARABLE', reason: 'SNAPSHOT_KIND', difference: null },
      explanation:
        '一为滚动增加的项目库中的一批，一为一年的全部 · One is a batch of a growing library, the other a year’s whole.',
    };
    expect(await gateway.ask(KeyProjectsByYearDocument)).toEqual({
      figures: {
        totalCount: 4,
        nodes: [
          told({ ...of2024, metric: count }, projects('2000'), 'F1-108'),
          told({ ...of2024, metric: total }, investment('26600'), 'F1-109'),
          told({ ...of2023, metric: count }, projects('1301'), 'F0-011', 'F0-142'),
          told({ ...of2023, metric: total }, investment('24000', 'GT'), 'F0-012'),
        ],
      },
      count: refused,
      investment: refused,
    });
    expect(gateway.sql.statements.length).toBeLessThanOrEqual(5);
  });

  it('O07: 41.9 % of the first batch start in 2023, and no source says that the others go on', async () => {
    const of2023 = { subject: firstBatch, period: '2023' };
    const starting = { code: 'NEW_PROJECTS', name: '新建项目数' };
    expect(await gateway.ask(FirstBatchStartsDocument)).toEqual({
      figures: {
        totalCount: 2,
        nodes: [
          told({ ...of2023, metric: starting, kind: 'PLAN' }, projects('545'), 'F0-143'),
          told({ ...of2023, metric: count, ...actual }, projects('1301'), 'F0-011', 'F0-142'),
        ],
      },
      share: {
        ...{ ...derived, reason: null },
        ...{ ratio: percent('41.9'), difference: projects('-756') },
      },
      continuing: null,
    });
    expect(gateway.sql.statements.length).toBeLessThanOrEqual(5);
  });

  it('O20: the four leading industries are 4000 short of 2025, a quarter more, and revenue is no yardstick', async () => {
    const scale = {
      subject: {
        ...{ code: 'four-leading-industries', name: '四大主导产业' },
        nameEn: 'Four leading industries',
      },
      metric: {
        ...{ code: 'INDUSTRY_SCALE', name: '产业规模' },
        definition: '一组产业的总规模；口径未说明，不能与营业收入相比',
      },
    };
    const revenue = {
      subject: { code: '370100', name: '济南市', nameEn: 'Jinan' },
      metric: {
        ...{ code: 'ABOVE_SCALE_INDUSTRIAL_REVENUE', name: '规上工业营业收入' },
        definition: '规模以上工业企业的营业收入；现值未给出',
      },
    };
    const target = { kind: 'TARGET', period: '2025' };
    const figure = (of: object, canonical: object, fact: string, progress: object | null) => ({
      ...{ ...of, canonical, progress, observations: observed(fact) },
    });
    expect(await gateway.ask(IndustryScaleGapDocument)).toEqual({
      figures: {
        totalCount: 3,
        nodes: [
          figure({ ...scale, ...actual, period: '2023' }, investment('16000'), 'F1-069', null),
          figure({ ...scale, ...target }, investment('20000'), 'F1-082', {
            remaining: { value: '4000', unit: 'CNY_100M' },
            ratio: { value: '80', unit: 'PERCENT' },
            isMet: false,
          }),
          figure({ ...revenue, ...target }, investment('10000', 'GT'), 'F1-081', null),
        ],
      },
      gap: {
        ...{ ...derived, reason: null },
        ...{ difference: investment('4000'), excess: percent('25') },
      },
      other: { ...otherMeasure, difference: null },
    });
    expect(gateway.sql.statements.length).toBeLessThanOrEqual(7);
  });

  it('O22: 36 industrial projects of 11.1 each are under 12.91 % of all signed, whose number is not known', async () => {
    const of = (code: string, name: string, nameEn: string) => ({
      ...{ subject: { code, name, nameEn }, ...actual, period: null },
    });
    const [industrial, all] = ['start-up-area-signed-industrial', 'start-up-area-signed'];
    const ofIndustry = of(
      ...([industrial, '起步区已签约产业类项目'] as const),
      'Start-up Area signed industrial projects',
    );
    const ofAll = of(
      ...([all, '起步区累计签约各类项目'] as const),
      'Start-up Area cumulative signed projects of all kinds',
    );
    const ofGangcheng = of(
      ...(['gangcheng-signing-2023-02-09', '钢城区2023年2月9日签约批次'] as const),
      'Gangcheng signing batch of 9 Feb 2023',
    );
    expect(await gateway.ask(StartUpAreaSigningsDocument)).toEqual({
      figures: {
        totalCount: 4,
        nodes: [
          told({ ...ofGangcheng, metric: count }, projects('36'), 'F0-089'),
          told({ ...ofIndustry, metric: count }, projects('36'), 'F4-059'),
          told({ ...ofIndustry, metric: total }, investment('400'), 'F4-060'),
          told({ ...ofAll, metric: total }, investment('3100', 'GT'), 'F4-063'),
        ],
      },
      share: { ...derived, reason: null, ratio: percent('12.91', 'LT') },
      mean: investment('11.1'),
      wholeCount: null,
      totals: {
        batches: [
          { batch: coded(all), within: null },
          { batch: coded(industrial), within: null },
        ],
        warnings: [
          {
            ...{ inner: coded(industrial), outer: coded(all) },
            explanation:
              '来源未说明前者是否已计入后者 · No source says whether the first is counted in the second.',
          },
        ],
      },
      sameNumber: otherMeasure,
    });
    expect(gateway.sql.statements.length).toBeLessThanOrEqual(13);
  });
});
