import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addChainNode, recordSupply, takePlace } from '../../src/modules/chain/chain.commands.ts';
import {
  aliasOrganisation,
  registerOrganisation,
} from '../../src/modules/enterprise/organisation.commands.ts';
import {
  addParticipant,
  recordStatus,
  registerProject,
} from '../../src/modules/project/project.commands.ts';
import { unknownDate } from '../../src/modules/source/dated.entity.ts';
import { type Command, command } from '../../src/request/command.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { runAtOnce } from './held.ts';

describe('two transactions that change the same supplier at once', () => {
  interface Scene {
    readonly chain: string;
    readonly node: string;
    readonly enterprise: string;
    readonly project: string;
    readonly site: string;
    readonly evidence: string;
  }

  const changes: Readonly<Record<string, (scene: Scene) => Command<void, unknown>>> = {
    'rename it': ({ enterprise: code, evidence }) =>
      command((context) =>
        registerOrganisation(context, { code, kind: 'ENTERPRISE', name: '新名', evidence }),
      ),
    'note a supply': ({ chain, node, enterprise: supplier, evidence }) =>
      command((context) =>
        recordSupply(context, { chain, node, supplier, product: '座椅', tier: 1, evidence }),
      ),
    'note another supply': ({ chain, node, enterprise: supplier, site, evidence }) =>
      command((context) =>
        recordSupply(context, { chain, node, supplier, product: '线束', tier: 1, site, evidence }),
      ),
    'make it an owner': ({ project, enterprise: organisation, evidence }) =>
      command((context) =>
        addParticipant(context, { project, organisation, role: 'OWNER', evidence }),
      ),
    'place its project': ({ chain, node, project, evidence }) =>
      command((context) => takePlace(context, { chain, node, project, evidence })),
    'move its project': ({ project: code, site, evidence }) =>
      command((context) =>
        registerProject(context, { code, name: '项目', site, started: unknownDate, evidence }),
      ),
    'make its node supporting': ({ chain, node: name, evidence }) =>
      command((context) =>
        addChainNode(context, { chain, name, position: 'SUPPORTING', sequence: 1, evidence }),
      ),
  };
  /** Two changes that only together make, or change, a supplier; and what has happened before. */
  const meetings = [
    { one: 'rename it', other: 'note a supply', before: [] },
    {
      one: 'rename it',
      other: 'place its project',
      before: ['make it an owner', 'make its node supporting'],
    },
    { one: 'note a supply', other: 'note another supply', before: [] },
    { one: 'make it an owner', other: 'place its project', before: ['make its node supporting'] },
    { one: 'make it an owner', other: 'make its node supporting', before: ['place its project'] },
    {
      one: 'make it an owner',
      other: 'move its project',
      before: ['place its project', 'make its node supporting'],
    },
    { one: 'place its project', other: 'make its node supporting', before: ['make it an owner'] },
    {
      one: 'place its project',
      other: 'move its project',
      before: ['make it an owner', 'make its node supporting'],
    },
    {
      one: 'move its project',
      other: 'make its node supporting',
      before: ['make it an owner', 'place its project'],
    },
  ];

  let gateway: Gateway;
  let sites: { east: string; west: string };
  beforeAll(async () => {
    gateway = await startGateway({
      // Some of the meetings end in a deadlock, which the server is to find without delay.
      through: (straight) => ({ ...straight, options: '-c deadlock_timeout=20ms' }),
    });
    sites = { east: await gateway.given.region(), west: await gateway.given.region() };
  });

  afterAll(() => gateway.close());

  /** What `chain_supplier` holds of a chain and should not, or should and does not. */
  const differences = async (chain: string) => {
    const columns = 'partition, district_id, organisation_id, name, basis, by_supply';
    const of = 'where chain_id = (select id from industry_chain where code = $1)';
    const { rows } = await gateway.database.pool.query<object>(
      `(select 'too much' as held, ${columns} from chain_supplier ${of}
       except select 'too much', ${columns} from chain_supplier_now ${of})
      union all
     (select 'missing', ${columns} from chain_supplier_now ${of}
       except select 'missing', ${columns} from chain_supplier ${of})`,
      [chain],
    );
    return rows;
  };

  const aScene = async (before: readonly string[]): Promise<Scene> => {
    const { given } = gateway;
    const chain = await given.chain();
    const scene = {
      chain,
      node: await given.node({ chain, position: 'UPSTREAM' }),
      enterprise: await given.enterprise({ name: '旧名' }),
      project: await given.project({ site: sites.east }),
      site: sites.west,
      evidence: await given.evidence(),
    };
    for (const change of before) await gateway.run(changes[change]!(scene), undefined);
    return scene;
  };

  it.each(
    meetings.flatMap(({ one, other, before }) => [
      { one, other, before },
      { one: other, other: one, before },
    ]),
  )('leave what its definition says: $one, and meanwhile $other', async (meeting) => {
    // given
    const scene = await aScene(meeting.before);
    // when
    const outcomes = await runAtOnce(
      gateway,
      changes[meeting.one]!(scene),
      changes[meeting.other]!(scene),
    );
    // then
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await differences(scene.chain)).toEqual([]);
    const { chain } = await gateway.query(
      `{ chain(code: "${scene.chain}") { suppliers { totalCount } } }`,
    );
    expect(chain.suppliers.totalCount).toBeGreaterThan(0);
  });
});

describe('work on a supplier that moves nothing', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  it('waits for nobody: not for its other projects, nor for its own new alias', async () => {
    // given
    const { given } = gateway;
    const chain = await given.chain();
    const node = await given.node({ chain });
    const owner = await given.enterprise();
    const [one, other] = [await given.project({ owner }), await given.project({ owner })];
    for (const project of [one, other]) await given.place({ chain, node, project });
    const evidence = await given.evidence();
    const status = { status: 'STARTED', asOf: unknownDate, evidence } as const;
    // when
    const ended = await runAtOnce(
      gateway,
      command((context) => recordStatus(context, { project: one, ...status })),
      command(async (context) => {
        // Whoever has to wait at all is refused.
        await context.em.execute("set local lock_timeout = '1ms'");
        await recordStatus(context, { project: other, ...status });
        await aliasOrganisation(context, { organisation: owner, name: '别名', evidence });
      }),
    );
    // then
    expect(ended.map(({ status: how }) => how)).toEqual(['fulfilled', 'fulfilled']);
  });
});
