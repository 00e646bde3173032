/** Why the one of several sources holds, in the order in which they are asked. */
export const choiceRules = [
  'ONLY_ONE',
  'ALL_AGREE',
  'SUBMITTED',
  'REPLACED',
  'BODY',
  'LATER',
  'MORE_DOCUMENTS',
  'FIRST_RECORDED',
  'LAST_RECORDED',
] as const;
export type ChoiceRule = (typeof choiceRules)[number];

/** A value as text, and how exactly it is said; null where there is none. */
export interface Value {
  readonly value: string | null;
  readonly qualifier: string | null;
}

/** What one source says of a value, as far as the choice needs it. */
export interface SaidValue extends Value {
  readonly origin: string;
  readonly evidence: {
    readonly key: string;
    readonly role: string;
    readonly document: { readonly key: string };
  };
  /** When it was so: the day of the document, else the day that it tells of. */
  readonly asOf: { readonly latest: string | null };
}

interface Choice<Said> {
  readonly chosen: Said;
  readonly rule: ChoiceRule;
}

export const isSameValue = (one: Value, other: Value): boolean =>
  one.value === other.value && one.qualifier === other.qualifier;

/**
 * Which of the sources of one value holds, and by which rule; null where nobody says anything.
 *
 * What an office submitted, or a load put in the place of another, holds until the next of the two.
 * Else the body of a document counts for more than a teaser for another, the later for more than the
 * earlier, what more documents say for more than what fewer do, and then what was recorded first. Of
 * one place in a document, only how it was read last counts.
 *
 * @param sources in the order in which they were recorded.
 */
export function chooseValue<Said extends SaidValue>(sources: readonly Said[]): Choice<Said> | null {
  const decision = sources.findLast(({ origin }) => origin !== 'STATED');
  if (decision) {
    const rule = decision.origin === 'REPLACED' ? 'REPLACED' : 'SUBMITTED';
    return { chosen: decision, rule: unlessUndisputed(sources, rule) };
  }
  const isReadAgain = ({ evidence }: Said, place: number) =>
    sources.slice(place + 1).some((later) => later.evidence.key === evidence.key);
  return byDocuments(
    sources.filter((one, place) => one.value !== null && !isReadAgain(one, place)),
  );
}

function byDocuments<Said extends SaidValue>(told: readonly Said[]): Choice<Said> | null {
  const bodies = told.filter(({ evidence }) => evidence.role === 'BODY');
  const trusted = bodies.length > 0 ? bodies : told;
  const latest = most(trusted, ({ asOf }) => Date.parse(asOf.latest ?? LONG_AGO));
  const repeated = most(latest, (one) => documentsSaying(one, trusted));
  const [chosen] = repeated;
  if (!chosen) return null;
  const steps: readonly (readonly [ChoiceRule, readonly Said[]])[] = [
    ['BODY', trusted],
    ['LATER', latest],
    ['MORE_DOCUMENTS', repeated],
  ];
  const [decisive = 'FIRST_RECORDED'] =
    steps.find(([, left]) => left.every((one) => isSameValue(one, chosen))) ?? [];
  return { chosen, rule: unlessUndisputed(told, decisive) };
}

/**
 * The same of a project's stage, which is always the one that is known of the latest day, whoever
 * tells it.
 *
 * @param records the latest day last, and of one day what was recorded last.
 */
export function chooseStage<Said extends SaidValue>(records: readonly Said[]): Choice<Said> | null {
  const chosen = records.at(-1);
  if (!chosen) return null;
  const ofThatDay = records.filter(({ asOf }) => asOf.latest === chosen.asOf.latest);
  const isAlone = ofThatDay.every((one) => isSameValue(one, chosen));
  return { chosen, rule: unlessUndisputed(records, isAlone ? 'LATER' : 'LAST_RECORDED') };
}

function unlessUndisputed(sources: readonly SaidValue[], rule: ChoiceRule): ChoiceRule {
  const [first] = sources;
  if (!first || !sources.every((one) => isSameValue(one, first))) return rule;
  return sources.length === 1 ? 'ONLY_ONE' : 'ALL_AGREE';
}

/** Of what nobody dates, it is not known to be newer than anything. */
const LONG_AGO = '0001-01-01';

/** Those of which something is the most, in their order. */
function most<Said>(sources: readonly Said[], of: (one: Said) => number): readonly Said[] {
  const best = Math.max(...sources.map(of));
  return sources.filter((one) => of(one) === best);
}

/** Twice in one document is once. */
function documentsSaying(said: Value, sources: readonly SaidValue[]): number {
  const saying = sources.filter((one) => isSameValue(one, said));
  return new Set(saying.map(({ evidence }) => evidence.document.key)).size;
}
