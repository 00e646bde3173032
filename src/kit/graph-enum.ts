import { registerEnumType } from 'type-graphql';

/** Enums by name, filled where each is registered. */
const enums = new Map<string, object>();

/** The enum that is registered under a name: filters name enums, since SQL knows no GraphQL. */
export function enumNamed(name: string): object {
  const values = enums.get(name);
  if (!values) throw new Error(`There is no enum ${name}: register it with graphEnum`);
  return values;
}

/**
 * Registers a closed list as a GraphQL enum, each value with its Chinese label first.
 *
 * @param labels one for every value: `'区 · A district.'`
 */
export function graphEnum<Value extends string>(
  name: string,
  description: string,
  labels: Readonly<Record<Value, string>>,
): Record<Value, Value> {
  const values = Object.fromEntries(Object.keys(labels).map((value) => [value, value])) as Record<
    Value,
    Value
  >;
  enums.set(name, values);
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries<string>(labels).map(([value, label]) => [value, { description: label }]),
    ) as Record<Value, { description: string }>,
  });
  return values;
}
