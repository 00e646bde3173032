import { describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { amountReader, type MoneyUnit, moneyUnits } from '../../../src/ingest/reading/amount.ts';
import { numberReader, readWhole } from '../../../src/ingest/reading/number.ts';
import { moneyUnitProblem } from '../../../src/ingest/reading/readers.ts';
import { partsOf, refusalOf, valueOf } from './read.ts';

const tenThousands = amountReader({ unit: '万元' });

describe('an amount of money', () => {
  it.each([
    ['3500', '0.35'],
    ['3,500', '0.35'],
    ['３５００', '0.35'],
    ['1.2亿', '1.2'],
    ['1.2 亿元', '1.2'],
    ['3500万元', '0.35'],
    ['1.5万亿', '15000'],
    ['3亿5000万元', '3.5'],
    ['三千五百', '0.35'],
    ['壹亿贰仟万元整', '1.2'],
    ['￥350000元', '0.0035'],
    ['-20', '-0.002'],
    ['0', '0'],
  ])('%s in a column of 万元 is %s亿元', (text, value) => {
    expect(valueOf(tenThousands, text)).toBe(value);
  });

  it('is refused where its digits would not be kept, with what they are', () => {
    expect(refusalOf(tenThousands, '1234.5')).toEqual({
      rule: 'AMOUNT_DIGITS',
      problem: 'is 0.12345亿元, and 4 decimals (1万元) are kept; give it in whole 万元.',
    });
    expect(refusalOf(amountReader({ unit: '元' }), '12345').problem).toMatch(/^is 0.00012345亿元/);
    expect(refusalOf(amountReader({ unit: '万亿元' }), '100000000000').rule).toBe('AMOUNT_SIZE');
  });

  it('is refused in foreign money, without a unit, and where the unit may be one of two', () => {
    expect(refusalOf(tenThousands, '500万美元').rule).toBe('FOREIGN_MONEY');
    expect(refusalOf(tenThousands, '$500').rule).toBe('FOREIGN_MONEY');
    expect(refusalOf(amountReader({}), '500').rule).toBe('AMOUNT_UNIT');
    expect(valueOf(amountReader({}), '500万')).toBe('0.05');
    expect(refusalOf(tenThousands, '一万二千').problem).toBe(
      'is in 元 or in 万元; write the unit behind it.',
    );
    expect(valueOf(tenThousands, '一万二千元').includes('is 0.00012亿元')).toBe(true);
    expect(moneyUnitProblem('万美元')).toMatch(/no rate/);
    expect(moneyUnitProblem('万')).toMatch(/no unit of money/);
  });

  it.each(['待定', '1.2.3', '3500/年', '1,23', '10-20', '约约20', ''])('%s is none', (text) => {
    expect(refusalOf(tenThousands, text).rule).toBe('AMOUNT');
  });

  it('keeps the word that qualifies it, where there is a column for it', () => {
    const qualified = amountReader({ unit: '亿元', takesQualifier: true });
    const said = (text: string) => partsOf(qualified, text)?.qualifier;
    expect(['20', '约20', '20左右', '近20亿元'].map(said)).toEqual([
      ...['EXACT', 'APPROX', 'APPROX', 'APPROX'],
    ]);
    expect(['超过20', '20余亿元', '二十多亿', '逾20', '20以上', '不低于20'].map(said)).toEqual([
      ...['GT', 'GT', 'GT', 'GT', 'GTE', 'GTE'],
    ]);
    expect(['不足20', '不超过20', '20以内'].map(said)).toEqual(['LT', 'LTE', 'LTE']);
    expect(valueOf(qualified, '20余亿元')).toBe('20');
    expect(refusalOf(qualified, '约20以上').rule).toBe('AMOUNT');
  });

  it('is refused with such a word elsewhere', () => {
    expect(refusalOf(tenThousands, '约3500')).toEqual({
      rule: 'QUALIFIED',
      problem: 'is not exact (APPROX), and this column takes exact amounts alone; give one.',
      suggestion: '3500',
    });
  });

  it('is refused with an exponent, and its digits told', () => {
    expect(refusalOf(tenThousands, '1.2E+5')).toMatchObject({ suggestion: '120000' });
  });

  it('is exact in any unit', () => {
    const units = Object.keys(moneyUnits) as MoneyUnit[];
    const amounts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.constantFrom(...units));
    fc.assert(
      fc.property(amounts, fc.boolean(), fc.boolean(), ([kept, unit], isGrouped, isInCell) => {
        // given: so many 万元, written in another unit
        const exact = new (Decimal.clone({ precision: 60 }))(String(kept));
        const digits = exact.times('1e4').div(moneyUnits[unit]).toFixed();
        const text = isGrouped ? digits.replaceAll(/\B(?=(\d{3})+(?!\d))(?<!\..*)/g, ',') : digits;
        // when
        const read = isInCell
          ? valueOf(amountReader({ unit: '元' }), text + unit)
          : valueOf(amountReader({ unit }), text);
        // then
        expect(read).toBe(exact.div('1e4').toFixed());
      }),
    );
  });

  it('is refused by a digit more than is kept, never rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }).filter((n) => n % 10 > 0),
        (tenths) => {
          expect(refusalOf(tenThousands, (tenths / 10).toFixed(1)).rule).toBe('AMOUNT_DIGITS');
        },
      ),
    );
  });
});

describe('a number', () => {
  it('may have its unit behind it, and is refused with another', () => {
    expect(valueOf(numberReader({}), '-12.6')).toBe('-12.6');
    expect(valueOf(numberReader({ unit: '%' }), '12.6％')).toBe('12.6');
    expect(valueOf(numberReader({ unit: '个' }), '一百二十个')).toBe('120');
    expect(refusalOf(numberReader({}), '12.6%')).toMatchObject({ suggestion: '12.6' });
    expect(refusalOf(numberReader({}), '120个').rule).toBe('NUMBER');
    expect(refusalOf(numberReader({}), '1.23456').rule).toBe('NUMBER_DIGITS');
    expect(partsOf(numberReader({ takesQualifier: true }), '120以上')).toEqual({
      qualifier: 'GTE',
    });
  });

  it('is whole where it counts', () => {
    expect(valueOf(readWhole, '１２')).toBe('12');
    expect(valueOf(readWhole, '十二')).toBe('12');
    expect(refusalOf(readWhole, '12.0')).toMatchObject({ suggestion: '12' });
    expect(refusalOf(readWhole, '12.5').suggestion).toBeUndefined();
  });
});
