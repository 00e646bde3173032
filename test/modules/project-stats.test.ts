import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordStatus } from '../../src/modules/project/project.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const MONEY =
  'count totalInvestment totalInvestmentQualifier totalInvestmentKnown annualPlan annualPlanKnown';

describe('statistics of projects', () => {
  let gateway: Gateway;
  let east: string;
  let zone: string;
  beforeAll(async () => {
    gateway = await startGateway();
    const { given } = gateway;
    east = await given.region({ code: '990101', name: '东区' });
    zone = await given.region({ code: 'ZONE-1', kind: 'FUNCTIONAL_ZONE', name: '新区' });
    const exact = (totalInvestment: string) =>
      ({ totalInvestment, totalInvestmentQualifier: 'EXACT' }) as const;
    const day = (earliest: string, latest = earliest) =>
      ({ earliest, latest, certainty: 'STATED' }) as const;
    await given.project({
      code: 'produces',
      site: east,
      started: day('2023-02-06'),
      ...exact('0.1'),
    });
    await given.project({ code: 'planned', site: east, annualPlan: '3', ...exact('0.2') });
    await given.project({
      ...{ code: 'landed', site: zone, administrativeDistrict: east, domain: 'steel' },
      ...{ totalInvestment: '10', totalInvestmentQualifier: 'GTE', class: 'INDUSTRIAL' },
      started: day('2023-12-31', '2024-01-01'),
    });
    await given.project({
      ...{ site: zone, procurement: 'PPP', level: 'MUNICIPAL', annualPlan: '0.0001' },
      ...{ totalInvestment: '5', totalInvestmentQualifier: 'GT' },
      started: day('2024-05-01', '2024-12-31'),
    });
    await given.project({});
    const evidence = await given.evidence();
    const says = (project: string, status: 'PLANNED' | 'LANDED' | 'IN_PRODUCTION') =>
      gateway.run(recordStatus, { project, status, asOf: unknownDate, evidence });
    await says('planned', 'PLANNED');
    await says('landed', 'LANDED');
    await says('produces', 'IN_PRODUCTION');
  });
  afterAll(() => gateway.close());

  const ask = async (args: string, selection: string) => {
    const { projectStats } = await gateway.query(`{ projectStats(${args}) { ${selection} } }`);
    return projectStats;
  };
  const refusal = async (args: string) => {
    const { errors } = await gateway.request(`{ projectStats(${args}) { count } }`);
    return errors?.[0]?.extensions;
  };

  it('are one row of all where nothing is grouped by, also where there is none', async () => {
    expect(await ask('groupBy: []', `groupedBy stage district { code } reason ${MONEY}`)).toEqual([
      {
        ...{ groupedBy: [], stage: null, district: null, reason: null, count: 5 },
        ...{ totalInvestment: '15.3', totalInvestmentQualifier: 'GT', totalInvestmentKnown: 4 },
        ...{ annualPlan: '3.0001', annualPlanKnown: 2 },
      },
    ]);
    expect(await ask('groupBy: [], filter: { code: { eq: "none" } }', MONEY)).toEqual([
      {
        ...{ count: 0, totalInvestment: null, totalInvestmentQualifier: null },
        ...{ totalInvestmentKnown: 0, annualPlan: null, annualPlanKnown: 0 },
      },
    ]);
    expect(await ask('groupBy: [STAGE], filter: { code: { eq: "none" } }', MONEY)).toEqual([]);
  });

  it('come in the order of the dimensions: stages as they follow each other, the unknown last', async () => {
    expect(await ask('groupBy: [STAGE]', 'stage count')).toEqual([
      { stage: 'PLANNING', count: 1 },
      { stage: 'LANDING', count: 1 },
      { stage: 'COMPLETION_EFFECT', count: 1 },
      { stage: null, count: 2 },
    ]);
    expect(await ask('groupBy: [DISTRICT, STAGE]', 'district { code } stage count')).toEqual([
      { district: { code: east }, stage: 'PLANNING', count: 1 },
      { district: { code: east }, stage: 'COMPLETION_EFFECT', count: 1 },
      { district: { code: zone }, stage: 'LANDING', count: 1 },
      { district: { code: zone }, stage: null, count: 1 },
      { district: null, stage: null, count: 1 },
    ]);
  });

  it('tell under the administrative partition why a district is not known, in both languages', async () => {
    const untold = '来源未写明所在区县 · The sources do not tell the district.';
    expect(await ask('groupBy: [DISTRICT]', 'district { code } count reason')).toEqual([
      { district: { code: east }, count: 2, reason: null },
      { district: { code: zone }, count: 2, reason: null },
      { district: null, count: 1, reason: untold },
    ]);
    expect(
      await ask('groupBy: [DISTRICT], partition: ADMINISTRATIVE', 'district { code } count reason'),
    ).toEqual([
      { district: { code: east }, count: 3, reason: null },
      {
        ...{ district: null, count: 2 },
        reason:
          '来源未写明所在区县；位于功能区，来源未写明所在行政区 · The sources do not tell the district. They lie in functional zones whose district the sources do not tell.',
      },
    ]);
  });

  it('know a year only where both ends of the date lie in it', async () => {
    expect(await ask('groupBy: [START_YEAR]', 'startYear count')).toEqual([
      { startYear: 2023, count: 1 },
      { startYear: 2024, count: 1 },
      { startYear: null, count: 3 },
    ]);
  });

  it('add up exactly, and are as exact as their parts', async () => {
    const sums = 'totalInvestment totalInvestmentQualifier';
    expect(await ask('groupBy: [DISTRICT]', sums)).toEqual([
      { totalInvestment: '0.3', totalInvestmentQualifier: 'EXACT' },
      { totalInvestment: '15', totalInvestmentQualifier: 'GT' },
      { totalInvestment: null, totalInvestmentQualifier: null },
    ]);
    expect(await ask('groupBy: [DISTRICT], partition: ADMINISTRATIVE', sums)).toEqual([
      { totalInvestment: '10.3', totalInvestmentQualifier: 'GTE' },
      { totalInvestment: '5', totalInvestmentQualifier: 'GT' },
    ]);
  });

  it('are those of the region that they are asked of, all regions in one statement', async () => {
    const { regions } = await gateway.query(`{
      regions { nodes { code projects { totalCount }
        projectStats(groupBy: []) { count } byStage: projectStats(groupBy: [STAGE]) { count } } } }`);
    expect(regions.nodes).toHaveLength(3);
    for (const { projects, projectStats, byStage } of regions.nodes) {
      expect(projectStats).toEqual([{ count: projects.totalCount }]);
      const counts: number[] = byStage.map(({ count }: { count: number }) => count);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(projects.totalCount);
    }
    await gateway.query(
      '{ regions { nodes { projectStats(groupBy: [DISTRICT]) { count reason } } } }',
    );
    expect(gateway.sql.statements).toHaveLength(2);
  });

  it('refuse a dimension that is named twice', async () => {
    expect(await refusal('groupBy: [STAGE, CLASS, STAGE]')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['groupBy'],
    });
  });

  it('refuse more than a thousand groups, each region for itself', async () => {
    const west = await gateway.given.region({ code: '990102', name: '西区' });
    const client = await gateway.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`set local quanmai.bulk = 'on'`);
      await client.query(
        `insert into project (id, code, name, domain, site_id, district_id, evidence_id)
         select gen_random_uuid(), 'many-' || n, '多' || n, 'd' || n, region.id, region.id, evidence_id
           from region, generate_series(1, 1001) n where region.code = $1`,
        [west],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
    const ofWest = `filter: { district: { code: { eq: "${west}" } } }, groupBy: [DOMAIN]`;
    expect(await refusal(ofWest)).toMatchObject({
      ...{ code: 'TOO_MANY_GROUPS', field: ['groupBy'], asked: 1001, allowed: 1000 },
    });
    const upTo = (code: string) =>
      ask(`filter: { code: { in: ["${code}"] } }, groupBy: [DOMAIN]`, 'domain');
    expect(await upTo('many-7')).toEqual([{ domain: 'd7' }]);
    const { data, errors } = await gateway.request(`{
      east: region(code: "${east}") { projectStats(groupBy: [DOMAIN]) { count } }
      west: region(code: "${west}") { projectStats(groupBy: [DOMAIN]) { count } } }`);
    expect(errors?.map(({ path }) => path)).toEqual([['west', 'projectStats']]);
    expect(data).toEqual({ east: { projectStats: [{ count: 2 }] }, west: null });
  });
});
