import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { RequestContext } from '../request/context.ts';

type Handlers = ReturnType<typeof getMetadataStorage>;
type Handler = Handlers['queries'][number] | Handlers['fieldResolvers'][number];
type Parameter = NonNullable<Handler['params']>[number];

/** What a parameter of a resolver's method is given of what execution brings. */
type Given = (
  root: unknown,
  args: Record<string, unknown>,
  context: unknown,
  info: unknown,
) => unknown;

/**
 * Has execution call the methods of resolvers itself. type-graphql goes between: it makes an instance
 * of every argument and waits for its validation, three turns of the event loop for each of hundreds of
 * rows. We validate nothing there, and our methods read arguments as the plain values that GraphQL made.
 * What names a permission, or takes anything else, is left as it is; so are mutations.
 */
export function callResolversAtOnce(schema: GraphQLSchema): void {
  const { queries, fieldResolvers, objectTypes } = getMetadataStorage();
  const query = schema.getQueryType();
  for (const handler of queries) call(handler, query?.name, schema);
  for (const handler of fieldResolvers) {
    if (handler.kind !== 'external') continue;
    const target = handler.getObjectType?.();
    call(handler, objectTypes.find((type) => type.target === target)?.name, schema);
  }
}

function call(handler: Handler, typeName: string | undefined, schema: GraphQLSchema): void {
  const { target, methodName, schemaName, middlewares = [], roles } = handler;
  const type = typeName === undefined ? undefined : schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[schemaName] : undefined;
  if (!field || roles || middlewares.length > 0) return;
  const parameters = [...(handler.params ?? [])].sort((one, other) => one.index - other.index);
  const given = parameters.map(givenTo);
  if (!given.every((each) => each !== undefined)) return;
  // Resolvers hold nothing: one of each serves all.
  const resolver = new (target as new () => Record<string, (...values: unknown[]) => unknown>)();
  const method = resolver[methodName];
  if (!method) return;
  const resolve: GraphQLFieldResolver<unknown, RequestContext> = (root, args, context, info) =>
    method.apply(
      resolver,
      given.map((each) => each(root, args as Record<string, unknown>, context, info)),
    );
  field.resolve = resolve;
}

function givenTo(parameter: Parameter): Given | undefined {
  switch (parameter.kind) {
    case 'root':
      return parameter.propertyName || parameter.getType ? undefined : (root) => root;
    case 'args':
      return (_root, args) => args;
    case 'arg':
      return (_root, args) => args[parameter.name];
    case 'context':
      return parameter.propertyName ? undefined : (_root, _args, context) => context;
    case 'info':
      return (_root, _args, _context, info) => info;
    default:
      return undefined;
  }
}
