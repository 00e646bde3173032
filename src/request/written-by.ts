import type { Viewer } from '../access/viewer.ts';

/** A write that a caller of the graph asked for. */
export interface Asked {
  readonly viewer: Viewer;
  /** The mutation's name. */
  readonly operation: string;
  readonly requestId: string;
}

/** Who writes, from what, and the key under which the log keeps what he wrote. */
export interface WrittenBy {
  readonly actor: string;
  readonly source?: string;
  /** With `asked`, it is done once, however often it is asked for: see `claimKey`. */
  readonly idempotencyKey?: string;
  readonly asked?: Asked;
  /** Whose sight and reach bound it, where it is audited as a whole and not row by row: an import. */
  readonly within?: Viewer;
}
