import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type NewIdentityQuestion,
  openQuestion,
} from '../../src/modules/enterprise/identity-question.commands.ts';
import { questionsOf } from '../../src/modules/enterprise/identity-question.queries.ts';
import { matchEnterprises } from '../../src/modules/enterprise/matching/match-enterprises.ts';
import type { Gateway } from '../support/gateway.ts';
import { type Asker, forbidden, startWithOfficer, write } from './writing.ts';

const CREDIT_CODE = '91110000600037341L';
const OTHER_CREDIT_CODE = '91440300708461136T';
const WHOLE = `id name creditCode source run state district { code }
  organisation { ... on Node { id } ... on Named { code } }
  candidates { code name score reasons { rule weight said } } askedAt decidedAt`;

describe('a name of which it is not sure whom it means', () => {
  let gateway: Gateway;
  let officer: Asker;
  beforeAll(async () => {
    ({ gateway, officer } = await startWithOfficer({ env: { LOG_LEVEL: 'error' } }));
  });
  afterAll(() => gateway.close());

  /** Asks whom a name means, as an import does. */
  async function ask(name: string, more: Partial<NewIdentityQuestion> = {}) {
    const [match] = await matchEnterprises(gateway.database.kysely, [{ name, ...more }]);
    const { candidates } = match!;
    const question = await gateway.run(openQuestion, {
      ...{ name, source: 'commerce-bureau', run: 'run-1', candidates },
      ...more,
    });
    return { match: match!, id: question.id };
  }
  const decide = (input: object) =>
    write<any>(officer, 'decideIdentity', input, `question { ${WHOLE} }`);
  const open = async (filter: string) =>
    (
      await officer.query(
        `{ identityQuestions(filter: ${filter}) { totalCount nodes { ${WHOLE} } } }`,
      )
    ).identityQuestions;

  it('is asked once, explains itself, and is decided so that the next import knows', async () => {
    // given
    const { given } = gateway;
    const district = await given.region();
    const one = await given.enterprise({ name: '济南岱云重工有限公司' });
    const name = '青岛岱云重工有限公司';
    // when
    const { match, id } = await ask(name, { district });
    const again = await ask(name, { district, run: 'run-2' });
    // then
    expect(match.verdict).toBe('CANDIDATES');
    expect(again.id).toBe(id);
    const asked = await open(`{ state: { eq: OPEN }, name: { eq: "${name}" } }`);
    expect(asked).toMatchObject({
      totalCount: 1,
      nodes: [{ id, name, run: 'run-1', district: { code: district }, organisation: null }],
    });
    const [candidate] = asked.nodes[0].candidates;
    expect(candidate).toMatchObject({ code: one, name: '济南岱云重工有限公司' });
    expect(candidate.reasons.map(({ rule }: any) => rule)).toEqual([
      ...['SAME_STEM', 'OTHER_PLACE', 'FORM'],
    ]);
    const sum = candidate.reasons.reduce(
      (total: number, { weight }: { weight: number }) => total + weight,
      0,
    );
    expect(candidate.score).toBeCloseTo(sum, 3);
    // when
    const { question, userErrors } = await decide({ id, organisation: one });
    // then
    expect(userErrors).toEqual([]);
    expect(question).toMatchObject({ state: 'LINKED', organisation: { code: one } });
    expect(question.decidedAt).not.toBeNull();
    expect((await ask(name)).match).toMatchObject({
      ...{ verdict: 'LINKED', organisation: { code: one } },
    });
    expect((await officer.query(`{ enterprise(code: "${one}") { aliases } }`)).enterprise).toEqual({
      aliases: [name],
    });
    expect(await questionsOf(gateway.database.kysely, 'commerce-bureau', [name])).toEqual([
      { name, creditCode: null, state: 'LINKED', organisation: one },
    ]);
    expect((await decide({ id, organisation: null })).userErrors).toMatchObject([
      { code: 'ALREADY_DECIDED', field: ['input', 'id'] },
    ]);
    const { rows } = await gateway.database.pool.query(
      'select kind, version from event where entity_id = $1 order by version',
      [id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      ...['IDENTITY_ASKED', 'IDENTITY_ASKED', 'IDENTITY_DECIDED'],
    ]);
  });

  it('is decided anew where that is said, and what the first decision left goes with it', async () => {
    // given
    const { given } = gateway;
    const [wrong, right] = [
      await given.enterprise({ name: '济南岚泉重工有限公司' }),
      await given.enterprise({ name: '济南岚泉装备有限公司' }),
    ];
    const name = '青岛岚泉重工有限公司';
    const { id } = await ask(name);
    await decide({ id, organisation: wrong });
    const aliasesOf = async (code: string) =>
      (await officer.query(`{ enterprise(code: "${code}") { aliases } }`)).enterprise.aliases;
    expect(await aliasesOf(wrong)).toEqual([name]);
    // when
    const { userErrors } = await decide({ id, organisation: right });
    const { question } = await decide({ id, organisation: right, replace: true });
    // then
    expect(userErrors).toMatchObject([
      { code: 'ALREADY_DECIDED', message: expect.stringContaining('"replace"') },
    ]);
    expect(question).toMatchObject({ state: 'LINKED', organisation: { code: right } });
    expect([await aliasesOf(wrong), await aliasesOf(right)]).toEqual([[], [name]]);
    expect((await ask(name)).match).toMatchObject({ organisation: { code: right } });
    const { search } = await officer.query(
      `{ search(text: "${name}") { nodes { node { ... on Named { code } } } } }`,
    );
    expect(search.nodes[0].node.code).toBe(right);
    // and
    expect((await decide({ id, dismiss: true, replace: true })).question).toMatchObject({
      ...{ state: 'DISMISSED', organisation: null },
    });
    expect(await aliasesOf(right)).toEqual([]);
  });

  it('keeps a name that a source tells, whoever decided by it', async () => {
    const { given } = gateway;
    const one = await given.enterprise({ name: '济南岚溪重工有限公司' });
    const name = '青岛岚溪重工有限公司';
    const { id } = await ask(name);
    await given.enterpriseAlias(one, name);
    await decide({ id, organisation: one });
    await decide({ id, dismiss: true, replace: true });
    expect(
      (await officer.query(`{ enterprise(code: "${one}") { aliases } }`)).enterprise.aliases,
    ).toEqual([name]);
  });

  it('is somebody new, or nobody that anybody need know', async () => {
    // given
    const [fresh, none] = [await ask('济南新识企业有限公司'), await ask('合计')];
    expect(fresh.match.verdict).toBe('NEW');
    // then
    expect((await decide({ id: fresh.id, organisation: null })).question.state).toBe('NEW');
    expect((await decide({ id: none.id, dismiss: true })).question.state).toBe('DISMISSED');
    expect(
      (
        await open(
          '{ state: { in: [NEW, DISMISSED] }, name: { in: ["济南新识企业有限公司", "合计"] } }',
        )
      ).totalCount,
    ).toBe(2);
    expect((await decide({ id: 'x', dismiss: true })).userErrors[0].code).toBe('UNKNOWN_ID');
    const both = await decide({ id: none.id, organisation: 'byd', dismiss: true });
    expect(both.userErrors[0].code).toBe('BAD_USER_INPUT');
  });

  it('is nobody who has another credit code, and somebody who was merged is the one kept', async () => {
    // given
    const { given } = gateway;
    const coded = await given.enterprise({ creditCode: CREDIT_CODE, name: '济南信码有限公司' });
    const { match, id } = await ask('济南信码有限公司', { creditCode: OTHER_CREDIT_CODE });
    expect(match.verdict).toBe('NEW');
    // then
    const { userErrors } = await decide({ id, organisation: coded });
    expect(userErrors).toMatchObject([
      { code: 'CREDIT_CODES_DIFFER', field: ['input', 'organisation'] },
    ]);
    // given
    const merged = await given.enterprise({ name: '济南旧识有限公司' });
    await write(
      officer,
      'mergeEnterprises',
      { keep: coded, merge: merged, reason: '同一企业' },
      'enterprise { code }',
    );
    const old = await ask('旧识公司（济南）分店');
    // then
    expect((await decide({ id: old.id, organisation: merged })).question.organisation.code).toBe(
      coded,
    );
  });

  it('is asked of those who may merge, of their own districts', async () => {
    // given
    const here = await gateway.given.region();
    const { id } = await ask('济南某区企业有限公司', { district: here });
    await ask('济南他区企业有限公司', { district: await gateway.given.region() });
    const district = gateway.as(await gateway.keyFor({ role: 'DISTRICT_OFFICER' }));
    const { errors } = await district.request('{ identityQuestions { totalCount } }');
    // then
    expect(errors![0]!.extensions!.code).toBe('FORBIDDEN');
    expect((await forbidden(district, 'decideIdentity', { id })).extensions.code).toBe('FORBIDDEN');
  });
});
