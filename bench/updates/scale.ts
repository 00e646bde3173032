import type { Scale } from '../harness/run.ts';

/** How much of everything. */
export interface Sizes {
  /** Who are connected and hear nothing. */
  readonly idle: number;
  readonly subscribers: number;
  /** In one burst. */
  readonly events: number;
  readonly rounds: number;
  /** Rounds of those who take a minute for a burst. */
  readonly slowRounds: number;
  readonly steadySeconds: number;
  readonly commitSeconds: number;
}

export const SIZES: Readonly<Record<Scale, Sizes>> = {
  full: {
    ...{ idle: 10_000, subscribers: 1_000, events: 1_000 },
    ...{ rounds: 5, slowRounds: 1, steadySeconds: 10, commitSeconds: 5 },
  },
  quick: {
    ...{ idle: 2_000, subscribers: 300, events: 300 },
    ...{ rounds: 3, slowRounds: 1, steadySeconds: 4, commitSeconds: 2 },
  },
  smoke: {
    ...{ idle: 50, subscribers: 20, events: 20 },
    ...{ rounds: 1, slowRounds: 1, steadySeconds: 1, commitSeconds: 0.5 },
  },
};

/** Whose projects change, in turn: event 1,000,000 is the first one's, 1,000,001 the second's. */
export const DISTRICTS = 15;

/** Events are numbered in seven digits throughout, so that a reader finds the number in one look. */
export const FIRST = 1_500_000;

/** Events a second of the steady load. */
export const RATE = 50;
