import { type Compared, HOPED, incomparable } from './comparison.ts';
import {
  asked,
  type AnyFact,
  eitherWay,
  liesWithin,
  type NumberFact,
  numbersOf,
  type Rule,
  type Ruling,
  ruling,
  shared,
  statementsOf,
  subjectOf,
} from './discrepancy-fact.ts';
import { NotComparable } from './figure.errors.ts';
import { canonicalOf, verdictOf, verdictOfComputed } from './figure-value.ts';
import { areConsistent, isSame, sumOf } from './quantity.ts';
import { add } from './summing.ts';

/** All that a side tells of one figure, as one number. */
interface OneFigure extends Omit<NumberFact, 'quantity'>, Pick<Compared, 'quantity'> {}

/** What is a plan by nature is one figure, planned or done; what is hoped for is another. */
const keyOf = ({ subjectId, metric, kind, period }: NumberFact): string => {
  const isOneNature = metric.plannedByNature && !HOPED.includes(kind);
  return [subjectId, metric.code, isOneNature ? null : kind, period].join(' ');
};

function figuresOf(facts: readonly AnyFact[]): readonly OneFigure[] | null {
  const numbers = numbersOf(facts);
  return (
    numbers &&
    [...Map.groupBy(numbers, keyOf).values()].flatMap((reports) =>
      reports.slice(0, 1).map((first) => ({ ...first, quantity: canonicalOf(reports) })),
    )
  );
}

function figureOf(facts: readonly AnyFact[]): OneFigure | null {
  const [first, ...others] = figuresOf(facts) ?? [];
  return first && others.length === 0 ? first : null;
}

const ofFigures =
  (rule: (one: OneFigure, other: OneFigure) => Ruling | null): Rule =>
  ({ a, b }) => {
    const [one, other] = [figureOf(a), figureOf(b)];
    return one && other && rule(one, other);
  };

/** What documents report of one figure. */
export const sameNumber: Rule = ({ a, b }) => {
  const reports = numbersOf([...a, ...b]);
  if (!reports || shared(reports.map(keyOf)) === undefined) return null;
  const verdict = verdictOf(reports);
  return verdict && ruling(verdict);
};

const liesInBatch = (part: OneFigure, whole: OneFigure) =>
  part.scope?.batchesAbove.includes(whole.subjectId) ?? false;
const wasHeldAt = (part: OneFigure, whole: OneFigure) => part.events.includes(whole.subjectId);
const isMemberOf = (part: OneFigure, whole: OneFigure) => part.batches.includes(whole.subjectId);
const isPartOf = (part: OneFigure, whole: OneFigure) =>
  liesInBatch(part, whole) || wasHeldAt(part, whole) || isMemberOf(part, whole);

const counted = (isPart: typeof isPartOf): Rule =>
  eitherWay(
    ofFigures((part, whole) => {
      const isOfOneMeasure = part.metric.isAdditive && part.metric.code === whole.metric.code;
      if (!isOfOneMeasure || !isPart(part, whole)) return null;
      return ruling(canHold(whole, part) ? 'SUBSET' : 'DISAGREE');
    }),
  );

/** Nothing that is counted or invested is below zero: no part is more than its whole. */
function canHold(whole: OneFigure, part: OneFigure): boolean {
  if (!whole.quantity || !part.quantity || whole.kind !== part.kind) return true;
  const isAtLeast = ['EXACT', 'GT', 'GTE'].includes(part.quantity.qualifier);
  return !isAtLeast || areConsistent(whole.quantity, { ...part.quantity, qualifier: 'GTE' });
}

/** A batch or a project, and a batch that holds it. */
export const withinParent = counted(
  (part, whole) => liesInBatch(part, whole) || isMemberOf(part, whole),
);

/** A batch and the event at which it was signed or started. */
export const withinEvent = counted(wasHeldAt);

/** The stated parts of a figure and the figure itself. */
export const sumOfParts = eitherWay(({ a, b }) => {
  const [parts, whole] = [figuresOf(a), figureOf(b)];
  if (!parts || parts.length < 2 || whole?.computed?.method !== 'PARTS_ADDED') return null;
  const arePartsOfIt = parts.every(
    ({ subjectId, metric }) =>
      subjectId === whole.subjectId &&
      metric.code !== whole.metric.code &&
      metric.comparableGroup === whole.metric.comparableGroup,
  );
  const sum = sumOf(parts.flatMap(({ quantity }) => quantity ?? []));
  const { quantity } = whole.computed;
  if (!arePartsOfIt || !sum || !quantity || !isSame(sum, quantity)) return null;
  const verdict = verdictOfComputed(whole.quantity, whole.computed);
  return verdict && ruling(verdict);
});

/** A member and its batch: open while members are missing that could make up the rest. */
export const knownPart = asked(
  ['RECONCILIATION_GAP'],
  eitherWay(
    ofFigures((part, whole) => {
      const isOfOneMeasure = part.metric.code === whole.metric.code;
      if (!isOfOneMeasure || !isMemberOf(part, whole) || !whole.computed) return null;
      const verdict = verdictOfComputed(whole.quantity, whole.computed);
      return ruling(verdict === 'UNRESOLVED' || verdict === 'DISAGREE' ? verdict : 'SUBSET');
    }),
  ),
);

/** Two batches of one region, or of a region and one within it, that no source says hold each other. */
export const mayBeWithin = asked(
  ['RECONCILIATION_GAP'],
  ofFigures((one, other) => {
    const areBatches = [one, other].every((figure) => figure.scope?.batchKind != null);
    const isOneMeasure =
      one.metric.isAdditive &&
      one.metric.unit === other.metric.unit &&
      one.metric.comparableGroup === other.metric.comparableGroup;
    const isOnePlace =
      one.scope?.regionId != null &&
      (one.scope.regionId === other.scope?.regionId || holdsEither(one, other, liesWithin));
    const areTwo = one.subjectId !== other.subjectId && !holdsEither(one, other, isPartOf);
    return areBatches && isOneMeasure && isOnePlace && areTwo ? ruling('UNRESOLVED') : null;
  }),
);

/** Different counts of one subject, none of which is known to be made of others. */
export const nestingUnsaid = asked(['SUBSET'], ({ a, b }) => {
  const facts = numbersOf([...a, ...b]);
  if (!facts || subjectOf(facts) === undefined) return null;
  const isOneMeasure = shared(facts.map(({ metric }) => metric.comparableGroup)) !== undefined;
  const areCounted = facts.every(({ metric, computed }) => metric.isAdditive && !computed);
  return isOneMeasure && areCounted ? ruling('UNRESOLVED') : null;
});

/** Numbers that something can be worked out of: a sum of each side, a gap or a share of the two. */
export const workedOut = asked(['ARITHMETIC'], ({ a, b }) => {
  const [ones, others] = [figuresOf(a), figuresOf(b)];
  if (!ones || !others || !addsUp(ones) || !addsUp(others)) return null;
  return isWholeOf(ones, others) || isWholeOf(others, ones) ? null : ruling('DERIVED');
});

/** What several come to, is what a source says of the whole that they are parts of. */
const isWholeOf = ([whole, ...more]: readonly OneFigure[], parts: readonly OneFigure[]) =>
  whole !== undefined &&
  more.length === 0 &&
  parts.length > 1 &&
  parts.some((part) => isPartOf(part, whole));

function addsUp(figures: readonly OneFigure[]): boolean {
  if (figures.length === 1) return figures.every(({ quantity }) => quantity !== null);
  try {
    const { leftOut } = add(
      figures.map((figure) => ({ item: figure, compared: figure })),
      [],
    );
    return leftOut.length === 0;
  } catch (error) {
    if (error instanceof NotComparable) return false;
    throw error;
  }
}

/** Two numbers that must not be compared, by rules R4 to R6. */
export const otherMeasure = asked(
  ['SAME_FIGURE', 'ARITHMETIC', 'DIFFERENT_SCOPE', 'DIFFERENT_UNIT', 'NUMBER_TRAP'],
  ofFigures((one, other) => {
    const reason = incomparable(one, other);
    return reason && ruling('NOT_COMPARABLE', reason);
  }),
);

/** One number of two things, neither of which holds the other. */
export const equalNumber = asked(
  ['NUMBER_TRAP'],
  ofFigures((one, other) => {
    if (!one.quantity || !other.quantity || !isSame(one.quantity, other.quantity)) return null;
    const areTwo = one.subjectId !== other.subjectId && !holdsEither(one, other, isPartOf);
    return areTwo ? ruling('NOT_COMPARABLE', 'IDENTITY') : null;
  }),
);

const holdsEither = <T>(one: T, other: T, holds: (one: T, other: T) => boolean): boolean =>
  holds(one, other) || holds(other, one);

/** What is claimed in words, beside a number that is told in earnest. */
export const wordsAreNoNumber = eitherWay(({ a, b }) => {
  const [words, numbers] = [statementsOf(a), numbersOf(b)];
  if (!words || !numbers || subjectOf([...a, ...b]) === undefined) return null;
  const areClaims = words.every(
    ({ kind, valueType }) => HOPED.includes(kind) && valueType === 'TEXT',
  );
  const areEarnest = numbers.every(({ kind }) => !HOPED.includes(kind));
  return areClaims && areEarnest ? ruling('NOT_COMPARABLE', 'NATURE') : null;
});
