import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

interface Part {
  readonly name: string;
  readonly deprecationReason?: string | null | undefined;
}

/** A reason says what to use instead, and the last day on which the old is there. */
const REASON = /^Use \S.*\. Gone after (?<day>\d{4}-\d{2}-\d{2})\.$/;

/** Every deprecation that does not tell a client what to do, and until when; with what it says. */
export function vagueDeprecations(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => partsOf(type))
    .filter(([, { deprecationReason }]) => deprecationReason != null)
    .filter(([, { deprecationReason }]) => !isDay(REASON.exec(deprecationReason!)?.groups?.day))
    .map(([path, { deprecationReason }]) => `${path}: ${deprecationReason}`);
}

function partsOf(type: GraphQLNamedType): [path: string, part: Part][] {
  const within = (part: Part): [string, Part] => [`${type.name}.${part.name}`, part];
  if (isEnumType(type)) return type.getValues().map(within);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(within);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    within(field),
    ...field.args.map((argument): [string, Part] => [
      `${type.name}.${field.name}(${argument.name}:)`,
      argument,
    ]),
  ]);
}

const isDay = (text = '') =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
