import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
} from 'graphql';

/**
 * Filters of a list that ask for the mark, across relations to so many levels: whether some, none or
 * all of what lies there bears it. Whoever sees no such row learns from none of them that there is one.
 * Of a type one text is asked, and of evidence nothing, which is everybody's.
 */
export function filtersFor(argument: GraphQLArgument, mark: string, levels: number): string[] {
  return conditionsOn(argument.type, mark, levels);
}

function conditionsOn(type: GraphQLInputType, mark: string, levels: number): string[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  const fields = Object.values(named.getFields()).filter(
    ({ name, type: inner }) =>
      name !== 'not' && name !== 'evidence' && !isListType(getNullableType(inner)),
  );
  const isText = ({ type: inner }: (typeof fields)[number]) =>
    /^(Text|Code)Filter$/.test(getNamedType(inner).name);
  const text = fields.find(({ name }) => name === 'name') ?? fields.find(isText);
  return fields
    .filter((field) => field === text || !isText(field))
    .flatMap(({ name, type: inner }) =>
      onField(inner, mark, levels).map((which) => `{ ${name}: ${which} }`),
    );
}

function onField(type: GraphQLInputType, mark: string, levels: number): string[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  if (named.name === 'TextFilter') return [`{ contains: "${mark}" }`];
  if (named.name === 'CodeFilter') return ['{ startsWith: "covert" }'];
  const fields = named.getFields();
  // Of the last relation: none of them is what none of the one before has some of.
  const asked = levels > 1 ? ['some', 'none', 'every'] : ['some', 'every'];
  const quantifiers = asked.filter((quantifier) => quantifier in fields);
  if (levels === 0) return [];
  if (quantifiers.length === 0) return conditionsOn(type, mark, levels - 1);
  const theirs = fields[quantifiers[0]!]!.type;
  const whole =
    'and' in (getNamedType(theirs) as { getFields(): object }).getFields() ? ['{}'] : [];
  return [...whole, ...onField(theirs, mark, levels)].flatMap((which) =>
    quantifiers.map((quantifier) => `{ ${quantifier}: ${which} }`),
  );
}
