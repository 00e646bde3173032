import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { countBatchOfChain } from '../../src/modules/chain/chain.commands.ts';
import { attachBatch } from '../../src/modules/promotion/event.commands.ts';
import { reportObservation } from '../../src/modules/source/source.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const NAMES = '{ nodes { name } }';
const namesOf = (list: { nodes: { name: string }[] }) => list.nodes.map(({ name }) => name).sort();

describe('what lies in a region', () => {
  let gateway: Gateway;
  let district: string;
  let zone: string;
  let quarter: string;
  beforeAll(async () => {
    gateway = await startGateway();
    const { given } = gateway;
    district = await given.region({ name: '某区' });
    zone = await given.region({ kind: 'FUNCTIONAL_ZONE', name: '某功能区' });
    quarter = await given.region({ kind: 'SUB_ZONE', name: '某片区', parent: district });
    await given.project({ name: '区里', site: district });
    await given.project({ name: '片区里', site: quarter });
    await given.project({ name: '功能区里，区不明', site: zone });
    await given.project({ name: '功能区里，区已知', site: zone, administrativeDistrict: district });
    await given.project({ name: '何处不明' });
    await given.enterprise({ name: '区里', district });
    await given.enterprise({ name: '功能区里', district: zone, administrativeDistrict: district });
    await given.enterprise({ name: '何处不明' });
  });
  afterAll(() => gateway.close());

  const projectsIn = async (code: string, partition = 'REPORTING_UNIT') => {
    const { region } = await gateway.query(
      `query ($code: String!, $partition: RegionPartition!) {
        region(code: $code) { projects(partition: $partition) ${NAMES} } }`,
      { code, partition },
    );
    return namesOf(region.projects);
  };

  it('are for the city all projects, also those whose place nobody tells', async () => {
    expect(await projectsIn(await gateway.given.city())).toHaveLength(5);
  });

  it('are for a district those that report there, its quarters’ too, and no zone’s', async () => {
    expect(await projectsIn(district)).toEqual(['区里', '片区里'].sort());
  });

  it('are for a district as an administrative one also a zone’s, where a source tells it', async () => {
    expect(await projectsIn(district, 'ADMINISTRATIVE')).toEqual(
      ['区里', '片区里', '功能区里，区已知'].sort(),
    );
    expect(await projectsIn(zone, 'ADMINISTRATIVE')).toEqual([]);
  });

  it('are for a zone and for a quarter their own', async () => {
    expect(await projectsIn(zone)).toHaveLength(2);
    expect(await projectsIn(quarter)).toEqual(['片区里']);
  });

  it('are enterprises by either partition, and all of them for the city', async () => {
    const { district: one, city } = await gateway.query(
      `query ($district: String!, $city: String!) {
        district: region(code: $district) {
          reporting: enterprises ${NAMES} administrative: enterprises(partition: ADMINISTRATIVE) ${NAMES} }
        city: region(code: $city) { enterprises ${NAMES} } }`,
      { district, city: await gateway.given.city() },
    );
    expect(namesOf(one.reporting)).toEqual(['区里']);
    expect(namesOf(one.administrative)).toEqual(['功能区里', '区里'].sort());
    expect(city.enterprises.nodes).toHaveLength(3);
  });

  it('keeps its place: a region that moves is a new one', async () => {
    const other = await gateway.given.region();
    await expect(
      gateway.given.region({ code: quarter, kind: 'SUB_ZONE', parent: other }),
    ).rejects.toMatchObject({
      code: 'REGION_CANNOT_MOVE',
      message: expect.stringContaining(quarter),
    });
  });

  it('takes a district beside the site only for a zone’s project', async () => {
    const city = await gateway.given.city();
    await expect(
      gateway.given.project({ site: city, administrativeDistrict: district }),
    ).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('no functional zone'),
    });
  });
});

describe('the suppliers of a region', () => {
  let gateway: Gateway;
  let district: string;
  beforeAll(async () => {
    gateway = await startGateway();
    const { given } = gateway;
    district = await given.region();
    const both = await given.enterprise({ name: '两链供应商' });
    for (const chain of ['one', 'two']) {
      await given.chain(chain);
      const node = await given.node({ chain });
      await given.supply({ chain, node, supplier: both, product: `用于${chain}`, site: district });
    }
    await given.supply({ chain: 'two', node: await given.node({ chain: 'two' }), site: district });
  });
  afterAll(() => gateway.close());

  const suppliersOf = async (code: string, chain: string | null) => {
    const { region } = await gateway.query(
      `query ($code: String!, $chain: String) { region(code: $code) { suppliers(chain: $chain) {
        totalCount nodes { enterprise { name } supplies { product } } } } }`,
      { code, chain },
    );
    return region.suppliers;
  };

  it('are those of one chain, or of any, each enterprise once with all that it supplies', async () => {
    expect(await suppliersOf(district, 'one')).toEqual({
      totalCount: 1,
      nodes: [{ enterprise: { name: '两链供应商' }, supplies: [{ product: '用于one' }] }],
    });
    const any = await suppliersOf(district, null);
    expect(any.totalCount).toBe(2);
    expect(any.nodes).toContainEqual({
      enterprise: { name: '两链供应商' },
      supplies: [{ product: '用于one' }, { product: '用于two' }],
    });
  });

  it('are for the city all of them', async () => {
    const city = await gateway.given.city();
    expect((await suppliersOf(city, 'two')).totalCount).toBe(2);
    expect((await suppliersOf(city, null)).totalCount).toBe(2);
  });

  it('page by cursors that are good in one partition and for one chain alone', async () => {
    const page = (args: string) =>
      gateway.request(`{ region(code: "${district}") { suppliers(first: 1, ${args}) {
        pageInfo { endCursor } } } }`);
    const { data } = await page('chain: "two"');
    const cursor = data.region.suppliers.pageInfo.endCursor as string;
    for (const elsewhere of ['chain: "one"', 'chain: "two", partition: ADMINISTRATIVE']) {
      const { errors } = await page(`${elsewhere}, after: "${cursor}"`);
      expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_MISMATCH', field: ['after'] } }]);
    }
    expect((await page(`chain: "two", after: "${cursor}"`)).errors).toBeUndefined();
  });
});

describe('the number of projects that sources state for a chain', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  /** A chain with batches, each with the counts that sources report of it. */
  const stated = async (
    ...batches: { counts: string[]; qualifier?: 'EXACT' | 'GT'; parent?: string; code?: string }[]
  ) => {
    const { given } = gateway;
    const chain = await given.chain();
    const evidence = await given.evidence();
    await given.metric('PROJECT_COUNT');
    for (const { counts, qualifier = 'EXACT', ...input } of batches) {
      const batch = await given.batch({ kind: 'SUPPORTING_LANDED', ...input });
      await gateway.run(countBatchOfChain, { chain, batch, evidence });
      for (const [source, value] of counts.entries()) {
        const evidence = await given.source();
        await gateway.run(reportObservation, {
          ...{ code: `${batch}-${source}`, subjectType: 'project_batch', subject: batch },
          ...{ metric: 'PROJECT_COUNT', value, unit: 'COUNT', qualifier, kind: 'ACTUAL' },
          ...{ asOf: unknownDate, evidence },
        });
      }
    }
    const { chain: asked } = await gateway.query(
      `{ chain(code: "${chain}") { suppliersByDistrict { statedProjectCount reason } } }`,
    );
    return asked.suppliersByDistrict[0];
  };

  it('is counted once, however many sources repeat it', async () => {
    expect(await stated({ counts: ['6', '6'] }, { counts: ['2'] })).toMatchObject({
      statedProjectCount: 8,
    });
  });

  it('is null where sources contradict each other, or give a bound', async () => {
    expect(await stated({ counts: ['6'] }, { counts: ['4', '5'] })).toMatchObject({
      statedProjectCount: null,
    });
    expect(await stated({ counts: ['20'], qualifier: 'GT' })).toMatchObject({
      statedProjectCount: null,
    });
  });

  it('leaves out what is counted in another batch of the chain, at whatever depth', async () => {
    const between = await gateway.given
      .batch({ code: 'whole' })
      .then(() => gateway.given.batch({ code: 'between', parent: 'whole' }));
    expect(
      await stated(
        { counts: ['9'], code: 'whole' },
        { counts: ['3'], code: 'within', parent: between },
      ),
    ).toMatchObject({ statedProjectCount: 9 });
  });

  it('says of a batch in a zone that it is the zone whose district is not told', async () => {
    const { given } = gateway;
    const chain = await given.chain();
    const zone = await given.region({ kind: 'FUNCTIONAL_ZONE' });
    const batch = await given.batch({ kind: 'SUPPORTING_LANDED', region: zone });
    await gateway.run(countBatchOfChain, { chain, batch, evidence: await given.evidence() });
    const { chain: asked } = await gateway.query(
      `{ chain(code: "${chain}") { suppliersByDistrict(partition: ADMINISTRATIVE) { district { code } reason } } }`,
    );
    expect(asked.suppliersByDistrict).toEqual([
      {
        district: null,
        reason:
          '位于功能区，来源未写明所在行政区 · They lie in functional zones whose district the sources do not tell.',
      },
    ]);
  });
});

describe('a correction', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  it('that moves a batch to another event is told by the events of both', async () => {
    const { given } = gateway;
    const batch = await given.batch();
    const [former, event] = [await given.event({ batches: [batch] }), await given.event()];
    await gateway.run(attachBatch, { event, batch, evidence: await given.evidence() });
    const { rows } = await sql<{ code: string; kind: string }>`
      select promotion_event.code, event.kind
        from event join promotion_event on promotion_event.id = event.entity_id
       where event.kind like 'EVENT_BATCH%' order by event.id`.execute(gateway.database.kysely);
    expect(rows).toEqual([
      { code: former, kind: 'EVENT_BATCH_ATTACHED' },
      { code: event, kind: 'EVENT_BATCH_ATTACHED' },
      { code: former, kind: 'EVENT_BATCH_DETACHED' },
    ]);
  });

  it('of one row by two at once makes one row', async () => {
    const { given } = gateway;
    await given.evidence();
    await Promise.all(
      ['甲', '乙', '丙'].map((name) => given.enterprise({ code: 'made-by-three', name })),
    );
    const { enterprise } = await gateway.query(`{ enterprise(code: "made-by-three") { code } }`);
    expect(enterprise).toEqual({ code: 'made-by-three' });
  });
});

describe('walking back', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  it('leads from an anchor to its chains, from a phase to the next, from an event to its parts', async () => {
    const { given } = gateway;
    const anchor = await given.enterprise();
    const chain = await given.chain('anchored', { anchor });
    const first = await given.project();
    const second = await given.project({ phase: 2, predecessor: first });
    const whole = await given.event();
    const part = await given.event({ parent: whole });
    expect(
      await gateway.query(`{
        enterprise(code: "${anchor}") { anchoredChains { nodes { code anchor { code } } } }
        project(code: "${first}") { nextPhase { code predecessor { code } } }
        promotionEvents(filter: { code: { eq: "${whole}" } }) {
          nodes { children { nodes { code parent { code } } } } } }`),
    ).toEqual({
      enterprise: { anchoredChains: { nodes: [{ code: chain, anchor: { code: anchor } }] } },
      project: { nextPhase: { code: second, predecessor: { code: first } } },
      promotionEvents: {
        nodes: [{ children: { nodes: [{ code: part, parent: { code: whole } }] } }],
      },
    });
  });
});
