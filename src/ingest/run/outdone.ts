import { Decimal } from 'decimal.js';
import type { Touched } from '../../events/changes.ts';

/** What a row says of a value, where another source says otherwise and holds. */
export interface Outdone {
  readonly field: string;
  readonly said: string;
  readonly holds: string;
}

/** Of what a row has kept of its source's words, those that do not hold. */
export function outdoneAmong(parts: readonly Touched[], owner: unknown): Outdone[] {
  return parts.flatMap(({ entity, meta, isBorn }) => {
    if (!isBorn || !meta.tableName.endsWith('_value_source')) return [];
    const { field, value: said } = entity as { field: string; value: string | null };
    const holds = (owner as Record<string, string | null | undefined>)[field];
    if (said === null || holds == null || isSame(said, holds)) return [];
    return [{ field, said, holds: isNumber(holds) ? new Decimal(holds).toFixed() : holds }];
  });
}

const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text);

/** 10 is 10.0000. */
const isSame = (one: string, other: string): boolean =>
  one === other || (isNumber(one) && isNumber(other) && new Decimal(one).eq(other));
