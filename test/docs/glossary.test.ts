import { describe, expect, it } from '@jest/globals';
import { assembleSchema } from '../../src/graph/schema.ts';
import {
  type Described,
  describedIn,
  filteredBy,
  itemOf,
  mutationOf,
  termIn,
} from './described.ts';
import { readGlossary } from './glossary.ts';

/** A term in Chinese letters, the dot, and one sentence with its full stop. */
const DESCRIPTION = /^[\p{Script=Han}、]+ · (?:(?!\. [A-Z]).)+\.$/u;

/** docs/glossary.md and the schema hold each other: no word without a row, no row without its word. */
describe('the words of the graph', () => {
  const { terms, identifiers, meanings, termOf } = readGlossary();
  const schema = assembleSchema();
  const described = describedIn(schema);
  const types = described.filter(({ role }) => role === 'type');
  const typeTerm = new Map(types.map(({ path, description }) => [path, termIn(description)]));

  /** Everything whose description begins with another term than it should, with that term. */
  const astray = (chosen: readonly Described[], expected: (one: Described) => readonly string[]) =>
    chosen
      .filter((one) => !expected(one).includes(termIn(one.description)))
      .map((one) => `${one.path} is ${termIn(one.description)}, not ${expected(one).join(' or ')}`);

  const known = (...found: readonly (string | null | undefined)[]) =>
    found.filter((term) => term != null);

  it('begins every description with a Chinese term, and goes on with one English sentence', () => {
    const otherwise = described.filter(({ description }) => !DESCRIPTION.test(description));
    expect(otherwise.map(({ path, description }) => `${path}: ${description}`)).toEqual([]);
  });

  it('gives every type and every value of an enum the term of the glossary', () => {
    const words = described.filter(
      ({ role, path }) =>
        role === 'value' ||
        (role === 'type' &&
          !itemOf(path) &&
          !filteredBy(path, typeTerm) &&
          !mutationOf(path, schema)),
    );
    expect(astray(words, ({ path }) => known(termOf.get(path)))).toEqual([]);
  });

  it('calls a list and its items by the term of what they hold', () => {
    const paged = types.filter(({ path }) => itemOf(path));
    const suffix = ({ path }: Described) => (path.endsWith('Edge') ? '项' : '列表');
    expect(astray(paged, (one) => [`${typeTerm.get(itemOf(one.path)!)}${suffix(one)}`])).toEqual(
      [],
    );
  });

  it('calls the input and the payload of a mutation by its term', () => {
    const written = types.filter(({ path }) => mutationOf(path, schema));
    const suffix = ({ path }: Described) => (path.endsWith('Input') ? '输入' : '结果');
    expect(written.length).toBeGreaterThan(20);
    expect(
      astray(written, (one) => [`${termOf.get(mutationOf(one.path, schema)!)}${suffix(one)}`]),
    ).toEqual([]);
  });

  it('calls a filter by the term of what it matches', () => {
    const filters = types.filter(({ path }) => filteredBy(path, typeTerm));
    const suffix = ({ path }: Described) => (path.endsWith('ListFilter') ? '列表条件' : '条件');
    expect(filters.length).toBeGreaterThan(50);
    expect(
      astray(filters, (one) => [`${typeTerm.get(filteredBy(one.path, typeTerm)!)}${suffix(one)}`]),
    ).toEqual([]);
  });

  it('calls a field by its own term in the glossary, else by the term of its type', () => {
    const fields = described.filter(
      ({ role, path }) => role === 'field' && !/(?:Connection|Edge)\./.test(path),
    );
    const expected = ({ path, name, of, inherited }: Described) => {
      const own = known(...[path, ...inherited].map((field) => termOf.get(field)));
      return own.length > 0 ? own : known(termOf.get(name), typeTerm.get(of!));
    };
    expect(astray(fields, expected)).toEqual([]);
  });

  it('has an entry for every word that arguments and filters use', () => {
    const asked = described.filter(({ role }) => role === 'argument' || role === 'input field');
    expect(
      astray(asked, ({ description }) => known(terms.find((term) => term === termIn(description)))),
    ).toEqual([]);
  });

  it('has no entry that the schema does not have, and none by another word', () => {
    const names = new Map<string, Set<string>>();
    for (const { path, name, description } of described) {
      for (const identifier of [path, name]) {
        names.set(identifier, (names.get(identifier) ?? new Set()).add(termIn(description)));
      }
    }
    const stale = identifiers.filter(
      (identifier) => !names.get(identifier)?.has(termOf.get(identifier)!),
    );
    expect(stale).toEqual([]);
  });

  it('gives no word two entries, no thing two words, and no two types one word', () => {
    const repeated = (words: readonly string[]) =>
      words.filter((word, at) => words.indexOf(word) !== at);
    expect(repeated(terms)).toEqual([]);
    expect(repeated(identifiers)).toEqual([]);
    expect(repeated([...typeTerm.values()])).toEqual([]);
  });

  it('tells every meaning in one sentence', () => {
    expect(meanings.filter((meaning) => !/^[^.]+\.$/.test(meaning))).toEqual([]);
  });
});
