import type { Scale } from '../harness/run.ts';

/** How much of everything. */
export interface Sizes {
  readonly projects: number;
  /** Of the questions of each query. */
  readonly share: number;
  readonly steadySeconds: number;
  /** Who all ask at once. */
  readonly crowd: number;
  readonly overloadSeconds: number;
  /** Of one project after the other, before the overload and after it. */
  readonly aloneSeconds: number;
}

export const SIZES: Readonly<Record<Scale, Sizes>> = {
  full: {
    ...{ projects: 100_000, share: 1, steadySeconds: 300 },
    ...{ crowd: 1_000, overloadSeconds: 20, aloneSeconds: 5 },
  },
  quick: {
    ...{ projects: 10_000, share: 0.25, steadySeconds: 20 },
    ...{ crowd: 1_000, overloadSeconds: 5, aloneSeconds: 1 },
  },
  smoke: {
    ...{ projects: 1_000, share: 0.01, steadySeconds: 1 },
    ...{ crowd: 400, overloadSeconds: 1, aloneSeconds: 0.2 },
  },
};

/** Who ask all the time, a connection each. */
export const CLIENTS = 200;

/**
 * The longest that a client thinks, in milliseconds; half of it on average. So there are never more
 * than 400 requests a second, on any machine: near to what two cores answer that do all the rest, too.
 */
export const THINK = 2_000;
