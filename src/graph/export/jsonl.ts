import type { Nodes } from './nodes.ts';

/** A node a line, as the graph answers it. */
export async function* jsonlOf(pages: Nodes): AsyncGenerator<string> {
  for await (const nodes of pages) {
    if (nodes.length > 0) yield nodes.map((node) => `${JSON.stringify(node)}\n`).join('');
  }
}
