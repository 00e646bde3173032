import { BadInput } from '../../kit/errors.ts';

/** A month, quarter or year, from its first day to its last. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads a period: "2024-03", "2024-Q1" or "2024".
 *
 * @throws BadInput
 */
export function readPeriod(text: string, field = 'period'): Period {
  const [, year, quarter, month] =
    /^((?:19|20)\d{2})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text.normalize('NFKC').trim()) ?? [];
  if (year === undefined) {
    throw new BadInput(
      `"${text.slice(0, 40)}" is no period: write a month, a quarter or a year, as "2024-03", "2024-Q1" or "2024".`,
      [field],
    );
  }
  if (month !== undefined) return spanOf(Number(year), Number(month), 1);
  if (quarter !== undefined) return spanOf(Number(year), Number(quarter) * 3 - 2, 3);
  return spanOf(Number(year), 1, 12);
}

/** The period again as it is written. */
export function writePeriod({ from, to }: Period): string {
  const months = Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  if (months === 12) return from.slice(0, 4);
  if (months === 3) return `${from.slice(0, 4)}-Q${Math.ceil(Number(to.slice(5, 7)) / 3)}`;
  return from.slice(0, 7);
}

function spanOf(year: number, month: number, months: number): Period {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return {
    from: day(new Date(Date.UTC(year, month - 1, 1))),
    to: day(new Date(Date.UTC(year, month - 1 + months, 0))),
  };
}
