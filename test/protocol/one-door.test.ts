import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { rows } from './limits-page.ts';
import { connect, type Peer } from './sockets.ts';
import { streamed } from './streams.ts';

interface Asked {
  readonly query: string;
  readonly variables?: object | undefined;
  /** Of its refusal; without one it is answered. */
  readonly code?: string;
}

const asked = (query: string, variables?: object): Asked => ({ query, variables });
const refused = (code: string, query: string, variables?: object): Asked => ({
  ...asked(query, variables),
  code,
});
const times = (count: number, text: string) => `${text} `.repeat(count);

const REGION = 'query ($c: String!) { region(code: $c) { name } }';
const CHAINS = 'query ($n: Int!) { chains(first: $n) { nodes { code } } }';
const FILTERED = 'query ($filter: RegionFilter) { regions(filter: $filter) { totalCount } }';
const ALL_DIMENSIONS = 'DISTRICT, STAGE, CLASS, LEVEL, DOMAIN, PROCUREMENT, START_YEAR';

/** What is answered, and what is refused by every limit: the same by whatever way it came. */
const ASKED: Readonly<Record<string, Asked>> = {
  'an answer': asked(
    '{ regions(first: 3) { totalCount nodes { code name } pageInfo { endCursor } } }',
  ),
  'an answer with variables': asked(CHAINS, { n: 2 }),
  'null, for there is none': asked('{ region(code: "nowhere") { name } }'),
  'a partial answer': refused(
    'UNKNOWN_CODE',
    '{ region(code: "370100") { suppliers(chain: "nowhere") { totalCount } } viewer { kind } }',
  ),
  'too large a page': refused('BAD_USER_INPUT', '{ projects(first: 1000) { nodes { code } } }'),
  'too many ids': refused('BAD_USER_INPUT', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 201 }, () => 'prj'),
  }),
  'too long an "in" list': refused('BAD_USER_INPUT', FILTERED, {
    filter: { code: { in: Array.from({ length: 201 }, () => '370113') } },
  }),
  'too long a text to search for': refused(
    'BAD_USER_INPUT',
    'query ($text: String!) { search(text: $text) { totalCount } }',
    { text: '泉'.repeat(101) },
  ),
  'a mangled cursor': refused(
    'CURSOR_MISMATCH',
    '{ regions(first: 1, after: "mangled") { nodes { code } } }',
  ),
  'a syntax error': refused('GRAPHQL_PARSE_FAILED', '{ regions('),
  'an unknown field': refused('GRAPHQL_VALIDATION_FAILED', '{ region(code: "370100") { nmae } }'),
  'a variable of the wrong type': refused('BAD_USER_INPUT', CHAINS, { n: 'two' }),
  'a variable that is missing': refused('BAD_USER_INPUT', CHAINS),
  'no operation': refused('GRAPHQL_VALIDATION_FAILED', 'fragment F on Region { code }'),
  'two operations without a name': refused(
    'OPERATION_RESOLUTION_FAILURE',
    'query A { __typename } query B { __typename }',
  ),
  'too many tokens': refused('TOO_MANY_TOKENS', `{ ${times(2_000, 'viewer { __typename }')} }`),
  'too deep a document': refused('TOO_DEEP', `${times(30, '{ a')}${times(30, '}')}`),
  'too many brackets': refused(
    'TOO_DEEP',
    `{ regions(a: ${times(300, '[')}${times(300, ']')}) { totalCount } }`,
  ),
  'too many fields of the root': refused('TOO_MANY_FIELDS', `{ ${times(51, '__typename')} }`),
  'too many aliases': refused(
    'TOO_MANY_ALIASES',
    `{ region(code: "370100") { ${Array.from({ length: 101 }, (_, n) => `a${n}: name`).join(' ')} } }`,
  ),
  'too many directives': refused(
    'TOO_MANY_DIRECTIVES',
    `{ region(code: "370100") { ${times(101, 'name @skip(if: false)')} } }`,
  ),
  'too dear a question': refused(
    'COST_TOO_HIGH',
    `{ regions(first: 200) { nodes { projects(first: 200) { nodes { district {
         projects(first: 200) { nodes { code } } } } } } } }`,
  ),
  'too many relations in a filter': refused('FILTER_TOO_COMPLEX', FILTERED, {
    filter: JSON.parse(`${'{"parent":'.repeat(7)}{"code":{"eq":"37"}}${'}'.repeat(7)}`) as object,
  }),
  'too many conditions in a filter': refused('FILTER_TOO_COMPLEX', FILTERED, {
    filter: { or: Array.from({ length: 101 }, () => ({ code: { eq: '370113' } })) },
  }),
  'too many groups': refused(
    'TOO_MANY_GROUPS',
    `{ projectStats(groupBy: [${ALL_DIMENSIONS}]) { count } }`,
  ),
  'variables of too many values': refused('VARIABLES_TOO_LARGE', REGION, {
    c: Array.from({ length: 10_000 }, () => 'x'),
  }),
  'variables nested too deep': refused('TOO_DEEP', REGION, {
    c: JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`) as unknown,
  }),
  'NUL in a text': refused('BAD_USER_INPUT', REGION, { c: 'a\u0000b' }),
  'half a letter': refused('BAD_USER_INPUT', REGION, { c: '\ud800' }),
  'a text of 100,000 letters': refused('TEXT_TOO_LONG', REGION, { c: 'x'.repeat(100_000) }),
  introspection: refused('INTROSPECTION_OFF', '{ __schema { queryType { name } } }'),
};

/** Codes of limits that are not about what is asked, but how, when and by how many. */
const ELSEWHERE = [
  ...['BATCH_TOO_LARGE', 'BODY_TOO_LARGE', 'BAD_REQUEST', 'TIMEOUT', 'SERVICE_BUSY'],
  ...['TOO_MANY_OPERATIONS', 'TOO_MANY_SUBSCRIPTIONS', 'UPLOAD_TOO_LARGE'],
];

it('asks for more than each limit allows', () => {
  const codes = rows.flatMap((row) => row.codes).filter((code) => !ELSEWHERE.includes(code));
  const met = new Set(Object.values(ASKED).map(({ code }) => code));
  expect([...new Set(codes)].filter((code) => !met.has(code))).toEqual([]);
});

describe.each(['on', 'off'])(
  'with introspection %s, every way in gives the same',
  (introspection) => {
    let gateway: Gateway;
    let peer: Peer;
    beforeAll(async () => {
      gateway = await startGateway({
        template: CITY_TEMPLATE,
        env: { INTROSPECTION: introspection },
      });
      peer = await connect(gateway);
    });
    afterAll(() => gateway.close());

    /** A request id is each request's own. */
    const comparable = (result: any) => ({
      ...result,
      errors: result.errors?.map(({ extensions: { requestId, ...extensions }, ...error }: any) => {
        expect(requestId).toEqual(expect.any(String));
        return { ...error, extensions };
      }),
    });

    it.each(Object.keys(ASKED))('for %s', async (what) => {
      const { query, variables, code } = ASKED[what]!;
      const isAnswered = code === 'INTROSPECTION_OFF' && introspection === 'on';
      // given
      const http = comparable(await gateway.request(query, variables));
      const codes = http.errors?.map(({ extensions }: any) => extensions.code) ?? [];
      expect(codes).toEqual(code && !isAnswered ? [code] : []);
      // when
      const [first, last] = await peer.ask(what, query, variables);
      const { events } = await streamed(gateway, { query, variables });
      // then
      expect(comparable(events[0]!.data)).toEqual(http);
      expect(events[1]).toEqual({ event: 'complete' });
      if (http.data === undefined) {
        expect(comparable({ errors: first!.payload })).toEqual({ errors: http.errors });
        expect(first!.type).toBe('error');
      } else {
        expect(comparable(first!.payload)).toEqual(http);
        expect(last!.type).toBe('complete');
      }
    });
  },
);
