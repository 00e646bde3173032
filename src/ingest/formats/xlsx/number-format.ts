/** How a number that stands for a time is shown: to the day, the month or the year, as a time of day, or as hours that passed. */
export type DateKind = 'DATE' | 'MONTH' | 'YEAR' | 'TIME' | 'ELAPSED';

/** How a number is shown, where that says another thing than its digits. */
export interface NumberLook {
  readonly before: string;
  /** A unit: 亿元, %. */
  readonly behind: string;
  readonly isPercent: boolean;
  /** So many digits are shown at least before the point: 0531. */
  readonly digits: number;
  /** The code, where its point stands elsewhere than the number's: by `0!.0,` 12345 is shown as 1.2. */
  readonly scaledBy?: string;
}

export type NumberFormat = DateKind | NumberLook;

/** The formats that have numbers and no code in the file; 27 to 36 and 50 to 58 are China's. */
const BUILT_IN: readonly (readonly [from: number, to: number, code: string])[] = [
  [9, 10, '0%'],
  [14, 16, 'd'],
  [17, 17, 'm-yy'],
  [18, 21, 'h'],
  [22, 22, 'd'],
  [27, 27, 'yyyy年m月'],
  [28, 31, 'd'],
  [32, 35, 'h'],
  [36, 36, 'yyyy年m月'],
  [45, 45, 's'],
  [46, 46, '[h]'],
  [47, 47, 's'],
  [50, 50, 'yyyy年m月'],
  [51, 51, 'd'],
  [52, 52, 'yyyy年m月'],
  [53, 54, 'd'],
  [55, 56, 'h'],
  [57, 57, 'yyyy年m月'],
  [58, 58, 'd'],
];

/** @returns undefined where it shows the number itself. */
export function builtInFormat(id: number): NumberFormat | undefined {
  const code = BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2];
  return code === undefined ? undefined : formatOf(code);
}

/** What stands between these is shown as it is, so that no letter of it is taken for a date's. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const LITERALS = new RegExp(`${OPEN}[^${CLOSE}]*${CLOSE}`, 'g');

/** By its code for positive numbers; the one package that parses them is not published whole. */
export function formatOf(code: string): NumberFormat | undefined {
  const marked = withLiterals(code);
  const [section = ''] = marked.split(';');
  return dateKind(section.replaceAll(LITERALS, '')) ?? numberLook(section, marked, code);
}

/** Marks words and currencies, and leaves out colours, conditions, languages and gaps. */
function withLiterals(code: string): string {
  return code
    .replaceAll(
      /"([^"]*)(?:"|$)|[\\!](.)|\[\$([^\]-]*)[^\]]*\]/g,
      (_, quoted?: string, escaped?: string, currency?: string) =>
        OPEN + (quoted ?? escaped ?? currency ?? '').replaceAll(';', '') + CLOSE,
    )
    .replaceAll(/[_*].|\[(?![hms]+\])[^\]]*\]/gi, '')
    .replaceAll(/General|G\/通用格式/gi, '#');
}

function dateKind(letters: string): DateKind | undefined {
  if (/\[[hms]+\]/i.test(letters)) return 'ELAPSED';
  if (/d|aaa/i.test(letters)) return 'DATE';
  const hasYear = /y|e(?![+-])/i.test(letters);
  if (/[hs]/i.test(letters)) return hasYear ? 'DATE' : 'TIME';
  if (/m/i.test(letters)) return 'MONTH';
  return hasYear ? 'YEAR' : undefined;
}

function numberLook(section: string, marked: string, code: string): NumberLook | undefined {
  const [, before = '', digits = '', behind = ''] =
    /^([^0#?]*)([0#?].*[0#?]|[0#?])?(.*)$/s.exec(section) ?? [];
  const [whole = ''] = digits.replaceAll(LITERALS, '').split('.');
  const look: NumberLook = {
    before: telling(before),
    behind: telling(behind),
    isPercent: section.replaceAll(LITERALS, '').includes('%'),
    digits: whole.replaceAll(/[^0]/g, '').length,
    ...(SCALED.test(marked) && { scaledBy: code }),
  };
  const isPlain = look.before === '' && look.behind === '' && look.digits < 2;
  return isPlain && look.scaledBy === undefined ? undefined : look;
}

/** By a comma behind the digits, or a point that is written among them. */
const SCALED = new RegExp(`[0#?],+(?![0#?,])|[0#?]${OPEN}\\.${CLOSE}[0#?]`);

/** What gives a number another meaning; others, 人 or ¥, only repeat what its column says. */
const TELLING = /[百千万萬亿億元%‰$€£]|USD|EUR|HKD|JPY|GBP/i;

function telling(words: string): string {
  const shown = words.replaceAll(new RegExp(`[${OPEN}${CLOSE}]`, 'g'), '').trim();
  return TELLING.test(shown) ? shown : '';
}
