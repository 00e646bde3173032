import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  OperationTypeNode,
} from 'graphql';

/** One place of the schema that takes a text: an argument, or a field of an input object in one. */
export interface Slot {
  readonly name: string;
  /** An operation that holds the text in this place. */
  readonly holding: (text: string) => Operation;
  /** In a filter: one that looks for any of these texts in this place. */
  readonly among?: (texts: readonly string[]) => Operation;
}

interface Operation {
  readonly query: string;
  readonly variables: object;
}

/** Every place of queries that takes a text, each field of each entity's filter once, on the shortest way to it. */
export function slotsOf(schema: GraphQLSchema): Slot[] {
  return slotsIn(argumentsOf(schema, OperationTypeNode.QUERY, waysTo(schema)));
}

/** The same of the fields of another root. */
export function slotsOfRoot(schema: GraphQLSchema, operation: OperationTypeNode): Slot[] {
  const { name } = schema.getRootType(operation)!;
  return slotsIn(argumentsOf(schema, operation, new Map([[name, (inner) => `{ ${inner} }`]])));
}

function slotsIn(open: Place[]): Slot[] {
  const seen = new Set<string>();
  const slots: Slot[] = [];
  // A list is walked in the order that it grows.
  for (const { name, type: given, holding, inside = (value: unknown) => value } of open) {
    const type = getNamedType(given);
    const isList = isListType(getNullableType(given));
    const hold = (value: unknown) => inside(isList ? [value] : value);
    if (isScalarType(type) && !NO_TEXT.has(type.name)) {
      slots.push({
        name,
        holding: (text) => holding(hold(text)),
        ...(name.includes(' filter ') && {
          among: (texts: readonly string[]) => holding({ or: texts.map(hold) }),
        }),
      });
    }
    if (!isInputObjectType(type)) continue;
    const fields = Object.values(type.getFields());
    // What many columns share (an "eq") is tried on each of them, an entity's own filter once.
    const isShared = fields.every((field) => !isInputObjectType(getNamedType(field.type)));
    if (!isShared && seen.has(type.name)) continue;
    seen.add(type.name);
    for (const field of fields) {
      if (MATCHING_NOTHING_MATCHES.has(field.name)) continue;
      open.push({
        name: `${name} ${field.name}`,
        type: field.type,
        holding,
        inside: (value) => hold({ [field.name]: value }),
      });
    }
  }
  return slots;
}

const NO_TEXT = new Set(['Int', 'Float', 'Boolean']);
/** With these a condition that nothing meets is met by what has none of its kind. */
const MATCHING_NOTHING_MATCHES = new Set(['not', 'every', 'none']);

/** A place for a value: an argument, or what lies within its input object. */
interface Place {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** An operation whose argument is this. */
  readonly holding: (argument: unknown) => Operation;
  /** The argument that holds a value in this place; the value itself, unless it lies deeper. */
  readonly inside?: (value: unknown) => unknown;
}

/** By type, the selection that leads to it. */
type Ways = ReadonlyMap<string, (inner: string) => string>;

function argumentsOf(schema: GraphQLSchema, operation: OperationTypeNode, ways: Ways): Place[] {
  return [...ways].flatMap(([type, way]) =>
    fieldsOf(schema, type).flatMap((field) =>
      field.args.map((argument) => ({
        name: `${type}.${field.name} ${argument.name}`,
        type: argument.type,
        holding: (it: unknown) => ({
          query: `${operation} ($it: ${String(argument.type)}) ${way(asking(field, argument))}`,
          variables: { it },
        }),
      })),
    ),
  );
}

/** By what selection a type is reached from the root, taking no field that needs an argument. */
function waysTo(schema: GraphQLSchema): Ways {
  const query = schema.getQueryType()!;
  const ways = new Map([[query.name, (inner: string) => `{ ${inner} }`]]);
  // A map is walked in the order that it grows.
  for (const [name, way] of ways) {
    for (const field of fieldsOf(schema, name)) {
      if (field.args.some(isRequiredArgument)) continue;
      const to = getNamedType(field.type);
      const pages = field.args.some((argument) => argument.name === 'first') ? '(first: 2)' : '';
      const targets = isAbstractType(to)
        ? schema.getPossibleTypes(to)
        : isObjectType(to)
          ? [to]
          : [];
      for (const target of targets) {
        const on = isAbstractType(to) ? `... on ${target.name} ` : '';
        const step = (inner: string) =>
          way(
            on
              ? `${field.name}${pages} { ${on}{ ${inner} } }`
              : `${field.name}${pages} { ${inner} }`,
          );
        if (!ways.has(target.name)) ways.set(target.name, step);
      }
    }
  }
  return ways;
}

function fieldsOf(schema: GraphQLSchema, type: string): GraphQLField<unknown, unknown>[] {
  return Object.values((schema.getType(type) as GraphQLObjectType).getFields());
}

/** The field with its argument from `$it`, what else it needs, and enough of what it brings. */
function asking(field: GraphQLField<unknown, unknown>, argument: GraphQLArgument): string {
  const needed = field.args.filter((other) => other !== argument && isRequiredArgument(other));
  const args = [
    `${argument.name}: $it`,
    ...needed.map((other) => `${other.name}: ${sample(other)}`),
  ];
  const to = getNamedType(field.type);
  const inner =
    !isObjectType(to) && !isAbstractType(to)
      ? ''
      : isObjectType(to) && to.name.endsWith('Connection')
        ? `{ ${'totalCount' in to.getFields() ? 'totalCount ' : ''}nodes { __typename } }`
        : isObjectType(to) && 'userErrors' in to.getFields()
          ? '{ userErrors { code } }'
          : '{ __typename }';
  return `found: ${field.name}(${args.join(', ')}) ${inner}`;
}

function sample({ type }: GraphQLArgument): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (isInputObjectType(named)) return '{}';
  return named.name === 'Int' ? '1' : '"byd"';
}
