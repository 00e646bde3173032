import { registerEnumType } from 'type-graphql';

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
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries<string>(labels).map(([value, label]) => [value, { description: label }]),
    ) as Record<Value, { description: string }>,
  });
  return values;
}
