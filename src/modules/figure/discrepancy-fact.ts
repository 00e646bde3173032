import type { ProjectStatus } from '../project/project.entity.ts';
import type { SubjectType } from '../source/subject.ts';
import type { Compared } from './comparison.ts';
import type { DiscrepancyKind } from './discrepancy.entity.ts';
import type { IncomparableReason } from './figure.errors.ts';
import type { Computed, CrossVerdict, Report } from './figure-value.ts';
import type { Quantity } from './quantity.ts';

/** What the graph knows of a subject and another one, as far as it decides how their facts stand. */
export interface Ties {
  /** The batches that a project is a member of, and those that hold them. */
  readonly batches: readonly string[];
  /** The events at which a batch was signed or started. */
  readonly events: readonly string[];
  /** Whether it is told which unit of a trip went where; null for what is no trip. */
  readonly pairingKnown: boolean | null;
}

interface Fact extends Pick<Report, 'documentId' | 'isTeaser'>, Ties {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  /** Whether it is, or is meant to be. */
  readonly kind: string;
  readonly asOf: { readonly earliest: string | null; readonly latest: string | null };
  readonly scope: Compared['scope'];
}

/** A number that a source reports. */
export interface NumberFact extends Fact {
  readonly metric: Compared['metric'];
  readonly quantity: Quantity;
  readonly period: string;
  /** What its figure comes to by its members. */
  readonly computed: Computed | null;
}

/** What a source states, and is no number. */
export interface StatedFact extends Fact {
  readonly attribute: string;
  readonly valueType: string;
  readonly value: string;
  readonly position: number | null;
  readonly listComplete: boolean | null;
  /** The status of a project that it is the evidence of. */
  readonly status: ProjectStatus | null;
  /** The organisations that its value is a name of. */
  readonly organisations: readonly string[];
}

export type AnyFact = NumberFact | StatedFact;

/** What is held against what, and in which respect. */
export interface Question {
  readonly kind: DiscrepancyKind;
  readonly a: readonly AnyFact[];
  readonly b: readonly AnyFact[];
}

export interface Ruling {
  readonly verdict: CrossVerdict;
  readonly reason: IncomparableReason | null;
}

/** Answers where it can tell, by nothing but the facts and what is asked of them. */
export type Rule = (question: Question) => Ruling | null;

export const ruling = (
  verdict: CrossVerdict,
  reason: IncomparableReason | null = null,
): Ruling => ({ verdict, reason });

/** A rule for what is asked in some respects only. */
export const asked =
  (kinds: readonly DiscrepancyKind[], rule: Rule): Rule =>
  (question) =>
    kinds.includes(question.kind) ? rule(question) : null;

/** A rule whose sides differ in what they are, and may stand either way. */
export const eitherWay =
  (rule: Rule): Rule =>
  (question) =>
    rule(question) ?? rule({ ...question, a: question.b, b: question.a });

export const isNumber = (fact: AnyFact): fact is NumberFact => 'metric' in fact;
const isStated = (fact: AnyFact): fact is StatedFact => !isNumber(fact);

/** The facts, if all are numbers. */
export const numbersOf = (facts: readonly AnyFact[]): readonly NumberFact[] | null =>
  facts.every(isNumber) ? facts : null;

/** The facts, if none is. */
export const statementsOf = (facts: readonly AnyFact[]): readonly StatedFact[] | null =>
  facts.every(isStated) ? facts : null;

/** The value that all have in common. */
export function shared<T>(values: Iterable<T>): T | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}

/** What the facts are of, if that is one thing. */
export const subjectOf = (facts: readonly AnyFact[]): string | undefined =>
  shared(facts.map(({ subjectId }) => subjectId));

/** What is counted, measured or stated of the subject. */
export const aspectOf = (fact: AnyFact): string =>
  isNumber(fact) ? fact.metric.code : fact.attribute;

/** Whether no fact of the one side is alike to any of the other in this. */
export const areApart = ({ a, b }: Question, of: (fact: AnyFact) => string): boolean =>
  a.every((one) => b.every((other) => of(one) !== of(other)));

/** Whether more than one tells it: a teaser is part of another article than the one that it stands in. */
export const areIndependent = (facts: readonly AnyFact[]): boolean =>
  new Set(facts.map(({ documentId, isTeaser }) => `${documentId} ${isTeaser}`)).size > 1;

type Placed = Pick<AnyFact, 'scope'>;

/** Whether the one's region lies within the other's. */
export const liesWithin = (one: Placed, other: Placed): boolean =>
  other.scope?.regionId != null &&
  (one.scope?.regionsAbove.includes(other.scope.regionId) ?? false);
