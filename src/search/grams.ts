/**
 * Grams: what of a name the inverted index holds. A trigram index cannot serve two characters, and
 * most of what people type in Chinese is two; so these are pairs of characters and of syllables,
 * single syllables, threes of initials, and what English words begin with.
 *
 * They are such that what is found by them nearly always matches, for what does not has to be read
 * all the same: pairs of initials, or three letters of an English word, are in every tenth name.
 *
 * Each is a number: its shelf (see `shelf.ts`) above 24 bits of a hash. So the grams of short names
 * lie apart from those of long ones, and a search that goes shelf by shelf has the best first, and
 * stops. Two grams may share a hash: what is found by grams is compared again.
 */

type GramKind = 'characters' | 'syllables' | 'syllable' | 'initials' | 'word';

const SEEDS: Readonly<Record<GramKind, number>> = {
  characters: 0x9e3779b1,
  syllables: 0x85ebca6b,
  syllable: 0xc2b2ae35,
  initials: 0x27d4eb2f,
  word: 0x165667b1,
};

const HASH_BITS = 24;

/** Words are sought by as many letters at the least, and told apart by as many at the most. */
const SHORTEST_START = 3;
const LONGEST_START = 8;

/** Stands behind the last initial, and for what nobody can type as one: 𠮷, which has no reading. */
const END = '.';
const INITIALS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** One gram, without its shelf. */
export function gram(kind: GramKind, first: string, second = ''): number {
  let hash = Math.imul(SEEDS[kind] ^ hashOf(first), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ hashOf(second), 0xc2b2ae35);
  hash ^= hash >>> 13;
  return (hash ^ (hash >>> HASH_BITS)) & (2 ** HASH_BITS - 1);
}

/** A gram as the index holds it. */
const onShelf = (shelf: number, bare: number): number => shelf * 2 ** HASH_BITS + bare;

/** The pairs of neighbours. */
export function pairs(kind: GramKind, units: Iterable<string>): number[] {
  const grams: number[] = [];
  let former: string | undefined;
  for (const unit of units) {
    if (former !== undefined) grams.push(gram(kind, former, unit));
    former = unit;
  }
  return grams;
}

/** What of a name is made into grams. */
export interface Written {
  readonly key: string | null;
  readonly units: readonly string[] | null;
  readonly initials: string | null;
  readonly english: string | null;
}

/** All grams of one name; one that comes twice may be there twice. */
export function gramsOf(shelf: number, { key, units, initials, english }: Written): number[] {
  const grams: number[] = [];
  const add = (bare: number) => grams.push(onShelf(shelf, bare));
  if (key !== null) pairs('characters', key).forEach(add);
  if (units !== null) pairs('syllables', units).forEach(add);
  for (const syllable of units ?? []) add(gram('syllable', syllable));
  if (initials !== null) threes(typeable(initials) + END).forEach(add);
  for (const word of english?.split(' ') ?? []) {
    const longest = Math.min(word.length, LONGEST_START);
    for (let length = SHORTEST_START; length <= longest; length += 1) {
      add(gram('word', word.slice(0, length)));
    }
  }
  return grams;
}

/** What names have in which these initials follow each other: all of some, or one of others. */
export function initialsWanted(initials: string): { all: number[]; any: number[] } {
  if (initials.length > 2) return { all: threes(initials), any: [] };
  return { all: [], any: Array.from(INITIALS + END, (next) => gram('initials', initials, next)) };
}

/** What names have in which a word begins like this; nothing where that is too little. */
export const wordStarts = (word: string): number[] =>
  word.length < SHORTEST_START ? [] : [gram('word', word.slice(0, LONGEST_START))];

const typeable = (initials: string): string =>
  Array.from(initials, (initial) => (INITIALS.includes(initial) ? initial : END)).join('');

function threes(text: string): number[] {
  const grams: number[] = [];
  for (let end = 3; end <= text.length; end += 1) {
    grams.push(gram('initials', text.slice(end - 3, end - 1), text.slice(end - 1, end)));
  }
  return grams;
}

/** FNV-1a. Units are so short that looking a known hash up would take longer. */
function hashOf(unit: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < unit.length; place += 1) {
    hash = Math.imul(hash ^ unit.charCodeAt(place), 0x01000193);
  }
  return hash;
}
