import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readNumeral } from '../../../src/ingest/reading/numeral.ts';
import { inChinese } from './chinese.ts';

const read = (text: string) => readNumeral(text)?.toFixed();

describe('a numeral', () => {
  it.each([
    ['一千二百三十四', '1234'],
    ['两千', '2000'],
    ['十', '10'],
    ['十五', '15'],
    ['一百十五', '115'],
    ['廿三', '23'],
    ['卅', '30'],
    ['一万零三', '10003'],
    ['三亿五千万', '350000000'],
    ['一万二千亿', '1200000000000'],
    ['1.5万亿', '1500000000000'],
    ['3亿5000万', '350000000'],
    ['12000万', '120000000'],
    ['5千万', '50000000'],
    ['三点五亿', '350000000'],
    ['零点八', '0.8'],
    ['〇', '0'],
    ['壹仟贰佰叁拾肆萬', '12340000'],
    ['1,234,567.5', '1234567.5'],
  ])('%s is %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    '三万五',
    '一千二',
    '二百五',
    '3万5',
    '3亿5000',
    '1,23',
    '三五',
    '亿',
    '零五',
    '万亿',
    '',
    '二〇二四',
    '一点',
  ])('%s is none, or short for two', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is the number that was written in Chinese', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(99_999),
          fc.nat(2_000_000_000),
          fc.integer({ min: 0, max: 9_999_999_999_999_99 }),
          fc.tuple(fc.nat(9999), fc.integer({ min: 0, max: 12 })).map(([n, p]) => n * 10 ** p),
        ),
        (number) => {
          expect(read(inChinese(number))).toBe(String(number));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
