import { amountReader, isForeign, type MoneyUnit, moneyUnits } from './amount.ts';
import { readCreditCode } from './credit-code.ts';
import { readDate, readDay } from './date.ts';
import { readFlag } from './flag.ts';
import { readIndustry } from './industry.ts';
import { type Labels, labelReader, listReader } from './label.ts';
import { numberReader, readWhole } from './number.ts';
import { readPeriod } from './period.ts';
import { readProjectCode } from './project-code.ts';
import type { Reader } from './reading.ts';
import { regionReader } from './region.ts';
import type { Directory } from './region-directory.ts';
import { readText, readVerbatim } from './text.ts';

/** What a reader is told of its column. */
export interface ReaderOptions {
  readonly unit?: string;
  readonly takesQualifier?: boolean;
  readonly labels?: Labels;
  /** The regions that the graph knows. */
  readonly regions?: Directory;
}

/** The readers of a cell, by the name that mapping files call them. */
export const readers = {
  creditCode: () => readCreditCode,
  projectCode: () => readProjectCode,
  industry: () => readIndustry,
  region: ({ regions }) => {
    if (!regions) throw new Error('Regions are read from a directory, and none was given.');
    return regionReader(regions);
  },
  amount: ({ unit, ...options }) =>
    amountReader({ ...options, ...(unit !== undefined && { unit: moneyUnit(unit) }) }),
  number: numberReader,
  whole: () => readWhole,
  date: () => readDate,
  day: () => readDay,
  period: () => readPeriod,
  flag: () => readFlag,
  text: () => readText,
  verbatim: () => readVerbatim,
  label: ({ labels = new Map() }) => labelReader(labels),
  list: ({ labels }) => listReader(labels ? labelReader(labels) : readText),
} satisfies Record<string, (options: ReaderOptions) => Reader>;

export type ReaderName = keyof typeof readers;
export const readerNames = Object.keys(readers) as readonly ReaderName[];

/** Why a unit cannot be the one of amounts; undefined where it can. */
export function moneyUnitProblem(unit: string): string | undefined {
  if (Object.hasOwn(moneyUnits, unit)) return undefined;
  return isForeign(unit)
    ? 'is foreign money, for which there is no rate; have the column given in 万元.'
    : `is no unit of money; they are ${Object.keys(moneyUnits).join(', ')}.`;
}

function moneyUnit(unit: string): MoneyUnit {
  const problem = moneyUnitProblem(unit);
  if (problem !== undefined) throw new Error(`"${unit}" ${problem}`);
  return unit as MoneyUnit;
}
