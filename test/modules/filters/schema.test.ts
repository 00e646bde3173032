import { describe, expect, it } from '@jest/globals';
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { assembleSchema } from '../../../src/graph/schema.ts';
import { operators } from './operands.ts';
import { tables } from './tables.ts';

const schema = assembleSchema();
const types = Object.values(schema.getTypeMap());
const inputs = types.filter((type): type is GraphQLInputObjectType => isInputObjectType(type));

/** The fields of a type that its filter does not have, and why. */
const exceptions: Readonly<Record<string, string>> = {
  id: 'node(id:) finds it; a filter names things by their codes',
  version: 'which state of a thing it is; whoever corrects one names it, and nobody seeks by it',
  'Project.investmentReports': 'a condition would tell amounts to whom may not read them',
  'InvestmentReport.period': 'the two days of it are asked for',
  'AuditEntry.details': 'of any form; the other fields say what a list is sought by',
  'IdentityQuestion.candidates': 'as they were when it was asked; a steward reads all of them',
  'Enterprise.merged': 'enterprises that are none any more; each leads to this one by its code',
  'IndustryChain.suppliersByDistrict': 'counted for each chain; "suppliers" asks for the same rows',
  ...Object.fromEntries(
    ['verdict', 'decidedBy', 'rule', 'reason'].map((field) => [
      `Discrepancy.${field}`,
      'worked out by rules when it is read, and stored nowhere',
    ]),
  ),
  'Discrepancy.sideA': 'of two types; their own lists are asked for them',
  'Discrepancy.sideB': 'of two types; their own lists are asked for them',
  'Region.projectStats': 'counted for each region; "projects" asks for the same rows',
  'Organisation.provenance': 'the values that it tells the sources of are asked for themselves',
  'Enterprise.provenance': 'the values that it tells the sources of are asked for themselves',
  'Institution.provenance': 'the values that it tells the sources of are asked for themselves',
  'Project.provenance': 'the values that it tells the sources of are asked for themselves',
  'SourceDocument.coverage': 'counted for each document; each list of facts asks for its evidence',
  'SourceDocument.freshness': 'reckoned from "publishedOn", which is asked for',
  'SourceDocument.failedRules': 'worked out of the figures of each document',
  'DataSource.lastRun': 'which one it is depends on who asks; "importRuns" asks by "source"',
  'DataSource.runs': 'which they are depends on who asks; "importRuns" asks by "source"',
  'DataSource.freshness': 'reckoned from its runs and the day on which it is read',
  'ImportRun.actor': 'a condition would tell who asked to whom may not know it',
  'ImportRun.counts': 'they grow while it runs; "rows" asks by "outcome"',
  'ImportRun.tables': 'told whole at its end, and no rows of their own',
  'ImportRun.faults': 'sentences for a reader; "state" says whether there are any',
  'ImportRun.notes': 'sentences for a reader, of the file and not of its rows',
  'ImportRun.errorFileUrl': 'an address, worked out for rows that were refused',
  'ImportRun.rows': 'read of one run at a time, by a filter of their own',
  'ImportRun.questions':
    'for those who may merge; a condition would tell others whether there are any',
  'ImportRow.changes': 'of any form; "outcome" says whether there are any',
  'ImportRow.faults': 'sentences for a reader; "outcome" says whether there are any',
  'ImportRow.warnings': 'sentences for a reader, kept as they were told',
  'NamedSubject.transition': 'an answer to a question of its own, and no property',
  'Figure.subject': 'asked for by what it is: "project", "batch", "region" …',
  'Figure.canonical': 'decided between "observations", which are asked for',
  'Figure.verdict': 'decided between "observations", which are asked for',
  'Figure.computed': 'worked out of what the subject is made of',
  'Figure.difference': 'worked out of what the subject is made of',
  'Figure.progress': 'worked out of another figure',
};

/** The connections whose items are no rows, and so have nothing that a filter could ask. */
const unfiltered = ['SearchResultConnection', 'ProjectUpdateConnection'];

/** What is found in the log, by lists of codes: test/updates/filters.test.ts. */
const isLogged = (type: string) => type === 'ProjectUpdate';

type Composite = GraphQLObjectType | GraphQLInterfaceType;
const filterable = types
  .filter((type): type is Composite => isObjectType(type) || isInterfaceType(type))
  .filter(
    ({ name }) =>
      name !== 'Dated' && !isLogged(name) && schema.getType(`${name}Filter`) !== undefined,
  );

/** What of a field's type a filter takes. */
function inputFor({ type }: GraphQLField<unknown, unknown>): string[] {
  const named = getNamedType(type);
  const isMany = isListType(getNullableType(type)) || named.name.endsWith('Connection');
  const name = named.name.replace(/Connection$/, '');
  // Texts that machines read are compared as they are written.
  const own = name === 'String' ? ['Code', 'Text'] : [name];
  return own.map((each) => `${each}${isMany ? 'List' : ''}Filter`);
}

describe('the filters of the schema', () => {
  it('are there for everything that a list can hold, with an order', () => {
    const lists = types
      .filter((type): type is GraphQLObjectType => isObjectType(type))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
      .filter(({ field }) => !unfiltered.includes(getNamedType(field.type).name));
    expect(lists.length).toBeGreaterThan(30);
    for (const { type, field } of lists) {
      const item = getNamedType(field.type).name.replace(/Connection$/, '');
      const argument = (name: string) => {
        const found = field.args.find((each) => each.name === name);
        return `${type.name}.${field.name} ${found && getNamedType(found.type).name}`;
      };
      expect(argument('filter')).toBe(`${type.name}.${field.name} ${item}Filter`);
      expect(argument('orderBy')).toBe(`${type.name}.${field.name} ${item}Order`);
    }
  });

  it.each(filterable.map((type) => [type.name, type] as const))(
    'have a field for each of the type’s own, of its kind: %s',
    (name, type) => {
      const has = (schema.getType(`${name}Filter`) as GraphQLInputObjectType).getFields();
      for (const field of Object.values(type.getFields())) {
        if (field.name in exceptions || `${name}.${field.name}` in exceptions) continue;
        const found = has[field.name] && getNamedType(has[field.name]!.type).name;
        expect([`${name}.${field.name}`, inputFor(field).includes(found ?? '')]).toEqual([
          `${name}.${field.name}`,
          true,
        ]);
      }
    },
  );

  it('know no exception that is not there any more', () => {
    const fields = filterable.flatMap((type) =>
      Object.keys(type.getFields()).flatMap((field) => [field, `${type.name}.${field}`]),
    );
    expect(Object.keys(exceptions).filter((name) => !fields.includes(name))).toEqual([]);
  });

  it('are all compared with plain SQL, field by field and operator by operator', () => {
    const ofTypes = inputs.filter(
      ({ name }) => /(?<!List)Filter$/.test(name) && !isLogged(name.replace(/Filter$/, '')),
    );
    for (const input of ofTypes) {
      const of = input.name.replace(/Filter$/, '');
      const table = tables[of];
      const fields = Object.keys(input.getFields()).sort();
      if (table) {
        const { values, one = {}, many = {}, several = {} } = table;
        const told = [values, one, many, several].flatMap((each) => Object.keys(each));
        expect([of, fields]).toEqual([of, [...told, 'and', 'or', 'not'].sort()]);
        continue;
      }
      const kind = isEnumType(schema.getType(of)) ? 'enum' : of.toLowerCase();
      expect([of, fields]).toEqual([of, [...operators[kind as keyof typeof operators]].sort()]);
    }
    expect(ofTypes.filter(({ name }) => !isLeafType(schema.getType(name))).length).toBeGreaterThan(
      40,
    );
  });
});
