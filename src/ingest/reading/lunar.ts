import { LunarDay as ChineseDay, SolarDay } from 'tyme4ts';

/** A day of the Chinese calendar (农历). Its year is the one in which its first month begins. */
export interface LunarDay {
  readonly year: number;
  readonly month: number;
  /** Of the month that follows the month of its number (闰). */
  readonly isLeap: boolean;
  readonly day: number;
}

/**
 * The day of the Chinese calendar that a day of the common one is.
 *
 * Not by `Intl`: ICU 78 begins eight months of 1950 to 2050 a day off or in the wrong order (1987 has
 * no 闰六月 there, and 2027's 正月初一 comes a day late), against GB/T 33661.
 */
export function lunarDay(day: string): LunarDay {
  const [year = 0, month = 0, number = 0] = day.split('-').map(Number);
  const found = SolarDay.fromYmd(year, month, number).getLunarDay();
  const lunarMonth = found.getMonth();
  return {
    year: found.getYear(),
    month: Math.abs(lunarMonth),
    isLeap: lunarMonth < 0,
    day: found.getDay(),
  };
}

/** The day of the common calendar; undefined where that year has no such month, or the month no such day. */
export function gregorianDay({ year, month, isLeap, day }: LunarDay): string | undefined {
  try {
    const found = ChineseDay.fromYmd(year, isLeap ? -month : month, day).getSolarDay();
    return new Date(Date.UTC(found.getYear(), found.getMonth() - 1, found.getDay()))
      .toISOString()
      .slice(0, 10);
  } catch {
    return undefined;
  }
}
