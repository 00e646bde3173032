import { keyOf } from '../../../search/plain-text.ts';
import { readingsOf } from '../../../search/readings.ts';
import {
  BRANCHES,
  COMPANY_ENDINGS,
  FORMS,
  GROUP,
  INDUSTRIES,
  type LegalForm,
  PLACE_ENDINGS,
  PLACES,
  PROVINCES,
} from './name-words.ts';

/** An enterprise's name in its parts (字号, 行业, 行政区划, 组织形式). */
export interface ReadName {
  /** All of it: its letters and digits, in one script, width and case. */
  readonly key: string;
  /** What is left without places, legal form and 集团: the enterprise's own word, and its industry. */
  readonly stem: string;
  readonly brand: string;
  /** Empty where no known industry is told. */
  readonly industry: string;
  /** Without 市, 省; in the order told. */
  readonly places: readonly string[];
  /** Null where it is not told. */
  readonly form: LegalForm | null;
  readonly isGroup: boolean;
  /** What tells a branch (分公司) from others of the same enterprise; null for no branch. */
  readonly branch: string | null;
  /** How the stem is read, a syllable a character; of letters and digits, those. */
  readonly syllables: readonly string[];
}

/** A region of the graph, as far as names of enterprises care. */
export interface NamedRegion {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** A brand has so many characters at the least: 济南 before less than that is no place, but the brand. */
const SHORTEST_BRAND = 2;
const MOST_PLACES = 3;
const BRACKETS = /[()[\]{}<>〔〕【】《》〈〉「」]/u;

/** Reads names of enterprises where some places are home: a name may leave those out. */
export class NameReader {
  /** The longest first. */
  private readonly places: readonly string[];
  private readonly byFirst: ReadonlyMap<string | undefined, readonly string[]>;
  private readonly home: ReadonlySet<string>;
  private readonly known = new Map<string, ReadName>();

  constructor(regions: readonly NamedRegion[]) {
    const provinces = regions.map(({ code }) => PROVINCES[code.slice(0, 2)]);
    // What stands in brackets behind a region's name is a note.
    const own = regions.map(({ name }) => bare(keyOf(name.split(BRACKETS)[0] ?? '')));
    this.home = new Set([...own, ...provinces].filter((place) => place !== undefined));
    this.places = [...new Set([...PLACES, ...this.home])]
      .filter(({ length }) => length > 1)
      .sort((one, other) => other.length - one.length);
    this.byFirst = Map.groupBy(this.places, (place) => place[0]);
  }

  isHome(place: string): boolean {
    return this.home.has(place);
  }

  read(name: string): ReadName {
    const known = this.known.get(name);
    if (known) return known;
    const read = this.parse(name);
    this.known.set(name, read);
    return read;
  }

  private parse(name: string): ReadName {
    const { text, places, isGroup, form, notes } = this.withoutBrackets(name);
    const { head, branch } = this.branchOff(text);
    const rest = this.placesBefore(head, places);
    const ended = endingOff(rest, form);
    const { brand, industry } = splitStem(ended.stem);
    const stem = ended.stem + notes;
    let syllables: readonly string[] | undefined;
    return {
      key: keyOf(name),
      ...{ stem, brand, industry, places, form: ended.form },
      isGroup: isGroup || ended.isGroup,
      branch,
      // Most names are like no other, and nobody asks how they sound.
      get syllables() {
        return (syllables ??= syllablesOf(stem));
      },
    };
  }

  /** What stands in brackets is a place, 集团, a legal form, or else a note behind the name. */
  private withoutBrackets(name: string) {
    const places: string[] = [];
    let isGroup = false;
    let form: LegalForm | null = null;
    let text = '';
    let notes = '';
    for (const [at, piece] of name.normalize('NFKC').split(BRACKETS).entries()) {
      const key = keyOf(piece);
      const isWithin = at % 2 === 1;
      const ending = FORMS.find(([known]) => known === key);
      if (isWithin && this.isPlace(key)) places.push(bare(key));
      else if (isWithin && key === GROUP) isGroup = true;
      else if (isWithin && ending) form = ending[1];
      else if (isWithin && text !== '') notes += key;
      else text += key;
    }
    return { text, places, isGroup, form, notes };
  }

  private isPlace(key: string): boolean {
    return [bare(key), key].some((named) => this.placeBefore(named) === named);
  }

  /** Takes off 分公司 and what tells which one it is: behind the enterprise's name, or a place. */
  private branchOff(text: string): { head: string; branch: string | null } {
    const ending = BRANCHES.find((known) => text.endsWith(known));
    if (ending === undefined) return { head: text, branch: null };
    const rest = text.slice(0, -ending.length);
    const company = COMPANY_ENDINGS.find((known) => rest.lastIndexOf(known) > 0);
    if (company !== undefined) {
      const end = rest.lastIndexOf(company) + company.length;
      return { head: rest.slice(0, end), branch: bare(rest.slice(end)) };
    }
    const place = this.places.find((known) => rest.endsWith(known) || bare(rest).endsWith(known));
    const at = place === undefined ? -1 : rest.lastIndexOf(place);
    return place !== undefined && at >= SHORTEST_BRAND
      ? { head: rest.slice(0, at), branch: place }
      : { head: rest, branch: '' };
  }

  /** Takes the places off that it begins with, into `places`. */
  private placesBefore(text: string, places: string[]): string {
    let rest = text;
    while (places.length < MOST_PLACES) {
      const place = this.placeBefore(rest);
      if (place === undefined) break;
      const behind = this.behindPlace(rest.slice(place.length));
      if (endingOff(behind, null).stem.length < SHORTEST_BRAND) break;
      places.push(place);
      rest = behind;
    }
    return rest;
  }

  private placeBefore(text: string): string | undefined {
    return this.byFirst.get(text[0])?.find((known) => text.startsWith(known));
  }

  /** 市 belongs to 济南 before it; in 济南市中区 it belongs to what follows. */
  private behindPlace(rest: string): string {
    const ending = PLACE_ENDINGS.find((known) => rest.startsWith(known));
    const isNext = this.placeBefore(rest) !== undefined;
    return ending === undefined || isNext ? rest : rest.slice(ending.length);
  }
}

/** Takes the legal form off, and 集团 before it. */
function endingOff(text: string, told: LegalForm | null) {
  let stem = text;
  let form = told;
  // 合伙企业 and (有限合伙) come together.
  const ending = FORMS.find(([known]) => stem.endsWith(known) && stem.length > known.length);
  if (ending) {
    stem = stem.slice(0, -ending[0].length);
    form ??= ending[1];
  }
  const isGroup = stem.endsWith(GROUP) && stem.length > GROUP.length;
  if (isGroup) stem = stem.slice(0, -GROUP.length);
  return { stem, form, isGroup };
}

/** The longest run of known industries at the end is the industry; the brand keeps two characters. */
function splitStem(stem: string): { brand: string; industry: string } {
  const reach: boolean[] = Array.from({ length: stem.length + 1 }, () => false);
  reach[stem.length] = true;
  let start = stem.length;
  for (let at = stem.length - 1; at >= SHORTEST_BRAND; at -= 1) {
    for (let end = at + 2; end <= stem.length && reach[at] !== true; end += 1) {
      if (reach[end] === true && INDUSTRIES.has(stem.slice(at, end))) reach[at] = true;
    }
    if (reach[at] === true) start = at;
  }
  return { brand: stem.slice(0, start), industry: stem.slice(start) };
}

function syllablesOf(stem: string): readonly string[] {
  const [reading] = readingsOf(stem);
  const isOneEach = reading?.units.length === Array.from(stem).length;
  return isOneEach ? reading.units : Array.from(stem);
}

/** 济南市 is 济南; 市中区 is 市中. */
function bare(place: string): string {
  const ending = PLACE_ENDINGS.find((known) => place.endsWith(known));
  return ending !== undefined && place.length - ending.length > 1
    ? place.slice(0, -ending.length)
    : place;
}
