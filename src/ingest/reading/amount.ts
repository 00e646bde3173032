import type { Decimal } from 'decimal.js';
import type { Qualifier } from '../../modules/source/qualifier.ts';
import { Exact, readNumeral } from './numeral.ts';
import { readQualified } from './qualified.ts';
import { compact, type Reader, type Reading, refused } from './reading.ts';

/** Units of money, and how many 元 each is. */
export const moneyUnits = {
  元: '1',
  千元: '1e3',
  万元: '1e4',
  百万元: '1e6',
  千万元: '1e7',
  亿元: '1e8',
  万亿元: '1e12',
} as const;
export type MoneyUnit = keyof typeof moneyUnits;

const FOREIGN = /美元|美金|欧元|日元|港元|港币|英镑|韩元|澳元|外币|USD|EUR|JPY|HKD|GBP|[$€£]/i;

/** Money of another country: what it is worth changes, and no source of rates is kept. */
export const isForeign = (text: string): boolean => FOREIGN.test(text);

export interface AmountOptions {
  /** What a number without a unit is in; it is refused where there is none. */
  readonly unit?: MoneyUnit;
  /** Whether 约, 超过, 以上 … may stand there: a column of its own takes them. */
  readonly takesQualifier?: boolean;
}

/** How many 亿元 one of each unit is. */
const factors = new Map(
  Object.entries(moneyUnits).map(([unit, yuan]) => [unit, new Exact(yuan).div(moneyUnits.亿元)]),
);

/** NUMERIC(18,4). */
const DECIMALS = 4;
const LARGEST = new Exact('1e14');

/** Reads an amount of money (金额) into 亿元, exactly: what 4 decimals cannot hold is refused. */
export function amountReader({ unit, takesQualifier = false }: AmountOptions): Reader {
  const withQualifier = (read: Reading, qualifier: Qualifier): Reading =>
    takesQualifier && 'value' in read ? { ...read, parts: { qualifier } } : read;
  return (cell) => {
    if (/^\d+$/.test(cell)) return withQualifier(inHundredMillions(cell, unit), 'EXACT');
    const text = compact(cell).replace(/^(人民币|RMB|CNY|[¥￥])/i, '');
    if (isForeign(text)) {
      return refused(
        'FOREIGN_MONEY',
        'is in foreign money, for which there is no rate; give it in 万元.',
      );
    }
    const exponent = /^(-?\d(?:\.\d+)?E[+-]?\d{1,2})$/i.exec(text)?.[1];
    if (exponent !== undefined) {
      const digits = new Exact(exponent).toFixed();
      return refused(
        'SCIENTIFIC_NOTATION',
        'is written with an exponent; write its digits.',
        digits,
      );
    }
    const qualified = readQualified(text);
    if (!qualified) return notAnAmount();
    const read = inHundredMillions(qualified.text, unit);
    if ('problem' in read) return read;
    return takesQualifier || qualified.qualifier === 'EXACT'
      ? withQualifier(read, qualified.qualifier)
      : refused(
          'QUALIFIED',
          `is not exact (${qualified.qualifier}), and this column takes exact amounts alone; give one.`,
          qualified.text,
        );
  };
}

function notAnAmount() {
  return refused(
    'AMOUNT',
    'is no amount; write digits, with a unit where it is another: 3500, 1.2亿.',
  );
}

function inHundredMillions(text: string, unit: MoneyUnit | undefined): Reading {
  const [, minus = '', written = '', currency] = /^(-?)(.*?)([元圆]整?)?$/.exec(text) ?? [];
  const number = readNumeral(written);
  if (!number) return notAnAmount();
  const hasUnit = currency !== undefined || /[万亿萬億]$/.test(written);
  if (!hasUnit && unit === undefined) {
    return refused('AMOUNT_UNIT', 'is an amount without a unit; write 万元 or 亿元 behind it.');
  }
  if (!hasUnit && unit !== '元' && /[万亿萬億]/.test(written)) {
    return refused('AMOUNT_UNIT', `is in 元 or in ${unit ?? ''}; write the unit behind it.`);
  }
  const factor = factors.get(hasUnit || unit === undefined ? '元' : unit) ?? 1;
  const amount = number.times(factor);
  return kept(minus === '' ? amount : amount.neg());
}

function kept(amount: Decimal): Reading {
  const value = amount.toFixed();
  if (amount.decimalPlaces() > DECIMALS) {
    return refused(
      'AMOUNT_DIGITS',
      `is ${value}亿元, and ${DECIMALS} decimals (1万元) are kept; give it in whole 万元.`,
    );
  }
  if (amount.abs().gte(LARGEST)) {
    return refused(
      'AMOUNT_SIZE',
      `is ${value}亿元, which is too much to be true; look at its unit.`,
    );
  }
  return { value };
}
