import { Exact, readNumeral } from './numeral.ts';
import { readQualified } from './qualified.ts';
import { compact, type Reader, type Reading, refused } from './reading.ts';

export interface NumberOptions {
  /** What may stand behind the digits: 个, %. */
  readonly unit?: string;
  readonly takesQualifier?: boolean;
}

/** Reads a number (数值) of at most 4 decimals, in Arabic or Chinese digits. */
export function numberReader({ unit = '', takesQualifier = false }: NumberOptions): Reader {
  const behind = unit.normalize('NFKC');
  return (cell) => {
    const qualified = readQualified(compact(cell));
    if (!qualified) return notANumber();
    const { text, qualifier } = qualified;
    const isWithUnit = behind !== '' && text.endsWith(behind);
    const read = decimal(isWithUnit ? text.slice(0, -behind.length) : text);
    if ('problem' in read) return read;
    if (takesQualifier) return { ...read, parts: { qualifier } };
    return qualifier === 'EXACT'
      ? read
      : refused(
          'QUALIFIED',
          `is not exact (${qualifier}), and this column takes exact numbers alone; give one.`,
          text,
        );
  };
}

function notANumber(suggestion?: string) {
  return refused('NUMBER', 'is no number; write digits, 1250 or 12.6.', suggestion);
}

function decimal(text: string): Reading {
  const [, sign = '', written = '', more = ''] = /^([+-]?)([^%]*)(.*)$/s.exec(text) ?? [];
  const number = readNumeral(written);
  if (!number) return notANumber();
  const value = (sign === '-' ? number.neg() : number).toFixed();
  if (more !== '') return notANumber(value);
  if (number.decimalPlaces() > 4) {
    return refused('NUMBER_DIGITS', 'has more digits than the 4 decimals that are kept; round it.');
  }
  return number.gte('1e18') ? refused('NUMBER_SIZE', 'has more than 18 digits.') : { value };
}

/** Reads a whole number (整数) from 0 on. */
export function readWhole(cell: string): Reading {
  const text = compact(cell);
  const number = readNumeral(text) ?? new Exact(NaN);
  if (number.isInteger() && !text.includes('.')) return { value: number.toFixed() };
  return refused(
    'WHOLE',
    'is no whole number; write digits, 12.',
    number.isInteger() ? number.toFixed() : undefined,
  );
}
