import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** What kind of name a description belongs to. */
export type Role = 'type' | 'value' | 'field' | 'input field' | 'argument';

/** A name of the schema that a description belongs to. */
export interface Described {
  readonly role: Role;
  /** As `Enterprise`, `RegionKind.COUNTY`, `Region.suppliers` or `Region.suppliers(chain)`. */
  readonly path: string;
  /** Without what it is a part of. */
  readonly name: string;
  readonly description: string;
  /** The type that a field or an argument is of, a list's items for a connection. */
  readonly of: string | null;
  /** The same field of the interfaces that its type implements. */
  readonly inherited: readonly string[];
}

/** The type of one item of a connection or an edge; null for any other type. */
export const itemOf = (type: string): string | null =>
  /^(\w+)(?:Connection|Edge)$/.exec(type)?.[1] ?? null;

/** Values whose filters have words of their own, since theirs are for machines. */
const VALUES = ['Decimal', 'Date', 'Dated'];

/** The type that a filter, or a filter of a list, matches; null for what is no filter of a type. */
export function filteredBy(type: string, types: ReadonlyMap<string, unknown>): string | null {
  const of = /^(\w+?)(?:List)?Filter$/.exec(type)?.[1] ?? '';
  return types.has(of) && !VALUES.includes(of) ? of : null;
}

/** The mutation whose input or payload a type is; null for any other type. */
export function mutationOf(type: string, schema: GraphQLSchema): string | null {
  const [, name] = /^(\w+)(?:Input|Payload)$/.exec(type) ?? [];
  const mutation = name && name.charAt(0).toLowerCase() + name.slice(1);
  return mutation && schema.getMutationType()?.getFields()[mutation] ? mutation : null;
}

/** The Chinese term that a description begins with. */
export const termIn = (description: string): string => description.split(' · ')[0]!;

/** Everything in the schema that is described. */
export function describedIn(schema: GraphQLSchema): Described[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [named('type', type.name, type.name, type), ...partsOf(type)]);
}

function partsOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type)) {
    return type
      .getValues()
      .map((value) => named('value', `${type.name}.${value.name}`, value.name, value));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) =>
      named(
        'input field',
        `${type.name}.${field.name}`,
        field.name,
        field,
        getNamedType(field.type).name,
      ),
    );
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const path = `${type.name}.${field.name}`;
    const inherited = type
      .getInterfaces()
      .filter((parent) => field.name in parent.getFields())
      .map((parent) => `${parent.name}.${field.name}`);
    return [
      named('field', path, field.name, field, getNamedType(field.type).name, inherited),
      ...field.args.map((argument) =>
        named(
          'argument',
          `${path}(${argument.name})`,
          argument.name,
          argument,
          getNamedType(argument.type).name,
        ),
      ),
    ];
  });
}

function named(
  role: Role,
  path: string,
  name: string,
  { description }: { readonly description?: string | null | undefined },
  of: string | null = null,
  inherited: readonly string[] = [],
): Described {
  return {
    role,
    path,
    name,
    description: description ?? '',
    of: of && (itemOf(of) ?? of),
    inherited,
  };
}
