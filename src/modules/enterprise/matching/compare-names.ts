import { looksAlike, TELLS_APART } from './name-words.ts';
import type { NameReader, ReadName } from './read-name.ts';

/** Why a candidate may be the one, or may not: the weights of all reasons add up to its score. */
export interface Reason {
  readonly rule: Rule;
  readonly weight: number;
  /** In words for who decides. */
  readonly said: string;
}

export type Rule =
  | 'CREDIT_CODE'
  | 'SAME_NAME'
  | 'SAME_STEM'
  | 'SAME_SOUND'
  | 'SLIP'
  | 'NEAR'
  | 'PLACE'
  | 'OTHER_PLACE'
  | 'FORM'
  | 'OTHER_FORM'
  | 'GROUP'
  | 'BRANCH'
  | 'DISTRICT'
  | 'OTHER_DISTRICT';

/** From here on a name is taken for the enterprise's own, if it is nobody else's. */
export const LINKS_FROM = 0.9;

/** Below that nobody need look at it. */
export const OFFERED_FROM = 0.3;

/** Slips are told from other words in names that are long enough to have but one meaning. */
const LONG_ENOUGH = 4;

/** What of a name tells for and against an enterprise that is called `theirs`. */
export function compareNames(asked: ReadName, theirs: ReadName, reader: NameReader): Reason[] {
  if (asked.key === theirs.key) {
    return [{ rule: 'SAME_NAME', weight: 1, said: 'The name is the same.' }];
  }
  return [
    stems(asked, theirs),
    places(asked, theirs, reader),
    forms(asked, theirs),
    ...groups(asked, theirs),
    ...branches(asked, theirs),
  ];
}

function stems(asked: ReadName, theirs: ReadName): Reason {
  if (asked.stem === theirs.stem) {
    return {
      ...{ rule: 'SAME_STEM', weight: 0.8 },
      said: `Without place and legal form both are "${theirs.stem}".`,
    };
  }
  if (isSound(asked, theirs)) {
    return {
      ...{ rule: 'SAME_SOUND', weight: 0.75 },
      said: `"${asked.stem}" sounds like "${theirs.stem}".`,
    };
  }
  if (isSlip(asked, theirs)) {
    return {
      ...{ rule: 'SLIP', weight: 0.75 },
      said: `"${asked.stem}" is "${theirs.stem}" with a slip.`,
    };
  }
  const shared = sharedBy(asked.stem, theirs.stem);
  return {
    ...{ rule: 'NEAR', weight: round(0.6 * shared) },
    said: `"${asked.stem}" and "${theirs.stem}" have ${Math.round(100 * shared)} % in common.`,
  };
}

/** How much of the longer one stands in both, at the ends or as a whole. */
function sharedBy(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  const { before, behind } = differenceOf(one, other);
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  // A brand alone is much of a name, whatever stands around it.
  const isWithin = long.includes(short) && short.length >= 2;
  return isWithin ? Math.max(0.6, short.length / longest) : (before + behind) / longest;
}

interface Difference {
  /** How many characters are the same before it, and behind it. */
  readonly before: number;
  readonly behind: number;
  readonly mine: string;
  readonly yours: string;
}

function differenceOf(one: string, other: string): Difference {
  const shortest = Math.min(one.length, other.length);
  let before = 0;
  while (before < shortest && one[before] === other[before]) before += 1;
  let behind = 0;
  while (behind < shortest - before && one.at(-1 - behind) === other.at(-1 - behind)) behind += 1;
  return {
    ...{ before, behind },
    mine: one.slice(before, one.length - behind),
    yours: other.slice(before, other.length - behind),
  };
}

/** Typed by sound: one character in four may be another one with the same syllable. */
function isSound(asked: ReadName, theirs: ReadName): boolean {
  const { stem } = theirs;
  const differing = Array.from(stem).filter((character, at) => character !== asked.stem[at]);
  const isFew = differing.length <= Math.max(1, Math.floor(stem.length / 4));
  // How they sound is worth finding out of those few that the rest leaves.
  if (!isFew || !mayBeSlip(asked, theirs)) return false;
  const { syllables: mine } = asked;
  const { syllables: yours } = theirs;
  return mine.length === yours.length && mine.every((syllable, at) => syllable === yours[at]);
}

/** One character taken for its neighbour, left out, doubled, or two in the wrong order. */
function isSlip(asked: ReadName, theirs: ReadName): boolean {
  if (!mayBeSlip(asked, theirs)) return false;
  const { before, mine, yours } = differenceOf(asked.stem, theirs.stem);
  const isInBrand = before < theirs.brand.length;
  if (mine.length === 1 && yours.length === 1) return looksAlike(mine, yours);
  if (mine.length + yours.length === 1) {
    const isDoubled = mine !== '' && theirs.stem[before - 1] === mine;
    return isDoubled || !isInBrand;
  }
  const isSwapped = mine.length === 2 && mine === Array.from(yours).reverse().join('');
  return isSwapped && (!isInBrand || theirs.brand.length > 2);
}

/** A known industry instead of another is none, nor is a numeral, nor anything in a short name. */
function mayBeSlip(asked: ReadName, theirs: ReadName): boolean {
  const { mine, yours } = differenceOf(asked.stem, theirs.stem);
  const isOtherIndustry =
    asked.industry !== theirs.industry && asked.industry !== '' && theirs.industry !== '';
  const isLong = theirs.stem.length >= LONG_ENOUGH && theirs.industry !== '';
  return isLong && !isOtherIndustry && !TELLS_APART.test(mine) && !TELLS_APART.test(yours);
}

function places(asked: ReadName, theirs: ReadName, reader: NameReader): Reason {
  const onlyMine = asked.places.filter((place) => !theirs.places.includes(place));
  const onlyYours = theirs.places.filter((place) => !asked.places.includes(place));
  if (onlyMine.length > 0 && onlyYours.length > 0) {
    const said = `One is of ${asked.places.join('')}, the other of ${theirs.places.join('')}.`;
    return { rule: 'OTHER_PLACE', weight: -0.2, said };
  }
  const only = [...onlyMine, ...onlyYours];
  const named = only.join('');
  if (only.length === 0) {
    const said = asked.places.length === 0 ? 'Neither tells a place.' : 'They tell the same place.';
    return { rule: 'PLACE', weight: 0.1, said };
  }
  return only.every((place) => reader.isHome(place))
    ? { rule: 'PLACE', weight: 0.05, said: `One of them leaves out ${named}, which is here.` }
    : { rule: 'OTHER_PLACE', weight: -0.1, said: `Only one of them is of ${named}.` };
}

function forms(asked: ReadName, theirs: ReadName): Reason {
  if (asked.form === theirs.form) {
    return { rule: 'FORM', weight: 0.1, said: 'Their legal forms are the same.' };
  }
  if (asked.form === null || theirs.form === null) {
    return { rule: 'FORM', weight: 0.05, said: 'One of them tells no legal form.' };
  }
  return { rule: 'OTHER_FORM', weight: -0.2, said: 'They are legal entities of different forms.' };
}

function groups(asked: ReadName, theirs: ReadName): Reason[] {
  if (asked.isGroup === theirs.isGroup) return [];
  return [{ rule: 'GROUP', weight: -0.3, said: 'One is a group (集团), the other is not.' }];
}

function branches(asked: ReadName, theirs: ReadName): Reason[] {
  if (asked.branch === theirs.branch) return [];
  const said =
    asked.branch === null || theirs.branch === null
      ? 'One is a branch (分公司), the other is not.'
      : 'They are different branches (分公司).';
  return [{ rule: 'BRANCH', weight: -0.4, said }];
}

/** What the district that is told beside a name tells of an enterprise. */
export function compareDistricts(asked: string | null, theirs: string | null): Reason[] {
  if (asked === null || theirs === null) return [];
  return asked === theirs
    ? [{ rule: 'DISTRICT', weight: 0.05, said: 'Both are in the district that is told.' }]
    : [{ rule: 'OTHER_DISTRICT', weight: -0.05, said: 'It is registered in another district.' }];
}

/** The sum of the reasons, within 0 and 1. */
export const scoreOf = (reasons: readonly Reason[]): number =>
  round(
    Math.min(
      1,
      Math.max(
        0,
        reasons.reduce((sum, { weight }) => sum + weight, 0),
      ),
    ),
  );

const round = (value: number) => Math.round(value * 1000) / 1000;
