import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimCreditCode } from '../../src/modules/enterprise/value-claim.commands.ts';
import { matchEnterprises } from '../../src/modules/enterprise/matching/match-enterprises.ts';
import { classifyEnterprise } from '../../src/modules/enterprise/organisation.commands.ts';
import { organisationParts } from '../../src/modules/enterprise/organisation-parts.ts';
import type { Gateway } from '../support/gateway.ts';
import { type Asker, eventsOf, forbidden, startWithOfficer, write } from './writing.ts';

/** All that tells of one enterprise, wherever it stands in the graph. */
const WHOLE = `
  id code name nameEn nameHant kind creditCode district { code } aliases
  classes { class validFrom }
  statements { nodes { code } } figures { nodes { code observations { code } } }
  participations { nodes { role project { code } } }
  trips { nodes { code } } promotionEvents { nodes { code } }
  chainPositions { nodes { chain { code } node { name } } }
  anchoredChains { nodes { code } }
  suppliers { nodes { product supplier { code } } }
  customers { nodes { product customer { code } } }`;

const CREDIT_CODE = '91350100M000100Y43';

describe('two enterprises that are one', () => {
  let gateway: Gateway;
  let officer: Asker;
  beforeAll(async () => {
    ({ gateway, officer } = await startWithOfficer({ env: { LOG_LEVEL: 'error' } }));
  });
  afterAll(() => gateway.close());

  const read = async (code: string) =>
    (await officer.query(`{ enterprise(code: "${code}") { ${WHOLE} } }`)).enterprise;
  const merge = (keep: string, other: string, reason = '同一企业') =>
    write<any>(
      officer,
      'mergeEnterprises',
      { keep, merge: other, reason },
      'enterprise { code version merged { code name reason mergedAt } }',
    );
  const versionOf = async (project: string): Promise<number> =>
    (await officer.query(`{ project(code: "${project}") { version } }`)).project.version;
  const split = (code: string) =>
    write<any>(officer, 'splitEnterprises', { code }, 'enterprise { code version } kept { code }');

  /** An enterprise that everything points at which can. */
  async function whole(code: string, shared: { project: string; chain: string; node: string }) {
    const { given } = gateway;
    const enterprise = await given.enterprise({ code, name: `合并企业${code}` });
    const evidence = await given.evidence();
    await given.enterpriseAlias(enterprise, `别称${code}`);
    for (const kind of ['GAZELLE', 'UNICORN'] as const) {
      await gateway.run(classifyEnterprise, { organisation: enterprise, class: kind, evidence });
    }
    const project = await given.project({ owner: enterprise });
    await given.participant(shared.project, enterprise);
    const chain = await given.chain(undefined, { anchor: enterprise });
    const node = await given.node({ chain });
    await given.place({ chain, node, organisation: enterprise });
    await given.place({ chain: shared.chain, node: shared.node, organisation: enterprise });
    await given.supply({ chain, node, supplier: enterprise });
    await given.supply({ chain, node, customer: enterprise });
    await given.supply({ ...shared, supplier: enterprise, product: '同一产品' });
    const event = await given.event({ hosts: [enterprise] });
    const trip = await given.trip({ organiser: enterprise, leads: [{ organisation: enterprise }] });
    const subject = { subjectType: 'organisation' } as const;
    await given.statement(enterprise, subject);
    await given.observation(enterprise, subject);
    return { enterprise, project, chain, event, trip };
  }

  /** What two enterprises both have. */
  async function common() {
    const { given } = gateway;
    const project = await given.project();
    const chain = await given.chain();
    return { project, chain, node: await given.node({ chain }) };
  }

  it('are one with all that pointed at either, and two again as they were', async () => {
    // given
    const shared = await common();
    const kept = await whole('kept-one', shared);
    const merged = await whole('merged-one', shared);
    const evidence = await gateway.given.source();
    await gateway.run(claimCreditCode, {
      ...{ organisation: 'merged-one', creditCode: CREDIT_CODE, evidence },
    });
    const [keptWas, mergedWas] = [await read('kept-one'), await read('merged-one')];
    const suppliersOf = (chain: string) =>
      officer
        .query(`{ chain(code: "${chain}") { suppliers { nodes { enterprise { code } } } } }`)
        .then(({ chain: { suppliers } }) => suppliers.nodes.map((one: any) => one.enterprise.code));
    const chainWas = (await suppliersOf(merged.chain)).sort();
    expect(chainWas).toContain('merged-one');
    // when
    const { enterprise, userErrors } = await merge('kept-one', 'merged-one');
    // then
    expect(userErrors).toEqual([]);
    expect(enterprise).toMatchObject({
      code: 'kept-one',
      merged: [{ code: 'merged-one', name: '合并企业merged-one', reason: '同一企业' }],
    });
    const now = await read('kept-one');
    expect(now).toMatchObject({
      creditCode: CREDIT_CODE,
      aliases: expect.arrayContaining(['合并企业merged-one', '别称merged-one', '别称kept-one']),
    });
    const codes = (list: any, field: string) =>
      list.nodes.map((one: any) => one[field].code).sort();
    expect(codes(now.participations, 'project')).toEqual(
      [kept.project, merged.project, shared.project].sort(),
    );
    expect(codes(now.chainPositions, 'chain')).toEqual(
      [kept.chain, merged.chain, shared.chain].sort(),
    );
    expect(now.anchoredChains.nodes.map(({ code }: any) => code).sort()).toEqual(
      [kept.chain, merged.chain].sort(),
    );
    expect(now.classes).toHaveLength(2);
    expect(now.statements.nodes).toHaveLength(2);
    expect(await suppliersOf(merged.chain)).toContain('kept-one');
    expect(await suppliersOf(merged.chain)).not.toContain('merged-one');
    // and the old names lead there
    const old = await officer.query(`{
      node(id: "${mergedWas.id}") { id ... on Enterprise { code } }
      nodes(ids: ["${mergedWas.id}", "${keptWas.id}"]) { id }
      byCode: enterprise(code: "merged-one") { code }
      byCredit: enterprise(code: "${CREDIT_CODE}") { code }
      enterprises(filter: { code: { eq: "merged-one" } }) { totalCount }
      search(text: "合并企业merged-one") { nodes { node { id } } } }`);
    expect(old).toMatchObject({
      node: { id: keptWas.id, code: 'kept-one' },
      nodes: [{ id: keptWas.id }, { id: keptWas.id }],
      byCode: { code: 'kept-one' },
      byCredit: { code: 'kept-one' },
      enterprises: { totalCount: 0 },
    });
    expect(old.search.nodes).toEqual([{ node: { id: keptWas.id } }]);
    const [match] = await matchEnterprises(gateway.database.kysely, [
      { name: '合并企业merged-one' },
    ]);
    expect(match).toMatchObject({ verdict: 'LINKED', organisation: { code: 'kept-one' } });
    expect((await eventsOf(gateway, merged.project)).at(-1)).toMatchObject({
      kind: 'ENTERPRISES_MERGED',
    });
    // when
    const back = await split('merged-one');
    // then
    expect(back).toMatchObject({
      ...{ userErrors: [], enterprise: { code: 'merged-one' }, kept: { code: 'kept-one' } },
    });
    expect(await read('kept-one')).toEqual(keptWas);
    expect(await read('merged-one')).toEqual(mergedWas);
    expect((await suppliersOf(merged.chain)).sort()).toEqual(chainWas);
    const { search } = await officer.query(
      `{ search(text: "合并企业merged-one") { nodes { node { id } } } }`,
    );
    expect(search.nodes).toEqual([{ node: { id: mergedWas.id } }]);
    expect((await eventsOf(gateway, merged.chain, 'industry_chain')).at(-1)).toMatchObject({
      kind: 'ENTERPRISES_SPLIT',
    });
    const events = await eventsOf(gateway, 'merged-one', 'organisation');
    expect(events.map(({ kind }) => kind).slice(-2)).toEqual([
      'ENTERPRISES_MERGED',
      'ENTERPRISES_SPLIT',
    ]);
  });

  it('leave nothing behind: whatever refers to an organisation is moved by a part, or follows', async () => {
    // given
    const { rows } = await gateway.database.pool.query<{ at: string }>(`
      select conrelid::regclass || '.' || attname as at
        from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = any (conkey)
       where contype = 'f' and confrelid = 'organisation'::regclass`);
    // when
    const metadata = gateway.database.orm.getMetadata();
    const moved = organisationParts().map(({ entity, property }) => {
      const { tableName, properties } = metadata.find(entity)!;
      const { fieldNames } = (properties as Record<string, { fieldNames: string[] }>)[property]!;
      return `${tableName}.${fieldNames[0]}`;
    });
    // then
    const follow = ['chain_supplier.organisation_id', 'merged_organisation.kept_id'];
    expect(
      rows
        .map(({ at }) => at)
        .filter((at) => !moved.includes(at))
        .sort(),
    ).toEqual(follow);
    expect(moved).toEqual(
      expect.arrayContaining(['observation.subject_id', 'statement.subject_id']),
    );
  });

  it('do not supply themselves: what one supplied to the other is put by, and comes back', async () => {
    // given
    const { given } = gateway;
    const [kept, merged] = [await given.enterprise(), await given.enterprise()];
    const chain = await given.chain();
    const node = await given.node({ chain });
    await given.supply({ chain, node, supplier: merged, customer: kept, product: '轮毂' });
    await given.supply({ chain, node, supplier: kept, customer: merged, product: '轮胎' });
    const was = [await read(kept), await read(merged)];
    // when
    expect((await merge(kept, merged)).userErrors).toEqual([]);
    // then
    expect(await read(kept)).toMatchObject({ suppliers: { nodes: [] }, customers: { nodes: [] } });
    expect((await split(merged)).userErrors).toEqual([]);
    expect([await read(kept), await read(merged)]).toEqual(was);
  });

  it('are two for good where their credit codes differ, and where one is no enterprise', async () => {
    // given
    const { given } = gateway;
    const kept = await given.enterprise({ creditCode: '91110000600037341L' });
    const other = await given.enterprise({ creditCode: '91440300708461136T' });
    const bureau = await given.enterprise({ kind: 'BUREAU' });
    // then
    expect((await merge(kept, other)).userErrors).toMatchObject([
      { code: 'CREDIT_CODES_DIFFER', field: ['input', 'merge'] },
    ]);
    expect((await merge(kept, bureau)).userErrors).toMatchObject([{ code: 'NOT_AN_ENTERPRISE' }]);
    expect((await merge(kept, kept)).userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect((await merge(kept, 'nobody')).userErrors).toMatchObject([
      { code: 'UNKNOWN_CODE', field: ['input', 'merge'] },
    ]);
    expect((await split(kept)).userErrors).toMatchObject([{ code: 'NOT_MERGED' }]);
    expect((await split('nobody')).userErrors).toMatchObject([{ code: 'UNKNOWN_CODE' }]);
  });

  it('stay one where what was moved has changed since, and it is said what', async () => {
    // given
    const { given } = gateway;
    const [kept, merged] = [await given.enterprise(), await given.enterprise()];
    const project = await given.project({ owner: merged });
    await merge(kept, merged);
    const version = await versionOf(project);
    await write(officer, 'removeProjectParticipant', {
      ...{ code: project, version, organisation: kept, role: 'OWNER' },
    });
    // when
    const { enterprise, userErrors } = await split(merged);
    // then
    expect(enterprise).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'MERGE_BUILT_UPON', field: ['input', 'code'] }]);
    expect(userErrors[0].message).toContain(`a participant of the project "${project}"`);
    expect((await read(merged)).code).toBe(kept);
    // and what came to the kept one since hinders nobody
    const later = await given.project({ owner: kept });
    await write(officer, 'addProjectParticipant', {
      ...{ code: project, version: version + 1, organisation: kept, role: 'OWNER' },
    });
    expect((await split(merged)).userErrors[0].code).toBe('MERGE_BUILT_UPON');
    expect((await read(kept)).participations.nodes).toEqual(
      expect.arrayContaining([{ role: 'OWNER', project: { code: later } }]),
    );
  });

  it('answer to the old code wherever a command names it, and nobody else gets that', async () => {
    // given
    const { given } = gateway;
    const [kept, merged] = [await given.enterprise(), await given.enterprise()];
    await merge(kept, merged);
    const project = await given.project();
    // when
    const added = await write(officer, 'addProjectParticipant', {
      ...{ code: project, version: 1, organisation: merged, role: 'OWNER' },
    });
    // then
    expect(added.userErrors).toEqual([]);
    expect((await read(kept)).participations.nodes).toEqual([
      { role: 'OWNER', project: { code: project } },
    ]);
    const taken = await write<any>(
      officer,
      'createEnterprise',
      { code: merged, name: '另一企业' },
      'enterprise { code }',
    );
    expect(taken.userErrors).toMatchObject([{ code: 'CODE_TAKEN' }]);
    await expect(given.enterprise({ code: merged })).rejects.toMatchObject({ code: 'CODE_TAKEN' });
  });

  it('may be three: the first one leads to the last, and they come apart in turn', async () => {
    // given
    const { given } = gateway;
    const [one, two, three] = [
      await given.enterprise(),
      await given.enterprise(),
      await given.enterprise(),
    ];
    const project = await given.project({ owner: one });
    const was = [await read(one), await read(two), await read(three)];
    await merge(two, one);
    await merge(three, two);
    // then
    for (const code of [one, two]) expect((await read(code)).code).toBe(three);
    expect((await read(one)).participations.nodes[0].project.code).toBe(project);
    // when
    expect((await split(two)).userErrors).toEqual([]);
    expect((await read(one)).code).toBe(two);
    expect((await split(one)).userErrors).toEqual([]);
    // then
    expect([await read(one), await read(two), await read(three)]).toEqual(was);
  });

  it('are one in a project, too, that was out of the library meanwhile', async () => {
    // given
    const { given } = gateway;
    const [kept, merged] = [await given.enterprise(), await given.enterprise()];
    const project = await given.project({ owner: merged });
    await given.participant(project, kept);
    const version = await versionOf(project);
    await write(
      officer,
      'withdrawProject',
      { code: project, version, reason: '暂停' },
      '__typename',
    );
    await merge(kept, merged);
    // when
    const restored = await write(officer, 'restoreProject', {
      code: project,
      version: version + 1,
    });
    // then
    expect(restored.userErrors).toEqual([]);
    expect((await read(kept)).participations.nodes).toEqual([
      { role: 'OWNER', project: { code: project } },
    ]);
  });

  it('are merged once, however often it is sent, and merged again after they were split', async () => {
    // given
    const { given } = gateway;
    const [kept, merged] = [await given.enterprise(), await given.enterprise()];
    const input = { keep: kept, merge: merged, reason: '同一企业', idempotencyKey: 'merge-once' };
    // when
    const answers = await Promise.all(
      [1, 2, 3].map(() => write<any>(officer, 'mergeEnterprises', input, 'enterprise { code }')),
    );
    // then
    expect(answers).toEqual(answers.map(() => ({ enterprise: { code: kept }, userErrors: [] })));
    expect((await split(merged)).enterprise).toEqual({ code: merged, version: 3 });
    expect((await merge(kept, merged)).userErrors).toEqual([]);
    expect((await split(merged)).enterprise).toEqual({ code: merged, version: 5 });
  });

  it('are merged by those who may, of their own districts', async () => {
    // given
    const { given } = gateway;
    const [here, there] = [await given.region(), await given.region()];
    const kept = await given.enterprise({ district: here });
    const merged = await given.enterprise({ district: there });
    const input = { keep: kept, merge: merged, reason: '同一企业' };
    const district = gateway.as(await gateway.keyFor({ role: 'DISTRICT_OFFICER' }));
    const scoped = gateway.as(await gateway.keyFor({ role: 'CITY_OFFICER', districts: [here] }));
    // then
    for (const asker of [district, scoped]) {
      expect((await forbidden(asker, 'mergeEnterprises', input)).extensions.code).toBe('FORBIDDEN');
    }
    await merge(kept, merged);
    expect((await forbidden(scoped, 'splitEnterprises', { code: merged })).extensions.code).toBe(
      'FORBIDDEN',
    );
    const { rows } = await gateway.database.pool.query(
      `select outcome from audit_entry where operation = 'mergeEnterprises' and outcome = 'REFUSED'`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});
