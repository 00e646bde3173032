import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { connect, type Peer } from './sockets.ts';
import { streamed } from './streams.ts';

const asked = (query: string, variables?: object) => ({ query, variables });
const REGION = 'query ($c: String!) { region(code: $c) { name } }';
const CHAINS = 'query ($n: Int!) { chains(first: $n) { nodes { code } } }';

/** What is answered, and what is refused by every limit: the same by whatever way it came. */
const ASKED: Readonly<Record<string, { query: string; variables?: object | undefined }>> = {
  'an answer': asked(
    '{ regions(first: 3) { totalCount nodes { code name } pageInfo { endCursor } } }',
  ),
  'an answer with variables': asked(CHAINS, { n: 2 }),
  'null, for there is none': asked('{ region(code: "nowhere") { name } }'),
  'a partial answer': asked('{ node(id: "mangled") { id } chains(first: 1) { totalCount } }'),
  'too large a page': asked('{ projects(first: 1000) { nodes { code } } }'),
  'a mangled cursor': asked('{ regions(first: 1, after: "mangled") { nodes { code } } }'),
  'a syntax error': asked('{ regions('),
  'an unknown field': asked('{ region(code: "370100") { nmae } }'),
  'a variable of the wrong type': asked(CHAINS, { n: 'two' }),
  'a variable that is missing': asked(CHAINS),
  'no operation': asked('fragment F on Region { code }'),
  'two operations without a name': asked('query A { __typename } query B { __typename }'),
  'too many tokens': asked(`{ ${'viewer { __typename } '.repeat(2_000)} }`),
  'too deep a document': asked(`${'{ a '.repeat(30)}${'} '.repeat(30)}`),
  'too many brackets': asked(`{ regions(a: ${'['.repeat(300)}${']'.repeat(300)}) { totalCount } }`),
  'too many aliases': asked(
    `{ ${Array.from({ length: 400 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
  ),
  'too dear a question': asked(
    `{ regions(first: 200) { nodes { projects(first: 200) { nodes { participants { enterprise {
         participations(first: 200) { nodes { project { code } } } } } } } } } }`,
  ),
  'variables nested too deep': asked(REGION, {
    c: JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`) as unknown,
  }),
  'NUL in a text': asked(REGION, { c: 'a\u0000b' }),
  'half a letter': asked(REGION, { c: '\ud800' }),
  'a text of 100,000 letters': asked(REGION, { c: 'x'.repeat(100_000) }),
  introspection: asked('{ __schema { queryType { name } } }'),
};

describe.each(['on', 'off'])(
  'with introspection %s, every way in gives the same',
  (introspection) => {
    let gateway: Gateway;
    let peer: Peer;
    beforeAll(async () => {
      gateway = await startGateway({
        template: DOCUMENTS_TEMPLATE,
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
      const { query, variables } = ASKED[what]!;
      // given
      const http = comparable(await gateway.request(query, variables));
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
