import { Decimal } from 'decimal.js';

/** Of 60 digits, for a sum in 元 of any size is exact in 亿元. */
export const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 });
type Exact = Decimal;

/** The financial, traditional and other writings of a numeral's characters. */
const WRITINGS: readonly (readonly [string, string])[] = [
  ['〇', '零'],
  ['壹弌', '一'],
  ['贰貳弍两兩', '二'],
  ['叁參叄弎', '三'],
  ['肆', '四'],
  ['伍', '五'],
  ['陆陸', '六'],
  ['柒', '七'],
  ['捌', '八'],
  ['玖', '九'],
  ['拾', '十'],
  ['佰', '百'],
  ['仟', '千'],
  ['萬', '万'],
  ['億', '亿'],
  ['點', '点'],
  ['廿', '二十'],
  ['卅', '三十'],
];
const PLAIN = new Map(
  WRITINGS.flatMap(([many, one]) => Array.from(many).map((written) => [written, one])),
);
const DIGITS = '零一二三四五六七八九';
const DIGIT = '([一二三四五六七八九])';
const BELOW_TEN_THOUSAND = new RegExp(
  `^(?:${DIGIT}千)?(?:零?${DIGIT}百)?(零?${DIGIT}?十)?(零)?${DIGIT}?$`,
);

/**
 * Reads a number in Chinese or Arabic digits, or both: 一千二百三十四, 壹拾贰万, 三点五亿, 1.5万亿,
 * 3亿5000万, 1,234.5. Undefined for what is none, and for what is short for two numbers: 三万五.
 */
export function readNumeral(text: string): Exact | undefined {
  const written = /[^\d.,]/.test(text) ? plainly(text) : text;
  if (written === '零') return new Exact(0);
  return arabic(written) ?? pointed(written) ?? whole(written);
}

function plainly(text: string): string {
  return Array.from(text)
    .map((character) => PLAIN.get(character) ?? character)
    .join('');
}

/** The digits of 二〇二四, one by one: as a year is said. Undefined where there is another character. */
export function readDigits(text: string): string | undefined {
  const digits = Array.from(plainly(text)).map((character) =>
    /\d/.test(character) ? character : String(DIGITS.indexOf(character)),
  );
  return digits.includes('-1') ? undefined : digits.join('');
}

function arabic(text: string): Exact | undefined {
  if (/^\d{1,30}(\.\d{1,30})?$/.test(text)) return new Exact(text);
  return /^\d{1,3}(,\d{3})+(\.\d{1,30})?$/.test(text)
    ? new Exact(text.replaceAll(',', ''))
    : undefined;
}

/** 三点五亿. */
function pointed(text: string): Exact | undefined {
  const [, before, digits = '', units = ''] =
    /^([零一二三四五六七八九十百千]+)点([零一二三四五六七八九]+)(万?亿?)$/.exec(text) ?? [];
  if (before === undefined) return undefined;
  const start = before === '零' ? new Exact(0) : belowTenThousand(before);
  const power = (units.includes('万') ? 4 : 0) + (units.includes('亿') ? 8 : 0);
  return start?.plus(`0.${readDigits(digits) ?? ''}`).times(`1e${power}`);
}

function whole(text: string): Exact | undefined {
  const [unit, power] = text.includes('亿') ? (['亿', 8] as const) : (['万', 4] as const);
  const at = text.lastIndexOf(unit);
  if (at < 0) return belowTenThousand(text);
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  const high = before.includes(unit) ? undefined : (arabic(before) ?? whole(before));
  if (!high || after === '') return high?.times(`1e${power}`);
  const low = isShort(after, power) ? undefined : whole(after.replace(/^零/, ''));
  if (!low || !high.isInteger() || low.gte(`1e${power}`)) return undefined;
  return high.times(`1e${power}`).plus(low);
}

/** After a unit, digits alone are of the next smaller unit in speech, and of none in writing. */
function isShort(text: string, power: number): boolean {
  if (/^[一二三四五六七八九]$/.test(text)) return true;
  return /^[\d.,]+$/.test(text) && !(power === 4 && /^\d{4}$/.test(text));
}

function belowTenThousand(text: string): Exact | undefined {
  const mixed = /^(\d[\d.,]*)([百千])$/.exec(text);
  if (mixed) return arabic(mixed[1] ?? '')?.times(mixed[2] === '百' ? 100 : 1000);
  const parts = /^(零|$)/.test(text) ? null : BELOW_TEN_THOUSAND.exec(text);
  if (!parts) return arabic(text);
  const [, thousands, hundreds, ten, tens, zero, ones] = parts;
  const isSpoken = ones !== undefined && zero === undefined && ten === undefined;
  if (isSpoken && (thousands ?? hundreds) !== undefined) return undefined;
  if (zero !== undefined && ones === undefined) return undefined;
  return new Exact(
    digit(thousands) * 1000 +
      digit(hundreds) * 100 +
      (ten === undefined ? 0 : (digit(tens) || 1) * 10) +
      digit(ones),
  );
}

const digit = (character: string | undefined) =>
  character === undefined ? 0 : DIGITS.indexOf(character);
