import { partOfYear } from './period.ts';
import { compact, type Reader } from './reading.ts';
import { readDays } from './written-day.ts';

/**
 * Reads a date (日期) into the four columns of one: first and last day that it can be, how sure that
 * is, and how it was found where it is not printed.
 */
export const readDate: Reader = (text, given) => {
  const span = partOfYear(compact(text), given) ?? readDays(text, given);
  if ('problem' in span) return span;
  const { from, to, derivation, isYearInferred } = span;
  return {
    value: from,
    parts: {
      earliest: from,
      latest: to,
      certainty: isYearInferred ? 'YEAR_INFERRED' : 'STATED',
      ...(derivation !== undefined && { derivation }),
    },
  };
};

/** Reads a date that has to be one day (日). */
export const readDay: Reader = (text, given) => {
  const span = readDays(text, given);
  if ('problem' in span) return span;
  return span.from === span.to
    ? { value: span.from }
    : { rule: 'DAY', problem: 'is no single day; write it as 2024-03-05.' };
};
