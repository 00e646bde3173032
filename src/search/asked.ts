import { gram, initialsWanted, pairs, wordStarts } from './grams.ts';
import { codeOf, keyOf, wordsOf } from './plain-text.ts';
import { withoutUmlaut } from './readings.ts';
import { cutsOf, unitsFrom } from './syllables.ts';

/** Grams that a name must have: all of some, and one of others where there are any. */
export interface GramsWanted {
  readonly all: readonly number[];
  readonly any: readonly number[];
}

/** One thing that a text may be: what is looked for, and the grams of names that hold it midway. */
export interface Meaning {
  readonly text: string;
  /** Empty where the text is too short to be looked for midway. */
  readonly grams: readonly GramsWanted[];
}

/** A text that is sought, as everything that it may be. */
export interface Asked {
  /** How many characters a name that holds it has at the least. */
  readonly length: number;
  readonly name: Meaning;
  /** The others are undefined where the text cannot be one. */
  readonly code?: Meaning;
  /** Letters, and how their beginning may be cut into syllables, as `pinyin` is written. */
  readonly pinyin?: Meaning & { readonly cuts: readonly string[] };
  readonly initials?: Meaning;
  readonly english?: Meaning;
}

/** So many letters of pinyin are cut; the rest is compared as it is. A text has few such cuts. */
const CUT_LETTERS = 12;

/** Reads a text as whatever it may be; undefined where it holds no letter or digit. */
export function readAsked(text: string): Asked | undefined {
  const key = keyOf(text);
  if (key === '') return undefined;
  const characters = Array.from(key);
  const isLong = characters.length > 1;
  const name = { text: key, grams: isLong ? [allOf(pairs('characters', characters))] : [] };
  if (!/^[a-z0-9]+$/.test(key)) return { length: characters.length, name };
  const code = codeOf(text);
  return {
    length: 1,
    name,
    ...(/^[a-z0-9-]+$/.test(code) && { code: { text: code, grams: [] } }),
    pinyin: pinyinIn(key),
    initials: { text: key, grams: isLong ? [initialsWanted(key)] : [] },
    english: { text: wordsOf(text), grams: wordsIn(wordsOf(text)) },
  };
}

const allOf = (all: readonly number[]): GramsWanted => ({ all, any: [] });

/** The last syllable may be only begun: "bi'ya'd" is in 比亚迪. */
function pinyinIn(key: string): NonNullable<Asked['pinyin']> {
  const letters = withoutUmlaut(key);
  const cuts = cutsOf(letters.slice(0, CUT_LETTERS), { isOpen: true });
  const grams = cuts.map((units) => {
    const [last = '', former] = units.toReversed();
    const any = unitsFrom(last).map((unit) =>
      former === undefined ? gram('syllable', unit) : gram('syllables', former, unit),
    );
    return { all: pairs('syllables', units.slice(0, -1)), any };
  });
  const cutTexts = cuts.map((units) => units.join(' '));
  return { text: letters, cuts: cutTexts, grams: letters.length > 1 ? grams : [] };
}

/** Every word begins with what is asked; of a word too short for that, nothing is asked. */
function wordsIn(english: string): GramsWanted[] {
  const all = english.split(' ').flatMap(wordStarts);
  return all.length > 0 ? [allOf(all)] : [];
}
