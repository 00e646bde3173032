import { type GraphQLSchema, isAbstractType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/** Tells a row's type by its name. */
type TypeName = (row: unknown) => string | undefined;

/**
 * Has interfaces and unions tell the type of a row at once. type-graphql makes a promise of whatever
 * it is told: graphql-js waits a turn for each row, and graphql-jit takes no promise here.
 */
export function resolveTypesAtOnce(schema: GraphQLSchema): void {
  const { interfaceTypes, unions } = getMetadataStorage();
  for (const { name, resolveType } of [...interfaceTypes, ...unions]) {
    const type = schema.getType(name);
    if (resolveType && type && isAbstractType(type)) type.resolveType = resolveType as TypeName;
  }
}
