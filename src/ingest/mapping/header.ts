import { isForeign, moneyUnits } from '../reading/amount.ts';
import { compact } from '../reading/reading.ts';
import type { ColumnMapping } from './mapping.ts';

/** Headers mean the same in any width, with any brackets and blanks. */
export function headerKey(header: string): string {
  return compact(header)
    .replaceAll(/[[【〔{〈]/g, '(')
    .replaceAll(/[\]】〕}〉]/g, ')')
    .toUpperCase();
}

/** A header, and the unit in it: 总投资（万元）, 总投资（单位：万元）, 总投资/万元. */
export interface Header {
  readonly key: string;
  readonly unit?: { readonly name: string; readonly base: string };
}

export function readHeader(header: string): Header {
  const key = headerKey(header);
  const [, base, name] =
    /^(.+?)[(,]单位:([^()]+)\)?$/.exec(key) ??
    /^(.+)\(([^()]+)\)$/.exec(key) ??
    /^(.+)\/([^/]+)$/.exec(key) ??
    [];
  return base === undefined || name === undefined ? { key } : { key, unit: { name, base } };
}

type Measured = Pick<ColumnMapping, 'as' | 'unit'>;

/** Whether what stands in a header's brackets is the unit of a column that has one. */
export function isUnitOf(name: string, { as, unit }: Measured): boolean {
  if (as === 'amount') return Object.hasOwn(moneyUnits, name) || isForeign(name);
  return as === 'number' && unit !== undefined && headerKey(unit) === name;
}
