import { compact, type Given, type Reader, refused } from './reading.ts';
import { type Spanned, spanOfMonths } from './span.ts';
import { readDays } from './written-day.ts';

const HALF = /^(?:(\d{4})年?)?([上下])半年$/;
const QUARTER = /^(?:(\d{4})年?)?(?:第?([一二三四1-4])季度|-?Q([1-4]))$/i;
const HALF_CODE = /^(\d{4})-?H([12])$/i;
const MONTHS = /^(?:(\d{4})年)?(\d{1,2})月?[-—–~至到](\d{1,2})月份?$/;
const FROM_TO =
  /^(.+?)(?:至|到|—|–|~|\/(?=\d{4}-)|(?<=年)-|(?<=月)-|(?<=日)-|(?<=^\d{4})-(?=\d{4}))(.+)$/;

/** Reads a period (期间): a year, half, quarter or month, several months, or from one day to another. */
export const readPeriod: Reader = (cell, given) => {
  const span = readSpan(compact(cell), given);
  if ('problem' in span) return span;
  const { from, to, label } = span;
  return from <= to
    ? { value: label, parts: { from, to, label } }
    : refused('PERIOD', `ends on ${to}, before it begins on ${from}.`);
};

function readSpan(text: string, given: Given): Spanned {
  return (
    partOfYear(text, given) ??
    severalMonths(text, given) ??
    fromTo(text, given) ??
    readDays(text, given)
  );
}

/** 2024年一季度, 上半年; undefined for what is none. */
export function partOfYear(text: string, given: Given): Spanned | undefined {
  const [, halfYear, half] = HALF.exec(text) ?? [];
  if (half !== undefined) return months(halfYear, given, half === '上' ? 1 : 2, 6, 'H');
  const [, codeYear, code] = HALF_CODE.exec(text) ?? [];
  if (code !== undefined) return months(codeYear, given, Number(code), 6, 'H');
  const [, quarterYear, written, digit] = QUARTER.exec(text) ?? [];
  const quarter = written ?? digit;
  if (quarter === undefined) return undefined;
  return months(quarterYear, given, 1 + ('一二三四1234'.indexOf(quarter) % 4), 3, 'Q');
}

/** The `nth` part of so many months. */
function months(
  yearText: string | undefined,
  given: Given,
  nth: number,
  length: number,
  letter: string,
): Spanned {
  const year = yearText === undefined ? given.year : Number(yearText);
  if (year === undefined) return noYear();
  return spanOfMonths(year, (nth - 1) * length + 1, nth * length, `${year}-${letter}${nth}`);
}

function severalMonths(text: string, given: Given): Spanned | undefined {
  const [, yearText, first, last] = MONTHS.exec(text) ?? [];
  if (first === undefined) return undefined;
  const year = yearText === undefined ? given.year : Number(yearText);
  return year === undefined ? noYear() : spanOfMonths(year, Number(first), Number(last));
}

function fromTo(text: string, given: Given): Spanned | undefined {
  const [, first, last] = FROM_TO.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const [begin, end] = [readDays(first, given), readDays(last, given)];
  if ('problem' in begin) return begin;
  if ('problem' in end) return end;
  return { from: begin.from, to: end.to, label: `${begin.label}/${end.label}` };
}

function noYear(): Spanned {
  return refused('NO_YEAR', 'has no year, and its table tells none; write it as 2024年一季度.');
}
