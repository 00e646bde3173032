import type { DateKind } from './number-format.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Counted so, day 1 is 1900-01-01 up to the day that 1900 did not have. */
const BEFORE_1900 = Date.UTC(1899, 11, 31);
/** 1900 is taken for a leap year: after its 29 February, day 60, all counts are one too high. */
const FALSE_LEAP_DAY = 60;
const BEFORE_1904 = Date.UTC(1904, 0, 1);
const AFTER_9999 = Date.UTC(10_000, 0, 1);

/**
 * What a date's number stands for, as far as it is shown: `2024-03-05`, with its time if it has one,
 * `2024-03`, `2024`, `08:30:00`, or, of hours that passed, `27:30:00`.
 *
 * @returns undefined where there is no such day.
 */
export function serialDate(serial: number, kind: DateKind, is1904: boolean): string | undefined {
  if (serial < 0) return undefined;
  const milliseconds = Math.round(serial * DAY);
  if (kind === 'ELAPSED' || (kind === 'TIME' && milliseconds < DAY)) return clock(milliseconds);
  const days = Math.floor(milliseconds / DAY);
  const start = startOf(days, is1904);
  if (start === undefined || start >= AFTER_9999) return undefined;
  const date = new Date(start).toISOString().slice(0, 10);
  const time = milliseconds % DAY;
  return asShown(date, time === 0 ? '' : clock(time), kind);
}

/** The same of a date that is written as one: `2024-03-05T00:00:00Z`; any other text stays as it is. */
export function isoDate(text: string, kind: DateKind): string {
  const [, date, time = ''] = ISO.exec(text) ?? [];
  return date === undefined ? text : asShown(date, /[1-9]/.test(time) ? time : '', kind);
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}(?:\.\d*[1-9])?)(?:\.?0*)Z?)?$/;

function asShown(date: string, time: string, kind: DateKind): string {
  if (kind === 'MONTH') return date.slice(0, 7);
  if (kind === 'YEAR') return date.slice(0, 4);
  return time === '' ? date : `${date}T${time}`;
}

function startOf(days: number, is1904: boolean): number | undefined {
  if (is1904) return BEFORE_1904 + days * DAY;
  if (days === 0 || days === FALSE_LEAP_DAY) return undefined;
  return BEFORE_1900 + (days < FALSE_LEAP_DAY ? days : days - 1) * DAY;
}

function clock(milliseconds: number): string {
  const hours = String(Math.floor(milliseconds / HOUR)).padStart(2, '0');
  const rest = new Date(milliseconds % HOUR).toISOString().slice(14, 23);
  return `${hours}:${rest.replace(/\.000$/, '')}`;
}
