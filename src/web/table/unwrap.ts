/** A list of an answer, whichever way it was asked for: plain, by `nodes` or by `edges`. */
export interface List {
  readonly items: readonly unknown[];
  /** `totalCount`, where it was asked for. */
  readonly total?: number;
  /** Whether the page that was asked for is not all. */
  readonly more: boolean;
}

export type Fields = Readonly<Record<string, unknown>>;

/** The list that a value is, or undefined where it is none. */
export function asList(value: unknown): List | undefined {
  if (Array.isArray(value)) return { items: value, more: false };
  if (!isFields(value)) return undefined;
  const { nodes, edges, totalCount, pageInfo } = value;
  const items = Array.isArray(nodes) ? nodes : Array.isArray(edges) ? edges.map(nodeOf) : undefined;
  if (!items) return undefined;
  const { hasNextPage, hasPreviousPage } = isFields(pageInfo) ? pageInfo : {};
  return {
    items,
    ...(typeof totalCount === 'number' && { total: totalCount }),
    more: hasNextPage === true || hasPreviousPage === true,
  };
}

/** What an edge says of its node stands beside the node's own fields. */
function nodeOf(edge: unknown): unknown {
  if (!isFields(edge) || !isFields(edge.node)) return edge;
  const { node, cursor: _cursor, ...own } = edge;
  return { ...own, ...node };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
