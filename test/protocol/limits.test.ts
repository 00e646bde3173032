import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { sizeOf } from '../../src/graph/document-size.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { trialSchema } from './trial-schema.ts';

const size = (document: string) => sizeOf(document, 10_000, 4_000);
const depthOf = (document: string) => size(document).depth;
const nested = (levels: number) =>
  '{ inner '.repeat(levels - 1) + '{ name }' + ' }'.repeat(levels - 1);

describe('the depth of a document', () => {
  it.each([
    ['{ a }', 1],
    ['{ a { b { c } } }', 3],
    ['query Q($x: I = {a: {b: {c: [1]}}}) { a(x: {y: {z: 1}}) { b } }', 2],
    ['{ a { ... on T { b { c } } } }', 3],
    ['{ a { ... { b } ... @skip(if: false) { b { c } } } }', 3],
    ['{ a { ...F } } fragment F on T { b { c } }', 3],
    ['fragment F on T { b { ...G } } fragment G on T { c { d } } { a { ...F } }', 4],
    ['query query { a } fragment fragment on on { b { c } }', 2],
    ['{ a { ...F } } fragment F on T { b { ...F } }', 3],
    ['{ a # { { {\n }', 1],
    ['{ a(text: "{{{", block: """{ " {""") }', 1],
    ['', 0],
    ['} } {', 1],
  ])('%s', (document, depth) => {
    expect(depthOf(document)).toBe(depth);
  });

  it('is known at once for fragments that double each other', () => {
    const fragment = (n: number) =>
      `fragment F${n} on Nest{...F${n + 1} ...F${n + 1} inner{...F${n + 1}}}`;
    const document = `{nest{...F0}}${Array.from({ length: 500 }, (_, n) => fragment(n)).join('')}`;
    expect(depthOf(document)).toBe(502);
  });
});

describe('what a document is counted to hold', () => {
  it.each([
    ['{ a b { c } d }', { rootFields: 3 }],
    ['{ a: b c: d { e: f } }', { rootFields: 2, aliases: [2, 7, 14] }],
    ['{ a(x: 1, y: {z: 2}) b(if: $v) }', { rootFields: 2, aliases: [] }],
    [
      'query ($x: [I!] = [{a: 1}]) @d { a @e(b: 1) @f }',
      { rootFields: 1, directives: [28, 35, 44] },
    ],
    ['{ ... { a ... on Query { b } } ...F }', { rootFields: 2 }],
    [
      '{ ...F ...F c } fragment F on Query { a b { x } ...G } fragment G on Query { d }',
      { rootFields: 4 },
    ],
    ['{ a { ...F } } fragment F on T { b c d }', { rootFields: 1 }],
    ['{ ...F } fragment F on Query { a ...F }', { rootFields: 1 }],
    ['query A { a b } query B { c } fragment F on T { d e f }', { rootFields: 2 }],
    ['{ on fragment query ... on on { on } ...on { query } }', { rootFields: 5 }],
    ['{ a # : @x\n : b # @y\n }', { rootFields: 1, aliases: [2], directives: [] }],
    ['{ a(text: "@x a: b") }', { rootFields: 1, aliases: [], directives: [] }],
  ])('%s', (document, expected) => {
    expect(size(document)).toMatchObject(expected);
  });
});

describe('a gateway', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    const env = { MAX_TOKENS: '2000', MAX_DEPTH: '20' };
    gateway = await startGateway({ schema: trialSchema, env });
  });
  afterAll(() => gateway.close());

  const refusalOf = async (query: string, variables?: object) => {
    const response = await gateway.post({ query, variables });
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: object }[];
    };
    return { status: response.status, message: errors[0]?.message, ...errors[0]?.extensions };
  };

  it('answers the introspection that tools send', async () => {
    const { __schema } = await gateway.query(getIntrospectionQuery());
    expect(__schema.queryType.name).toBe('Query');
  });

  it('answers at the depth that is allowed, and refuses one more', async () => {
    const at = (levels: number) => `{ nest ${nested(levels - 1)} }`;
    expect(await gateway.query(at(20))).toEqual({ nest: null });
    expect(await refusalOf(at(21))).toMatchObject({
      status: 400,
      code: 'TOO_DEEP',
      asked: 21,
      allowed: 20,
    });
  });

  it('refuses too many tokens before it parses them, and says how many there are', async () => {
    const document = `{ ${'__typename '.repeat(3_000)}}`;
    expect(await refusalOf(document)).toMatchObject({
      status: 400,
      code: 'TOO_MANY_TOKENS',
      asked: 3_002,
      allowed: 2_000,
    });
  });

  it.each([
    ['braces', `{ nest ${nested(600)} }`],
    ['lists', `{ echo(number: ${'['.repeat(900)}`],
    ['inline fragments', `{ ${'...{'.repeat(900)}`],
    ['types', `query ($x: ${'['.repeat(900)}`],
  ])('refuses %s nested by the hundred', async (_what, document) => {
    expect(await refusalOf(document)).toMatchObject({
      status: 400,
      code: 'TOO_DEEP',
      message: expect.stringMatching(
        /^The document opens \d+ brackets within each other; 200 are allowed\. Nest less\.$/,
      ),
      allowed: 200,
    });
  });

  it('refuses variables nested by the thousand', async () => {
    const variables = `${'{"x":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const response = await gateway.post(`{"query":"{ __typename }","variables":${variables}}`);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: 'TOO_DEEP', asked: 5_000, allowed: 200 });
  });

  it('refuses the same in the URL of a GET', async () => {
    const query = `{${'a '.repeat(2_000)}}`;
    const response = await fetch(`${gateway.url}?${new URLSearchParams({ query }).toString()}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'TOO_MANY_TOKENS' } }],
    });
  });

  it('validates 830 bytes of fragments that double each other without delay', async () => {
    const fragment = (n: number) => `fragment F${n} on Nest{...F${n + 1} ...F${n + 1}}`;
    const last = 'fragment F20 on Nest{name}';
    const document = `{nest{...F0}}${Array.from({ length: 20 }, (_, n) => fragment(n)).join('')}${last}`;
    const before = performance.now();
    expect(await gateway.query(document)).toEqual({ nest: null });
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('leaves fragments that spread themselves to validation', async () => {
    const document = '{ nest { ...F } } fragment F on Nest { inner { ...F } }';
    expect(await refusalOf(document)).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});
