import { Decimal } from 'decimal.js';
import { BadInput } from '../../kit/errors.ts';
import type { qualifiers } from '../source/source.entity.ts';
import type { Value } from '../source/value-choice.ts';
import { projectClasses, projectLevels } from './project.entity.ts';
import { type ProjectDetails, readDetails } from './project-input.ts';

/** The values of a project that any source may tell; the others are for its register and offices. */
export const claimedFields = [
  'totalInvestment',
  'annualPlan',
  'domain',
  'class',
  'level',
  'procurement',
] as const;
export type ClaimedField = (typeof claimedFields)[number];

/** What is said of a project, as far as any source may tell it. */
export type ClaimedValues = Pick<ProjectDetails, ClaimedField | 'totalInvestmentQualifier'>;

/** As a caller writes it: 10, where the column holds 10.0000. */
export const amountText = (amount: string | null | undefined) =>
  amount == null ? null : new Decimal(amount).toFixed();

/** One of these values as its sources are kept. */
export function valueOf(values: ClaimedValues, field: ClaimedField): Value {
  if (field === 'totalInvestment') {
    const qualifier = values.totalInvestmentQualifier ?? null;
    return { value: amountText(values.totalInvestment), qualifier };
  }
  const value = field === 'annualPlan' ? amountText(values.annualPlan) : values[field];
  return { value: value ?? null, qualifier: null };
}

/** The same the other way round. */
export function valuesOf(held: ReadonlyMap<string, Value>): ClaimedValues {
  const values = [...held].flatMap(([field, { value, qualifier }]) =>
    field === 'totalInvestment'
      ? [
          ['totalInvestment', value],
          ['totalInvestmentQualifier', qualifier],
        ]
      : [[field, value]],
  );
  return Object.fromEntries(values) as ClaimedValues;
}

const CLOSED_LISTS: Partial<Record<ClaimedField, readonly string[]>> = {
  class: projectClasses,
  level: projectLevels,
  procurement: ['PPP'],
};

/**
 * Reads what a source says of one of these values.
 *
 * @throws BadInput
 */
export function readClaimed(
  field: ClaimedField,
  value: string,
  qualifier?: (typeof qualifiers)[number] | null,
): Value {
  const known = CLOSED_LISTS[field];
  if (known?.includes(value) === false) {
    throw new BadInput(`"${value}" is no ${field}: it is ${known.join(', ')}.`, ['value']);
  }
  const isAmount = field === 'totalInvestment' || field === 'annualPlan';
  if (isAmount && !/^\d{1,14}(\.\d{1,4})?$/.test(value)) {
    throw new BadInput(`"${value}" is no amount: write digits with at most 4 decimals.`, ['value']);
  }
  if (qualifier != null && field !== 'totalInvestment') {
    throw new BadInput('Only of "totalInvestment" it is said how exactly.', ['qualifier']);
  }
  const details = { [field]: value, ...(qualifier && { totalInvestmentQualifier: qualifier }) };
  return valueOf(readDetails(details), field);
}
