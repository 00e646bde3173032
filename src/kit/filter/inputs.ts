import { type GraphQLInputObjectType, type GraphQLSchema, isInputObjectType } from 'graphql';
import { isInterfaceType, isObjectType } from 'graphql';
import { type ClassType, Field, InputType, Int } from 'type-graphql';
import { enumNamed } from '../graph-enum.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../scalars.ts';
import { type Filter, type FilterField, registeredFilters } from './filter.ts';
import type { ValueType } from './values.ts';

/** The inputs made so far, by name: one for each filter, list of filters, and type of values. */
const inputs = new Map<string, ClassType>();

/** The input of a filter; to be asked for while the schema is assembled, not before. */
export function inputOf({ type }: Filter): ClassType {
  return inputNamed(`${type}Filter`);
}

/**
 * Makes the input of every filter that the modules have registered: with all its fields, those too
 * that later modules added. Before the schema is built from what is known to type-graphql.
 */
export function makeFilterInputs(): void {
  for (const filter of registeredFilters()) {
    const input = madeOnce(`${filter.type}Filter`, (name) => inputOfFilter(name, filter));
    madeOnce(`${filter.type}ListFilter`, (name) => listInput(name, () => input));
    for (const field of Object.values(filter.fields)) makeValueInputs(field);
  }
}

/** What type-graphql reads from decorators, made from a definition instead. */
function makeInput(
  name: string,
  description: string,
  fields: Readonly<Record<string, { type: () => unknown; description?: string | undefined }>>,
): ClassType {
  @InputType(name, { description })
  class Input {}
  for (const [field, { type, description: told }] of Object.entries(fields)) {
    const options = { nullable: true, ...(told !== undefined && { description: told }) };
    Field(type as () => ClassType, options)(Input.prototype, field);
  }
  return Input;
}

function inputOfFilter(name: string, { type, fields }: Filter): ClassType {
  const self = () => inputNamed(name);
  return makeInput(name, told(`Matches each ${type} of which all that is given holds.`), {
    ...Object.fromEntries(
      Object.entries(fields).map(([field, definition]) => [
        field,
        {
          type: () => inputNamed(inputNameOf(definition)),
          description: definition.description,
        },
      ]),
    ),
    and: {
      type: () => [self()],
      description: '且 · All of these must hold; of an empty list nothing must.',
    },
    or: {
      type: () => [self()],
      description: '或 · At least one of these must hold; of an empty list none does.',
    },
    not: {
      type: self,
      description:
        '非 · This must not hold, as where a value is unknown: then no condition on it holds.',
    },
  });
}

function inputNameOf(field: FilterField): string {
  switch (field.kind) {
    case 'value':
    case 'dated':
      return `${field.type.name}Filter`;
    case 'values':
      return `${field.type.name}ListFilter`;
    case 'many':
      return `${field.filter().type}ListFilter`;
    case 'part':
    case 'one':
      return `${field.filter().type}Filter`;
  }
}

function makeValueInputs(field: FilterField): void {
  if (!('type' in field)) return;
  makeValueInput(field.type);
  if (field.kind !== 'values') return;
  const { name, description } = field.type;
  const ofList = description?.replace('条件 · Matches', '列表条件 · Matches lists of');
  madeOnce(`${name}ListFilter`, (input) =>
    listInput(input, () => inputNamed(`${name}Filter`), ofList),
  );
}

function makeValueInput({ name, description, graphType, operators }: ValueType<never>): void {
  const value = graphTypes[graphType] ?? (() => enumNamed(graphType));
  const fields = Object.entries(operators).map(([operator, { takes, description: meaning }]) => {
    if (typeof takes === 'object') makeValueInput(takes);
    const type = () => {
      if (typeof takes === 'object') return inputNamed(`${takes.name}Filter`);
      if (takes === 'flag') return Boolean;
      return takes === 'values' ? [value()] : value();
    };
    return [operator, { type, description: meaning }] as const;
  });
  madeOnce(`${name}Filter`, (input) =>
    makeInput(input, description ?? told(`Matches values of ${name}.`), Object.fromEntries(fields)),
  );
}

const graphTypes: Readonly<Record<string, () => unknown>> = {
  Boolean: () => Boolean,
  Date: () => DateScalar,
  DateTime: () => DateTimeScalar,
  Decimal: () => DecimalScalar,
  Int: () => Int,
  String: () => String,
};

function listInput(name: string, of: () => ClassType, description?: string): ClassType {
  const item = name.replace(/ListFilter$/, '');
  return makeInput(name, description ?? told(`Matches lists of ${item}.`), {
    some: { type: of, description: '存在 · At least one of them matches.' },
    every: { type: of, description: '全部 · Every one of them matches, as where there is none.' },
    none: { type: of, description: '没有 · None of them matches.' },
  });
}

function madeOnce(name: string, make: (name: string) => ClassType): ClassType {
  const made = inputs.get(name) ?? make(name);
  inputs.set(name, made);
  return made;
}

function inputNamed(name: string): ClassType {
  const input = inputs.get(name);
  if (!input) throw new Error(`There is no input ${name}: register its filter with filterOn`);
  return input;
}

/** Stands for the term of the type that an input is of, until the schema tells it. */
const TERM = '{term}';
const told = (sentence: string) => `${TERM} · ${sentence}`;

/**
 * Gives each input the term of the type that it is of, and each field of a filter the description of
 * the type's own field, so that both are told in one place.
 */
export function describeFilters(schema: GraphQLSchema): void {
  for (const input of Object.values(schema.getTypeMap())) {
    if (!isInputObjectType(input) || !inputs.has(input.name)) continue;
    const [, of = '', list] = /^(\w+?)(List)?Filter$/.exec(input.name) ?? [];
    const type = schema.getType(of);
    const term = `${type?.description?.split(' · ')[0] ?? ''}${list ? '列表' : ''}条件`;
    input.description = input.description?.replace(TERM, term);
    if (!list && (isObjectType(type) || isInterfaceType(type))) describeFields(input, type);
  }
}

function describeFields(
  input: GraphQLInputObjectType,
  type: { getFields(): Record<string, { description?: string | null | undefined }> },
): void {
  const own = type.getFields();
  for (const field of Object.values(input.getFields())) {
    // What null means in an answer is not told: in a filter it is as if it were not there.
    field.description ??= own[field.name]?.description?.replace(/; null [^;]*\.$/, '.');
  }
}
