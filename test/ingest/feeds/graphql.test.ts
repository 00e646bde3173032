import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from '../../support/gateway.ts';
import { feedOf, read, Source } from './source.ts';

const QUERY = `query ($after: String, $first: Int) {
  projects(first: $first, after: $after) { nodes { code name } pageInfo { hasNextPage endCursor } } }`;

const feed = (url: string, given: object = {}) =>
  feedOf({
    ...{ kind: 'graphql', url, query: QUERY, variables: { first: 2 }, connection: 'projects' },
    ...given,
  });

describe('another GraphQL endpoint', () => {
  let gateway: Gateway;
  let token: string;
  beforeAll(async () => {
    gateway = await startGateway({ env: { ANONYMOUS: 'off' } });
    for (let made = 0; made < 5; made += 1) await gateway.given.project();
    token = await gateway.keyFor();
  });
  afterAll(() => gateway.close());

  it('is read by its connection, page by page', async () => {
    const given = { tokenFrom: 'PEER_TOKEN' };
    const env = { PEER_TOKEN: token };
    const { pulled, lines } = await read(feed(gateway.url, given), undefined, { env });
    expect(pulled).toMatchObject({ outcome: 'PULLED', rows: 5 });
    const codes = lines.map((line) => (JSON.parse(line) as { code: string }).code);
    expect(new Set(codes).size).toBe(5);
  });

  it('refuses who has no good token', async () => {
    await expect(read(feed(gateway.url))).rejects.toMatchObject({ code: 'SOURCE_REFUSED' });
    const stale = feed(gateway.url, { tokenFrom: 'PEER_TOKEN' });
    await expect(
      read(stale, undefined, { env: { PEER_TOKEN: `${token}x` } }),
    ).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
      message: expect.stringContaining('PEER_TOKEN'),
    });
  });

  it('that does not understand the query says why', async () => {
    const query = 'query ($after: String) { nothing(after: $after) { nodes { code } } }';
    const given = { query, variables: {}, tokenFrom: 'PEER_TOKEN' };
    await expect(
      read(feed(gateway.url, given), undefined, { env: { PEER_TOKEN: token } }),
    ).rejects.toMatchObject({
      code: 'SOURCE_ANSWERED_BADLY',
      message: expect.stringContaining('Cannot query field'),
    });
  });
});

describe('a GraphQL endpoint that answers oddly', () => {
  const page = (more: object) => ({ data: { projects: { nodes: [{ code: 'A' }], ...more } } });
  it.each([
    [
      'part of its rows and an error',
      { ...page({}), errors: [{ message: 'half' }] },
      'an error: half',
    ],
    ['no such connection', { data: { enterprises: {} } }, 'has nothing at "data.projects"'],
    ['no page info', page({}), 'select pageInfo'],
    ['a next page without a cursor', page({ pageInfo: { hasNextPage: true } }), 'no "endCursor"'],
    [
      'the same page for ever',
      page({ pageInfo: { hasNextPage: true, endCursor: 'x' } }),
      'in a circle',
    ],
    [
      'neither nodes nor edges',
      { data: { projects: { totalCount: 1 } } },
      'neither "nodes" nor "edges"',
    ],
    ['a node that may not be seen', { data: { projects: { nodes: [null] } } }, 'Node 0'],
  ])('(%s) is told so', async (_what, body, problem) => {
    const source = await Source.ofBodies(body);
    const reading = read(feed(source.url));
    await expect(reading).rejects.toMatchObject({
      code: 'SOURCE_ANSWERED_BADLY',
      message: expect.stringContaining(problem),
    });
    await source.close();
  });

  it('is read by its edges too', async () => {
    const source = await Source.ofBodies({
      data: { projects: { edges: [{ node: { code: 'A' } }], pageInfo: { hasNextPage: false } } },
    });
    expect((await read(feed(source.url))).lines).toEqual(['{"code":"A"}']);
    await source.close();
  });
});
