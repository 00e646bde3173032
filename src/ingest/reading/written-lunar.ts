import { gregorianDay, type LunarDay } from './lunar.ts';
import { type Given, refused } from './reading.ts';
import { smallNumber, type Span, type Spanned, yearNumber } from './span.ts';

/** What only the Chinese calendar has: a named month, a leap month, 初, or a ten without 日. */
const IS_LUNAR = /农历|阴历|旧历|正月|冬月|腊月|闰|月初|月[廿卅]/;
const WITHOUT_DAY_SIGN = /月[一二三四五六七八九十]+$/;
const WRITTEN =
  /^(?:([零〇一二三四五六七八九\d]{4})年)?(闰)?(正|冬|腊|[一二三四五六七八九十\d]{1,2})月初?([一二三四五六七八九十廿卅\d]{1,3})[日号]?$/;
const NAMED_MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

/**
 * Reads a day of the Chinese calendar (农历): 正月初六, 农历2023年闰二月十五. Undefined for what is none.
 * A year in the cell is that calendar's; the table's year is the common one in which the day falls.
 */
export function readLunar(text: string, { year: contextYear }: Given): Spanned | undefined {
  if (!IS_LUNAR.test(text)) {
    return WITHOUT_DAY_SIGN.test(text)
      ? refused('LUNAR_OR_NOT', 'may be of either calendar; write 农历 before it, or 日 behind it.')
      : undefined;
  }
  const written = text.replace(/农历|阴历|旧历/, '');
  const [, yearText, leap, monthText = '', dayText = ''] = WRITTEN.exec(written) ?? [];
  const month = NAMED_MONTHS[monthText] ?? smallNumber(monthText);
  const day = smallNumber(dayText);
  if (month === undefined || day === undefined) {
    return refused('LUNAR_DATE', 'is no day of the Chinese calendar; write it as 2023年正月初六.');
  }
  const lunar = { month, isLeap: leap !== undefined, day };
  if (yearText !== undefined)
    return inLunarYear({ ...lunar, year: yearNumber(yearText) ?? 0 }, text);
  if (contextYear === undefined) {
    return refused('NO_YEAR', 'has no year, and its table tells none; write it as 2023年正月初六.');
  }
  return inCommonYear(lunar, contextYear, text);
}

function inLunarYear(lunar: LunarDay, text: string): Spanned {
  const isCovered = lunar.year >= 1900 && lunar.year <= 2100;
  const found = isCovered ? gregorianDay(lunar) : undefined;
  if (found === undefined) return noSuchDay(lunar.year, lunar);
  return { ...spanOf(found), derivation: `${text} = ${found}` };
}

/** The end of a Chinese year falls into January or February of the next common one. */
function inCommonYear(lunar: Omit<LunarDay, 'year'>, year: number, text: string): Spanned {
  const found = [year - 1, year]
    .map((each) => gregorianDay({ ...lunar, year: each }))
    .filter((day) => day?.startsWith(`${year}-`))
    .filter((day) => day !== undefined);
  const [day, other] = found;
  if (day === undefined) return noSuchDay(year, lunar);
  if (other !== undefined) {
    return refused(
      'TWICE_A_YEAR',
      `falls into ${year} twice, on ${day} and on ${other}; give the day.`,
    );
  }
  return {
    ...spanOf(day),
    isYearInferred: true,
    derivation: `${text} = ${day}; year from context`,
  };
}

const spanOf = (day: string): Span => ({ from: day, to: day, label: day });

function noSuchDay(year: number, { month, isLeap, day }: Omit<LunarDay, 'year'>) {
  const name = `${isLeap ? '闰' : ''}${month}月${day}日`;
  return refused('NO_SUCH_DAY', `is no day: ${year} has no ${name} of the Chinese calendar.`);
}
