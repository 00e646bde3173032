import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Values, valuesOf } from './cost-values.ts';
import { FieldsOf } from './fields-of.ts';
import { DEFAULT_PAGE, LARGEST_PAGE } from './relay/page-size.ts';

/**
 * What an operation costs before it is run: about how many values its answer may hold. Server,
 * command line and playground work it out by this one function, the playground from the schema that
 * introspection gave it. docs/limits.md tells the rule so that it can be done by hand.
 */
export interface Cost {
  readonly total: number;
  /** The way to its dearest part: `districts(first: 200)`, `projects(first: 200)`. */
  readonly dearest: readonly string[];
}

/** Where counting ends: more than this is not told apart, and stays exact in JSON. */
export const MOST = Number.MAX_SAFE_INTEGER;

/** A count reads rows that the answer does not hold. */
const COUNT = 10;
/** A write is a transaction: some ten statements, a flush to the disk, events for everybody. */
const WRITE = 1000;
/** `__schema` and `__type`: some 12,000 values for a tool, each worked out slowly: 49 at once took 3 s. */
const INTROSPECTION = 100_000;
/** How long a list is taken to be that has no page size: few are longer. */
const LIST = 5;
const LISTS: Readonly<Record<string, number>> = { DistrictSuppliers: 20, ProjectStat: 100 };
/** Levels, and selections looked at, past which an operation is too tangled to be answered. */
const DEEPEST = 150;
const MOST_LOOKS = 200_000;

/**
 * @returns undefined when the document has no such operation. A document that is not valid gets some
 * cost, and one that spreads its fragments in circles ends all the same.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
  variables?: Readonly<Record<string, unknown>> | null,
): Cost | undefined {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation = operationName
    ? operations.find(({ name }) => name?.value === operationName)
    : operations.length === 1
      ? operations[0]
      : undefined;
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return undefined;
  return new Counter(schema, document, valuesOf(operation, variables ?? {})).count(
    root,
    operation.selectionSet,
  );
}

/** What a selection costs: once, and again for every item where it is a connection's. */
interface Price {
  once: number;
  perItem: number;
  dearest?: { readonly label: string | undefined; readonly inside: Price | undefined };
}

class Counter {
  private readonly fields: FieldsOf;
  /** What was worked out already: fragments that double each other are counted once each. */
  private readonly prices = new Map<string, Price>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly values: Values,
  ) {
    this.fields = new FieldsOf(schema, document, values, MOST_LOOKS);
  }

  count(root: GraphQLObjectType, selection: SelectionSetNode): Cost {
    const price = this.priceOf(root, [selection], 0);
    const dearest: string[] = [];
    const met = new Set<Price>();
    for (let at: Price | undefined = price; at && !met.has(at); at = at.dearest?.inside) {
      met.add(at);
      if (at.dearest?.label !== undefined) dearest.push(at.dearest.label);
    }
    return { total: this.fields.exhausted ? MOST : price.once, dearest };
  }

  private priceOf(
    type: GraphQLCompositeType,
    selections: readonly SelectionSetNode[],
    depth: number,
  ): Price {
    const key = `${type.name} ${this.fields.keyOf(selections)}`;
    const known = this.prices.get(key);
    if (known) return known;
    const price: Price = { once: 0, perItem: 0 };
    this.prices.set(key, price);
    if (depth > DEEPEST) this.fields.exhausted = true;
    if (this.fields.exhausted) return price;
    if (isAbstractType(type)) {
      // Each object is of one type: the dearest counts.
      for (const possible of this.schema.getPossibleTypes(type)) {
        const inside = this.priceOf(possible, selections, depth);
        if (inside.once > price.once) Object.assign(price, inside);
      }
      return price;
    }
    let most = 0;
    for (const nodes of this.fields.in(type, selections)) {
      const { once, perItem, label, inside } = this.fieldPrice(type, nodes, depth);
      price.once = sum(price.once, once);
      price.perItem = sum(price.perItem, perItem);
      const weight = sum(once, times(LARGEST_PAGE, perItem));
      if (weight > most && inside) [most, price.dearest] = [weight, { label, inside }];
    }
    return price;
  }

  private fieldPrice(
    parent: GraphQLObjectType,
    nodes: readonly FieldNode[],
    depth: number,
  ): Price & { label?: string | undefined; inside?: Price } {
    const [node] = nodes as [FieldNode];
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return { once: INTROSPECTION, perItem: 0 };
    const field = parent.getFields()[name];
    const type = field && getNamedType(field.type);
    const isPage = isConnection(parent);
    if (!field || !isCompositeType(type)) {
      const counts = isPage && name === 'totalCount';
      return { once: counts ? COUNT : 1, perItem: 0 };
    }
    const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const inside = this.priceOf(type, selections, depth + 1);
    const write = parent === this.schema.getMutationType() ? WRITE : 0;
    const own = 1 + write + this.values.conditionsIn(node.arguments);
    if (isPage && isList(field.type)) return { once: own, perItem: inside.once, inside };
    const { size, said } = this.sizeOf(field, type, node.arguments);
    const items = times(size, isConnection(type) ? inside.perItem : inside.once);
    const once = sum(own, isConnection(type) ? sum(inside.once, items) : items);
    const isEdge = parent.name.endsWith('Edge') && name === 'node';
    return { once, perItem: 0, label: isPage || isEdge ? undefined : `${name}${said}`, inside };
  }

  /** How many a field may bring, and how that is told. */
  private sizeOf(
    field: GraphQLField<unknown, unknown>,
    type: GraphQLCompositeType,
    args: readonly ArgumentNode[] = [],
  ): { size: number; said: string } {
    if (isConnection(type)) {
      const sizes = ['first', 'last'].flatMap((name) => {
        const argument = args.find((given) => given.name.value === name);
        const size = argument && this.values.sizeOf(argument, LARGEST_PAGE);
        return size == null ? [] : [{ name, size }];
      });
      const [largest = { name: 'first', size: DEFAULT_PAGE }] = sizes.sort(
        (one, other) => other.size - one.size,
      );
      return { size: largest.size, said: `(${largest.name}: ${largest.size})` };
    }
    if (!isList(field.type)) return { size: 1, said: '' };
    const ids = args.find(({ name }) => name.value === 'ids');
    const size = ids ? this.values.lengthOf(ids, LARGEST_PAGE) : (LISTS[type.name] ?? LIST);
    return { size, said: `(${ids ? 'ids' : 'about'}: ${size})` };
  }
}

function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

const sum = (one: number, other: number): number => Math.min(MOST, one + other);
const times = (one: number, other: number): number => Math.min(MOST, one * other);
