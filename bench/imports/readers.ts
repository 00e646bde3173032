import { quantile } from '../harness/statistics.ts';
import type { Crowd } from '../load/crowd.ts';
import { MIX } from '../load/mix.ts';
import type { Outcome } from '../load/clients/tally.ts';
import { THINK } from './scale.ts';

/** How long readers waited, in milliseconds, and whether any of them was answered wrong. */
export interface Waits {
  readonly answers: number;
  readonly p50: number;
  readonly p99: number;
  readonly amiss: number;
}

/** A few readers who ask what a frontend asks, for a while. */
export async function readFor(crowd: Crowd, seconds: number): Promise<Waits> {
  return waitsOf([await askFor(crowd, seconds)]);
}

/** The same until something has ended. */
export async function readDuring<T>(
  crowd: Crowd,
  work: Promise<T>,
): Promise<{ readonly done: T; readonly waits: Waits }> {
  const outcomes: Outcome[] = [];
  const state = { isOver: false };
  const watched = work.finally(() => (state.isOver = true));
  while (!state.isOver) outcomes.push(await askFor(crowd, SLICE));
  return { done: await watched, waits: waitsOf(outcomes) };
}

/** Seconds after which readers look whether it is over. */
const SLICE = 2;

function askFor(crowd: Crowd, seconds: number): Promise<Outcome> {
  const queries = MIX.map(({ query }) => query.name);
  return crowd.ask({ queries, seconds, comeMs: 0, thinkMs: THINK, isPatient: true });
}

function waitsOf(outcomes: readonly Outcome[]): Waits {
  const waited = Float64Array.from(outcomes.flatMap(({ answers }) => [...answers.waited]));
  return {
    answers: waited.length,
    p50: quantile(waited, 0.5),
    p99: quantile(waited, 0.99),
    amiss: outcomes.reduce((sum, { lost, wrong }) => sum + lost + wrong, 0),
  };
}
