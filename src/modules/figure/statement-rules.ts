import { projectStatuses } from '../project/project.entity.ts';
import {
  type AnyFact,
  areApart,
  areIndependent,
  asked,
  aspectOf,
  eitherWay,
  isNumber,
  liesWithin,
  type Question,
  type Rule,
  ruling,
  shared,
  type StatedFact,
  statementsOf,
  subjectOf,
} from './discrepancy-fact.ts';

/** What a thing has one of, once and for all. */
const LASTING = ['DATE', 'YEAR', 'PERIOD'];

const allOf = ({ a, b }: Question): readonly AnyFact[] => [...a, ...b];
const statedBy = (question: Question) => statementsOf(allOf(question));
const attributeOf = (facts: readonly StatedFact[]) =>
  shared(facts.map(({ attribute }) => attribute));
const areOfType = (facts: readonly StatedFact[], types: readonly string[]) =>
  facts.every(({ valueType }) => types.includes(valueType));
const subjectIdOf = ({ subjectId }: AnyFact) => subjectId;
const valuesOf = (facts: readonly StatedFact[]) => new Set(facts.map(({ value }) => value));
const valueOf = (facts: readonly StatedFact[]) => shared(valuesOf(facts));

/** What documents state of one thing in one respect. */
export const sameStatement: Rule = (question) => {
  const facts = statedBy(question);
  if (!facts || subjectOf(facts) === undefined || attributeOf(facts) === undefined) return null;
  if (facts.some(({ position }) => position !== null)) return null;
  if (valueOf(facts) !== undefined) return areIndependent(facts) ? ruling('AGREE') : null;
  return areOfType(facts, LASTING) ? ruling('DISAGREE') : null;
};

/**
 * Two lists of one thing. They differ for certain only where the one that is whole lacks what the
 * other has: an open list may go on.
 */
export const sameList: Rule = (question) => {
  const [one, other] = [statementsOf(question.a), statementsOf(question.b)];
  if (!one || !other || ![...one, ...other].every(({ position }) => position !== null)) return null;
  const facts = [...one, ...other];
  const isOne = subjectOf(facts) !== undefined && attributeOf(facts) !== undefined;
  if (!isOne && question.kind !== 'SCHEMA_DIFFERENCE') return null;
  if (has(one, other) && has(other, one)) {
    return areIndependent(facts) ? ruling('AGREE') : null;
  }
  return lacks(one, other) || lacks(other, one) ? ruling('DISAGREE') : null;
};

const has = (list: readonly StatedFact[], other: readonly StatedFact[]): boolean =>
  other.every(({ value }) => valuesOf(list).has(value));

const lacks = (list: readonly StatedFact[], other: readonly StatedFact[]): boolean =>
  list.every(({ listComplete }) => listComplete) && !has(list, other);

/** The day of an event, and what is told as of it. */
export const sameDay = asked(
  ['SAME_FIGURE', 'SAME_FACT_VARIANT'],
  eitherWay((question) => {
    const dates = statementsOf(question.a);
    const facts = allOf(question);
    if (!dates || !areOfType(dates, ['DATE']) || subjectOf(facts) === undefined) return null;
    const isEvent = facts.every(({ subjectType }) => subjectType === 'promotion_event');
    const day = valueOf(dates);
    const isOfThatDay = question.b.every(
      ({ asOf }) => asOf.earliest === day && asOf.latest === day,
    );
    return isEvent && isOfThatDay && areIndependent(facts) ? ruling('AGREE') : null;
  }),
);

/** What an organisation is called in two documents. */
export const sameOrganisation = asked(['ENTITY_LINK'], (question) => {
  const facts = statedBy(question);
  if (!facts || !areIndependent(facts)) return null;
  const meant = facts.map(organisationsIn);
  const inAll = meant.reduce((one, other) => one.filter((id) => other.includes(id)));
  if (inAll.length === 1) return ruling('AGREE');
  const areOthers = inAll.length === 0 && meant.every(({ length }) => length === 1);
  return areOthers ? ruling('NOT_COMPARABLE', 'IDENTITY') : null;
});

const organisationsIn = ({ subjectType, subjectId, organisations }: StatedFact) => [
  ...new Set([...organisations, ...(subjectType === 'organisation' ? [subjectId] : [])]),
];

/** Two states of one project, the further one on a later day. */
export const laterState = asked(
  ['TEMPORAL_SEQUENCE'],
  eitherWay((question) => {
    const [earlier, later] = [statementsOf(question.a), statementsOf(question.b)];
    if (!earlier || !later || subjectOf(allOf(question)) === undefined) return null;
    const goesOn = earlier.every((before) => later.every((after) => isFollowedBy(before, after)));
    return goesOn ? ruling('CONSISTENT') : null;
  }),
);

function isFollowedBy(before: StatedFact, after: StatedFact): boolean {
  if (!before.status || !after.status || !before.asOf.latest || !after.asOf.earliest) return false;
  const isLater = before.asOf.latest < after.asOf.earliest;
  return isLater && projectStatuses.indexOf(before.status) <= projectStatuses.indexOf(after.status);
}

/** What is said of one thing in two respects, one of them no number. */
export const otherAspect = asked(['SAME_FACT_VARIANT', 'SAME_TERM'], (question) => {
  const facts = allOf(question);
  const stated = facts.flatMap((fact) => (isNumber(fact) ? [] : [fact]));
  const isOneThing = subjectOf(facts) !== undefined && stated.length > 0;
  // Whether dates agree, is not settled by calling them by two names.
  if (!isOneThing || stated.some(({ valueType }) => LASTING.includes(valueType))) return null;
  return areApart(question, aspectOf) ? ruling('COMPLEMENT') : null;
});

/** A term that two regions, neither of which lies in the other, use each in a respect of its own. */
export const eachRegionsOwn = asked(['SAME_TERM'], (question) => {
  const areFarApart = question.a.every((one) =>
    question.b.every(
      (other) =>
        one.scope?.regionId != null &&
        other.scope?.regionId != null &&
        one.scope.regionId !== other.scope.regionId &&
        !liesWithin(one, other) &&
        !liesWithin(other, one),
    ),
  );
  const isAllStated = statedBy(question) !== null;
  return isAllStated && areFarApart && areApart(question, aspectOf) ? ruling('COMPLEMENT') : null;
});

/** One thing that two others each name in the same respect: a member of both. */
export const memberOfBoth = asked(['SAME_TERM'], (question) => {
  const facts = statedBy(question);
  if (!facts || !areOfType(facts, ['REF']) || attributeOf(facts) === undefined) return null;
  const isOne = valueOf(facts) !== undefined && areApart(question, subjectIdOf);
  return isOne ? ruling('COMPLEMENT') : null;
});

/** One name that is given to two things. */
export const nameOfTwo = asked(['NAME_TRAP'], (question) => {
  const facts = statedBy(question);
  if (!facts || !areOfType(facts, ['TEXT']) || valueOf(facts) === undefined) return null;
  return areApart(question, subjectIdOf) ? ruling('DISAGREE') : null;
});

/** One thing said in two wordings. */
export const otherWording = asked(['SAME_FACT_VARIANT'], (question) => {
  const [one, other] = [statementsOf(question.a), statementsOf(question.b)];
  if (!one || !other) return null;
  const facts = [...one, ...other];
  if (!areOfType(facts, ['TEXT']) || attributeOf(facts) === undefined) return null;
  const [wording, another] = [valueOf(one), valueOf(other)];
  if (wording === undefined || another === undefined) return null;
  return wording === another ? null : ruling('DISAGREE');
});

/** Things of one year or span, and of nothing else in common. */
export const equalTime = asked(['NAME_TRAP', 'NUMBER_TRAP'], (question) => {
  const facts = statedBy(question);
  if (!facts || !areOfType(facts, LASTING) || valueOf(facts) === undefined) return null;
  return areApart(question, subjectIdOf) ? ruling('NOT_COMPARABLE', 'IDENTITY') : null;
});

/** Names of things of a region, and of one within it. */
export const otherLevel = asked(
  ['NAME_TRAP', 'DIFFERENT_SCOPE'],
  eitherWay((question) => {
    const isNested = question.a.every((one) => question.b.every((other) => liesWithin(one, other)));
    return statedBy(question) && isNested ? ruling('NOT_COMPARABLE', 'SCOPE') : null;
  }),
);

/** Two of a kind that the graph keeps apart, whatever they have in common. */
export const otherEntity = asked(['ENTITY_TRAP'], (question) => {
  const isOneKind = shared(allOf(question).map(({ subjectType }) => subjectType)) !== undefined;
  return isOneKind && areApart(question, subjectIdOf) ? ruling('NOT_COMPARABLE', 'IDENTITY') : null;
});

/** The units and the destinations of a trip, of which no source says who went where. */
export const noPairing = asked(['UNSUPPORTED_LINK'], (question) => {
  const facts = allOf(question);
  const isUnpaired = facts.every(({ pairingKnown }) => pairingKnown === false);
  const isOneTrip = subjectOf(facts) !== undefined && areApart(question, aspectOf);
  return isUnpaired && isOneTrip ? ruling('UNRESOLVED') : null;
});
