import type { Scale } from '../harness/run.ts';

/** How much of everything. */
export interface Sizes {
  readonly projects: number;
  readonly rounds: number;
  /** Of one contender with one query, in one round; roughly. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** How many answers are compared, object by object, for each query. */
  readonly compared: number;
}

export const SIZES: Readonly<Record<Scale, Sizes>> = {
  full: { projects: 100_000, rounds: 5, seconds: 3, warmUpSeconds: 2, compared: 40 },
  quick: { projects: 10_000, rounds: 3, seconds: 1, warmUpSeconds: 0.6, compared: 10 },
  smoke: { projects: 1_000, rounds: 1, seconds: 0.1, warmUpSeconds: 0, compared: 5 },
};

/** So many enterprises has a city for each of its projects. */
export const ENTERPRISES_EACH = 2;

/** What the smaller runs leave out, unless it is named. */
export const LEFT_OUT: Readonly<Record<Scale, readonly string[]>> = {
  full: [],
  quick: ['Q5', 'Q6', 'Q7', 'forms', 'start'],
  smoke: ['start'],
};
