import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchEnterprises } from '../../src/modules/enterprise/matching/match-enterprises.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const CREDIT_CODE = '91110000600037341L';
const OTHER_CREDIT_CODE = '91440300708461136T';

describe('whom a name means', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
    const { given } = gateway;
    await given.region({ code: '370100', kind: 'CITY', name: '济南市', parent: null });
    await given.enterprise({
      code: 'coded',
      name: '济南舟衡精密机械有限公司',
      creditCode: CREDIT_CODE,
    });
    await given.enterprise({ code: 'uncoded', name: '山东岫川包装有限公司' });
    await given.enterprise({ code: 'byd', name: '比亚迪股份有限公司' });
    await given.enterpriseAlias('byd', '比亚迪');
    await given.enterprise({ code: 'twin-1', name: '济南禾序食品有限公司' });
    await given.enterprise({ code: 'twin-2', name: '济南禾序食品有限公司' });
    await given.enterprise({ code: 'school', kind: 'UNIVERSITY', name: '济南舟衡大学' });
  });
  afterAll(() => gateway.close());

  const match = async (
    name: string,
    creditCode: string | null = null,
    district: string | null = null,
  ) => {
    const { kysely } = gateway.database;
    const [found] = await matchEnterprises(kysely, [{ name, creditCode, district }]);
    return found!;
  };

  it('is told by the credit code, whatever the name', async () => {
    const found = await match('山东改名重工有限公司', ` ${CREDIT_CODE.toLowerCase()} `);
    expect(found).toMatchObject({ verdict: 'LINKED', organisation: { code: 'coded' } });
    expect(found.candidates[0]!.reasons).toEqual([
      { rule: 'CREDIT_CODE', weight: 1, said: `The credit code is ${CREDIT_CODE}.` },
    ]);
  });

  it('is never one with another credit code, whatever the name', async () => {
    const found = await match('济南舟衡精密机械有限公司', OTHER_CREDIT_CODE);
    expect(found).toEqual({ verdict: 'NEW', candidates: [] });
  });

  it('goes by the name where the code is none, or the known one has none', async () => {
    expect(await match('济南舟衡精密机械有限公司', '无')).toMatchObject({ verdict: 'LINKED' });
    expect(await match('山东岫川包装有限公司', OTHER_CREDIT_CODE)).toMatchObject({
      ...{ verdict: 'LINKED', organisation: { code: 'uncoded' } },
    });
  });

  it('is a parent to nobody by itself: what belongs to a group is at most a candidate', async () => {
    for (const name of [
      '济南比亚迪汽车有限公司',
      '比亚迪汽车工业有限公司',
      '比亚迪股份有限公司济南分公司',
    ]) {
      const { verdict, candidates } = await match(name);
      expect([name, verdict, candidates[0]?.code]).toEqual([name, 'CANDIDATES', 'byd']);
    }
    expect(await match('比亚迪')).toMatchObject({
      verdict: 'LINKED',
      organisation: { code: 'byd' },
    });
  });

  it('is left to a steward where two have the name', async () => {
    const { verdict, candidates } = await match('济南市禾序食品有限公司');
    expect(verdict).toBe('CANDIDATES');
    expect(candidates.map(({ code }) => code)).toEqual(['twin-1', 'twin-2']);
    expect((await match('济南禾序食品有限公司')).verdict).toBe('CANDIDATES');
  });

  it('may be an institution, by its whole name', async () => {
    expect(await match('济南舟衡大学')).toMatchObject({
      ...{ verdict: 'LINKED', organisation: { code: 'school' } },
    });
  });

  it('is told as a sum of reasons, in words', async () => {
    const { candidates } = await match('青岛舟横精密机械有限公司');
    const [{ score, reasons }] = candidates as [(typeof candidates)[0]];
    expect(reasons.map(({ rule }) => rule)).toEqual(['SAME_SOUND', 'OTHER_PLACE', 'FORM']);
    expect(reasons[0]!.said).toBe('"舟横精密机械" sounds like "舟衡精密机械".');
    expect(score).toBeCloseTo(
      reasons.reduce((sum, { weight }) => sum + weight, 0),
      3,
    );
  });

  it('is found for a thousand names in five statements, and for more in none', async () => {
    // given
    const names = Array.from({ length: 1_000 }, (_, at) => ({
      name: `济南测试${at}精密机械有限公司`,
    }));
    gateway.sql.reset();
    // when
    const matches = await matchEnterprises(gateway.database.kysely, names);
    // then
    expect(matches).toHaveLength(1_000);
    expect(gateway.sql.statements).toHaveLength(5);
    await expect(
      matchEnterprises(gateway.database.kysely, [...names, { name: '多一个' }]),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each(['', '有限公司', '集团', '济南', '（）', 'Ltd', '分公司', '市', '𠮷'])(
    'is nobody for a name that says nothing: "%s"',
    async (name) => {
      expect((await match(name)).verdict).toBe('NEW');
    },
  );
});
