import { getNamedType, getNullableType, type GraphQLField } from 'graphql';
import { type GraphQLObjectType, type GraphQLSchema, isListType } from 'graphql';
import { isLeafType, isObjectType } from 'graphql';

/** A field that leads from one object to others. */
export interface Relation {
  readonly type: string;
  readonly field: string;
  /** The type that it leads to. */
  readonly to: string;
  readonly kind: 'connection' | 'list' | 'one';
}

/** Every such field of every type, but for those that a page is made of. */
export function relationsOf(schema: GraphQLSchema): Relation[] {
  return Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type))
    .filter(({ name }) => !name.startsWith('__') && !/(Connection|Edge)$/.test(name))
    .flatMap((type) => Object.values(type.getFields()).map((field) => relationOf(type, field)))
    .filter((relation) => relation !== undefined);
}

function relationOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Relation | undefined {
  const to = getNamedType(field.type);
  if (isLeafType(to)) return undefined;
  const isList = isListType(getNullableType(field.type));
  const kind = to.name.endsWith('Connection') ? 'connection' : isList ? 'list' : 'one';
  return { type: type.name, field: field.name, to: to.name, kind };
}
