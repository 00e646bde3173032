import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** What every client begins with. */
const FIRST_QUESTIONS = ['node', 'nodes', 'viewer'];

/** Names come first, provenance and what went wrong last; all else keeps the order of the code. */
const FIRST = ['id', 'code', 'name', 'nameEn', 'nameHant'];
const LAST = ['evidence', 'observations', 'userErrors'];

/** What an input says of itself, after what it says of the thing. */
const LAST_INPUT_FIELDS = ['reason', 'version', 'document', 'anchor', 'idempotencyKey'];

/** Which rows, in what order, and which page of them: the same on every list. */
const LAST_ARGUMENTS = ['filter', 'orderBy', 'first', 'after', 'last', 'before'];

/**
 * Puts fields and arguments where a reader looks for them, in place: type-graphql gives them in the
 * order in which decorators ran, an interface's fields before a type's own. What reads the schema as
 * it is, introspection and the printed file, then shows one order.
 */
export function inReadingOrder(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && 'idempotencyKey' in type.getFields()) {
      const fields = type.getFields();
      for (const field of sorted(Object.values(fields), FIRST, LAST_INPUT_FIELDS)) {
        Reflect.deleteProperty(fields, field.name);
        fields[field.name] = field;
      }
    }
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    const fields = type.getFields();
    const first = type === schema.getQueryType() ? FIRST_QUESTIONS : FIRST;
    for (const field of sorted(Object.values(fields), first, LAST)) {
      Reflect.deleteProperty(fields, field.name);
      fields[field.name] = orderArguments(field);
    }
  }
  return schema;
}

function orderArguments(field: GraphQLField<unknown, unknown>): GraphQLField<unknown, unknown> {
  const args: readonly GraphQLArgument[] = sorted(field.args, [], LAST_ARGUMENTS);
  field.args = args;
  return field;
}

/** Stable: those in neither list stay as they were. */
function sorted<Part extends { readonly name: string }>(
  parts: readonly Part[],
  first: readonly string[],
  last: readonly string[],
): Part[] {
  const rank = ({ name }: Part) =>
    first.includes(name) ? first.indexOf(name) - first.length : last.indexOf(name) + 1;
  return parts.toSorted((one, other) => rank(one) - rank(other));
}
