import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isObjectType, parse, validate } from 'graphql';
import { assembleSchema } from '../../src/graph/schema.ts';
import { DOCUMENTS_TEMPLATE } from '../support/databases.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

interface Example {
  readonly page: string;
  readonly line: number;
  readonly query: string;
  /** What the page shows below it, if it does. */
  readonly answer: string | undefined;
}

/** A block of a query, and the block of its answer where one follows at once. */
const BLOCK = /^```graphql\n(?<query>[^]*?)^```\n(?:\n```json\n(?<answer>[^]*?)^```$)?/gm;

function examplesOn(page: string): Example[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(BLOCK)].map(({ index, groups }) => ({
    page,
    line: text.slice(0, index).split('\n').length,
    query: groups!.query!,
    answer: groups!.answer,
  }));
}

const FOR_OPERATORS = ['docs/access.md', 'docs/exports.md', 'docs/imports.md'];
const EXPORT = { query: '{ projects { nodes { code } } }', format: 'CSV' };

/** On the documents' facts, which is what a reader has after `npm start`. */
describe('every query that the docs show', () => {
  const schema = assembleSchema();
  const examples = ['README.md', ...globSync('docs/**/*.md')].flatMap((page) => examplesOn(page));

  let gateway: Gateway;
  /** Some pages speak to whoever runs a gateway. */
  let administrator: ReturnType<Gateway['as']>;
  beforeAll(async () => {
    gateway = await startGateway({ template: DOCUMENTS_TEMPLATE, jobs: true });
    administrator = gateway.as(await gateway.keyFor({ role: 'ADMINISTRATOR' }));
  });
  afterAll(() => gateway.close());

  it('is found', () => {
    expect(examples.filter(({ page }) => page === 'docs/schema.md').length).toBeGreaterThan(8);
    expect(examples.filter(({ answer }) => answer).length).toBeGreaterThan(6);
  });

  it.each(examples)(
    '$page:$line is valid, and answered as shown',
    async ({ page, query, answer }) => {
      const document = parse(query);
      expect(validate(schema, document)).toEqual([]);
      // A variable without a default is for the reader to fill in: an id is anything's.
      const variables = {
        ...(query.includes('$id: ID!') && { id: await anyId() }),
        ...(query.includes('$input: ExportInput!') && { input: EXPORT }),
      };
      const asker = FOR_OPERATORS.includes(page) ? administrator : gateway;
      const { data, errors } = await asker.request(query, variables);
      const shown = (answer ? JSON.parse(answer) : {}) as { data?: unknown; errors?: object[] };
      expect(errors ?? []).toMatchObject(shown.errors ?? []);
      if (!shown.errors) expect(errors).toBeUndefined();
      if (shown.data) expect(data).toEqual(shown.data);
    },
  );

  async function anyId(): Promise<string> {
    const { projects } = await gateway.query('{ projects(first: 1) { nodes { id } } }');
    return projects.nodes[0].id;
  }

  it('has for caches all arguments that tell one list from another', () => {
    const told = [
      ...readFileSync('docs/schema.md', 'utf8').matchAll(/relayStylePagination\(\[(.*?)\]\)/g),
    ].flatMap(([, names]) => [...names!.matchAll(/'(\w+)'/g)].map(([, name]) => name!));
    const lists = Object.values(schema.getTypeMap())
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
      .filter(({ type }) => getNamedType(type).name.endsWith('Connection'));
    const paging = ['first', 'after', 'last', 'before'];
    const needed = lists.flatMap(({ args }) => args.map(({ name }) => name));
    expect(new Set(told)).toEqual(new Set(needed.filter((name) => !paging.includes(name))));
  });

  it('is drawn with names that the schema has', () => {
    const picture = readFileSync('docs/schema.svg', 'utf8');
    const textsOf = (kind: string) =>
      [...picture.matchAll(new RegExp(`class="${kind}"[^>]*>([^<]+)<`, 'g'))].map(
        ([, text]) => text!,
      );
    const types = Object.values(schema.getTypeMap());
    const fields = types.flatMap((type) =>
      'getFields' in type ? Object.keys(type.getFields()) : [],
    );
    expect(textsOf('type').filter((name) => !schema.getType(name))).toEqual([]);
    const drawn = textsOf('field').flatMap((text) => text.split(' · '));
    expect(drawn.length).toBeGreaterThan(20);
    expect(drawn.filter((name) => !fields.includes(name))).toEqual([]);
  });
});
