import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DistrictProjectsDocument,
  LargeProjectsDocument,
  ProjectFacetsDocument,
  ProjectPagesDocument,
  ProjectsByDistrictDocument,
  SearchNamesDocument,
} from '../generated/operations.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** The saved operations that search, filter, count and page, against the documents' facts. */
describe('the saved questions about lists', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());

  const lastPage = { hasNextPage: false, endCursor: expect.any(String) };
  const noDistrict = {
    district: null,
    reason: '来源未写明所在区县 · The sources do not tell the district.',
  };

  it('finds BYD, its chain and its projects by pinyin, and says which name was read so', async () => {
    const { search } = await gateway.ask(SearchNamesDocument);
    expect(search.pageInfo).toEqual(lastPage);
    const found = search.nodes.map(({ type, name, by, matched, node }) => {
      const code = node && 'code' in node ? node.code : undefined;
      return [type, code, name, by, matched];
    });
    expect(found[0]).toEqual(['ENTERPRISE', 'byd', '比亚迪股份有限公司', 'PINYIN', '比亚迪']);
    expect(new Set(found.slice(1).map(([type, code]) => `${type} ${code}`))).toEqual(
      new Set([
        'INDUSTRY_CHAIN byd',
        'PROJECT byd-project-2',
        'PROJECT byd-vehicles',
        'PROJECT byd-start-up-vehicles-1',
        'PROJECT_BATCH byd-supporting-landed',
      ]),
    );
  });

  it('finds the same enterprise by its name, its initials and its traditional script', async () => {
    for (const text of ['比亚迪', 'byd', '比亞迪']) {
      const { search } = await gateway.ask(SearchNamesDocument, { text, types: ['ENTERPRISE'] });
      expect(search.nodes).toMatchObject([{ name: '比亚迪股份有限公司', node: { code: 'byd' } }]);
    }
  });

  it('counts what a panel shows: all stages, and of the landed projects districts and classes', async () => {
    expect(await gateway.ask(ProjectFacetsDocument)).toEqual({
      stages: [
        { stage: 'PLANNING', count: 1 },
        { stage: 'LANDING', count: 4 },
        { stage: 'CONSTRUCTION', count: 4 },
        { stage: 'COMPLETION_EFFECT', count: 3 },
        { stage: null, count: 14 },
      ],
      districts: [
        { district: { code: '370103', name: '市中区' }, reason: null, count: 1 },
        { ...noDistrict, count: 3 },
      ],
      classes: [{ class: null, count: 4 }],
      projects: { totalCount: 4 },
    });
  });

  it('tells how many projects each district has by stage, and of how many the investment is known', async () => {
    const group = (place: object, stage: string | null, count: number, investment?: string) => ({
      ...{ ...place, stage, count },
      totalInvestment: investment ?? null,
      totalInvestmentKnown: investment ? 1 : 0,
    });
    const startUpArea = {
      district: { code: 'JNZ-SU', name: '济南新旧动能转换起步区' },
      reason: null,
    };
    const { projectStats } = await gateway.ask(ProjectsByDistrictDocument);
    expect(projectStats).toEqual([
      group({ district: { code: '370103', name: '市中区' }, reason: null }, 'LANDING', 1),
      group(startUpArea, 'CONSTRUCTION', 1),
      group(startUpArea, null, 1),
      group(noDistrict, 'PLANNING', 1),
      group(noDistrict, 'LANDING', 3, '10'),
      group(noDistrict, 'CONSTRUCTION', 3, '273'),
      group(noDistrict, 'COMPLETION_EFFECT', 3),
      group(noDistrict, null, 13),
    ]);
  });

  it('lists the large projects that are not complete, the largest first, one without an owner', async () => {
    const investment = (amount: string) => ({
      totalInvestment: amount,
      totalInvestmentQualifier: 'EXACT',
    });
    expect(await gateway.ask(LargeProjectsDocument)).toEqual({
      projects: {
        totalCount: 2,
        pageInfo: lastPage,
        nodes: [
          {
            code: 'jinan-sewer-ppp',
            name: '济南市中心城区雨污合流管网改造和城市内涝治理PPP项目',
            ...{ district: null, stage: 'CONSTRUCTION', ...investment('273') },
            participants: { nodes: [] },
            chainPositions: { nodes: [] },
          },
          {
            code: 'pipechina-shandong-headquarters',
            name: '国家石油天然气管网集团山东区域总部项目',
            ...{ district: null, stage: 'LANDING', ...investment('10') },
            participants: { nodes: [{ organisation: { name: '国家石油天然气管网集团' } }] },
            chainPositions: { nodes: [] },
          },
        ],
      },
    });
  });

  it('finds a district’s large project by the batch that it is counted in, with who takes part', async () => {
    expect(await gateway.ask(DistrictProjectsDocument)).toEqual({
      projects: {
        totalCount: 1,
        pageInfo: lastPage,
        nodes: [
          {
            code: 'pipechina-shandong-headquarters',
            name: '国家石油天然气管网集团山东区域总部项目',
            district: null,
            stage: 'LANDING',
            totalInvestment: '10',
            totalInvestmentQualifier: 'EXACT',
            participants: {
              totalCount: 1,
              nodes: [{ role: 'OWNER', organisation: { name: '国家石油天然气管网集团' } }],
            },
          },
        ],
      },
    });
    expect(gateway.sql.statements).toHaveLength(2); // the projects; who takes part in all of them, with the organisations
  });

  it('finds a district’s projects of any stage and size where these are left open', async () => {
    const { projects } = await gateway.ask(DistrictProjectsDocument, {
      ...{ district: '370103', stages: null, atLeast: null },
    });
    expect(projects.nodes.map(({ code, district }) => [code, district?.name])).toEqual([
      ['pipechina-shandong-headquarters', undefined],
      ['energy-internet-base', undefined],
      ['shandong-mch-campus', '市中区'],
    ]);
  });

  it('pages through all projects, each once and in the order of one long page', async () => {
    const codesOf = async (first: number, after?: string | null): Promise<string[]> => {
      const { projects } = await gateway.ask(ProjectPagesDocument, { first, after });
      expect(projects.totalCount).toBe(26);
      const codes = projects.nodes.map(({ code }) => code);
      const { hasNextPage, endCursor } = projects.pageInfo;
      return hasNextPage ? [...codes, ...(await codesOf(first, endCursor))] : codes;
    };
    const whole = await codesOf(200);
    expect(new Set(whole).size).toBe(26);
    expect(await codesOf(7)).toEqual(whole);
  });
});
