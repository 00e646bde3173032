import type { Question, Rule, Ruling } from './discrepancy-fact.ts';
import * as figure from './figure-rules.ts';
import * as statement from './statement-rules.ts';

/**
 * What decides how two sides stand to each other (比对规则), in the order in which they are asked: the
 * more a rule knows, the earlier. Two under one name are for numbers and for what is stated.
 */
const RULES = {
  SAME_VALUE: [figure.sameNumber, statement.sameStatement],
  SAME_LIST: [statement.sameList],
  SAME_DAY: [statement.sameDay],
  SAME_ORGANISATION: [statement.sameOrganisation],
  SUM_OF_PARTS: [figure.sumOfParts],
  KNOWN_PART_OF_TOTAL: [figure.knownPart],
  WITHIN_PARENT: [figure.withinParent],
  WITHIN_EVENT: [figure.withinEvent],
  MAY_BE_WITHIN: [figure.mayBeWithin],
  NESTING_UNSAID: [figure.nestingUnsaid],
  WORDS_ARE_NO_NUMBER: [figure.wordsAreNoNumber],
  EQUAL_VALUE_OTHER_SUBJECT: [figure.equalNumber, statement.equalTime],
  OTHER_MEASURE: [figure.otherMeasure],
  WORKED_OUT: [figure.workedOut],
  LATER_STATE: [statement.laterState],
  NAME_OF_TWO: [statement.nameOfTwo],
  OTHER_WORDING: [statement.otherWording],
  OTHER_LEVEL: [statement.otherLevel],
  OTHER_ENTITY: [statement.otherEntity],
  OTHER_ASPECT: [statement.otherAspect],
  EACH_REGIONS_OWN: [statement.eachRegionsOwn],
  MEMBER_OF_BOTH: [statement.memberOfBoth],
  NO_PAIRING: [statement.noPairing],
} satisfies Readonly<Record<string, readonly Rule[]>>;
export type DiscrepancyRule = keyof typeof RULES;

export interface RuleVerdict extends Ruling {
  readonly rule: DiscrepancyRule;
}

/**
 * How two sides stand to each other by the first rule that can tell; null where none can, and a
 * reader has to judge.
 */
export function decide(question: Question): RuleVerdict | null {
  for (const [rule, tellers] of Object.entries(RULES)) {
    for (const tell of tellers) {
      const told = tell(question);
      if (told) return { ...told, rule: rule as DiscrepancyRule };
    }
  }
  return null;
}
