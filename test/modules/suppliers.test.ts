import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DistrictsWithSuppliersDocument,
  SuppliersByDistrictDocument,
} from '../generated/operations.ts';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

type Partition = 'REPORTING_UNIT' | 'ADMINISTRATIVE';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({ template: CITY_TEMPLATE });
});
afterAll(() => gateway.close());

interface Supplier {
  readonly enterprise: { readonly name: string };
  readonly district: { readonly code: string } | null;
  readonly basis: string;
}

/** All suppliers as `enterprise name @ district code (basis)`, in the list's order. */
async function suppliersOf(chain: string, partition: Partition = 'REPORTING_UNIT') {
  const suppliers: string[] = [];
  let after: string | null = null;
  do {
    const answer: any = await gateway.query(
      `query ($chain: String!, $partition: RegionPartition!, $after: String) { chain(code: $chain) {
         suppliers(first: 200, partition: $partition, after: $after) {
           nodes { enterprise { name } district { code } basis }
           pageInfo { hasNextPage endCursor } } } }`,
      { chain, partition, after },
    );
    const { nodes, pageInfo } = answer.chain.suppliers;
    for (const { enterprise, district, basis } of nodes as Supplier[]) {
      suppliers.push(`${enterprise.name} @ ${district?.code ?? 'unknown'} (${basis})`);
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return suppliers;
}

/** The groups of a chain: district, count, reason. */
async function groupsOf(chain: string, partition: Partition) {
  const answer = await gateway.query(
    `query ($chain: String!, $partition: RegionPartition!) { chain(code: $chain) {
       suppliersByDistrict(partition: $partition) { district { code } supplierCount reason } } }`,
    { chain, partition },
  );
  return answer.chain.suppliersByDistrict;
}

describe('all suppliers of the chain of BYD in a city, by district', () => {
  const keyOf = (district: string | undefined) => (supplier: { enterprise: { code: string } }) =>
    `${supplier.enterprise.code} @ ${district}`;

  const askTheChain = async () => {
    const { chain } = await gateway.ask(SuppliersByDistrictDocument, {});
    return chain!.suppliersByDistrict;
  };
  const askTheDistricts = async () => {
    const { districts } = await gateway.ask(DistrictsWithSuppliersDocument, {});
    return districts.nodes;
  };

  it('are at least 300 in at least twelve districts, in four statements, asked from the chain', async () => {
    const groups = await askTheChain();
    expect(gateway.sql.statements.length).toBeLessThanOrEqual(4);
    const enterprises = groups.flatMap(({ suppliers }) => suppliers.nodes.map(keyOf('')));
    expect(new Set(enterprises).size).toBeGreaterThanOrEqual(300);
    expect(groups.filter(({ district }) => district).length).toBeGreaterThanOrEqual(12);
  });

  it('are as many in four statements, asked from the districts', async () => {
    const districts = await askTheDistricts();
    expect(gateway.sql.statements.length).toBeLessThanOrEqual(4);
    expect(
      districts.filter(({ suppliers }) => suppliers.totalCount > 0).length,
    ).toBeGreaterThanOrEqual(12);
    expect(
      districts.reduce((sum, { suppliers }) => sum + suppliers.totalCount, 0),
    ).toBeGreaterThanOrEqual(300);
  });

  it('are the same both ways round wherever the district is known, each once', async () => {
    const fromTheChain = (await askTheChain()).flatMap(({ district, suppliers }) =>
      district ? suppliers.nodes.map(keyOf(district.code)) : [],
    );
    const districts = await askTheDistricts();
    const fromTheDistricts = districts.flatMap(({ code, suppliers }) =>
      suppliers.nodes.map(keyOf(code)),
    );
    expect(new Set(fromTheChain).size).toBe(fromTheChain.length);
    expect(fromTheChain.sort()).toEqual(fromTheDistricts.sort());
  });

  it('are in each group as many as the group says', async () => {
    for (const { supplierCount, suppliers } of await askTheChain()) {
      expect(suppliers.totalCount).toBe(supplierCount);
      expect(suppliers.pageInfo.hasNextPage).toBe(suppliers.nodes.length < supplierCount);
    }
  });

  it('are the same enterprises in either partition', async () => {
    const inPartition = async (partition: Partition) => {
      const suppliers = await suppliersOf('byd', partition);
      return [...new Set(suppliers.map((supplier) => supplier.split(' @ ')[0]))].sort();
    };
    expect(await inPartition('ADMINISTRATIVE')).toEqual(await inPartition('REPORTING_UNIT'));
  });
});

describe('a page of suppliers', () => {
  it('is read for every district of a chain in four statements', async () => {
    const chain = await gateway.given.chain('test-chain', { districts: 6, suppliersEach: 3 });
    const { districts } = await gateway.query(
      `query ($chain: String!) {
         districts(first: 200) { nodes { suppliers(chain: $chain, first: 2) {
           totalCount pageInfo { hasNextPage }
           nodes { enterprise { name } supplies { product } projects { totalCount } } } } } }`,
      { chain },
    );
    expect(gateway.sql.statements).toHaveLength(4);
    const supplied = districts.nodes.filter((district: any) => district.suppliers.totalCount > 0);
    expect(supplied).toHaveLength(6);
    for (const { suppliers } of supplied) {
      expect(suppliers).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
      expect(suppliers.nodes).toHaveLength(2);
      expect(suppliers.nodes[0].supplies).toHaveLength(1);
    }
  });
});

describe('a supplier of a chain', () => {
  let east: string;
  let west: string;
  let zone: string;
  beforeAll(async () => {
    east = await gateway.given.region();
    west = await gateway.given.region();
    zone = await gateway.given.region({ kind: 'FUNCTIONAL_ZONE' });
  });

  /** A chain with one supporting node. */
  const aChain = async () => {
    const chain = await gateway.given.chain();
    return { chain, node: await gateway.given.node({ chain, position: 'SUPPORTING' }) };
  };

  it('is an enterprise with a supply on one of its nodes, whatever the node’s position', async () => {
    const chain = await gateway.given.chain();
    const node = await gateway.given.node({ chain, position: 'UPSTREAM' });
    const supplier = await gateway.given.enterprise({ name: '甲' });
    await gateway.given.supply({ chain, node, supplier, site: east });
    expect(await suppliersOf(chain)).toEqual([`甲 @ ${east} (SUPPLY_SITE)`]);
  });

  it('is an enterprise that owns a project with a supporting place in it', async () => {
    const { chain, node } = await aChain();
    const owner = await gateway.given.enterprise({ name: '乙' });
    await gateway.given.place({
      chain,
      node,
      project: await gateway.given.project({ site: east, owner }),
    });
    expect(await suppliersOf(chain)).toEqual([`乙 @ ${east} (PROJECT_SITE)`]);
  });

  it('is nobody else', async () => {
    const { chain, node } = await aChain();
    const { given } = gateway;
    const downstream = await given.node({ chain, position: 'DOWNSTREAM' });
    const owner = await given.enterprise();
    const project = await given.project({ site: east, owner });
    await given.place({ chain, node: downstream, project });
    await given.place({ chain, project });
    const partnered = await given.project({ site: east });
    await given.participant(partnered, await given.enterprise(), 'PARTNER');
    await given.place({ chain, node, project: partnered });
    await given.place({ chain, node, organisation: await given.enterprise() });
    await given.supply({ chain, node, supplier: await given.enterprise({ kind: 'UNIVERSITY' }) });
    expect(await suppliersOf(chain)).toEqual([]);
  });

  it('stands once in each district, by the best that is known of it', async () => {
    const { chain, node } = await aChain();
    const { given } = gateway;
    const supplier = await given.enterprise({ name: '丙', district: east });
    await given.supply({ chain, node, supplier });
    expect(await suppliersOf(chain)).toEqual([`丙 @ ${east} (REGISTERED_OFFICE)`]);
    const project = await given.project({ site: east, owner: supplier });
    await given.place({ chain, node, project });
    expect(await suppliersOf(chain)).toEqual([`丙 @ ${east} (PROJECT_SITE)`]);
    await given.supply({ chain, node, supplier, site: east });
    await given.supply({ chain, node, supplier, site: east });
    expect(await suppliersOf(chain)).toEqual([`丙 @ ${east} (SUPPLY_SITE)`]);
    await given.supply({ chain, node, supplier, site: west });
    expect((await suppliersOf(chain)).sort()).toEqual([
      `丙 @ ${east} (SUPPLY_SITE)`,
      `丙 @ ${west} (SUPPLY_SITE)`,
    ]);
  });

  it('stands where its park’s district is', async () => {
    const { chain, node } = await aChain();
    const park = await gateway.given.region({ kind: 'SUB_ZONE', parent: west });
    const supplier = await gateway.given.enterprise({ name: '丁', district: east });
    await gateway.given.supply({ chain, node, supplier, site: park });
    expect(await suppliersOf(chain)).toEqual([`丁 @ ${west} (SUPPLY_SITE)`]);
  });

  it('has no district where nobody tells one, and the group says why', async () => {
    const { chain, node } = await aChain();
    await gateway.given.supply({
      chain,
      node,
      supplier: await gateway.given.enterprise({ name: '戊' }),
    });
    expect(await suppliersOf(chain)).toEqual(['戊 @ unknown (UNKNOWN)']);
    expect(await groupsOf(chain, 'REPORTING_UNIT')).toEqual([
      {
        district: null,
        supplierCount: 1,
        reason: '来源未写明所在区县 · The sources do not tell the district.',
      },
    ]);
  });

  it('stands in its zone among reporting units, and in a district only where a source tells it', async () => {
    const { chain, node } = await aChain();
    const { given } = gateway;
    const untold = await given.enterprise({ name: '己', district: east });
    await given.supply({ chain, node, supplier: untold, site: zone });
    const owner = await given.enterprise({ name: '庚' });
    const project = await given.project({ site: zone, administrativeDistrict: west, owner });
    await given.place({ chain, node, project });
    expect(await groupsOf(chain, 'REPORTING_UNIT')).toEqual([
      { district: { code: zone }, supplierCount: 2, reason: null },
    ]);
    // Where it is registered must not stand in for where its zone lies.
    expect((await suppliersOf(chain, 'ADMINISTRATIVE')).sort()).toEqual([
      '己 @ unknown (UNKNOWN)',
      `庚 @ ${west} (PROJECT_SITE)`,
    ]);
    expect(await groupsOf(chain, 'ADMINISTRATIVE')).toEqual([
      { district: { code: west }, supplierCount: 1, reason: null },
      {
        district: null,
        supplierCount: 1,
        reason:
          '位于功能区，来源未写明所在行政区 · They lie in functional zones whose district the sources do not tell.',
      },
    ]);
  });

  it('moves with its project', async () => {
    const { chain, node } = await aChain();
    const { given } = gateway;
    const owner = await given.enterprise({ name: '辛' });
    const project = await given.project({ site: east, owner });
    await given.place({ chain, node, project });
    await given.project({ code: project, site: west });
    expect(await suppliersOf(chain)).toEqual([`辛 @ ${west} (PROJECT_SITE)`]);
  });

  it('moves with its supply and with its registered office', async () => {
    const { chain, node } = await aChain();
    const { given } = gateway;
    const supplier = await given.enterprise({ name: '壬', district: east });
    await given.supply({ chain, node, supplier, product: '座椅', site: west });
    await given.supply({ chain, node, supplier, product: '座椅' });
    expect(await suppliersOf(chain)).toEqual([`壬 @ ${east} (REGISTERED_OFFICE)`]);
    await given.enterprise({ code: supplier, name: '壬', district: west });
    expect(await suppliersOf(chain)).toEqual([`壬 @ ${west} (REGISTERED_OFFICE)`]);
  });

  it('stands under its new name, in the order of names', async () => {
    const { chain, node } = await aChain();
    const { given } = gateway;
    const supplier = await given.enterprise({ name: '阿' });
    await given.supply({ chain, node, supplier, site: east });
    const other = await given.enterprise({ name: '波' });
    await given.supply({ chain, node, supplier: other, site: east });
    await given.enterprise({ code: supplier, name: '词' });
    expect(await suppliersOf(chain)).toEqual([
      `波 @ ${east} (SUPPLY_SITE)`,
      `词 @ ${east} (SUPPLY_SITE)`,
    ]);
  });

  it('is one no more when it no longer owns the project', async () => {
    const { chain, node } = await aChain();
    const { given } = gateway;
    const owner = await given.enterprise();
    const project = await given.project({ site: east, owner });
    await given.place({ chain, node, project });
    await gateway.database.pool.query(
      `delete from project_participant using project
        where project.id = project_id and project.code = $1`,
      [project],
    );
    expect(await suppliersOf(chain)).toEqual([]);
  });

  it('becomes one when its node is told to be supporting', async () => {
    const chain = await gateway.given.chain();
    const node = await gateway.given.node({ chain, position: 'UPSTREAM' });
    const owner = await gateway.given.enterprise({ name: '子' });
    await gateway.given.place({
      chain,
      node,
      project: await gateway.given.project({ site: east, owner }),
    });
    expect(await suppliersOf(chain)).toEqual([]);
    await gateway.given.node({ chain, name: node, position: 'SUPPORTING' });
    expect(await suppliersOf(chain)).toEqual([`子 @ ${east} (PROJECT_SITE)`]);
  });

  it('becomes one when the organisation that supplies turns out to be an enterprise', async () => {
    const { chain, node } = await aChain();
    const supplier = await gateway.given.enterprise({ name: '丑', kind: 'RESEARCH_INSTITUTE' });
    await gateway.given.supply({ chain, node, supplier, site: east });
    await gateway.given.enterprise({ code: supplier, name: '丑', kind: 'ENTERPRISE' });
    expect(await suppliersOf(chain)).toEqual([`丑 @ ${east} (SUPPLY_SITE)`]);
  });
});
