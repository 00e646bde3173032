import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Gateway } from '../support/gateway.ts';
import { overtake } from './held.ts';
import { type Asker, eventsOf, startWithOfficer, write } from './writing.ts';

const PLACE = 'place { id version node { name } organisation { code } project { code } }';
const SUPPLY =
  'supply { id version node { name } product tier supplier { code } customer { code } site { code } }';

let gateway: Gateway;
let officer: Asker;
beforeAll(async () => {
  ({ gateway, officer } = await startWithOfficer({ env: { LOG_LEVEL: 'error' } }));
});
afterAll(() => gateway.close());

let chain: string;
let upstream: string;
let supporting: string;
beforeEach(async () => {
  chain = await gateway.given.chain();
  upstream = await gateway.given.node({ chain, position: 'UPSTREAM', sequence: 1 });
  supporting = await gateway.given.node({ chain, position: 'SUPPORTING', sequence: 2 });
});

const send = (mutation: string, input: object, shows: string) =>
  write<any>(officer, mutation, input, shows);
const logged = async (code: string, table = 'industry_chain') =>
  (await eventsOf(gateway, code, table)).slice(-1)[0]!;
const codeOf = ({ userErrors }: any) => userErrors[0]?.code;

/** The chain's suppliers by district, as `district: enterprises`; and that the triggers kept them right. */
async function suppliers(): Promise<Record<string, string[]>> {
  const columns = 'chain_id, partition, district_id, organisation_id, name, basis';
  const { rows } = await gateway.database.pool.query<{ wrong: number }>(`
    with kept as (select ${columns} from chain_supplier),
         now as (select ${columns} from chain_supplier_now)
    select count(*)::int as wrong
      from ((table kept except table now) union all (table now except table kept)) differing`);
  expect(rows).toEqual([{ wrong: 0 }]);
  const answer = await gateway.query(
    `query ($code: String!) { chain(code: $code) { suppliersByDistrict {
       district { code } suppliers { nodes { enterprise { code } } } } } }`,
    { code: chain },
  );
  return Object.fromEntries(
    answer.chain.suppliersByDistrict.map(({ district, suppliers: { nodes } }: any) => [
      district?.code ?? 'unknown',
      nodes.map(({ enterprise }: any) => enterprise.code).sort(),
    ]),
  );
}

describe('a place in a chain', () => {
  it('is taken by an enterprise, told by the chain, and read by its id', async () => {
    // given
    const enterprise = await gateway.given.enterprise();
    // when
    const { place, userErrors } = await send(
      'takeChainPlace',
      { chain, node: upstream, organisation: enterprise },
      PLACE,
    );
    // then
    expect(userErrors).toEqual([]);
    expect(place).toEqual({
      id: expect.stringMatching(/^cpl_/),
      version: 1,
      node: { name: upstream },
      organisation: { code: enterprise },
      project: null,
    });
    const taken = await logged(chain);
    expect(taken).toMatchObject({
      kind: 'CHAIN_PLACE_TAKEN',
      changes: [{ field: 'chainPlace', before: null, after: { id: place.id.slice(4) } }],
    });
    expect(taken.source).toMatch(/^SUBMISSION-/);
    const { node } = await gateway.query(
      'query ($id: ID!) { node(id: $id) { ... on ChainPlace { organisation { code } } } }',
      { id: place.id },
    );
    expect(node).toEqual({ organisation: { code: enterprise } });
  });

  it('of a project makes its owner a supplier, and is told by the project, too, until it is left', async () => {
    // given
    const site = await gateway.given.region();
    const owner = await gateway.given.enterprise();
    const project = await gateway.given.project({ site, owner });
    // when
    const { place } = await send('takeChainPlace', { chain, node: upstream, project }, PLACE);
    // then
    expect(await suppliers()).toEqual({});
    expect(await logged(project, 'project')).toMatchObject({
      kind: 'CHAIN_PLACE_TAKEN',
      changes: [{ field: 'place', before: null }],
    });
    // when
    const moved = await send(
      'correctChainPlace',
      { id: place.id, version: 1, node: supporting },
      PLACE,
    );
    // then
    expect(moved).toMatchObject({ place: { version: 2, node: { name: supporting } } });
    expect(await suppliers()).toEqual({ [site]: [owner] });
    for (const [code, table] of [[chain], [project, 'project']] as const) {
      const { kind, changes } = await logged(code, table);
      expect(kind).toBe('CHAIN_PLACE_CORRECTED');
      expect(changes).toHaveLength(1);
      expect(changes[0]!.before.node).not.toBe(changes[0]!.after.node);
      expect([changes[0]!.before.revision, changes[0]!.after.revision]).toEqual([1, 2]);
    }
    // when
    const left = await send(
      'leaveChainPlace',
      { id: place.id, version: 2 },
      'chain { code places { totalCount } }',
    );
    // then
    expect(left).toEqual({ chain: { code: chain, places: { totalCount: 0 } }, userErrors: [] });
    expect(await suppliers()).toEqual({});
    for (const [code, table] of [[chain], [project, 'project']] as const) {
      expect(await logged(code, table)).toMatchObject({
        kind: 'CHAIN_PLACE_LEFT',
        changes: [{ after: null }],
      });
    }
  });

  it('is at no node where a correction says that none is known', async () => {
    const enterprise = await gateway.given.enterprise();
    const taken = { chain, node: upstream, organisation: enterprise };
    const { place } = await send('takeChainPlace', taken, PLACE);
    const corrected = { id: place.id, version: 1, node: null };
    expect(await send('correctChainPlace', corrected, PLACE)).toMatchObject({
      place: { version: 2, node: null },
    });
    expect(await send('correctChainPlace', { ...corrected, version: 2 }, PLACE)).toMatchObject({
      place: { version: 2 },
      userErrors: [],
    });
  });

  it('is taken once, also by two who come at once, and for one key', async () => {
    // given
    const organisation = await gateway.given.enterprise();
    const input = { chain, node: upstream, organisation };
    const other = await send('takeChainPlace', { ...input, node: supporting }, PLACE);
    // when
    const raced = await Promise.all([1, 2].map(() => send('takeChainPlace', input, PLACE)));
    const [first] = raced.filter(({ place }) => place);
    const onto = await send(
      'correctChainPlace',
      { id: other.place.id, version: 1, node: upstream },
      PLACE,
    );
    // then
    expect(raced.map(codeOf).filter(Boolean)).toEqual(['CHAIN_PLACE_TAKEN']);
    expect(codeOf(onto)).toBe('CHAIN_PLACE_TAKEN');
    expect(onto.userErrors[0].message).toContain(first.place.id);
    // when
    const keyed = { chain, organisation, idempotencyKey: `place of ${organisation}` };
    const again = await Promise.all([1, 2, 3].map(() => send('takeChainPlace', keyed, PLACE)));
    // then
    expect(new Set(again.map(({ place }) => place.id)).size).toBe(1);
  });

  it('conflicts with whoever was faster', async () => {
    // given
    const organisation = await gateway.given.enterprise();
    const { place } = await send('takeChainPlace', { chain, organisation }, PLACE);
    // when
    const raced = await Promise.all(
      [upstream, supporting].map((node) =>
        send('correctChainPlace', { id: place.id, version: 1, node }, PLACE),
      ),
    );
    const late = await send('leaveChainPlace', { id: place.id, version: 1 }, 'chain { code }');
    // then
    const [won] = raced.filter((answer) => answer.place);
    const [lost] = raced.filter((answer) => !answer.place);
    const winner = won.place.node.name;
    expect(lost.userErrors).toMatchObject([
      {
        code: 'VERSION_CONFLICT',
        version: 1,
        currentVersion: 2,
        conflicts: [
          {
            field: 'node',
            yours: winner === upstream ? supporting : upstream,
            current: winner,
          },
        ],
      },
    ]);
    expect(late).toMatchObject({ chain: null, userErrors: [{ code: 'VERSION_CONFLICT' }] });
  });

  it('is not corrected on what it was before its writer had to wait', async () => {
    // given
    const organisation = await gateway.given.enterprise();
    const { place } = await send('takeChainPlace', { chain, organisation }, PLACE);
    const input = { id: place.id, version: 1, node: upstream };
    // when
    const answer = await overtake(
      gateway,
      `update chain_place set revision = 2 where id = '${place.id.slice(4)}'`,
      () => send('correctChainPlace', input, PLACE),
    );
    // then
    expect(answer.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', currentVersion: 2 }]);
  });

  it.each([
    ['of nobody', {}, 'project', 'BAD_USER_INPUT'],
    ['of two', { organisation: 'mine', project: 'mine' }, 'project', 'BAD_USER_INPUT'],
    ['of somebody unknown', { organisation: 'nobody' }, 'organisation', 'UNKNOWN_CODE'],
    ['in an unknown chain', { chain: 'none', organisation: 'mine' }, 'chain', 'UNKNOWN_CODE'],
    ['at an unknown node', { node: '没有', organisation: 'mine' }, 'node', 'UNKNOWN_CODE'],
  ])('is refused: one %s', async (_what, given, field, code) => {
    const organisation = await gateway.given.enterprise();
    const project = await gateway.given.project();
    const own = {
      ...('organisation' in given && given.organisation === 'mine' && { organisation }),
      ...('project' in given && { project }),
    };
    expect(await send('takeChainPlace', { chain, ...given, ...own }, PLACE)).toMatchObject({
      place: null,
      userErrors: [{ code, field: ['input', field] }],
    });
  });

  it.each(['', 'cpl_', 'cpl_x', 'reg_00000000-0000-4000-8000-000000000000', `cpl_' or true --`])(
    'is unknown by the id %j',
    async (id) => {
      const { userErrors } = await send('correctChainPlace', { id, version: 1 }, PLACE);
      expect(userErrors).toMatchObject([{ code: 'UNKNOWN_ID', field: ['input', 'id'] }]);
    },
  );
});

describe('a supply', () => {
  let supplier: string;
  let home: string;
  beforeEach(async () => {
    home = await gateway.given.region();
    supplier = await gateway.given.enterprise({ district: home });
  });

  const recorded = (input: object = {}) =>
    send('recordSupply', { chain, node: upstream, supplier, product: '轴承', ...input }, SUPPLY);

  it('makes an enterprise a supplier of the chain, where it is made, until it ends', async () => {
    // given
    const [site, customer] = [await gateway.given.region(), await gateway.given.enterprise()];
    // when
    const { supply, userErrors } = await recorded({ customer, site });
    // then
    expect(userErrors).toEqual([]);
    expect(supply).toEqual({
      id: expect.stringMatching(/^spl_/),
      version: 1,
      node: { name: upstream },
      product: '轴承',
      tier: 1,
      supplier: { code: supplier },
      customer: { code: customer },
      site: { code: site },
    });
    expect(await suppliers()).toEqual({ [site]: [supplier] });
    expect(await logged(chain)).toMatchObject({
      kind: 'SUPPLY_RECORDED',
      changes: [{ field: 'chainSupply', before: null, after: { product: '轴承', tier: 1 } }],
    });
    // when
    const corrected = await send(
      'correctSupply',
      { id: supply.id, version: 1, site: null, tier: 2, customer: null, node: supporting },
      SUPPLY,
    );
    // then
    expect(corrected).toMatchObject({
      supply: { version: 2, tier: 2, site: null, customer: null, node: { name: supporting } },
      userErrors: [],
    });
    expect(await suppliers()).toEqual({ [home]: [supplier] });
    const { kind, changes } = await logged(chain);
    expect(kind).toBe('SUPPLY_CORRECTED');
    expect(changes).toMatchObject([{ before: { tier: 1 }, after: { tier: 2 } }]);
    // when
    const ended = await send('endSupply', { id: supply.id, version: 2 }, 'chain { code }');
    // then
    expect(ended).toEqual({ chain: { code: chain }, userErrors: [] });
    expect(await suppliers()).toEqual({});
    expect(await logged(chain)).toMatchObject({ kind: 'SUPPLY_ENDED', changes: [{ after: null }] });
    const gone = await send('endSupply', { id: supply.id, version: 2 }, 'chain { code }');
    expect(gone.userErrors).toMatchObject([{ code: 'UNKNOWN_ID' }]);
  });

  it('moves with its supplier, who is corrected', async () => {
    await recorded();
    const district = await gateway.given.region();
    await send(
      'correctEnterprise',
      { code: supplier, version: 1, district },
      'enterprise { code }',
    );
    expect(await suppliers()).toEqual({ [district]: [supplier] });
  });

  it('is recorded once for one key, and a second time never', async () => {
    // given
    const key = { idempotencyKey: `supply of ${supplier}` };
    // when
    const answers = await Promise.all([1, 2, 3].map(() => recorded(key)));
    const second = await recorded();
    // then
    expect(new Set(answers.map(({ supply }) => supply.id)).size).toBe(1);
    expect(second.userErrors).toMatchObject([{ code: 'SUPPLY_KNOWN' }]);
    expect(second.userErrors[0].message).toContain(answers[0].supply.id);
  });

  it('cannot be corrected into one that is there', async () => {
    await recorded();
    const { supply } = await recorded({ product: '齿轮' });
    const into = { id: supply.id, version: 1, product: '轴承' };
    expect(codeOf(await send('correctSupply', into, SUPPLY))).toBe('SUPPLY_KNOWN');
  });

  it('conflicts with whoever was faster, and tells both sides', async () => {
    const { supply } = await recorded();
    await send('correctSupply', { id: supply.id, version: 1, tier: 2 }, SUPPLY);
    const late = { id: supply.id, version: 1, tier: 3, product: '轴承' };
    expect((await send('correctSupply', late, SUPPLY)).userErrors).toMatchObject([
      {
        code: 'VERSION_CONFLICT',
        currentVersion: 2,
        conflicts: [{ field: 'tier', yours: '3', current: '2' }],
      },
    ]);
  });

  it('leaves no trace of a correction that changes nothing', async () => {
    const { supply } = await recorded();
    const before = await eventsOf(gateway, chain, 'industry_chain');
    const same = { id: supply.id, version: 1, tier: 1, product: ' 轴承 ' };
    expect(await send('correctSupply', same, SUPPLY)).toMatchObject({ supply: { version: 1 } });
    expect(await eventsOf(gateway, chain, 'industry_chain')).toHaveLength(before.length);
  });

  it.each([
    ['to oneself', 'SUPPLIES_ITSELF', 'customer', { customer: 'supplier' }],
    ['by a university', 'NOT_AN_ENTERPRISE', 'supplier', { supplier: 'university' }],
    ['by somebody unknown', 'UNKNOWN_CODE', 'supplier', { supplier: 'nobody' }],
    ['of tier 0', 'BAD_USER_INPUT', 'tier', { tier: 0 }],
    ['of a blank product', 'BAD_USER_INPUT', 'product', { product: ' ' }],
    ['from an unknown site', 'UNKNOWN_CODE', 'site', { site: '999998' }],
  ])('is refused: one %s', async (_what, code, field, given) => {
    const university = await gateway.given.enterprise({ kind: 'UNIVERSITY' });
    const codes: Record<string, string> = { supplier, university };
    const input = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, codes[value] ?? value]),
    );
    expect(await recorded(input)).toMatchObject({
      supply: null,
      userErrors: [{ code, field: ['input', field] }],
    });
  });

  it('keeps what is never cleared', async () => {
    const { supply } = await recorded();
    for (const field of ['node', 'product', 'tier']) {
      const { userErrors } = await send(
        'correctSupply',
        { id: supply.id, version: 1, [field]: null },
        SUPPLY,
      );
      expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', field] }]);
    }
  });

  it('is kept right by many who write at once', async () => {
    const writers = await Promise.all(
      Array.from({ length: 8 }, async () => gateway.given.enterprise({ district: home })),
    );
    const answers = await Promise.all(writers.map((one) => recorded({ supplier: one })));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await suppliers()).toEqual({ [home]: [...writers].sort() });
  });
});

describe('a chain', () => {
  it('tells the document of what is taken away from it, and keeps no evidence of it', async () => {
    // given
    const organisation = await gateway.given.enterprise();
    const { place } = await send('takeChainPlace', { chain, organisation }, PLACE);
    const supplying = { chain, node: upstream, supplier: organisation, product: '轴承' };
    const { supply } = await send('recordSupply', supplying, SUPPLY);
    const evidenceIn = async (code: string) => {
      const { rows } = await gateway.database.pool.query(
        `select from evidence join source_document on source_document.id = document_id
          where source_document.code = $1`,
        [code],
      );
      return rows.length;
    };
    const { source } = await logged(chain);
    const before = await evidenceIn(source!);
    // when
    for (const [mutation, { id }] of [
      ['leaveChainPlace', place],
      ['endSupply', supply],
    ] as const) {
      const input = { id, version: 1 };
      const unanchored = await send(mutation, { ...input, anchor: '原文' }, 'chain { code }');
      const { userErrors } = await send(mutation, input, 'chain { code }');
      // then
      expect(unanchored.userErrors).toMatchObject([
        { code: 'BAD_USER_INPUT', field: ['input', 'anchor'] },
      ]);
      expect(userErrors).toEqual([]);
      expect((await logged(chain)).source).toBe(source);
    }
    expect(await evidenceIn(source!)).toBe(before);
  });

  it('is written by whoever has chain:write alone', async () => {
    const local = gateway.as(
      await gateway.keyFor({ role: 'DISTRICT_OFFICER', districts: [await gateway.given.region()] }),
    );
    const { errors } = await local.request(
      'mutation ($chain: String!) { takeChainPlace(input: { chain: $chain }) { place { id } } }',
      { chain },
    );
    expect(errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', permission: 'chain:write' } },
    ]);
  });
});
