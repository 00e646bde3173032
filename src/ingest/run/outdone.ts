import type { Touched } from '../../events/changes.ts';
import { amountText } from '../../modules/project/project-values.ts';
import { isOfClaims } from './claims.ts';

/** What a row says of a value, where another source says otherwise and holds. */
export interface Outdone {
  readonly field: string;
  readonly said: string;
  readonly holds: string;
}

/** Of what a row has kept of its source's words, those that do not hold. */
export function outdoneAmong(parts: readonly Touched[], owner: unknown): Outdone[] {
  return parts.flatMap(({ entity, meta, isBorn }) => {
    if (!isBorn || !isOfClaims(meta)) return [];
    const { field, value: said } = entity as { field: string; value: string | null };
    const held = (owner as Record<string, string | null | undefined>)[field];
    if (said === null || held == null || plainly(said) === plainly(held)) return [];
    return [{ field, said, holds: plainly(held) }];
  });
}

/** 10, where a column holds 10.0000. */
const plainly = (text: string): string =>
  /^\d+(\.\d+)?$/.test(text) ? (amountText(text) ?? text) : text;
