import { collectiveDay, type CollectiveKind } from './collective-days.ts';
import { FIRST_OF_CITY, LAST_OF_CITY } from './calendar.ts';
import type { City } from './city.ts';
import type { Dice } from './random.ts';

export const STAGES = [
  'PLANNING',
  'LANDING',
  'CONSTRUCTION',
  'COMPLETION_EFFECT',
  'SERVICE',
] as const;

const STATUSES = [
  ['PLANNED'],
  ['SIGNED', 'LANDED'],
  ['STARTED', 'UNDER_CONSTRUCTION', 'ADVANCING'],
  ['LINE_COMMISSIONED', 'FIRST_PRODUCT', 'IN_PRODUCTION'],
  ['OPEN', 'IN_PRODUCTION'],
] as const;

/** How many projects have come how far. One in fifty has no stage that a source tells. */
const REACHED = [
  { stages: 0, weight: 2 },
  { stages: 1, weight: 18 },
  { stages: 2, weight: 22 },
  { stages: 3, weight: 34 },
  { stages: 4, weight: 18 },
  { stages: 5, weight: 6 },
] as const;

const BUILT = [REACHED[4], REACHED[5]] as const;
const BEGUN = [REACHED[1], REACHED[2], REACHED[3]] as const;

/** How many days before a stage the one before it was entered, at the least and at the most. */
const DAYS_BEFORE = [
  [0, 0],
  [30, 200],
  [30, 200],
  [200, 500],
  [60, 300],
] as const;

/** What became of a project: a day and a status for every stage that it has entered, in their order. */
export interface ProjectHistory {
  readonly days: readonly number[];
  readonly statuses: readonly string[];
  /** Whether it was signed and started with others, on the days of its district. */
  readonly isCollective: boolean;
}

/**
 * Goes back from the stage reached, which was entered within the two years that the city tells of.
 * A collective project is signed and started on the days when its district's were: in every quarter
 * the signing comes before the start, so the order of the stages stays.
 */
export function anyHistory(
  city: City,
  dice: Dice,
  unit: number | null,
  phase: number | null,
): ProjectHistory {
  // A first phase is built, or being finished, when the second begins.
  const { stages } = dice.weighted(phase === null ? REACHED : phase === 1 ? BUILT : BEGUN);
  const isCollective = dice.chance(0.85);
  const days: number[] = [];
  let day = dice.int(FIRST_OF_CITY, LAST_OF_CITY);
  for (let stage = stages - 1; stage >= 0; stage--) {
    const kind: CollectiveKind | undefined =
      stage === 1 ? 'SIGNING' : stage === 2 ? 'START' : undefined;
    const entered = isCollective && kind ? collectiveDay(city, kind, unit, day) : day;
    days[stage] = entered;
    if (stage > 0) {
      const [least, most] = DAYS_BEFORE[stage] ?? DAYS_BEFORE[1];
      day = Math.min(day, entered) - dice.int(least, most);
    }
  }
  const statuses = STATUSES.slice(0, stages).map((possible) =>
    dice.pick(possible as readonly [string, ...string[]]),
  );
  return { days, statuses, isCollective };
}
