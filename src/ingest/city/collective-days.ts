import { quarterOf, QUARTERS } from './calendar.ts';
import type { City } from './city.ts';

/** 集中签约 and 集中开工. */
export type CollectiveKind = 'SIGNING' | 'START';

/** How long after the beginning of a quarter they are held: every signing before every start. */
const DAYS_IN = { SIGNING: [8, 35], START: [45, 80] } as const;

/** The day when a district's projects of a quarter were signed or started together; null is the whole city. */
export function collectiveDayOf(
  city: City,
  kind: CollectiveKind,
  unit: number | null,
  quarter: number,
): number {
  const [least, most] = DAYS_IN[kind];
  const dice = city.dice('project_batch', quarter * 100 + (unit ?? 0), kind === 'START' ? 1 : 0);
  return (QUARTERS[quarter]?.first ?? 0) + dice.int(least, most);
}

/** The collective day of the quarter that `day` lies in; `day` itself outside the city's quarters. */
export function collectiveDay(
  city: City,
  kind: CollectiveKind,
  unit: number | null,
  day: number,
): number {
  const quarter = quarterOf(day);
  return quarter === null ? day : collectiveDayOf(city, kind, unit, quarter);
}
