import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { assembleSchema } from '../../src/graph/schema.ts';
import { vagueDeprecations } from './deprecations.ts';

describe('what is deprecated', () => {
  it('says what to use instead, and the day it goes', () => {
    expect(vagueDeprecations(assembleSchema())).toEqual([]);
  });

  it('is found wherever it stands, when it does not say so', () => {
    // given
    const schema = buildSchema(`
      type Query {
        clear: Int @deprecated(reason: "Use \`Query.other\`. Gone after 2027-06-30.")
        bare: Int @deprecated
        undated(old: Int @deprecated(reason: "Use new.")): Int
      }
      interface Shape { area: Int @deprecated(reason: "Gone after 2027-06-30.") }
      input Filter { kind: Int @deprecated(reason: "Use kinds. Gone after 2027-06-31.") }
      enum Kind { OLD @deprecated(reason: "Use NEW. Gone after summer.") NEW }
    `);
    // then
    expect(vagueDeprecations(schema)).toEqual([
      'Query.bare: No longer supported',
      'Query.undated(old:): Use new.',
      'Shape.area: Gone after 2027-06-30.',
      'Filter.kind: Use kinds. Gone after 2027-06-31.',
      'Kind.OLD: Use NEW. Gone after summer.',
    ]);
  });
});
