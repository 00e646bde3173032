import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ChainSuppliersNamedDocument,
  DistrictsWithSuppliersDocument,
  SuppliersByDistrictDocument,
} from '../generated/operations.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { coded, projects } from './quantities.ts';

/** The mission's question against the documents' facts: as far as they go, and no further. */
describe('the question about the suppliers of BYD’s chain', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE });
  });
  afterAll(() => gateway.close());

  const reason =
    '来源只写“周边区县”，未指明区县 · The sources say only “周边区县” and name no district.';

  it('O05: six supporting projects are stated, two suppliers are known, and no district of any', async () => {
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
                  metric: { code: 'PROJECT_COUNT', name: '项目数' },
                  quantity: projects('6'),
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
      promotion: {
        name: '区域协同产业链招商',
        region: { name: '济南新旧动能转换起步区' },
        partners: {
          nodes: [
            { value: '济阳', listComplete: false, evidence: coded('F4-032') },
            { value: '商河', listComplete: false, evidence: coded('F4-033') },
          ],
        },
      },
      unlinked: {
        name: '弗迪',
        chainPositions: { totalCount: 0 },
        customers: { totalCount: 0 },
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
});
