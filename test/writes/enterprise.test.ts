import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCharacter } from '../../src/modules/enterprise/credit-code.ts';
import type { Gateway } from '../support/gateway.ts';
import { type Asker, eventsOf, forbidden, startWithOfficer, write } from './writing.ts';

const SHOWN = 'enterprise { code name version }';

const creditCode = (body: string) => body + checkCharacter(body);

describe('an enterprise', () => {
  let gateway: Gateway;
  let officer: Asker;
  beforeAll(async () => {
    ({ gateway, officer } = await startWithOfficer({ env: { LOG_LEVEL: 'error' } }));
  });
  afterAll(() => gateway.close());

  const create = (input: object, shows = SHOWN) =>
    write<any>(officer, 'createEnterprise', { name: '某企业', ...input }, shows);
  const correct = (input: object, shows = SHOWN) =>
    write<any>(officer, 'correctEnterprise', input, shows);
  const logged = (code: string) => eventsOf(gateway, code, 'organisation');
  const isFound = async (text: string) => {
    const { search } = await gateway.query(
      'query ($text: String!) { search(text: $text, types: [ENTERPRISE]) { nodes { node { id } name } } }',
      { text },
    );
    return search.nodes.map(({ name }: { name: string }) => name);
  };

  it('is created, read back, told by the log, and found by pinyin at once', async () => {
    // given
    const district = await gateway.given.region();
    // when
    const { enterprise, userErrors } = await create(
      {
        code: 'star-bearings',
        name: ' 繁星　轴承 ',
        nameEn: 'Star Bearings',
        creditCode: ` 9137 0100-ma3c 0000 1${checkCharacter('91370100MA3C00001')}`,
        district,
      },
      `enterprise { code kind name nameEn creditCode version district { code }
         evidence { document { kind } } }`,
    );
    // then
    expect(userErrors).toEqual([]);
    expect(enterprise).toEqual({
      code: 'star-bearings',
      kind: 'ENTERPRISE',
      name: '繁星 轴承',
      nameEn: 'Star Bearings',
      creditCode: creditCode('91370100MA3C00001'),
      version: 1,
      district: { code: district },
      evidence: { document: { kind: 'SUBMISSION' } },
    });
    const [made] = await logged('star-bearings');
    expect(made).toMatchObject({ kind: 'ENTERPRISE_CREATED', version: 1, scope_before: [] });
    expect(made!.scope_after).toHaveLength(1);
    expect(made!.changes).toContainEqual({ field: 'name', before: null, after: '繁星 轴承' });
    expect(await isFound('fanxing')).toEqual(['繁星 轴承']);
  });

  it('gets a code of the graph’s making where it names none', async () => {
    const { enterprise } = await create({});
    expect(enterprise.code).toMatch(/^enterprise-[0-9a-f]{12}$/);
  });

  it('is put right, and found under its new name alone', async () => {
    // given
    const [from, to] = [await gateway.given.region(), await gateway.given.region()];
    await create({ code: 'renamed', name: '琥珀机械', district: from });
    // when
    const { enterprise, userErrors } = await correct(
      { code: 'renamed', version: 1, name: '翡翠机械', district: to, kind: 'PLATFORM_COMPANY' },
      'enterprise { name kind version district { code } }',
    );
    // then
    expect(userErrors).toEqual([]);
    expect(enterprise).toEqual({
      name: '翡翠机械',
      kind: 'PLATFORM_COMPANY',
      version: 2,
      district: { code: to },
    });
    const [, corrected] = await logged('renamed');
    expect(corrected).toMatchObject({ kind: 'ENTERPRISE_CORRECTED', version: 2 });
    expect(corrected!.changes).toContainEqual({
      field: 'name',
      before: '琥珀机械',
      after: '翡翠机械',
    });
    expect(corrected!.scope_before).not.toEqual(corrected!.scope_after);
    expect([await isFound('hupo'), await isFound('feicui')]).toEqual([[], ['翡翠机械']]);
  });

  it('keeps what a correction leaves out, and loses what it clears', async () => {
    // given
    const district = await gateway.given.region();
    await create({ code: 'cleared', nameEn: 'Old', nameHant: '某企業', district });
    // when
    const { enterprise } = await correct(
      { code: 'cleared', version: 1, nameEn: null, district: null },
      'enterprise { name nameEn nameHant district { code } version }',
    );
    // then
    expect(enterprise).toEqual({
      name: '某企业',
      nameEn: null,
      nameHant: '某企業',
      district: null,
      version: 2,
    });
  });

  it('leaves no trace of a correction that changes nothing', async () => {
    await create({ code: 'unchanged', nameEn: 'Same' });
    const { enterprise } = await correct({ code: 'unchanged', version: 1, nameEn: 'Same' });
    expect(enterprise.version).toBe(1);
    expect(await logged('unchanged')).toHaveLength(1);
  });

  it('is told in the district of its zone, where that becomes known', async () => {
    // given
    const zone = await gateway.given.region({ kind: 'FUNCTIONAL_ZONE' });
    const district = await gateway.given.region();
    await create({ code: 'in-a-zone', district: zone });
    // when
    await correct({ code: 'in-a-zone', version: 1, administrativeDistrict: district });
    // then
    const { region } = await gateway.query(
      `query ($code: String!) { region(code: $code) {
         enterprises(partition: ADMINISTRATIVE) { nodes { code district { code } } } } }`,
      { code: district },
    );
    expect(region.enterprises.nodes).toEqual([{ code: 'in-a-zone', district: { code: zone } }]);
  });

  it('is created once for one key, however often and at once it is sent', async () => {
    // given
    const input = { code: 'only-once', idempotencyKey: 'enterprise-1' };
    // when
    const answers = await Promise.all([create(input), create(input), create(input)]);
    // then
    for (const { enterprise, userErrors } of answers) {
      expect(userErrors).toEqual([]);
      expect(enterprise).toEqual({ code: 'only-once', name: '某企业', version: 1 });
    }
    const events = await logged('only-once');
    expect(events).toMatchObject([{ idempotency_key: 'enterprise-1' }]);
  });

  it('conflicts with whoever was faster, and tells both sides', async () => {
    // given
    const district = await gateway.given.region();
    await create({ code: 'contested', nameEn: 'Was' });
    // when
    const [one, other] = await Promise.all([
      correct({ code: 'contested', version: 1, nameEn: 'One', district }),
      correct({ code: 'contested', version: 1, nameEn: 'Other', creditCode: null }),
    ]);
    // then
    const [lost, won] = one.enterprise ? [other, one] : [one, other];
    expect(won.userErrors).toEqual([]);
    expect(lost.userErrors).toMatchObject([
      { code: 'VERSION_CONFLICT', version: 1, currentVersion: 2 },
    ]);
    const names = [won, lost].map((side) => (side === one ? 'One' : 'Other'));
    expect(lost.userErrors[0].conflicts).toContainEqual({
      field: 'nameEn',
      yours: names[1],
      current: names[0],
    });
  });

  it('has a credit code of its own, also of two that come at once', async () => {
    // given
    const taken = creditCode('91370100MA3C0000X');
    await create({ code: 'first-holder', name: '先到企业', creditCode: taken });
    await create({ code: 'second-holder' });
    // when
    const made = await create({ creditCode: taken });
    const corrected = await correct({ code: 'second-holder', version: 1, creditCode: taken });
    const kept = await correct({ code: 'first-holder', version: 1, creditCode: taken });
    const fresh = creditCode('91370100MA3C0000Y');
    const raced = await Promise.all([1, 2].map(() => create({ creditCode: fresh })));
    // then
    for (const { enterprise, userErrors } of [made, corrected]) {
      expect(enterprise).toBeNull();
      expect(userErrors).toMatchObject([
        { code: 'CREDIT_CODE_TAKEN', field: ['input', 'creditCode'] },
      ]);
      expect(userErrors[0].message).toContain('先到企业 ("first-holder")');
    }
    expect(kept.userErrors).toEqual([]);
    const codes = raced.flatMap(({ userErrors }) => userErrors.map((error: any) => error.code));
    expect(codes).toEqual(['CREDIT_CODE_TAKEN']);
  });

  it('has a code of its own', async () => {
    await create({ code: 'taken-code', name: '占用者' });
    const { userErrors } = await create({ code: 'taken-code' });
    expect(userErrors).toMatchObject([{ code: 'CODE_TAKEN', field: ['input', 'code'] }]);
    expect(userErrors[0].message).toContain('占用者');
  });

  it.each([
    ['a blank name', { name: ' 　 ' }, 'name'],
    ['a control character in its name', { name: '企\u0007业' }, 'name'],
    ['a name without an end', { name: '企'.repeat(301) }, 'name'],
    ['a code with capitals', { code: 'Big-Code' }, 'code'],
    ['a credit code with a slip', { creditCode: '91370100MA3C00001A' }, 'creditCode'],
    ['a credit code out of a spreadsheet', { creditCode: '9.137E+17' }, 'creditCode'],
    ['a kind that is none of an enterprise', { kind: 'UNIVERSITY' }, 'kind'],
    ['a kind cleared', { kind: null }, 'kind'],
    ['a district that is not there', { district: '999999' }, 'district'],
    ['a document that is not there', { document: 'NONE' }, 'document'],
  ])('is refused with %s', async (_what, input, field) => {
    const { enterprise, userErrors } = await create(input);
    expect(enterprise).toBeNull();
    expect(userErrors).toMatchObject([{ __typename: 'InputError', field: ['input', field] }]);
  });

  it('is unknown under the code of an institution', async () => {
    await gateway.given.enterprise({ code: 'a-university', kind: 'UNIVERSITY' });
    const { userErrors } = await correct({ code: 'a-university', version: 1, name: '新名' });
    expect(userErrors).toMatchObject([
      { code: 'UNKNOWN_CODE', message: 'There is no enterprise with the code "a-university".' },
    ]);
  });

  describe('in the hands of a district’s officer', () => {
    let mine: string;
    let foreign: string;
    let local: Asker;
    beforeAll(async () => {
      [mine, foreign] = [await gateway.given.region(), await gateway.given.region()];
      const key = { role: 'DISTRICT_OFFICER', districts: [mine] };
      local = gateway.as(await gateway.keyFor(key));
      await create({ code: 'my-own', district: mine });
      await create({ code: 'a-neighbour', district: foreign });
    });

    it('is written where it is registered with him, before and after', async () => {
      const input = { code: 'my-own', version: 1, nameEn: 'Mine' };
      expect(await write(local, 'correctEnterprise', input, SHOWN)).toMatchObject({
        enterprise: { version: 2 },
        userErrors: [],
      });
      const fresh = { name: '新企业', district: mine };
      expect(await write(local, 'createEnterprise', fresh, SHOWN)).toMatchObject({
        userErrors: [],
      });
    });

    it.each([
      ['of another district', 'correctEnterprise', { code: 'a-neighbour', name: '改名' }],
      ['that leaves his own', 'correctEnterprise', { code: 'my-own', district: 'foreign' }],
      ['whose district becomes unknown', 'correctEnterprise', { code: 'my-own', district: null }],
      ['that is new elsewhere', 'createEnterprise', { name: '别处', district: 'foreign' }],
      ['that is new nowhere', 'createEnterprise', { name: '无处' }],
    ])('is forbidden to him: one %s', async (_what, mutation, input) => {
      const { code } = input as { code?: string };
      const [{ version } = { version: 1 }] = (code ? await logged(code) : []).slice(-1);
      const placed =
        'district' in input && input.district === 'foreign' ? { district: foreign } : {};
      const seen = mutation === 'correctEnterprise' ? { version } : {};
      const { extensions } = await forbidden(local, mutation, { ...input, ...placed, ...seen });
      expect(extensions.code).toBe('FORBIDDEN');
    });
  });

  it('is written by nobody who may not', async () => {
    const mutation = `mutation { createEnterprise(input: { name: "x" }) { enterprise { code } } }`;
    const partner = gateway.as(await gateway.keyFor({ role: 'PARTNER' }));
    const codes = [];
    for (const asker of [gateway, partner]) {
      const { errors } = await asker.request(mutation);
      codes.push(errors?.[0]?.extensions?.code);
    }
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN']);
  });
});
