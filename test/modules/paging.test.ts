import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isEnumType } from 'graphql';
import { assembleSchema } from '../../src/graph/schema.ts';
import { openQuestion } from '../../src/modules/enterprise/identity-question.commands.ts';
import { noteDiscrepancy } from '../../src/modules/figure/discrepancy.commands.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { importSome } from './import-some.ts';

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE = `{ totalCount edges { cursor }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;

const schema = assembleSchema();
const query = schema.getQueryType()!.getFields();
const roots = Object.values(query)
  .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
  .map(({ name }) => name)
  // They have one way to go, and tests of their own.
  .filter((name) => name !== 'search' && name !== 'projectUpdatesFeed');

/** A connection by name: one at the root, or one of an object that has it. */
const connections: Readonly<Record<string, (page: string) => string>> = {
  ...Object.fromEntries(roots.map((name) => [name, (page: string) => `{ ${name}${page} }`])),
  'Region.projects': (page) => `{ region(code: "990002") { projects${page} } }`,
  'Enterprise.suppliers': (page) => `{ enterprise(code: "customer") { suppliers${page} } }`,
};

/** The orderings that a connection offers; one without any has the one. */
function ordersOf(name: string): (string | undefined)[] {
  const [type, field] = name.includes('.') ? name.split('.') : ['Query', name];
  const fields = schema.getTypeMap()[type!] as unknown as { getFields: () => typeof query };
  const order = fields.getFields()[field!]!.args.find((argument) => argument.name === 'orderBy');
  const values = order && getNamedType(order.type);
  return isEnumType(values) ? values.getValues().map((value) => value.name) : [undefined];
}

/** GraphQL's arguments, those that are there. */
const written = (args: Readonly<Record<string, string | number | undefined>>) => {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const enums = ['orderBy', 'filter'];
  const texts = given.map(
    ([name, value]) => `${name}: ${enums.includes(name) ? value : JSON.stringify(value)}`,
  );
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
};

/** What a list is asked by that has no codes. */
const CODES: Readonly<Record<string, string>> = {
  auditEntries: 'errorCode',
  identityQuestions: 'source',
  importRuns: 'source',
};

describe('a connection', () => {
  let gateway: Gateway;
  /** Whoever may ask for everything. */
  let administrator: ReturnType<Gateway['as']>;
  beforeAll(async () => {
    gateway = await startGateway({ schema });
    const { given } = gateway;
    const name = '同名';
    await given.city();
    const district = await given.region({ code: '990002', name });
    await given.region({ name });
    await given.region();
    await given.region({ kind: 'FUNCTIONAL_ZONE', name });
    await given.enterprise({ code: 'customer', name });
    const node = { chain: await given.chain(), node: '环节' };
    await given.node({ ...node, name: node.node });
    const held = { earliest: '2024-02-29', certainty: 'STATED' } as const;
    const amounts = ['98.8', '98.8', '10', null, null];
    for (const [index, totalInvestment] of amounts.entries()) {
      const isOdd = index % 2 === 1;
      const homonym = isOdd ? {} : { name };
      const totalInvestmentQualifier = totalInvestment === null ? null : 'EXACT';
      const investment = { totalInvestment, totalInvestmentQualifier } as const;
      await given.project({ site: district, ...investment, ...homonym });
      await given.chain(undefined, homonym);
      const supplier = await given.enterprise(homonym);
      await given.supply({ ...node, supplier, customer: 'customer', tier: isOdd ? 1 : 2 });
      const dated = isOdd ? {} : { held };
      await given.batch({ ...homonym, ...dated });
      await given.event({ ...homonym, ...dated });
      await given.trip({ ...homonym, ...(isOdd ? {} : { departed: held }) });
      await given.source(isOdd ? undefined : held.earliest);
      await given.metric(`METRIC_${index}`, homonym);
      await gateway.run(openQuestion, { name: `待判${index}`, source: 'test', candidates: [] });
      const subject = await given.subject(homonym);
      const told = await given.observation(subject);
      const stated = await given.statement(subject, isOdd ? {} : { position: 1 });
      await gateway.run(noteDiscrepancy, {
        ...{ code: `X${index}`, kind: 'SAME_FIGURE', topic: name, sideA: [told], sideB: [stated] },
        ...{ verdict: 'UNRESOLVED', explanation: '测试说明' },
      });
    }
    await importSome(gateway, { sources: 5 });
    for (let keys = 0; keys < 5; keys += 1) {
      administrator = gateway.as(await gateway.keyFor({ role: 'ADMINISTRATOR' }));
    }
  });
  afterAll(() => gateway.close());

  const pageOf = async (name: string, args: Parameters<typeof written>[0]): Promise<Page> => {
    const answer = await administrator.query(connections[name]!(written(args) + PAGE));
    const [first] = Object.values<any>(answer);
    return name.includes('.') ? Object.values<Page>(first)[0]! : first;
  };

  /** All pages of a size, one way; each is checked against what comes after it. */
  const follow = async (
    name: string,
    orderBy: string | undefined,
    size: number,
    isForward: boolean,
  ) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let goesOn = true; goesOn;) {
      const bound: object = isForward
        ? { first: size, after: cursor ?? undefined }
        : { last: size, before: cursor ?? undefined };
      const { totalCount, edges, pageInfo } = await pageOf(name, { orderBy, ...bound });
      const cursors = edges.map((edge) => edge.cursor);
      const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
      expect([startCursor, endCursor]).toEqual([cursors.at(0), cursors.at(-1)]);
      expect(isForward ? hasPreviousPage : hasNextPage).toBe(seen.length > 0);
      seen.splice(isForward ? seen.length : 0, 0, ...cursors);
      goesOn = isForward ? hasNextPage : hasPreviousPage;
      expect(goesOn).toBe(seen.length < totalCount);
      cursor = isForward ? endCursor : startCursor;
    }
    return seen;
  };

  it.each(Object.keys(connections))(
    'yields each row once and in one order, by pages of every size, either way: %s',
    async (name) => {
      for (const orderBy of ordersOf(name)) {
        const { totalCount, edges } = await pageOf(name, { orderBy, first: 200 });
        const whole = edges.map(({ cursor }) => cursor);
        expect(totalCount).toBeGreaterThan(3);
        expect(new Set(whole).size).toBe(totalCount);
        const sizes = Array.from({ length: totalCount }, (_, index) => index + 1);
        const walks = sizes.flatMap((size) => [
          follow(name, orderBy, size, true),
          follow(name, orderBy, size, false),
        ]);
        for (const walked of await Promise.all(walks)) expect(walked).toEqual(whole);
      }
    },
  );

  it.each(Object.keys(connections))(
    'gives no row and the right count of %s(first: 0)',
    async (name) => {
      const { totalCount } = await pageOf(name, {});
      const nothing = { startCursor: null, endCursor: null };
      expect(await pageOf(name, { first: 0 })).toEqual({
        totalCount,
        edges: [],
        pageInfo: { hasNextPage: true, hasPreviousPage: false, ...nothing },
      });
      expect(await pageOf(name, { last: 0 })).toEqual({
        totalCount,
        edges: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: true, ...nothing },
      });
    },
  );

  const faultOf = async (name: string, args: Parameters<typeof written>[0]) => {
    const { errors } = await administrator.request(connections[name]!(written(args) + PAGE));
    const [fault] = errors ?? [];
    return { code: fault?.extensions?.code, field: fault?.extensions?.field };
  };

  it.each(Object.keys(connections))('names the argument that it cannot serve: %s', async (name) => {
    const refused = (field: string) => ({ code: 'BAD_USER_INPUT', field: [field] });
    expect(await faultOf(name, { first: -1 })).toEqual(refused('first'));
    expect(await faultOf(name, { last: -1 })).toEqual(refused('last'));
    expect(await faultOf(name, { first: 201 })).toEqual(refused('first'));
    expect(await faultOf(name, { last: 201 })).toEqual(refused('last'));
    expect(await faultOf(name, { first: 1, last: 1 })).toEqual(refused('last'));
  });

  it.each(Object.keys(connections))(
    'takes no cursor of another list, ordering or filter: %s',
    async (name) => {
      const mismatch = (field: string) => ({ code: 'CURSOR_MISMATCH', field: [field] });
      const [orderBy, ...otherOrders] = ordersOf(name);
      const other = name === 'projects' ? 'chains' : 'projects';
      const ofAnother = (await pageOf(other, { first: 1 })).pageInfo.endCursor!;
      expect(await faultOf(name, { after: ofAnother })).toEqual(mismatch('after'));
      expect(await faultOf(name, { last: 1, before: ofAnother })).toEqual(mismatch('before'));
      const own = (await pageOf(name, { orderBy, first: 1 })).pageInfo.endCursor!;
      for (const otherOrder of otherOrders) {
        expect(await faultOf(name, { orderBy: otherOrder, after: own })).toEqual(mismatch('after'));
      }
      if (roots.includes(name)) {
        const code = CODES[name] ?? 'code';
        const filter = `{ ${code}: { in: ["customer"] } }`;
        expect(await faultOf(name, { orderBy, filter, after: own })).toEqual(mismatch('after'));
      }
    },
  );

  it('tells from the cursor of its last row what has come behind that since', async () => {
    const last = await pageOf('chains', { last: 1, orderBy: 'CODE' });
    await gateway.given.chain('zz-last');
    const after = last.pageInfo.endCursor!;
    expect(await pageOf('chains', { after, orderBy: 'CODE' })).toMatchObject({
      edges: [{ cursor: expect.any(String) }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
  });
});
