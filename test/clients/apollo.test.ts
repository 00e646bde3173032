import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.ts';
import { AGAIN, City, possibleTypes, PROJECTS, valueTypes } from './city.ts';

describe('Apollo Client', () => {
  const document = (text: string): TypedDocumentNode<any> => gql(text);

  let city: City;
  beforeAll(async () => {
    city = await City.start();
  });
  afterAll(() => city.close());

  /** As docs/schema.md has it. */
  const list = relayStylePagination(['chain', 'partition', 'asOf', 'filter', 'orderBy']);

  let client: ApolloClient;
  beforeEach(() => {
    client = new ApolloClient({
      link: new HttpLink({ uri: city.url, fetch: city.fetch }),
      cache: new InMemoryCache({
        possibleTypes,
        typePolicies: {
          ...Object.fromEntries(valueTypes.map((type) => [type, { merge: true }])),
          Region: { fields: { projects: list, suppliers: list } },
          Query: {
            fields: {
              // What is in the cache under an id needs no request.
              node: (found, { args, toReference, canRead }) => {
                const type = found ?? toReference({ __typename: 'Project', id: args!.id });
                return canRead(type) ? type : found;
              },
            },
          },
        },
      }),
    });
  });
  afterEach(() => client.stop());

  /** Pages through the list by `fetchMore`, and gives what a component would show. */
  async function listBy(
    start: Record<string, number>,
    more: (page: any) => Record<string, unknown>,
    times: number,
  ) {
    const variables = { code: city.code, ...start };
    const list = client.watchQuery({ query: document(PROJECTS), variables });
    const watched = list.subscribe(() => {});
    await until(() => !list.getCurrentResult().loading);
    const shown = () => list.getCurrentResult().data.region.projects;
    for (let page = 0; page < times; page++) {
      const { edges, pageInfo } = shown();
      await list.fetchMore({ variables: more(pageInfo) });
      await until(() => shown().edges.length > edges.length);
    }
    watched.unsubscribe();
    return shown();
  }
  const namesOf = (projects: any) => projects.edges.map(({ node }: any) => node.name);

  it('merges pages forwards into one list', async () => {
    const projects = await listBy({ first: 4 }, ({ endCursor: after }) => ({ after }), 2);
    expect(namesOf(projects)).toEqual(city.projects.slice(0, 12));
    expect(projects.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  it('merges pages backwards into one list', async () => {
    const projects = await listBy({ last: 4 }, ({ startCursor: before }) => ({ before }), 2);
    expect(namesOf(projects)).toEqual(city.projects.slice(-12));
    expect(projects.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  });

  it('reads by id what it holds without asking, and asks again for the rest', async () => {
    // given
    const [edge] = (await listBy({ first: 1 }, () => ({}), 0)).edges;
    const { id, code, name } = edge.node;
    const asked = city.requests;
    // when only what the list has read is wanted
    const held = await client.query({
      query: document('query Held($id: ID!) { node(id: $id) { id ... on Named { code name } } }'),
      variables: { id },
    });
    // then
    expect(held.data?.node).toMatchObject({ __typename: 'Project', id, code, name });
    expect(city.requests).toBe(asked);
    // when more is
    const { data } = await client.query({ query: document(AGAIN), variables: { id } });
    // then
    expect(city.requests).toBe(asked + 1);
    expect(data?.node).toMatchObject({ id, code, name, stage: expect.any(String) });
    expect(data?.node.participants.nodes.length).toBeGreaterThan(0);
    // and what is read from the cache is what came, through interfaces too
    const cached = client.readQuery({ query: document(AGAIN), variables: { id } });
    expect(cached).toEqual(data);
  });

  it('keeps what two queries read of one date, which has no id', async () => {
    // given
    const ask = (fields: string) =>
      document(`query ($code: String!) { region(code: $code) {
        id projects(first: 1) { edges { node { id startedOn { ${fields} } } } } } }`);
    const variables = { code: city.code };
    // when
    await client.query({ query: ask('certainty'), variables });
    await client.query({ query: ask('earliest'), variables });
    // then
    const held = client.readQuery({ query: ask('certainty earliest'), variables });
    expect(held?.region.projects.edges).toHaveLength(1);
  });

  it('keeps the suppliers of one chain apart from those of all', async () => {
    const query = document(`query ($code: String!, $chain: String) { region(code: $code) {
      id suppliers(chain: $chain, first: 3) { totalCount edges { node { enterprise { id } } } } } }`);
    const countOf = async (chain: string | null) => {
      const { data } = await client.query({ query, variables: { code: city.code, chain } });
      return data?.region.suppliers.totalCount as number;
    };
    const [all, ofOne] = [await countOf(null), await countOf('byd')];
    expect(ofOne).toBeLessThan(all);
    expect([await countOf(null), await countOf('byd')]).toEqual([all, ofOne]);
  });
});
