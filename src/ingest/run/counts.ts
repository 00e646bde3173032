/** How many rows of a run did what. */
export interface Counts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly gone: number;
}

export const NO_ROWS: Counts = { read: 0, new: 0, changed: 0, unchanged: 0, refused: 0, gone: 0 };

export function sumOf(one: Counts, other: Counts): Counts {
  return {
    read: one.read + other.read,
    new: one.new + other.new,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    refused: one.refused + other.refused,
    gone: one.gone + other.gone,
  };
}

/** One table of a run, in the order in which they were read. */
export interface RunTable {
  readonly file: string;
  readonly sheet?: string;
  /** Where its header stands, where the mapping says so. */
  readonly headerRow?: number;
  /** The target's name: `projects`. */
  readonly target: string;
  readonly rows: number;
  /** Rows that were new, or said something else than the graph did. */
  readonly changed: number;
  readonly refused: number;
}
