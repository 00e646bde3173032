/** Every syllable of pinyin without tones, ü as u, by what it begins with. */
const BY_INITIAL: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng iao o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
};

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(BY_INITIAL).flatMap(([initial, finals]) =>
    finals.split(' ').map((final) => initial + final),
  ),
);

const LONGEST = Math.max(...Array.from(SYLLABLES, ({ length }) => length));

/** What begins like this: "ya" begins ya, yan, yang and yao. A letter may also stand for itself. */
export function unitsFrom(start: string): string[] {
  const found = [...SYLLABLES].filter((syllable) => syllable.startsWith(start));
  return found.includes(start) ? found : [start, ...found];
}

/** Letters may be cut in many ways ("xian" is xi'an, too); past so many nobody means them all. */
const MOST_WAYS = 16;

interface Way {
  readonly units: readonly string[];
  /** Letters that belong to no syllable, as in "lghuaxue"; the fewer, the likelier. */
  readonly strays: number;
}

/**
 * The ways to cut letters and digits into syllables, the likeliest first. What is no syllable is
 * a unit by itself; so is a last piece that only begins one, where `isOpen`.
 */
export function cutsOf(letters: string, { isOpen }: { isOpen: boolean }): string[][] {
  const waysTo: Way[][] = [[{ units: [], strays: 0 }]];
  for (let end = 1; end <= letters.length; end += 1) {
    const ways: Way[] = [];
    for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
      const unit = letters.slice(start, end);
      const isUnit = SYLLABLES.has(unit) || (isOpen && end === letters.length && begins(unit));
      if (!isUnit && unit.length > 1) continue;
      for (const { units, strays } of waysTo[start] ?? []) {
        ways.push({ units: [...units, unit], strays: strays + (isUnit ? 0 : 1) });
      }
    }
    ways.sort((one, other) => one.strays - other.strays || one.units.length - other.units.length);
    const [best] = ways;
    waysTo.push(ways.filter(({ strays }) => strays === best?.strays).slice(0, MOST_WAYS));
  }
  return (waysTo.at(-1) ?? []).map(({ units }) => [...units]);
}

const beginnings = new Set(
  Array.from(SYLLABLES, (syllable) =>
    Array.from(syllable, (_, length) => syllable.slice(0, length + 1)),
  ).flat(),
);
const begins = (unit: string) => beginnings.has(unit);
