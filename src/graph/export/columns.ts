import {
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  getNullableType,
  Kind,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
  typeFromAST,
} from 'graphql';
import { type CellKind, kindOfType } from '../../kit/table/cell-rules.ts';

/** A column of a table of nodes. */
export interface Column {
  /** The way from the node, by the names of the answer: `district.name`. */
  readonly name: string;
  /** What the schema calls each step: 所属区县 · 名称. */
  readonly title: string;
  readonly kind: CellKind;
  /** Whether a cell holds the values of a list. */
  readonly isList: boolean;
  /** The keys on the way to its value, those of `nodes` and `edges` among them. */
  readonly steps: readonly string[];
}

/** Where a walk through the selections is. */
interface At {
  readonly type: GraphQLNamedType;
  readonly names: readonly string[];
  readonly titles: readonly string[];
  readonly steps: readonly string[];
  /** Within a list: there may be several values in one cell. */
  readonly isInList: boolean;
}

export interface Walked {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** Keys of an answer that are ours, and no column's. */
export const PAGE_KEY = '__page';

/**
 * The columns of rows of a type: a leaf each, in the order of the query. They are known before the
 * first row, and the same for all. A list in a row is one cell for each of its leaves, and so is a
 * connection; what is about paging is none.
 */
export function columnsOf(
  walked: Walked,
  type: GraphQLNamedType,
  selections: readonly SelectionSetNode[],
): Column[] {
  const found = new Map<string, Column>();
  const row: At = { type, names: [], titles: [], steps: [], isInList: false };
  for (const set of selections) new Walk(walked, found).object(row, set);
  return [...found.values()];
}

class Walk {
  /** The fragments around, so that one in circles ends. */
  private readonly spread: string[] = [];

  constructor(
    private readonly walked: Walked,
    private readonly found: Map<string, Column>,
  ) {}

  object(at: At, set: SelectionSetNode): void {
    this.fields(at, set, (key, _name, field, inner) => this.value(at, key, field, inner));
  }

  private connection(at: At, set: SelectionSetNode): void {
    this.fields(at, set, (key, name, field, inner) => {
      const next = this.into(at, field, [], key);
      if (name === 'nodes' && inner) this.object(next, inner);
      if (name === 'edges' && inner) this.edge(next, inner);
      if (name === 'totalCount') this.leaf(this.into(at, field, [key], key));
    });
  }

  private edge(at: At, set: SelectionSetNode): void {
    this.fields(at, set, (key, name, field, inner) => {
      if (name === 'cursor') return;
      if (name === 'node' && inner) this.object(this.into(at, field, [], key), inner);
      else this.value(at, key, field, inner);
    });
  }

  private value(at: At, key: string, field: Field, inner: SelectionSetNode | undefined): void {
    const next = this.into(at, field, [key], key);
    if (!inner) this.leaf(next);
    else if (isConnection(next.type)) this.connection(next, inner);
    else this.object(next, inner);
  }

  private leaf({ names, titles, steps, isInList, type }: At): void {
    const name = names.join('.');
    if (this.found.has(name)) return;
    const kind = isInList ? 'text' : kindOfType(type.name);
    this.found.set(name, { name, title: titles.join(' · '), kind, isList: isInList, steps });
  }

  private into(at: At, field: Field, named: readonly string[], key: string): At {
    const title = named.length > 0 ? [termOf(field) ?? key] : [];
    return {
      type: getNamedType(field.type),
      names: [...at.names, ...named],
      titles: [...at.titles, ...title],
      steps: [...at.steps, key],
      isInList: at.isInList || isListType(getNullableType(field.type)),
    };
  }

  private fields(
    at: At,
    { selections }: SelectionSetNode,
    take: (key: string, name: string, field: Field, inner: SelectionSetNode | undefined) => void,
  ): void {
    const { schema, fragments } = this.walked;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const field = fieldOf(at.type, name);
        const key = selection.alias?.value ?? name;
        if (field) take(key, name, field, selection.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition, selectionSet } = selection;
        const type = typeCondition ? typeFromAST(schema, typeCondition) : at.type;
        if (type) this.fields({ ...at, type }, selectionSet, take);
      } else {
        const name = selection.name.value;
        const fragment = fragments[name];
        const type = fragment && typeFromAST(schema, fragment.typeCondition);
        if (!fragment || !type || this.spread.includes(name)) continue;
        this.spread.push(name);
        this.fields({ ...at, type }, fragment.selectionSet, take);
        this.spread.pop();
      }
    }
  }
}

type Field = GraphQLField<unknown, unknown>;

function fieldOf(type: GraphQLNamedType, name: string): Field | undefined {
  if (name === '__typename') return TypeNameMetaFieldDef;
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

export function isConnection(type: GraphQLNamedType): boolean {
  return isCompositeType(type) && isObjectType(type) && 'pageInfo' in type.getFields();
}

/** Every description of the graph begins with the Chinese term. */
function termOf({ description }: Field): string | undefined {
  const [term, ...rest] = description?.split(' · ') ?? [];
  return rest.length > 0 ? term?.trim() : undefined;
}
