import { readFileSync } from 'node:fs';
import { buildSchema, isAbstractType, isObjectType } from 'graphql';
import { CITY_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** What a client's build reads: the committed file, no running gateway. */
export const schemaText = readFileSync('schema/schema.graphql', 'utf8');
export const schema = buildSchema(schemaText);

/** Which types stand behind each interface and union, as caches want it. */
export const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
);

/** The types that a cache keeps within what holds them: they have no id. */
export const valueTypes = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !type.name.startsWith('__') && !('id' in type.getFields()))
  .map(({ name }) => name);

/** A district, the names of its projects in order, and one of them whole. */
export class City {
  readonly code = '370113';
  /** How often a client has asked the gateway. */
  requests = 0;

  private constructor(
    readonly gateway: Gateway,
    readonly projects: readonly string[],
  ) {}

  static async start(): Promise<City> {
    const gateway = await startGateway({ template: CITY_TEMPLATE });
    const { region } = await gateway.query(
      '{ region(code: "370113") { projects(first: 200, orderBy: NAME) { nodes { name } } } }',
    );
    return new City(
      gateway,
      region.projects.nodes.map(({ name }: { name: string }) => name),
    );
  }

  get url(): string {
    return this.gateway.url;
  }

  /** For a client's network layer. */
  readonly fetch: typeof fetch = (input, init) => {
    this.requests += 1;
    return fetch(input, init);
  };

  close(): Promise<void> {
    return this.gateway.close();
  }
}

/** One list, paged either way; its items by an interface, whose fragment a cache has to match. */
export const PROJECTS = /* GraphQL */ `
  query Projects($code: String!, $first: Int, $after: String, $last: Int, $before: String) {
    region(code: $code) {
      id
      projects(orderBy: NAME, first: $first, after: $after, last: $last, before: $before) {
        edges {
          cursor
          node {
            id
            ...Names
            startedOn {
              certainty
            }
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
  fragment Names on Named {
    code
    name
  }
`;

/** The same thing again, by its id alone. */
export const AGAIN = /* GraphQL */ `
  query Again($id: ID!) {
    node(id: $id) {
      id
      ... on Named {
        code
        name
      }
      ... on Project {
        stage
        participants(first: 5) {
          nodes {
            organisation {
              id
              kind
              ... on Enterprise {
                creditCode
              }
            }
          }
        }
      }
    }
  }
`;
