import {
  type ASTNode,
  BREAK,
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** A field where it is asked for, as far as one needs to look below it. */
export type Asked = Pick<
  GraphQLResolveInfo,
  'fieldNodes' | 'fragments' | 'returnType' | 'variableValues'
>;

/** What is selected, by the name of the field: in a document it may stand in several places. */
export type Selected = Readonly<Record<string, readonly FieldNode[]>>;

/** The fields that are selected on what the field being resolved returns, through fragments too. */
export function selectedIn({ fragments, fieldNodes }: Asked, of = fieldNodes): Selected {
  const found: Record<string, FieldNode[]> = {};
  // Each fragment once: they may spread each other, twice each, without end.
  const spread = new Set<string>();
  const gather = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) (found[selection.name.value] ??= []).push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) gather(selection.selectionSet);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        gather(fragments[selection.name.value]?.selectionSet);
      }
    }
  };
  for (const { selectionSet } of of) gather(selectionSet);
  return found;
}

/** The fields that are selected on a connection's nodes, through edges too. */
export function selectedOnNodes(asked: Asked): Selected {
  const { nodes = [], edges = [] } = selectedIn(asked);
  const { node = [] } = selectedIn(asked, edges);
  return selectedIn(asked, [...nodes, ...node]);
}

/** Each field with the names of what is selected of it. */
export const namesIn = (asked: Asked, selected: Selected): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(selected).map(([name, nodes]) => [name, Object.keys(selectedIn(asked, nodes))]),
  );

/** Whether any cursor of a connection is selected. */
export function hasCursors(asked: Asked): boolean {
  const { edges = [], pageInfo = [] } = selectedIn(asked);
  const ofPage = selectedIn(asked, pageInfo);
  return 'cursor' in selectedIn(asked, edges) || 'startCursor' in ofPage || 'endCursor' in ofPage;
}

/** Whether a field's arguments are the same in every execution, and whether what it asks for below is. */
export interface Fixed {
  readonly own: boolean;
  readonly below: boolean;
}

/** Where a field is written several times, execution puts its parts together anew each time. */
const NOT_FIXED: Fixed = { own: false, below: false };

const known = new WeakMap<FieldNode, Fixed>();

export function fixedIn({ fieldNodes, fragments }: Asked): Fixed {
  const [node, ...others] = fieldNodes;
  if (!node || others.length > 0) return NOT_FIXED;
  const fixed = known.get(node) ?? {
    own: ![...(node.arguments ?? []), ...(node.directives ?? [])].some((part) =>
      mentionsVariable(part, fragments),
    ),
    below: !node.selectionSet || !mentionsVariable(node.selectionSet, fragments),
  };
  known.set(node, fixed);
  return fixed;
}

function mentionsVariable(node: ASTNode, fragments: Asked['fragments']): boolean {
  let found = false;
  // Each fragment once: they may spread each other, twice each, without end.
  const spread = new Set<string>();
  const look = (at: ASTNode): unknown =>
    visit(at, {
      Variable() {
        found = true;
        return BREAK;
      },
      FragmentSpread({ name: { value } }) {
        const fragment = spread.has(value) ? undefined : fragments[value];
        spread.add(value);
        if (fragment) look(fragment.selectionSet);
      },
    });
  look(node);
  return found;
}

/** The object type that a field leads to, if it is one. */
export function objectTypeOf(type: GraphQLOutputType | undefined): GraphQLObjectType | undefined {
  const named = getNamedType(type);
  return isObjectType(named) ? named : undefined;
}
