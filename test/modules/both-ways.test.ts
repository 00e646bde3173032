import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assembleSchema } from '../../src/graph/schema.ts';
import { generateCity } from '../../src/ingest/city/index.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { type Relation, relationsOf } from './graph-fields.ts';
import { idsOf } from './node-types.ts';
import { relations, type Way } from './relations.ts';

/** Small enough that longer lists are followed by their cursors. */
const PAGE = 10;
const CHUNK = 200;
const schema = assembleSchema();
const fields = new Map(
  relationsOf(schema).map((relation) => [`${relation.type}.${relation.field}`, relation]),
);

/** One row of a relation as text, whichever way it was found. */
const asText = (row: object) => JSON.stringify(Object.entries(flat(row)).sort());

/** What an object and those within it hold, as one row; what is unknown is left out. */
function flat(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, held]: [string, unknown]) => {
      if (held === null) return [];
      return typeof held === 'object' ? Object.entries(flat(held)) : [[name, held]];
    }),
  );
}

interface Page {
  readonly nodes: object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('a relation that can be walked from both ends', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ schema });
    await generateCity(gateway.database, { projects: 150, enterprises: 200, seed: 2 });
  });
  afterAll(() => gateway.close());

  /** Every row of a relation as its one end tells it, page by page. */
  const walk = async ({ of, here, there, among }: Way): Promise<string[]> => {
    const { type, field, kind } = fields.get(of) as Relation;
    const items =
      kind === 'connection'
        ? `${field}(first: ${PAGE}, after: $after) { nodes { ${there} } pageInfo { hasNextPage endCursor } }`
        : `${field} { ${there} }`;
    const variables = kind === 'connection' ? '$ids: [ID!]!, $after: String' : '$ids: [ID!]!';
    const document = `query (${variables}) {
      nodes(ids: $ids) { ... on ${type} { id here: __typename ${here} items: ${items} } } }`;
    const rows: string[] = [];
    const ids = await idsOf(gateway, type, undefined, among);
    const wanted: { ids: string[]; after?: string }[] = [];
    while (ids.length > 0) wanted.push({ ids: ids.splice(0, CHUNK) });
    for (let page = wanted.pop(); page; page = wanted.pop()) {
      const { nodes } = await gateway.query(document, page);
      for (const { id, here: _type, items: found, ...holder } of nodes) {
        const list: object[] =
          kind === 'connection' ? (found as Page).nodes : kind === 'list' ? found : [found];
        const ends = list.map((item) => flat({ ...holder, item }));
        // An end alone is an object that leads to nothing, or to what another relation tells.
        rows.push(...ends.filter((row) => Object.keys(row).length > 1).map(asText));
        if (kind === 'connection' && (found as Page).pageInfo.hasNextPage) {
          wanted.push({ ids: [id], after: (found as Page).pageInfo.endCursor });
        }
      }
    }
    return rows;
  };

  it.each(Object.entries(relations))(
    'tells the same from each: %s',
    async (_name, { sql, ways }) => {
      const { rows } = await gateway.database.pool.query<object>(sql);
      const stored = rows.map(asText).sort();
      expect(stored.length).toBeGreaterThan(0);
      for (const parts of ways) {
        const walked: string[] = [];
        for (const part of parts) walked.push(...(await walk(part)));
        // Each part may tell a row once; two parts may tell the same one.
        expect((parts.length > 1 ? [...new Set(walked)] : walked).sort()).toEqual(stored);
      }
    },
  );
});
