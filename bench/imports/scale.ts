import type { Scale } from '../harness/run.ts';

/** How much of everything. */
export interface Sizes {
  /** Of the register that is imported. */
  readonly rows: number;
  /** Of the city that is there before, and read meanwhile. */
  readonly projects: number;
  /** Of the bare COPY, and of the readers before the import. */
  readonly rounds: number;
  readonly seconds: number;
}

export const SIZES: Readonly<Record<Scale, Sizes>> = {
  full: { rows: 1_000_000, projects: 10_000, rounds: 3, seconds: 30 },
  quick: { rows: 30_000, projects: 10_000, rounds: 3, seconds: 10 },
  smoke: { rows: 500, projects: 1_000, rounds: 1, seconds: 1 },
};

/** Who read meanwhile, each on a connection of his own. */
export const READERS = 10;
/** The longest that one thinks, in milliseconds: some ten requests a second of all of them. */
export const THINK = 2_000;
