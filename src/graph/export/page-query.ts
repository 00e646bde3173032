import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Selected } from '../../kit/selection.ts';
import { isConnection, PAGE_KEY } from './columns.ts';

/** The variable of a page's beginning. Names that begin so are nobody's but GraphQL's own. */
export const AFTER = '__after';

/** Which part of a document is paged, and how. */
export interface Paging {
  readonly operation: OperationDefinitionNode;
  /** Where the exported connection is asked for. */
  readonly roots: readonly FieldNode[];
  /** What is selected on it. */
  readonly page: Selected;
  readonly first: number;
}

export interface PageQuery {
  readonly document: DocumentNode;
  /** Whether it asks of lists inside rows whether they are cut. */
  readonly isWatched: boolean;
}

/** It is about the list, not about a row, and costs as much with every page. */
const COUNT = 'totalCount';

/**
 * The document with its connection's page arguments replaced by ours. It also asks whether the list
 * goes on, and of lists inside rows that are as long as they happen to be, whether they are cut.
 */
export function pageQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, roots, page, first }: Paging,
): PageQuery {
  const counts = new Set(page[COUNT]);
  const typeInfo = new TypeInfo(schema);
  let inOperation = false;
  let isWatched = false;
  const paged = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      OperationDefinition: {
        enter(node) {
          inOperation = node === operation;
        },
        leave(node) {
          inOperation = false;
          return node.name?.value === operation.name?.value ? withAfter(node) : undefined;
        },
      },
      Field: {
        enter(node) {
          // One in a fragment may be another list's too; it is counted, and not written.
          if (inOperation && counts.has(node)) return null;
          return roots.includes(node) ? toPage(node, first) : undefined;
        },
        leave(node) {
          const type = typeInfo.getType();
          const { selectionSet } = node;
          if (!type || !selectionSet || !isConnection(getNamedType(type))) return undefined;
          if (isSized(node)) return undefined;
          isWatched = true;
          return { ...node, selectionSet: withSelection(selectionSet, GOES_ON) };
        },
      },
    }),
  );
  return { document: paged, isWatched };
}

function toPage(node: FieldNode, first: number): FieldNode {
  const others = (node.arguments ?? []).filter(({ name }) => !PAGING.has(name.value));
  const sized: ArgumentNode[] = [
    argument('first', { kind: Kind.INT, value: String(first) }),
    argument('after', { kind: Kind.VARIABLE, name: named(AFTER) }),
  ];
  return {
    ...node,
    arguments: [...others, ...sized],
    selectionSet: withSelection(node.selectionSet as SelectionSetNode, GOES_ON_FROM),
  };
}

const PAGING = new Set(['first', 'after', 'last', 'before']);

/** Whether its author has said how long it may be. */
function isSized({ arguments: args = [] }: FieldNode): boolean {
  return args.some(({ name }) => name.value === 'first' || name.value === 'last');
}

function withAfter(operation: OperationDefinitionNode): OperationDefinitionNode {
  const after: VariableDefinitionNode = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: named(AFTER) },
    type: { kind: Kind.NAMED_TYPE, name: named('String') },
  };
  return {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), after],
  };
}

function withSelection(set: SelectionSetNode, selection: SelectionNode): SelectionSetNode {
  return { ...set, selections: [...set.selections, selection] };
}

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;

function argument(name: string, value: ArgumentNode['value']): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: named(name), value };
}

function selectionOf(text: string): SelectionNode {
  const [operation] = parse(text).definitions as [OperationDefinitionNode];
  return operation.selectionSet.selections[0] as SelectionNode;
}

const GOES_ON = selectionOf(`{ ${PAGE_KEY}: pageInfo { hasNextPage } }`);
const GOES_ON_FROM = selectionOf(`{ ${PAGE_KEY}: pageInfo { hasNextPage endCursor } }`);
