import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { exportOf, refusalOf, type Wanted } from './asking.ts';

const LIST = '{ regions { nodes { code } } }';

describe('an export is refused', () => {
  let gateway: Gateway;
  let token: string;
  beforeAll(async () => {
    gateway = await startGateway({ env: { MAX_COST: '20000' } });
    token = await gateway.keyFor({ role: 'CITY_OFFICER' });
  }, 180_000);
  afterAll(() => gateway.close());

  it.each<[string, Partial<Wanted>, string, RegExp]>([
    ['no query', { query: ' ' }, 'BAD_USER_INPUT', /no "query"/],
    ['of an unknown format', { format: 'PDF' }, 'BAD_USER_INPUT', /CSV, XLSX, JSONL/],
    ['without a format', { format: '' }, 'BAD_USER_INPUT', /CSV, XLSX, JSONL/],
    ['to another folder', { fileName: '../a' }, 'BAD_USER_INPUT', /"fileName" holds/],
    ['that cannot be parsed', { query: '{ regions {' }, 'GRAPHQL_PARSE_FAILED', /Syntax/],
    [
      'of an unknown field',
      { query: '{ regions { nodes { nmae } } }' },
      'GRAPHQL_VALIDATION_FAILED',
      /nmae/,
    ],
    ['of no list', { query: '{ viewer { kind } }' }, 'NOT_EXPORTABLE', /"viewer" is no list/],
    [
      'of a list without a connection',
      { query: '{ projectStats(groupBy: []) { count } }' },
      'NOT_EXPORTABLE',
      /no list that can be paged/,
    ],
    [
      'of two lists',
      { query: '{ regions { nodes { code } } chains { nodes { code } } }' },
      'NOT_EXPORTABLE',
      /2 fields \(regions, chains\)/,
    ],
    [
      'of a list under two names',
      { query: '{ a: regions { nodes { code } } b: regions { nodes { code } } }' },
      'NOT_EXPORTABLE',
      /2 fields \(a, b\)/,
    ],
    ['of no rows', { query: '{ regions { totalCount } }' }, 'NOT_EXPORTABLE', /"nodes"/],
    [
      'of rows twice',
      { query: '{ regions { nodes { code } edges { node { name } } } }' },
      'NOT_EXPORTABLE',
      /once/,
    ],
    [
      'of a mutation',
      {
        query:
          'mutation { withdrawProject(input: {code: "a", version: 1, reason: "重复"}) { userErrors { code } } }',
      },
      'NOT_EXPORTABLE',
      /mutation is not exported/,
    ],
    [
      'of a subscription',
      { query: 'subscription { projectUpdates { __typename } }' },
      'NOT_EXPORTABLE',
      /subscription is not exported/,
    ],
    [
      'of the log',
      { query: '{ projectUpdatesFeed { nodes { id } } }' },
      'NOT_EXPORTABLE',
      /log of changes/,
    ],
    [
      'from the end',
      { query: '{ regions(last: 5) { nodes { code } } }' },
      'BAD_USER_INPUT',
      /"last"/,
    ],
    [
      'of one of several operations, unnamed',
      { query: `query A ${LIST} query B ${LIST}` },
      'BAD_USER_INPUT',
      /operationName/,
    ],
    [
      'of an operation that is not there',
      { query: LIST, operationName: 'Nobody' },
      'BAD_USER_INPUT',
      /no operation "Nobody"/,
    ],
    [
      'without a variable that it needs',
      {
        query: 'query ($code: String!) { regions(filter: {code: {eq: $code}}) { nodes { code } } }',
      },
      'BAD_USER_INPUT',
      /\$code/,
    ],
    [
      'that is too dear a page at a time',
      {
        query:
          '{ regions { nodes { projects(first: 200) { nodes { participants(first: 200) { nodes { role } } } } } } }',
      },
      'COST_TOO_HIGH',
      /20000 is allowed/,
    ],
    [
      'from a cursor of another list',
      { query: '{ regions(after: "mangled") { nodes { code } } }' },
      'CURSOR_MISMATCH',
      /"after"/,
    ],
  ])('%s', async (_what, wanted, code, message) => {
    const refused = await refusalOf(await exportOf(gateway, token, { query: LIST, ...wanted }));
    expect(refused).toEqual({ status: 400, code, message: expect.stringMatching(message) });
  });

  it('when a row cannot be whole: a field that the caller may not see', async () => {
    const partner = await gateway.keyFor();
    await gateway.given.project();
    const query = '{ projects { nodes { code investmentReports { nodes { period } } } } }';
    const refused = await refusalOf(await exportOf(gateway, partner, { query }));
    expect(refused).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });

  it('when a list in a row is longer than its page, and its length is not said', async () => {
    const site = await gateway.given.region();
    for (let number = 0; number <= 20; number += 1) await gateway.given.project({ site });
    const query = '{ districts { nodes { code projects { nodes { name } } } } }';
    const refused = await refusalOf(await exportOf(gateway, token, { query }));
    expect(refused).toMatchObject({ status: 400, code: 'INNER_LIST_CUT' });
    expect(refused.message).toContain('"projects" of a row');
    const said = query.replace('projects', 'projects(first: 50)');
    expect(await (await exportOf(gateway, token, { query: said })).text()).toMatch(
      /(测试项目\d+;){20}/,
    );
  });

  it('to who does not say who he is, and to a role without the permission', async () => {
    const nobody = await refusalOf(await exportOf(gateway, undefined, { query: LIST }));
    expect(nobody).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    await gateway.database.pool.query(
      `insert into role values ('READER', '只读', '{graph:read}') on conflict do nothing`,
    );
    const reader = await gateway.keyFor({ role: 'READER' });
    const refused = await refusalOf(await exportOf(gateway, reader, { query: LIST }));
    expect(refused).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(refused.message).toContain('graph:export');
  });
});
