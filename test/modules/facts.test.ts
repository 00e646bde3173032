import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameGap } from '../../src/modules/chain/chain.commands.ts';
import { classifyEnterprise } from '../../src/modules/enterprise/organisation.commands.ts';
import { overlapRegions } from '../../src/modules/region/region.commands.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

describe('what no document tells yet, and a department may', () => {
  let gateway: Gateway;
  let evidence: string;
  beforeAll(async () => {
    gateway = await startGateway();
    evidence = await gateway.given.evidence();
  });
  afterAll(() => gateway.close());

  it('is what a chain lacks, and at which of its nodes', async () => {
    const { given } = gateway;
    const chain = await given.chain();
    const node = await given.node({ chain });
    await gateway.run(nameGap, {
      chain,
      node,
      name: '高端轴承',
      nameEn: 'High-end bearings',
      evidence,
    });
    await gateway.run(nameGap, { chain, name: '检测认证', evidence });
    expect(
      await gateway.query(
        `{ chain(code: "${chain}") { gaps { name nameEn node { name } evidence { code } } } }`,
      ),
    ).toEqual({
      chain: {
        gaps: [
          {
            name: '高端轴承',
            nameEn: 'High-end bearings',
            node: { name: node },
            evidence: { code: evidence },
          },
          { name: '检测认证', nameEn: null, node: null, evidence: { code: evidence } },
        ],
      },
    });
  });

  it('is the class of an enterprise, for a time', async () => {
    const organisation = await gateway.given.enterprise();
    const certified = { organisation, class: 'SPECIALISED', validFrom: '2022-07-01' } as const;
    await gateway.run(classifyEnterprise, { ...certified, evidence });
    await gateway.run(classifyEnterprise, { ...certified, validTo: '2025-06-30', evidence });
    expect(
      await gateway.query(
        `{ enterprise(code: "${organisation}") { classes { class validFrom validTo } } }`,
      ),
    ).toEqual({
      enterprise: {
        classes: [{ class: 'SPECIALISED', validFrom: '2022-07-01', validTo: '2025-06-30' }],
      },
    });
  });

  it('is the overlap of a zone with a district, told at both', async () => {
    const { given } = gateway;
    const zone = await given.region({ kind: 'FUNCTIONAL_ZONE' });
    const district = await given.region();
    await gateway.run(overlapRegions, { zone, district, share: '0.25', evidence });
    const { from, to } = await gateway.query(`{
      from: region(code: "${zone}") { overlaps { region { code } share } }
      to: region(code: "${district}") { overlaps { region { code } share } } }`);
    expect(from.overlaps).toEqual([{ region: { code: district }, share: '0.25' }]);
    expect(to.overlaps).toEqual([{ region: { code: zone }, share: '0.25' }]);
  });

  it('is no overlap where one of the two is no zone, or the other no district', async () => {
    const { given } = gateway;
    const district = await given.region();
    const zone = await given.region({ kind: 'FUNCTIONAL_ZONE' });
    const refused = (input: { zone: string; district: string }) =>
      expect(gateway.run(overlapRegions, { ...input, evidence })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    await refused({ zone: district, district });
    await refused({ zone, district: zone });
  });
});
