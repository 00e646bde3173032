import { type Goal, shown } from '../harness/report.ts';
import type { Outcome } from './clients/tally.ts';

/** That everybody had the right answer, or was refused in the documented way, at any size. */
export function nothingAmiss(where: string, outcomes: readonly Outcome[]): Goal {
  const amiss = outcomes.reduce((sum, { lost, wrong }) => sum + lost + wrong, 0);
  const what = `lost, or answered wrong: ${where}`;
  return { what, wanted: '0', reached: shown(amiss), isMet: amiss === 0, isForAnySize: true };
}

export const atMost = (what: string, most: number, reached: number, unit: string): Goal => ({
  what,
  wanted: `≤ ${shown(most)}${unit}`,
  reached: `${shown(reached)}${unit}`,
  isMet: reached <= most,
});
