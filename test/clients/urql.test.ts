import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { introspectionFromSchema } from 'graphql';
import { AGAIN, City, PROJECTS, schema, valueTypes } from './city.ts';

describe('urql, with its normalised cache', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.start();
  });
  afterAll(() => city.close());

  const complaints: string[] = [];
  let client: Client;
  beforeEach(() => {
    complaints.length = 0;
    client = new Client({
      url: city.url,
      fetch: city.fetch,
      preferGetMethod: false,
      exchanges: [
        cacheExchange({
          schema: introspectionFromSchema(schema) as never,
          keys: Object.fromEntries(valueTypes.map((type) => [type, () => null])),
          resolvers: {
            Region: { projects: relayPagination() },
            Query: {
              node: (_query, { id }, cache) => {
                const held = cache.keyOfEntity({ __typename: 'Project', id: id as string });
                return cache.resolve(held, 'code')
                  ? held!
                  : cache.resolve('Query', 'node', { id: id! });
              },
            },
          },
          logger: (severity, message) => severity !== 'debug' && complaints.push(message),
        }),
        fetchExchange,
      ],
    });
  });

  async function ask(query: string, variables: object) {
    const { data, error } = await client.query(query, { ...variables }).toPromise();
    if (error) throw error;
    return data;
  }

  /** Each page, then the first again: the cache shows all that it has of the list. */
  async function listBy(start: object, more: (page: any) => object, times: number) {
    const first = { code: city.code, ...start };
    let page = (await ask(PROJECTS, first)).region.projects;
    for (let turn = 0; turn < times; turn++) {
      page = (await ask(PROJECTS, { ...first, ...more(page.pageInfo) })).region.projects;
    }
    const asked = city.requests;
    const { region } = await ask(PROJECTS, first);
    expect(city.requests).toBe(asked);
    return region.projects;
  }
  const namesOf = (projects: any) => projects.edges.map(({ node }: any) => node.name);

  it('merges pages forwards into one list', async () => {
    const projects = await listBy({ first: 4 }, ({ endCursor: after }) => ({ after }), 2);
    expect(namesOf(projects)).toEqual(city.projects.slice(0, 12));
    expect(projects.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
    expect(complaints).toEqual([]);
  });

  it('merges pages backwards into one list', async () => {
    const projects = await listBy({ last: 4 }, ({ startCursor: before }) => ({ before }), 2);
    expect(namesOf(projects)).toEqual(city.projects.slice(-12));
    expect(projects.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    expect(complaints).toEqual([]);
  });

  it('reads by id what it holds without asking, and asks again for the rest', async () => {
    // given
    const [edge] = (await listBy({ first: 1 }, () => ({}), 0)).edges;
    const { id, code, name } = edge.node;
    const asked = city.requests;
    // when only what the list has read is wanted
    const held = await ask(
      'query Held($id: ID!) { node(id: $id) { __typename id ... on Named { code name } } }',
      { id },
    );
    // then
    expect(held.node).toEqual({ __typename: 'Project', id, code, name });
    expect(city.requests).toBe(asked);
    // when more is
    const { node } = await ask(AGAIN, { id });
    // then
    expect(city.requests).toBe(asked + 1);
    expect(node).toMatchObject({ id, code, name, stage: expect.any(String) });
    expect(node.participants.nodes.length).toBeGreaterThan(0);
    // and it is held from then on, through interfaces too
    expect((await ask(AGAIN, { id })).node).toEqual(node);
    expect(city.requests).toBe(asked + 1);
    expect(complaints).toEqual([]);
  });
});
