import { Decimal } from 'decimal.js';
import { type Compared, explanationOf } from './comparison.ts';
import { NotComparable } from './figure.errors.ts';
import { type Quantity, sumOf } from './quantity.ts';

/** A figure that a sum was asked of. */
export interface Part<T> {
  readonly item: T;
  readonly compared: Compared;
}

/** Why a figure is not in a sum (未计入原因). */
export const leftOutReasons = ['NESTED', 'NO_VALUE'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

interface LeftOut<T> {
  readonly item: T;
  readonly reason: LeftOutReason;
  /** The one that it is counted in. */
  readonly within: T | null;
}

export interface Sum<T> {
  readonly quantity: Quantity | null;
  readonly counted: readonly T[];
  readonly leftOut: readonly LeftOut<T>[];
  readonly warnings: readonly SumWarning<T>[];
}

/** What the sources leave open, and the sum would be otherwise by (合计提示). */
export const warningCodes = ['MAY_OVERLAP', 'PARTS_MAY_OVERLAP'] as const;

export interface SumWarning<T> {
  readonly code: (typeof warningCodes)[number];
  readonly explanation: string;
  readonly items: readonly T[];
}

/**
 * Adds figures up by rules R2, R3 and R5: of one unit and one nature, only what is additive, and no
 * batch beside one that holds it. Whether others overlap, and no source says so, is a warning.
 *
 * @throws NotComparable where what was asked for does not add up to anything.
 */
export function add<T>(parts: readonly Part<T>[], field: readonly string[]): Sum<T> {
  refuseMixed(parts, field);
  const bySubject = new Map(parts.map((part) => [part.compared.subjectId, part]));
  const leftOut = parts.flatMap(({ item, compared }): LeftOut<T>[] => {
    const above = compared.scope?.batchesAbove.find((batch) => bySubject.has(batch));
    const holder = above === undefined ? undefined : bySubject.get(above);
    if (holder) return [{ item, reason: 'NESTED', within: holder.item }];
    return compared.quantity ? [] : [{ item, reason: 'NO_VALUE', within: null }];
  });
  const out = new Set(leftOut.map(({ item }) => item));
  const counted = parts.filter(({ item }) => !out.has(item));
  return {
    quantity: sumOf(counted.flatMap(({ compared: { quantity } }) => (quantity ? [quantity] : []))),
    counted: counted.map(({ item }) => item),
    leftOut,
    warnings: [...overlaps(counted), ...tiers(counted)],
  };
}

function refuseMixed<T>(parts: readonly Part<T>[], field: readonly string[]): void {
  const [first] = parts;
  for (const { compared } of parts) {
    const { metric, kind } = compared;
    const refuse = (reason: 'NOT_ADDITIVE' | 'UNIT' | 'NATURE', what: string) => {
      throw new NotComparable(reason, `${what} ${explanationOf(reason)}`, field);
    };
    if (!metric.isAdditive) refuse('NOT_ADDITIVE', `${metric.code} is not added up.`);
    if (!first) continue;
    const { metric: of, kind: nature } = first.compared;
    if (metric.unit !== of.unit) refuse('UNIT', `${metric.unit} and ${of.unit} are not added up.`);
    const isAlike = kind === nature || (metric.plannedByNature && of.plannedByNature);
    if (!isAlike) refuse('NATURE', `${kind} and ${nature} are not added up.`);
  }
}

/** Batches of one kind, one of whose regions holds the other's, and of which no source says how they stand. */
function overlaps<T>(parts: readonly Part<T>[]): SumWarning<T>[] {
  return parts.flatMap((part, place) =>
    parts
      .filter(
        (other, at) =>
          at !== place &&
          mayHold(other.compared, part.compared) &&
          // Of two batches of one region each may hold the other; it is told once.
          (at > place || !mayHold(part.compared, other.compared)),
      )
      .map((other) => ({
        code: 'MAY_OVERLAP' as const,
        explanation:
          '来源未说明前者是否已计入后者 · No source says whether the first is counted in the second.',
        items: [part.item, other.item],
      })),
  );
}

function mayHold(whole: Compared, part: Compared): boolean {
  const [outer, inner] = [whole.scope, part.scope];
  if (whole.metric.code !== part.metric.code || isSurelyLess(whole, part)) return false;
  if (!outer?.batchKind || outer.batchKind !== inner?.batchKind || outer.membersComplete)
    return false;
  if (outer.regionId === null || inner.regionId === null) return false;
  return inner.regionId === outer.regionId || inner.regionsAbove.includes(outer.regionId);
}

/** 400 cannot hold what is over 3100. */
function isSurelyLess({ quantity: one }: Compared, { quantity: other }: Compared): boolean {
  if (!one || !other || new Decimal(one.value).gte(other.value)) return false;
  return (
    ['EXACT', 'LT', 'LTE'].includes(one.qualifier) &&
    ['EXACT', 'GT', 'GTE'].includes(other.qualifier)
  );
}

/** Different metrics of one subject and group, as tiers of revenue: no source says that none holds another. */
function tiers<T>(parts: readonly Part<T>[]): SumWarning<T>[] {
  const groups = Map.groupBy(
    parts,
    ({ compared: { subjectId, metric } }) => `${subjectId} ${metric.comparableGroup}`,
  );
  return [...groups.values()]
    .filter((group) => new Set(group.map(({ compared }) => compared.metric.code)).size > 1)
    .map((group) => ({
      code: 'PARTS_MAY_OVERLAP' as const,
      explanation:
        '来源未说明各档是否互斥 · No source says that what one of these counts is not counted by another.',
      items: group.map(({ item }) => item),
    }));
}
