import type { MetricRow } from '../source/metric.queries.ts';
import type { IncomparableReason } from './figure.errors.ts';
import type { CrossVerdict } from './figure-value.ts';
import { differenceOf, isSame, type Quantity, quotientOf } from './quantity.ts';
import type { ScopeRow } from './scope.queries.ts';

/** A figure with all that decides what it may be compared with. */
export interface Compared {
  readonly metric: Pick<
    MetricRow,
    'code' | 'unit' | 'isAdditive' | 'isGrowth' | 'plannedByNature' | 'comparableGroup'
  >;
  readonly kind: string;
  readonly subjectId: string;
  readonly scope: Omit<ScopeRow, 'key'> | null;
  /** Null while it is disputed, or not known. */
  readonly quantity: Quantity | null;
}

export interface Comparison {
  readonly verdict: CrossVerdict;
  readonly reason: IncomparableReason | null;
  readonly explanation: string;
  readonly difference: Quantity | null;
  readonly ratio: Quantity | null;
  readonly excess: Quantity | null;
}

/** Why each kind of mixture says nothing, in both languages. */
const EXPLANATIONS: Readonly<Record<IncomparableReason, string>> = {
  UNIT: '计量单位不同 · The two are told in different units.',
  GROWTH_AGAINST_ABSOLUTE:
    '一为增长率，一为绝对量，基数未给出 · One is a growth and one an amount, and the base is not told.',
  MEASURE: '两者不是同一件事的数 · The two count or measure different things.',
  NATURE: '一为已有，一为预计或设想 · One is, the other is expected or dreamt of.',
  SCOPE:
    '统计范围不同：一个区域在另一个之内 · The scopes differ: one region lies within the other.',
  BASE: '增长率的基数不同且未给出 · The growths have different bases, which are not told.',
  SNAPSHOT_KIND:
    '一为滚动增加的项目库中的一批，一为一年的全部 · One is a batch of a growing library, the other a year’s whole.',
  NOT_ADDITIVE: '该指标不能相加 · The metric is not one to be added up.',
  IDENTITY: '数字相等，所指不同 · The numbers are equal, and what they are of is not the same.',
};

export const explanationOf = (reason: IncomparableReason) => EXPLANATIONS[reason];

/** What is no more than hoped for is held against nothing but itself. */
export const HOPED: readonly string[] = ['ASPIRATION', 'CLAIM'];

/** Whether one batch or region holds the other. */
const isWithin = (one: Compared, other: Compared): boolean =>
  one.scope?.batchesAbove.includes(other.subjectId) ?? false;

const liesWithin = (one: Compared, other: Compared): boolean =>
  other.scope?.regionId != null &&
  (one.scope?.regionsAbove.includes(other.scope.regionId) ?? false);

/**
 * Why two figures must not be compared (rules R4 to R6); null where they may.
 *
 * Signing, start, cumulative signing and library are different measures even where all are 总投资. A
 * growth is comparable with growths of places of one level; an amount of a place with one of what
 * holds it, as a share.
 */
export function incomparable(one: Compared, other: Compared): IncomparableReason | null {
  const [metric, another] = [one.metric, other.metric];
  const isOneGroup = metric.comparableGroup === another.comparableGroup;
  if (isOneGroup && metric.isGrowth !== another.isGrowth) return 'GROWTH_AGAINST_ABSOLUTE';
  if (metric.unit !== another.unit) return 'UNIT';
  if (!isOneGroup) return 'MEASURE';
  if (HOPED.includes(one.kind) !== HOPED.includes(other.kind)) return 'NATURE';
  if (one.subjectId === other.subjectId) return null;
  if (metric.code !== another.code) return 'MEASURE';
  if (!metric.isAdditive && (liesWithin(one, other) || liesWithin(other, one))) return 'SCOPE';
  const [scope, otherScope] = [one.scope, other.scope];
  if ((scope?.batchKind ?? null) !== (otherScope?.batchKind ?? null)) return 'MEASURE';
  if ((scope?.ordinal ?? null) !== (otherScope?.ordinal ?? null)) return 'SNAPSHOT_KIND';
  return null;
}

/** What two figures come to beside each other, or why they must not stand there. */
export function compare(one: Compared, other: Compared, decimals: number): Comparison {
  const reason = incomparable(one, other);
  if (reason) {
    const nothing = { difference: null, ratio: null, excess: null };
    return { verdict: 'NOT_COMPARABLE', reason, explanation: EXPLANATIONS[reason], ...nothing };
  }
  const [mine, theirs] = [one.quantity, other.quantity];
  if (!mine || !theirs) {
    const explanation =
      '至少一方没有定值：来源未给出，或尚有争议 · At least one has no value: no source tells it, or sources disagree.';
    return {
      ...{ verdict: 'UNRESOLVED', reason: null, explanation },
      ...{ difference: null, ratio: null, excess: null },
    };
  }
  const difference = differenceOf(mine, theirs);
  return {
    ...told(one, other, isSame(mine, theirs)),
    reason: null,
    difference,
    ratio: quotientOf(mine, theirs, decimals),
    excess: quotientOf(difference, theirs, decimals),
  };
}

function told(one: Compared, other: Compared, isEqual: boolean) {
  if (isWithin(one, other) || isWithin(other, one)) {
    return {
      verdict: 'SUBSET',
      explanation:
        '一个批次在另一个之内，不可相加 · One batch lies within the other: never add them.',
    } as const;
  }
  if (isEqual && one.subjectId === other.subjectId && one.metric.code === other.metric.code) {
    return { verdict: 'AGREE', explanation: '两者一致 · The two agree.' } as const;
  }
  return {
    verdict: 'DERIVED',
    explanation: '由两个数算得，来源未写 · Worked out from the two; no source says it.',
  } as const;
}
