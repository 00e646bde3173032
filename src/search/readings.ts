import { LRUCache } from 'lru-cache';
import { customPinyin, pinyin } from 'pinyin-pro';
import { cutsOf } from './syllables.ts';

/** How a name is read, and the first letters that people type for it. */
export interface Reading {
  /** A syllable for each Chinese character; of other letters and digits, as they cut. */
  readonly units: readonly string[];
  /** Of a word in Latin script, all of it. */
  readonly initials: string;
}

// Place names of Shandong that the dictionary reads as the words they look like.
customPinyin({ 乐陵: 'lào líng', 单县: 'shàn xiàn' });

/**
 * Characters of which names are made, and which no dictionary knows how to read in a name that was
 * made up: who seeks 长鑫 by one reading or the other finds it.
 */
const OPEN: ReadonlyMap<string, readonly string[]> = new Map([
  ['长', ['chang', 'zhang']],
  ['重', ['zhong', 'chong']],
  ['行', ['hang', 'xing']],
  ['乐', ['le', 'yue']],
  ['单', ['dan', 'shan']],
  ['曾', ['zeng', 'ceng']],
  ['解', ['jie', 'xie']],
]);
const MOST_READINGS = 3;

const HAN = /\p{Script=Han}/u;
const LATIN = /^[a-z0-9]/;
const LETTERS_OR_HAN = /\p{Script=Han}|[a-z0-9]+|[^]/gu;

/** A name is looked for before it is kept, and again where it is delivered again. */
const kept = new LRUCache<string, readonly Reading[]>({ max: 1_000, memoMethod: readAll });

/** How a key (see `keyOf`) is read, the likeliest first; nothing where it has no Chinese in it. */
export function readingsOf(key: string): readonly Reading[] {
  return kept.memo(key);
}

function readAll(key: string): readonly Reading[] {
  if (!HAN.test(key)) return [];
  const pieces = key.match(LETTERS_OR_HAN) ?? [];
  const first = pieces.map((piece, place) => readingAt(pieces, piece, place));
  const reading = readingOf(pieces, first);
  const readings = [reading];
  const typed = cutAcross(pieces, first);
  if (typed.join(' ') !== reading.units.join(' ')) {
    readings.push({ units: typed, initials: reading.initials });
  }
  for (const [place, piece] of pieces.entries()) {
    for (const other of OPEN.get(piece) ?? []) {
      if (other === first[place] || readings.length === MOST_READINGS) continue;
      readings.push(readingOf(pieces, first.with(place, other)));
    }
  }
  return readings;
}

/** `read` holds a syllable for each piece that is a character, and the piece itself for others. */
function readingOf(pieces: readonly string[], read: readonly string[]): Reading {
  const units: string[] = [];
  let initials = '';
  for (const [place, piece] of pieces.entries()) {
    const unit = read[place] ?? piece;
    if (unit !== piece) {
      units.push(unit);
      initials += String.fromCodePoint(unit.codePointAt(0) ?? 0);
    } else {
      const cuts = LATIN.test(piece) ? cutsOf(piece, { isOpen: false }) : [];
      units.push(...(cuts[0] ?? [piece]));
      initials += piece;
    }
  }
  return { units, initials };
}

/**
 * The units as they cut when they are typed in one: the letters of "HR安科" are h'ran'ke to whoever
 * cuts them without knowing the name.
 */
function cutAcross(pieces: readonly string[], read: readonly string[]): string[] {
  const isLatin = pieces.map((piece) => LATIN.test(piece));
  const units: string[] = [];
  let open = '';
  const close = () => {
    if (open !== '') units.push(...(cutsOf(open, { isOpen: false })[0] ?? [open]));
    open = '';
  };
  for (const [place, piece] of pieces.entries()) {
    const unit = read[place] ?? piece;
    const isBeside = [place - 1, place, place + 1].some((near) => isLatin[near]);
    if (isBeside && LATIN.test(unit)) {
      open += unit;
    } else {
      close();
      units.push(unit);
    }
  }
  close();
  return units;
}

/** Readings without tones of each character by itself. */
const alone = new Map<string, readonly string[]>();
/** Readings of characters that have several, by what stands around them. */
const inContext = new Map<string, string>();
const MOST_KNOWN = 200_000;
/** The longest phrases of the dictionary reach that far. */
const REACH = 3;

/**
 * How a character is read where it stands. The dictionary of phrases takes 24 µs for a name; most
 * characters have one reading, and the others mostly stand in phrases that were met before: so it
 * takes a tenth of that.
 */
function readingAt(pieces: readonly string[], piece: string, place: number): string {
  const readings = readingsAlone(piece);
  // The dictionary takes a character beyond 16 bits for two, and the places would not agree.
  if (readings.length <= 1 || piece.length > 1) return readings[0] ?? piece;
  const start = Math.max(0, place - REACH);
  const around = pieces
    .slice(start, place + REACH + 1)
    .map((each) => (each.length === 1 && HAN.test(each) ? each : '·'));
  const text = around.join('') + String(place - start);
  const known = inContext.get(text);
  if (known !== undefined) return known;
  const read = readWithoutTones(around.join(''))[place - start] ?? piece;
  if (inContext.size >= MOST_KNOWN) inContext.clear();
  inContext.set(text, read);
  return read;
}

function readingsAlone(piece: string): readonly string[] {
  const known = alone.get(piece);
  if (known) return known;
  const found = HAN.test(piece)
    ? pinyin(piece, { toneType: 'none', type: 'array', multiple: true, v: true })
    : [];
  const readings = [...new Set(found.map(withoutUmlaut).filter((read) => /^[a-z]+$/.test(read)))];
  if (alone.size < MOST_KNOWN) alone.set(piece, readings);
  return readings;
}

const readWithoutTones = (text: string) =>
  pinyin(text, { toneType: 'none', type: 'array', v: true }).map(withoutUmlaut);

/** ü is typed as v, as u, or as it is: to us it is u. */
export const withoutUmlaut = (letters: string): string =>
  letters.replaceAll('ü', 'u').replaceAll(/(?<=[ln])v/g, 'u');
