/** What one operation or fragment nests, and where it spreads others. */
export interface Definition {
  /** Its name, when it is a fragment. */
  readonly fragment: string | undefined;
  depth: number;
  /** The fields of its own outermost level. */
  outermost: number;
  readonly spreads: { readonly fragment: string; readonly depth: number }[];
}

/** How deep the deepest field lies. Each fragment is worked out once, so that fragments which double each other cost no more. */
export function deepest(definitions: readonly Definition[]): number {
  const fragments = new Map(definitions.map((definition) => [definition.fragment, definition]));
  const known = new Map<Definition, number>();
  const depthOf = (definition: Definition): number => {
    const before = known.get(definition);
    if (before !== undefined) return before;
    // Met again on the way down, it is a cycle, which validation refuses.
    known.set(definition, 0);
    let depth = definition.depth;
    for (const spread of definition.spreads) {
      const fragment = fragments.get(spread.fragment);
      if (fragment) depth = Math.max(depth, spread.depth - 1 + depthOf(fragment));
    }
    known.set(definition, depth);
    return depth;
  };
  return definitions.reduce((most, definition) => Math.max(most, depthOf(definition)), 0);
}

/** The most fields that one operation asks of the root, each fragment counted once. */
export function mostRootFields(definitions: readonly Definition[]): number {
  const fragments = new Map(definitions.map((definition) => [definition.fragment, definition]));
  const rootFieldsOf = (operation: Definition): number => {
    const reached = new Set([operation]);
    let fields = 0;
    // A set is walked in the order that it grows.
    for (const { outermost, spreads } of reached) {
      fields += outermost;
      for (const { fragment, depth } of spreads) {
        const spread = depth === 1 ? fragments.get(fragment) : undefined;
        if (spread) reached.add(spread);
      }
    }
    return fields;
  };
  return definitions
    .filter(({ fragment }) => fragment === undefined)
    .reduce((most, operation) => Math.max(most, rootFieldsOf(operation)), 0);
}
