import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Whether what the field being resolved returns has this path of fields selected, through fragments too. */
export function selects(info: GraphQLResolveInfo, ...path: readonly string[]): boolean {
  const isIn = (set: SelectionSetNode | undefined, wanted: readonly string[]): boolean =>
    set?.selections.some((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          if (selection.name.value !== wanted[0]) return false;
          return wanted.length === 1 || isIn(selection.selectionSet, wanted.slice(1));
        case Kind.INLINE_FRAGMENT:
          return isIn(selection.selectionSet, wanted);
        case Kind.FRAGMENT_SPREAD:
          return isIn(info.fragments[selection.name.value]?.selectionSet, wanted);
      }
    }) ?? false;
  return info.fieldNodes.some((field) => isIn(field.selectionSet, path));
}
