/** The nodes of a list, a page after the other. */
export type Nodes = AsyncIterable<readonly unknown[]>;
