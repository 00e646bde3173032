import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../../support/gateway.ts';

describe('the language of filters', () => {
  let gateway: Gateway;
  let east: string;
  beforeAll(async () => {
    gateway = await startGateway();
    const { given } = gateway;
    east = await given.region({ name: '东区' });
    const owner = await given.enterprise({ name: '甲厂' });
    const started = {
      earliest: '2024-02-01',
      latest: '2024-02-29',
      certainty: 'INFERRED',
    } as const;
    await given.project({
      code: 'known',
      name: '新能源 50%_A',
      site: east,
      level: 'MUNICIPAL',
      owner,
      started,
    });
    await given.project({ code: 'plain', name: '新能源 500xA', level: 'DISTRICT' });
    await given.project({ code: 'unknown', name: 'O\'Brien \\ "工厂"' });
    await given.participant('plain', owner, 'PARTNER');
  });
  afterAll(() => gateway.close());

  const ask = (filter: unknown) =>
    gateway.request(
      'query ($filter: ProjectFilter) { projects(filter: $filter, orderBy: CODE) { nodes { code } } }',
      { filter },
    );
  const codes = async (filter: unknown): Promise<string[]> => {
    const { data, errors } = await ask(filter);
    expect(errors).toBeUndefined();
    return data.projects.nodes.map(({ code }: { code: string }) => code);
  };
  const refusal = async (filter: unknown) => {
    const { errors } = await ask(filter);
    return errors?.map(({ message, extensions }) => ({ message, ...extensions }))[0];
  };
  const ALL = ['known', 'plain', 'unknown'];

  it('takes a null as if it were not there', async () => {
    expect(await codes(null)).toEqual(ALL);
    expect(await codes({ code: null, not: null, and: null, district: null })).toEqual(ALL);
    expect(await codes({ code: { eq: null, in: null }, participants: { some: null } })).toEqual(
      ALL,
    );
    expect(await codes({ code: { eq: 'plain', in: null } })).toEqual(['plain']);
  });

  it('asks everything of an empty "and", nothing of an empty "or" or "in"', async () => {
    expect(await codes({ and: [] })).toEqual(ALL);
    expect(await codes({ and: [{}, {}] })).toEqual(ALL);
    expect(await codes({ or: [] })).toEqual([]);
    expect(await codes({ or: [{}] })).toEqual(ALL);
    expect(await codes({ not: {} })).toEqual([]);
    expect(await codes({ code: { in: [] } })).toEqual([]);
    expect(await codes({ not: { code: { in: [] } } })).toEqual(ALL);
  });

  it('knows true and not true: what is asked of something unknown does not hold, its opposite does', async () => {
    expect(await codes({ level: { eq: 'MUNICIPAL' } })).toEqual(['known']);
    expect(await codes({ not: { level: { eq: 'MUNICIPAL' } } })).toEqual(['plain', 'unknown']);
    expect(await codes({ not: { not: { level: { eq: 'MUNICIPAL' } } } })).toEqual(['known']);
    expect(await codes({ not: { startedOn: { gte: '2000-01-01' } } })).toEqual([
      'plain',
      'unknown',
    ]);
    expect(await codes({ level: { isNull: true } })).toEqual(['unknown']);
    expect(await codes({ level: { isNull: false } })).toEqual(['known', 'plain']);
  });

  it('asks by an empty relation whether there is one at all', async () => {
    expect(await codes({ district: {} })).toEqual(['known']);
    expect(await codes({ not: { district: {} } })).toEqual(['plain', 'unknown']);
    expect(await codes({ participants: { some: {} } })).toEqual(['known', 'plain']);
    expect(await codes({ participants: { none: {} } })).toEqual(['unknown']);
    const isOwner = { role: { eq: 'OWNER' } };
    expect(await codes({ participants: { every: isOwner } })).toEqual(['known', 'unknown']);
    expect(await codes({ participants: { some: {}, every: isOwner } })).toEqual(['known']);
  });

  it('comes back through relations to where it began', async () => {
    const inEast = { district: { code: { eq: east } } };
    const together = { organisation: { participations: { some: { project: inEast } } } };
    expect(await codes({ participants: { some: together } })).toEqual(['known', 'plain']);
  });

  it('reads % and _ and \\ and quotes as they are', async () => {
    const found = (contains: string) => codes({ name: { contains } });
    expect(await found('50%_a')).toEqual(['known']);
    expect(await found('%')).toEqual(['known']);
    expect(await found('_')).toEqual(['known']);
    expect(await found('\\')).toEqual(['unknown']);
    expect(await found('o\'brien \\ "工')).toEqual(['unknown']);
    expect(await found('新能源 50')).toEqual(['known', 'plain']);
    expect(await codes({ name: { startsWith: '%' } })).toEqual([]);
    expect(await codes({ code: { startsWith: '_n' } })).toEqual([]);
    expect(await codes({ code: { startsWith: 'un' } })).toEqual(['unknown']);
  });

  it.each([
    "'; drop table project; --",
    "' or '1'='1",
    '$1',
    '${x}',
    '\\',
    '%',
    "\\' or 1=1 --",
    '"',
    '/*',
  ])('finds nothing by %s in any text, and breaks nothing', async (hostile) => {
    for (const field of ['code', 'domain']) {
      expect(await codes({ [field]: { eq: hostile } })).toEqual([]);
      expect(await codes({ [field]: { in: [hostile] } })).toEqual([]);
      expect(await codes({ [field]: { startsWith: hostile } })).toEqual([]);
    }
    for (const operator of ['eq', 'startsWith', 'contains']) {
      expect(await codes({ nameEn: { [operator]: hostile } })).toEqual([]);
      expect(await codes({ aliases: { some: { [operator]: hostile } } })).toEqual([]);
    }
    expect(await codes(null)).toEqual(ALL);
  });

  it('takes 200 values in a list, and tells where there are more', async () => {
    const list = (length: number) => Array.from({ length }, (_, index) => `p-${index}`);
    expect(await codes({ code: { in: ['plain', ...list(199)] } })).toEqual(['plain']);
    expect(await refusal({ or: [{ district: { code: { in: list(201) } } }] })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['filter', 'or', '0', 'district', 'code', 'in'],
      asked: 201,
      allowed: 200,
    });
  });

  it('nests six relations, and tells where there are more', async () => {
    const nested = (depth: number): object =>
      depth === 0
        ? {}
        : { participants: { some: depth === 1 ? {} : { project: nested(depth - 2) } } };
    expect(await codes(nested(6))).toEqual(['known', 'plain']);
    expect(await refusal(nested(7))).toMatchObject({
      code: 'FILTER_TOO_COMPLEX',
      field: [
        'filter',
        ...Array(3).fill(['participants', 'some', 'project']).flat(),
        'participants',
      ],
      asked: 7,
      allowed: 6,
    });
  });

  it('has a hundred operators, and tells where there are more', async () => {
    const or = (length: number) => ({
      or: Array.from({ length }, () => ({ code: { eq: 'plain' } })),
    });
    expect(await codes(or(99))).toEqual(['plain']);
    const tooMany = { code: 'FILTER_TOO_COMPLEX', field: ['filter'], asked: 101, allowed: 100 };
    expect(await refusal(or(100))).toMatchObject(tooMany);
    expect(await refusal({ and: Array(100).fill({}) })).toMatchObject(tooMany);
    const negated = (times: number): object => (times === 0 ? {} : { not: negated(times - 1) });
    expect(await codes(negated(40))).toEqual(ALL);
    expect(await refusal({ and: [negated(50), negated(50)] })).toMatchObject(tooMany);
  });

  it('is one list to a cursor, however it is written', async () => {
    const page = (filter: object, after?: string) =>
      gateway.request(
        `query ($filter: ProjectFilter, $after: String) {
           projects(filter: $filter, after: $after, first: 1) { pageInfo { endCursor } } }`,
        { filter, after },
      );
    const written = { level: { isNull: false, eq: null }, name: { contains: '新' }, code: null };
    const { data } = await page(written);
    const after = data.projects.pageInfo.endCursor;
    expect(
      (await page({ name: { contains: '新' }, level: { isNull: false } }, after)).errors,
    ).toBeUndefined();
    const other = { name: { contains: '新能' }, level: { isNull: false } };
    expect((await page(other, after)).errors?.[0]?.extensions?.code).toBe('CURSOR_MISMATCH');
  });

  it('costs no statement of its own, however far it reaches', async () => {
    const filter = {
      or: [
        {
          participants: {
            some: { organisation: { enterprise: { chainPositions: { none: {} } } } },
          },
        },
        { batches: { every: { batch: { event: { hosts: { some: {} } } } } } },
      ],
    };
    await codes(filter);
    expect(gateway.sql.statements).toHaveLength(1);
  });
});
