import { type Given, plain, type Refused, refused } from './reading.ts';
import { readLunar } from './written-lunar.ts';
import {
  dayOf,
  isYear,
  smallNumber,
  type Spanned,
  spanOfDay,
  spanOfMonths,
  spanOfYear,
  yearNumber,
} from './span.ts';

const SERIAL = /^[1-9]\d{4}(\.\d+)?$/;
const NUMBERS = '零〇一二三四五六七八九十廿卅\\d';
/** 2024年3月5日, or a part of it that ends where it ends. */
const WRITTEN = new RegExp(
  `^(?:([零〇一二三四五六七八九\\d]{4})年)?(?:([${NUMBERS}]{1,3})月份?)?(?:([${NUMBERS}]{1,3})[日号]|([上中下])旬)?$`,
);

/**
 * Reads a day, a part of a month, a month or a year, as departments write them. A year without its
 * century, a spreadsheet's serial number and a day that does not exist are refused.
 */
export function readDays(text: string, given: Given): Spanned {
  const printed = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (printed) return spanOfDay(Number(printed[1]), Number(printed[2]), Number(printed[3]));
  const whole = withoutMidnight(plain(text));
  if (typeof whole !== 'string') return whole;
  const written = whole.replaceAll(/\s/g, '');
  return (
    refusedNumber(written, given) ??
    numeric(written) ??
    readLunar(written, given) ??
    inChinese(written, given)
  );
}

/** A spreadsheet's day has a time of 00:00, which says nothing. */
function withoutMidnight(text: string): string | Refused {
  const [, day, time] = /^(\S+)[ T](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)Z?$/i.exec(text) ?? [];
  if (day === undefined || time === undefined) return text;
  return /[1-9]/.test(time)
    ? refused('TIME_OF_DAY', 'has a time of day; give the day alone.', day)
    : day;
}

function refusedNumber(text: string, { isNumber }: Given): Refused | undefined {
  if (SERIAL.test(text)) {
    return refused(
      'SERIAL_DATE',
      "is a spreadsheet's number of a day; format its column as a date and save it again.",
      dayOfSerial(Number.parseInt(text, 10)),
    );
  }
  if (isNumber && /^\d{4}\.1$/.test(text)) {
    return refused(
      'MONTH_AS_NUMBER',
      'is held as a number: January, or October without its zero; write 2024年1月.',
    );
  }
  const [, year, month, day] = /^(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  return refused(
    'SHORT_YEAR',
    'has a year of two digits; write all four.',
    dayOf(2000 + Number(year), Number(month), Number(day)),
  );
}

/** Day 1 is 1900-01-01, and day 60 a 29 February that 1900 did not have. */
function dayOfSerial(serial: number): string | undefined {
  const day = new Date(Date.UTC(1899, 11, 30 + serial));
  return isYear(day.getUTCFullYear()) ? day.toISOString().slice(0, 10) : undefined;
}

function numeric(text: string): Spanned | undefined {
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ??
    /^(\d{4})$/.exec(text) ??
    [];
  if (year === undefined) return undefined;
  if (month === undefined) return spanOfYear(Number(year));
  return day === undefined
    ? spanOfMonths(Number(year), Number(month), Number(month))
    : spanOfDay(Number(year), Number(month), Number(day));
}

function inChinese(text: string, given: Given): Spanned {
  const [all, yearText, monthText, dayText, third] = WRITTEN.exec(text) ?? [];
  const month = monthText === undefined ? undefined : smallNumber(monthText);
  const isDayOfMonth = dayText ?? third;
  if (!all || (monthText !== undefined && month === undefined)) return noDay();
  if (month === undefined && isDayOfMonth !== undefined) return noDay();
  const year = yearText === undefined ? given.year : yearNumber(yearText);
  if (year === undefined) {
    return yearText === undefined
      ? refused('NO_YEAR', 'has no year, and its table tells none; write it as 2024年3月5日.')
      : noDay();
  }
  const span = spanOf(year, month, dayText, third);
  if ('problem' in span || yearText !== undefined) return span;
  return { ...span, isYearInferred: true, derivation: `Printed ${text}; year from context` };
}

function spanOf(
  year: number,
  month: number | undefined,
  dayText: string | undefined,
  third: string | undefined,
): Spanned {
  if (month === undefined) return spanOfYear(year);
  if (dayText !== undefined) {
    const day = smallNumber(dayText);
    return day === undefined ? noDay() : spanOfDay(year, month, day);
  }
  const span = spanOfMonths(year, month, month);
  return third === undefined || 'problem' in span ? span : thirdOf(span, third);
}

/** 上旬, 中旬, 下旬: ten days each, and the last the rest of the month. */
function thirdOf({ from, to }: { from: string; to: string }, third: string): Spanned {
  const month = from.slice(0, 7);
  const [first, last] =
    third === '上' ? ['01', '10'] : third === '中' ? ['11', '20'] : ['21', to.slice(8)];
  const span = { from: `${month}-${first}`, to: `${month}-${last}` };
  return { ...span, label: `${span.from}/${span.to}` };
}

function noDay(): Refused {
  return refused('DATE', 'is no date; write it as 2024-03-05, 2024年3月5日, 2024年3月 or 2024年.');
}
