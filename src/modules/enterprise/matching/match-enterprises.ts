import type { Kysely } from 'kysely';
import { BadInput } from '../../../kit/errors.ts';
import { readCreditCode } from '../credit-code.ts';
import { type CalledRow, calledLike, holdersOf, regionsInNames } from './candidates.queries.ts';
import {
  compareDistricts,
  compareNames,
  LINKS_FROM,
  OFFERED_FROM,
  type Reason,
  scoreOf,
} from './compare-names.ts';
import { NameReader, type ReadName } from './read-name.ts';

/** An enterprise as a source names it. */
export interface AskedEnterprise {
  readonly name: string;
  /** One that is none counts as not told. */
  readonly creditCode?: string | null;
  /** The code of the district that the source tells. */
  readonly district?: string | null;
}

export interface MatchedOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface Candidate extends MatchedOrganisation {
  /** From 0 to 1: what its reasons' weights add up to. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Match {
  /** Whether it is one that is known, may be, or is like none. */
  readonly verdict: 'LINKED' | 'CANDIDATES' | 'NEW';
  /** Where it is linked. */
  readonly organisation?: MatchedOrganisation;
  /** The likeliest first. */
  readonly candidates: readonly Candidate[];
}

/** So many are asked for in one go. */
const MOST_ASKED = 1_000;
/** So many are looked for in one statement: a busy server takes seconds for more. */
const TOGETHER = 250;
/** So many are worth looking at. */
const MOST_OFFERED = 8;
/** By so much the best has to be ahead. */
const AHEAD = 0.05;

/**
 * Which enterprises are meant by names as sources write them: six statements at the most.
 *
 * A credit code decides: the same one is the same enterprise, another one is another, whatever the
 * names. Else the score does, which its reasons add up to. Only one that is likely by itself and
 * likelier than all others is linked; the others are for a steward.
 */
export async function matchEnterprises(
  db: Kysely<unknown>,
  asked: readonly AskedEnterprise[],
): Promise<readonly Match[]> {
  if (asked.length > MOST_ASKED) {
    throw new BadInput(
      `${asked.length} names are asked for at once; ask for at most ${MOST_ASKED}.`,
    );
  }
  const creditCodes = asked.map(({ creditCode }) => creditCodeIfAny(creditCode));
  const holders = await holdersOf(
    db,
    creditCodes.filter((creditCode) => creditCode !== null),
  );
  const byCode = creditCodes.map((creditCode) => {
    const holder = creditCode === null ? undefined : holders.get(creditCode);
    return creditCode !== null && holder ? linkedByCode(holder, creditCode) : undefined;
  });
  const others = asked.flatMap(({ name, district = null }, slot) =>
    byCode[slot] ? [] : [{ name, district, creditCode: creditCodes[slot] ?? null }],
  );
  const byName = await matchedByName(db, others);
  return byCode.map((match) => match ?? byName.shift() ?? NOBODY);
}

function linkedByCode(organisation: MatchedOrganisation, creditCode: string): Match {
  const reasons: Reason[] = [
    { rule: 'CREDIT_CODE', weight: 1, said: `The credit code is ${creditCode}.` },
  ];
  const candidates = [{ ...organisation, score: scoreOf(reasons), reasons }];
  return { verdict: 'LINKED', organisation, candidates };
}

interface Named {
  readonly name: string;
  readonly creditCode: string | null;
  readonly district: string | null;
}

async function matchedByName(db: Kysely<unknown>, asked: readonly Named[]): Promise<Match[]> {
  if (asked.length === 0) return [];
  const reader = new NameReader(await regionsInNames(db));
  const sought = asked.map((one) => ({ ...one, read: reader.read(one.name) }));
  const called: (readonly CalledRow[])[] = [];
  for (let from = 0; from < sought.length; from += TOGETHER) {
    called.push(...(await calledLike(db, sought.slice(from, from + TOGETHER))));
  }
  return sought.map((one, slot) => verdictOn(candidatesAmong(called[slot] ?? [], one, reader)));
}

interface Sought {
  readonly read: ReadName;
  readonly district: string | null;
}

const NOBODY: Match = { verdict: 'NEW', candidates: [] };

/** Each organisation once, by the name of it that is likest. */
function candidatesAmong(
  rows: readonly CalledRow[],
  sought: Sought,
  reader: NameReader,
): Candidate[] {
  const byId = new Map<string, Candidate>();
  for (const row of rows) {
    const { id, code, name } = row;
    const reasons = reasonsFor(row, sought, reader);
    const score = scoreOf(reasons);
    if (score < OFFERED_FROM || score <= (byId.get(id)?.score ?? 0)) continue;
    byId.set(id, { id, code, name, score, reasons });
  }
  return [...byId.values()].sort(
    (one, other) => other.score - one.score || (one.code < other.code ? -1 : 1),
  );
}

function reasonsFor(row: CalledRow, { read, district }: Sought, reader: NameReader) {
  const { called, name } = row;
  const [first, ...others] = compareNames(read, reader.read(called), reader);
  const said = called === name ? first : first && { ...first, said: `${first.said} (${called})` };
  return [...(said ? [said] : []), ...others, ...compareDistricts(district, row.district)];
}

function verdictOn(candidates: readonly Candidate[]): Match {
  const [best] = candidates;
  if (!best) return NOBODY;
  const linked = linkedAmong(candidates);
  const offered = candidates.slice(0, MOST_OFFERED);
  if (!linked) return { verdict: 'CANDIDATES', candidates: offered };
  const { id, code, name } = linked;
  return { verdict: 'LINKED', organisation: { id, code, name }, candidates: offered };
}

/** The one that it is; nobody where two may be. */
function linkedAmong(candidates: readonly Candidate[]): Candidate | undefined {
  const [only, ...others] = candidates.filter(({ reasons }) => reasons[0]?.rule === 'SAME_NAME');
  if (only && others.length === 0) return only;
  const [best, next] = candidates;
  if (!best || best.score < LINKS_FROM) return undefined;
  const isAhead = Math.round(1000 * (best.score - (next?.score ?? 0))) >= 1000 * AHEAD;
  return isAhead ? best : undefined;
}

/** What is no credit code tells nothing here; whoever reads the source says what is wrong with it. */
function creditCodeIfAny(given: string | null | undefined): string | null {
  if (given == null || given.trim() === '') return null;
  try {
    return readCreditCode(given);
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}
