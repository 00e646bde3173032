import { readDigits, readNumeral } from './numeral.ts';
import { type Refused, refused } from './reading.ts';

/** The days that a text may mean, first to last. */
export interface Span {
  readonly from: string;
  readonly to: string;
  /** How a period of this length is called: 2023, 2023-Q1, 2023-03. */
  readonly label: string;
  /** How the days were found, where they are not printed. */
  readonly derivation?: string;
  /** Whether the year was not in the cell. */
  readonly isYearInferred?: boolean;
}

export type Spanned = Span | Refused;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const two = (number: number) => (number < 10 ? `0${number}` : String(number));

/** The day, if the calendar has it. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  if (day < 1 || day > lengthOf(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Of a month that there is none of, 0. A table is a hundred times as fast as a `Date`. */
function lengthOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap && month === 2 ? 29 : (LENGTHS[month - 1] ?? 0);
}

export function spanOfDay(year: number, month: number, day: number): Spanned {
  const found = dayOf(year, month, day);
  if (!isYear(year)) return notAYear(year);
  return found === undefined
    ? refused('NO_SUCH_DAY', `is no day: ${year}-${two(month)} has no day ${day}.`)
    : { from: found, to: found, label: found };
}

/** Whole months of one year. */
export function spanOfMonths(year: number, first: number, last: number, label?: string): Spanned {
  if (!isYear(year)) return notAYear(year);
  if (first < 1 || last > 12 || first > last) {
    return refused('NO_SUCH_MONTH', `is no month: there is none from ${first} to ${last}.`);
  }
  const from = `${year}-${two(first)}`;
  const to = `${year}-${two(last)}`;
  const end = `${to}-${lengthOf(year, last)}`;
  return { from: `${from}-01`, to: end, label: label ?? (from === to ? from : `${from}/${to}`) };
}

export const spanOfYear = (year: number): Spanned => spanOfMonths(year, 1, 12, String(year));

export const isYear = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;

function notAYear(year: number): Refused {
  return refused('YEAR', `is in the year ${year}; years are from ${FIRST_YEAR} to ${LAST_YEAR}.`);
}

/** 十二 or 12. */
export function smallNumber(text: string): number | undefined {
  const number = readNumeral(text);
  return number?.isInteger() && number.lt(1000) ? number.toNumber() : undefined;
}

/** 2024 or 二〇二四. */
export function yearNumber(text: string): number | undefined {
  const digits = readDigits(text);
  return digits?.length === 4 ? Number(digits) : undefined;
}
