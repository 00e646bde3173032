import { type Goal, shown } from '../harness/report.ts';
import type { Results } from './measure.ts';
import type { ContenderName } from './query.ts';
import { cpuOf } from './results.ts';

/** How many times as much as another may be had for the same CPU time, at the least. */
type Least = Readonly<Partial<Record<ContenderName, number>>>;

const AGAINST: Readonly<Record<string, Least>> = {
  Q1: { postgraphile: 2.3, mercurius: 1, limit: 0.55 },
  Q2: { postgraphile: 1.9, mercurius: 1 },
  Q3: { postgraphile: 1.3, mercurius: 1, limit: 0.7 },
  Q4: { postgraphile: 1.1, mercurius: 0.65 },
  Q8a: { postgraphile: 20 },
  Q8b: { postgraphile: 20 },
};
const MOST_STATEMENTS: Readonly<Record<string, number>> = { Q1: 4, Q2: 5, Q3: 4, Q4: 3 };
/** MB under Q1. */
const MOST_MEMORY = 350;
/** Milliseconds from the start to the first answer. */
const MOST_START = 1_500;

/** What one query was to reach. */
export function goalsOf(query: string, results: Results): Goal[] {
  const own = results.get('quanmai');
  if (!own) return [];
  const goals: Goal[] = [];
  for (const [name, least] of Object.entries(AGAINST[query] ?? {})) {
    const other = results.get(name as ContenderName);
    if (!other) continue;
    const cheaper = cpuOf(other) / cpuOf(own);
    goals.push({
      what: `${query}, for the same CPU time against ${TITLES[name] ?? name}`,
      wanted: `≥ ${least} ×`,
      reached: `${shown(cheaper)} × (requests/s ${shown(own.rate / other.rate)} ×)`,
      isMet: cheaper >= least,
    });
  }
  const most = MOST_STATEMENTS[query];
  if (most !== undefined) {
    goals.push(atMost(`${query}, statements`, most, own.statements, ''));
  }
  if (query === 'Q1') goals.push(atMost('Q1, peak memory', MOST_MEMORY, own.peak, ' MB'));
  return goals;
}

export const startGoal = (milliseconds: number): Goal =>
  atMost('from the start to the first answer', MOST_START, milliseconds, ' ms');

const TITLES: Readonly<Record<string, string>> = {
  limit: 'the limit',
  postgraphile: 'PostGraphile',
  mercurius: 'Mercurius',
};

const atMost = (what: string, most: number, reached: number, unit: string): Goal => ({
  what,
  wanted: `≤ ${shown(most)}${unit}`,
  reached: `${shown(reached)}${unit}`,
  isMet: reached <= most,
});
