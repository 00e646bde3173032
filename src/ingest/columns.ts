import { z } from 'zod';
import { certainties, type DatedInput } from '../modules/source/dated.entity.ts';

/**
 * What a cell may hold, and what it becomes. Each message completes the sentence `"…" …`, or stands
 * alone where the cell is empty.
 */
const saying = (problem: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined ? 'is empty and must not be.' : `${problem}.`,
});

export const text = z.string(saying('is no text'));

/** A day of the calendar: there is no 30 February. */
export const day = z.iso.date(saying('is no day; write it as 2023-02-09'));

/** Exact, as PostgreSQL's `numeric` holds it: digits alone, and no exponent. */
export const decimal = z
  .string(saying('is no number'))
  .regex(/^-?\d{1,18}(\.\d{1,4})?$/, 'is no number; write digits with at most 4 decimals, 250.42.');

export const whole = z
  .string(saying('is no number'))
  .regex(/^[1-9]\d{0,8}$/, 'is no whole number from 1 on.')
  .transform(Number);

export const flag = z
  .enum(['true', 'false'], saying('is neither true nor false'))
  .transform((cell) => cell === 'true');

export function oneOf<const Value extends string>(values: readonly Value[]) {
  return z.enum(values, saying(`is not one of ${values.join(', ')}`));
}

/** Several in one cell: `PROMOTION;SIGNING`. */
export function listOf<const Value extends string>(values: readonly Value[]) {
  return z
    .string(saying('is no list'))
    .transform((cell) => cell.split(';').map((item) => item.trim()))
    .pipe(z.array(oneOf(values)));
}

/** Several codes in one cell: `F0-011;F0-142`. */
export const codes = z
  .string(saying('is no list'))
  .transform((cell) => cell.split(';').map((item) => item.trim()))
  .pipe(z.array(z.string().regex(/^\S+$/, 'is no list of codes; write F0-011;F0-142.')));

/** An empty cell takes back what stood there before, hence null and not undefined. */
export function optional<Value>(column: z.ZodType<Value>) {
  return column.optional().transform((value) => value ?? null);
}

/** Four columns: `…_earliest`, `…_latest`, `…_certainty`, `…_derivation`. */
export const date = z
  .object({
    earliest: optional(day),
    latest: optional(day),
    certainty: oneOf(certainties),
    derivation: optional(text),
  })
  .superRefine((given, context) => {
    const refuse = (part: keyof DatedInput, message: string) =>
      context.addIssue({ code: 'custom', path: [part], message });
    const { earliest, latest, certainty, derivation } = given;
    const isKnown = certainty !== 'UNKNOWN';
    if (isKnown && !earliest) refuse('earliest', `is empty, and the date is ${certainty}.`);
    if (!isKnown && earliest) refuse('certainty', 'is said of a date that is given.');
    if (latest && (!earliest || latest < earliest)) refuse('latest', 'is before the earliest day.');
    if (certainty.endsWith('INFERRED') && !derivation) {
      refuse('derivation', 'is empty; say what the date was inferred from.');
    }
  });

/** A name, always in simplified Chinese. */
export const names = { name: text, nameEn: optional(text), nameHant: optional(text) };

export const validity = { validFrom: optional(day), validTo: optional(day) };
