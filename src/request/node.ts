import { identify } from '../kit/relay/relay.type.ts';
import type { RequestScoped } from './context.ts';
import type { Keyed, RowLoader } from './loaders.ts';

/** A type that `node(id:)` can look up: the prefix of its ids, and the loader of its rows. */
export interface NodeKind {
  readonly prefix: string;
  readonly rows: RequestScoped<RowLoader<Keyed>>;
}

/** Says which type an id prefix stands for, and how such a node is read. */
export function nodeKind(
  prefix: string,
  typeName: string,
  rows: RequestScoped<RowLoader<Keyed>>,
): NodeKind {
  identify(prefix, typeName);
  return { prefix, rows };
}
