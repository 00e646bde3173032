import type { Dice } from './random.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2018, 0, 1);

/** Days are counted from the first of 2018. */
const dayOf = (year: number, month: number, day: number) =>
  (Date.UTC(year, month - 1, day) - FIRST_DAY) / MILLISECONDS_PER_DAY;

/** Every day that a city can have, as ISO dates: made once, since each row has some. */
const ISO_DAYS = Array.from({ length: dayOf(2027, 1, 1) }, (_, day) =>
  new Date(FIRST_DAY + day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10),
);

export function isoDay(day: number): string {
  const iso = ISO_DAYS[day];
  if (iso === undefined)
    throw new RangeError(`Day ${day} is outside the years of a synthetic city.`);
  return iso;
}

/** The quarters that the city tells of: those of 2023 and 2024. */
export const QUARTERS = Array.from({ length: 8 }, (_, place) => {
  const year = 2023 + Math.floor(place / 4);
  const month = 1 + 3 * (place % 4);
  const next = place % 4 === 3 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 3, 1);
  return {
    label: `${year}-Q${1 + (place % 4)}`,
    year,
    first: dayOf(year, month, 1),
    last: next - 1,
  };
});

export const FIRST_OF_CITY = dayOf(2023, 1, 1);
export const LAST_OF_CITY = dayOf(2024, 12, 31);

/** The quarter that a day lies in, by its place in `QUARTERS`; null outside them. */
export function quarterOf(day: number): number | null {
  const place = QUARTERS.findIndex(({ first, last }) => first <= day && day <= last);
  return place < 0 ? null : place;
}

/** A date as sources give it: mostly to the day, sometimes worked out, now and then to the month. */
export interface SourceDate {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly certainty: 'STATED' | 'YEAR_INFERRED' | 'INFERRED' | 'UNKNOWN';
  readonly derivation: string | null;
}

export const UNKNOWN_DATE: SourceDate = {
  earliest: null,
  latest: null,
  certainty: 'UNKNOWN',
  derivation: null,
};

export function stated(day: number): SourceDate {
  const iso = isoDay(day);
  return { earliest: iso, latest: iso, certainty: 'STATED', derivation: null };
}

export function sourceDate(dice: Dice, day: number): SourceDate {
  const known = stated(day);
  const form = dice.fraction();
  if (form < 0.8) return known;
  if (form < 0.95) {
    return {
      ...known,
      certainty: 'YEAR_INFERRED',
      derivation: 'month and day printed; year from context',
    };
  }
  return {
    earliest: isoDay(Math.max(0, day - 14)),
    latest: isoDay(day),
    certainty: 'INFERRED',
    derivation: 'within the fortnight before the report',
  };
}

/** A date as four columns, each beginning with `prefix`. */
export const dateColumns = (prefix: string, date: SourceDate) => ({
  [`${prefix}_earliest`]: date.earliest,
  [`${prefix}_latest`]: date.latest,
  [`${prefix}_certainty`]: date.certainty,
  [`${prefix}_derivation`]: date.derivation,
});
