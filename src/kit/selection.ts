import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What is selected, by the name of the field: in a document it may stand in several places. */
type Selected = Readonly<Record<string, readonly FieldNode[]>>;

/** The fields that are selected on what the field being resolved returns, through fragments too. */
export function selectedIn(info: GraphQLResolveInfo, of = info.fieldNodes): Selected {
  const found: Record<string, FieldNode[]> = {};
  // Each fragment once: they may spread each other, twice each, without end.
  const spread = new Set<string>();
  const gather = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) (found[selection.name.value] ??= []).push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) gather(selection.selectionSet);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        gather(info.fragments[selection.name.value]?.selectionSet);
      }
    }
  };
  for (const { selectionSet } of of) gather(selectionSet);
  return found;
}

/** The fields that are selected on a connection's nodes, through edges too, each with its own. */
export function selectedOnNodes(info: GraphQLResolveInfo): Record<string, readonly string[]> {
  const { nodes = [], edges = [] } = selectedIn(info);
  const { node = [] } = selectedIn(info, edges);
  const fields = selectedIn(info, [...nodes, ...node]);
  return Object.fromEntries(
    Object.entries(fields).map(([name, found]) => [name, Object.keys(selectedIn(info, found))]),
  );
}
