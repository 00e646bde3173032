import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type DefinitionNode, Kind, parse, type TypeDefinitionNode } from 'graphql';

/** `npm run schema:check` holds the file to the code; here is held that one can read it. */
describe('schema/schema.graphql, from top to bottom', () => {
  const text = readFileSync('schema/schema.graphql', 'utf8');
  const sections = [...text.matchAll(/^# ── (?<title>.+?) ─+\n(?<body>[^]*?)(?=^# ── |(?![^]))/gm)]
    .map(({ groups }) => ({ title: groups!.title!, types: parse(groups!.body!).definitions }))
    .map(({ title, types }) => ({ title, types: types.map(asType) }));
  const types = sections.flatMap((section) => section.types);

  function asType(definition: DefinitionNode): TypeDefinitionNode {
    if ('name' in definition && definition.name && definition.kind.endsWith('TypeDefinition')) {
      return definition as TypeDefinitionNode;
    }
    throw new Error(`No place is known for a ${definition.kind}.`);
  }

  const fieldsOf = (type: TypeDefinitionNode) =>
    'fields' in type ? (type.fields ?? []).map(({ name }) => name.value) : [];

  const isPaging = ({ name }: TypeDefinitionNode) => /(Connection|Edge)$/.test(name.value);

  it('begins with the questions, goes through the modules in their order, ends with what all share', () => {
    const first = sections.map(({ title, types: [type] }) => [title, type!.name.value]);
    expect(first).toEqual(
      expect.arrayContaining([
        ['提问 · Where every question begins', 'Query'],
        ['出处 · Sources', expect.any(String)],
        ['区域 · Regions', 'Region'],
        ['组织 · Organisations', 'Organisation'],
        ['项目 · Projects', 'Project'],
        ['产业链 · Industry chains', 'IndustryChain'],
        ['招商 · Investment promotion', 'PromotionEvent'],
        ['通用 · What all lists, filters and values share', 'Date'],
      ]),
    );
    const at = (title: string) => first.findIndex(([found]) => found!.endsWith(title));
    const order = ['begins', 'Sources', 'Regions', 'Organisations', 'Projects', 'chains', 'share'];
    const places = order.map(at);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(at('share')).toBe(sections.length - 1);
  });

  it('shows what things are before how they are listed, and that before how they are chosen', () => {
    for (const { title, types: inSection } of sections) {
      const things = inSection.findLastIndex(
        (type) => type.kind === Kind.OBJECT_TYPE_DEFINITION && !isPaging(type),
      );
      const [first] = inSection;
      expect({ title, first: first && isPaging(first) }).toEqual({ title, first: false });
      for (const [place, { kind, name }] of inSection.entries()) {
        if (kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION || place > things) continue;
        // Another group of the section follows, and begins with a thing.
        const next = inSection.slice(place).find((type) => type.kind !== kind && !isOrder(type));
        expect([name.value, next?.kind]).toEqual([name.value, Kind.OBJECT_TYPE_DEFINITION]);
        expect(isPaging(next!)).toBe(false);
      }
    }
  });

  const isOrder = ({ name }: TypeDefinitionNode) => name.value.endsWith('Order');

  it('shows a list next to its items', () => {
    const names = types.map(({ name }) => name.value);
    const lists = names.filter((name) => name.endsWith('Connection'));
    expect(lists.length).toBeGreaterThan(5);
    expect(lists.map((name) => names[names.indexOf(name) + 1])).toEqual(
      lists.map((name) => name.replace('Connection', 'Edge')),
    );
  });

  it('names a thing first, and says last where it is told', () => {
    const naming = ['id', 'code', 'name', 'nameEn', 'nameHant'];
    const telling = ['evidence', 'observations'];
    const things = types.filter(
      ({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_DEFINITION,
    );
    const misplaced = things.filter((type) => {
      const fields = fieldsOf(type);
      const names = naming.filter((name) => fields.includes(name));
      const told = telling.filter((name) => fields.includes(name));
      return (
        names.some((name, place) => fields[place] !== name) ||
        told.some((name, place) => fields.at(place - told.length) !== name)
      );
    });
    expect(misplaced.map(({ name }) => name.value)).toEqual([]);
  });

  it('gives every list its arguments in one order: which, in what order, which page', () => {
    const paging = ['filter', 'orderBy', 'first', 'after', 'last', 'before'];
    const astray = types.flatMap((type) =>
      type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION
        ? []
        : (type.fields ?? [])
            .map((field) => ({
              path: `${type.name.value}.${field.name.value}`,
              given: (field.arguments ?? []).map(({ name }) => name.value),
            }))
            .filter(({ given }) => given.includes('first'))
            .filter(({ given }) => {
              const expected = paging.filter((name) => given.includes(name));
              return given.slice(-expected.length).join() !== expected.join();
            }),
    );
    expect(astray).toEqual([]);
  });

  it('keeps every description on one line', () => {
    expect(text).not.toMatch(/^\s*"""$/m);
  });
});
