import {
  type ArgumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

/** A condition on a list searches it. */
const SEARCH = 10;
const SEARCHES = new Set(['some', 'every', 'none']);

/** The values that an operation's arguments have, as far as they are known before it runs. */
export interface Values {
  /** A page size; null where the default holds. What is no size counts as the largest, and is refused later. */
  sizeOf(argument: ArgumentNode, largest: number): number | null;
  /** How many a list holds. */
  lengthOf(argument: ArgumentNode, largest: number): number;
  /** What the input objects in these arguments cost: 1 a field, and more where it searches a list. */
  conditionsIn(args: readonly ArgumentNode[] | undefined): number;
  /** Whether `@skip` or `@include` is known to leave a selection out. */
  leavesOut(selection: SelectionNode): boolean;
}

/** Reads an operation's arguments, with the variables that were given for it and its own defaults. */
export function valuesOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Values {
  const known = Object.create(null) as Record<string, unknown>;
  const required = new Set<string>();
  for (const { variable, defaultValue, type } of variableDefinitions) {
    const name = variable.name.value;
    if (Object.hasOwn(given, name) && given[name] !== undefined) known[name] = given[name];
    else if (defaultValue) known[name] = valueFromASTUntyped(defaultValue);
    else if (type.kind === Kind.NON_NULL_TYPE) required.add(name);
  }
  const read = (node: ValueNode): unknown => valueFromASTUntyped(node, known);
  const isUnknown = (node: ValueNode) =>
    node.kind === Kind.VARIABLE && required.has(node.name.value);
  return {
    sizeOf({ value }, largest) {
      if (isUnknown(value)) return largest;
      const size = read(value);
      if (size == null) return null;
      return Number.isInteger(size) ? Math.min(Math.max(0, size as number), largest) : largest;
    },
    lengthOf({ value }, largest) {
      const list = read(value);
      return Array.isArray(list) ? Math.min(list.length, largest) : isUnknown(value) ? largest : 1;
    },
    conditionsIn: (args = []) =>
      args.reduce((cost, { value }) => cost + conditionsIn(read(value)), 0),
    leavesOut: ({ directives = [] }) =>
      directives.some(({ name, arguments: args = [] }) => {
        const condition = args.find((argument) => argument.name.value === 'if');
        const holds = condition && read(condition.value);
        return name.value === 'skip' ? holds === true : name.value === 'include' && holds === false;
      }),
  };
}

function conditionsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value))
    return value.reduce<number>((cost, item) => cost + conditionsIn(item), 0);
  return Object.entries(value).reduce(
    (cost, [field, inside]) =>
      inside == null ? cost : cost + (SEARCHES.has(field) ? SEARCH : 1) + conditionsIn(inside),
    0,
  );
}
