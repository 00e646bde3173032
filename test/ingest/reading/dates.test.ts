import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDate, readDay } from '../../../src/ingest/reading/date.ts';
import { gregorianDay, lunarDay } from '../../../src/ingest/reading/lunar.ts';
import { readPeriod } from '../../../src/ingest/reading/period.ts';
import { lunarName } from './chinese.ts';
import { partsOf, refusalOf, valueOf } from './read.ts';

const dayIn = (first: string, last: string) =>
  fc
    .date({ min: new Date(first), max: new Date(last), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

describe('a date', () => {
  it.each([
    ...['2024-03-05', '2024/3/5', '2024.3.5', '20240305', '2024年3月5日', '2024年03月05号'],
    ...['二〇二四年三月五日', '２０２４年３月５日', ' 2024 年 3 月 5 日 ', '2024-03-05 00:00:00'],
    '2024-03-05T00:00:00.000Z',
  ])('%s is 5 March 2024, as it is printed', (text) => {
    expect(partsOf(readDate, text)).toEqual({
      earliest: '2024-03-05',
      latest: '2024-03-05',
      certainty: 'STATED',
    });
  });

  it.each([
    ['2024年', '2024-01-01', '2024-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024年2月', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024年十二月', '2024-12-01', '2024-12-31'],
    ['2024年2月下旬', '2024-02-21', '2024-02-29'],
    ['2024年3月上旬', '2024-03-01', '2024-03-10'],
  ])('%s is from %s to %s', (text, earliest, latest) => {
    expect(partsOf(readDate, text)).toMatchObject({ earliest, latest, certainty: 'STATED' });
  });

  it('takes the year that its table tells, and says so', () => {
    expect(partsOf(readDate, '3月5日', { year: 2024 })).toEqual({
      earliest: '2024-03-05',
      latest: '2024-03-05',
      certainty: 'YEAR_INFERRED',
      derivation: 'Printed 3月5日; year from context',
    });
    expect(refusalOf(readDate, '3月5日').rule).toBe('NO_YEAR');
  });

  it.each([
    ['2024-02-30', 'NO_SUCH_DAY', undefined],
    ['2023年2月29日', 'NO_SUCH_DAY', undefined],
    ['2024-13-01', 'NO_SUCH_DAY', undefined],
    ['2024年13月', 'NO_SUCH_MONTH', undefined],
    ['24/3/5', 'SHORT_YEAR', '2024-03-05'],
    ['24年3月5日', 'SHORT_YEAR', '2024-03-05'],
    ['45356', 'SERIAL_DATE', '2024-03-05'],
    ['45356.5', 'SERIAL_DATE', '2024-03-05'],
    ['2024-03-05 14:30', 'TIME_OF_DAY', '2024-03-05'],
    ['1024-03-05', 'YEAR', undefined],
    ['3/5/2024', 'DATE', undefined],
    ['2024年底', 'DATE', undefined],
    ['5日', 'DATE', undefined],
    ['待定', 'DATE', undefined],
    ['八月十五', 'LUNAR_OR_NOT', undefined],
  ])('%s is refused: %s', (text, rule, suggestion) => {
    const refusal = refusalOf(readDate, text, { year: 2024 });
    expect([refusal.rule, refusal.suggestion]).toEqual([rule, suggestion]);
  });

  it('is no month where the spreadsheet may have dropped its zero', () => {
    expect(refusalOf(readDate, '2024.1', { isNumber: true }).rule).toBe('MONTH_AS_NUMBER');
    expect(valueOf(readDate, '2024.1')).toBe('2024-01-01');
  });

  it('has to be one day where a day is asked for', () => {
    expect(valueOf(readDay, '2024年3月5日')).toBe('2024-03-05');
    expect(refusalOf(readDay, '2024年3月').rule).toBe('DAY');
  });
});

describe('a day of the Chinese calendar', () => {
  it.each([
    ['2023年正月初六', '2023-01-27'],
    ['农历二〇二三年腊月二十三', '2024-02-02'],
    ['2023年闰二月初四', '2023-03-25'],
    ['2020年闰四月初一', '2020-05-23'],
    ['2033年闰冬月初一', '2033-12-22'],
    ['农历2024年八月十五', '2024-09-17'],
    ['农历2024年1月1日', '2024-02-10'],
    ['2023年腊月三十', '2024-02-09'],
    ['2023年十月廿九', '2023-12-11'],
    // Days that ICU gets wrong.
    ['2027年正月初一', '2027-02-06'],
    ['2018年十月初一', '2018-11-08'],
    ['2030年正月初一', '2030-02-03'],
    ['1987年闰六月初一', '1987-07-26'],
  ])('%s is %s', (text, day) => {
    expect(partsOf(readDate, text)).toEqual({
      earliest: day,
      latest: day,
      certainty: 'STATED',
      derivation: `${text} = ${day}`,
    });
  });

  it('falls into the common year that its table tells', () => {
    const { earliest, certainty, derivation } = partsOf(readDate, '正月初六', { year: 2023 }) ?? {};
    expect([earliest, certainty, derivation]).toEqual([
      '2023-01-27',
      'YEAR_INFERRED',
      '正月初六 = 2023-01-27; year from context',
    ]);
    expect(valueOf(readDate, '腊月二十三', { year: 2024 })).toBe('2024-02-02');
  });

  it('is refused where the year has it twice, or not at all', () => {
    expect(refusalOf(readDate, '腊月初一', { year: 2024 })).toEqual({
      rule: 'TWICE_A_YEAR',
      problem: 'falls into 2024 twice, on 2024-01-11 and on 2024-12-31; give the day.',
    });
    expect(refusalOf(readDate, '2024年闰二月初一').rule).toBe('NO_SUCH_DAY');
    expect(refusalOf(readDate, '2023年二月三十一').rule).toBe('LUNAR_OR_NOT');
    expect(refusalOf(readDate, '农历2023年正月三十').rule).toBe('NO_SUCH_DAY');
    expect(refusalOf(readDate, '正月十五').rule).toBe('NO_YEAR');
  });

  it('is the day that it was written for, from 1950 to 2050', () => {
    fc.assert(
      fc.property(dayIn('1950-01-01', '2050-12-31'), (day) => {
        expect(gregorianDay(lunarDay(day))).toBe(day);
        expect(valueOf(readDate, lunarName(day).replace('年', '年农历'))).toBe(day);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a period', () => {
  it.each([
    ['2024年', '2024-01-01', '2024-12-31', '2024'],
    ['2024年一季度', '2024-01-01', '2024-03-31', '2024-Q1'],
    ['2024年第4季度', '2024-10-01', '2024-12-31', '2024-Q4'],
    ['2024-Q2', '2024-04-01', '2024-06-30', '2024-Q2'],
    ['2023年上半年', '2023-01-01', '2023-06-30', '2023-H1'],
    ['2023-H2', '2023-07-01', '2023-12-31', '2023-H2'],
    ['2024年3月', '2024-03-01', '2024-03-31', '2024-03'],
    ['2023年1-11月', '2023-01-01', '2023-11-30', '2023-01/2023-11'],
    ['2023年1—2月', '2023-01-01', '2023-02-28', '2023-01/2023-02'],
    ['2023-2028', '2023-01-01', '2028-12-31', '2023/2028'],
    ['2023年3月至2024年5月', '2023-03-01', '2024-05-31', '2023-03/2024-05'],
  ])('%s is from %s to %s, called %s', (text, from, to, label) => {
    expect(partsOf(readPeriod, text)).toEqual({ from, to, label });
  });

  it('takes the year that its table tells', () => {
    expect(valueOf(readPeriod, '二季度', { year: 2024 })).toBe('2024-Q2');
    expect(refusalOf(readPeriod, '二季度').rule).toBe('NO_YEAR');
  });

  it('is refused backwards, and without sense', () => {
    expect(refusalOf(readPeriod, '2024年至2023年').rule).toBe('PERIOD');
    expect(refusalOf(readPeriod, '2024年11-1月').rule).toBe('NO_SUCH_MONTH');
    expect(refusalOf(readPeriod, '十四五').rule).toBe('DATE');
  });
});

describe('a suggested day', () => {
  it('is another writing than what was refused, and holds itself', () => {
    const texts = fc.oneof(
      dayIn('1950-01-01', '2050-12-31').map((day) => day.slice(2)),
      dayIn('1950-01-01', '2050-12-31').map((day) => `${day} 09:30`),
      fc.integer({ min: 10_000, max: 99_999 }).map(String),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { suggestion } = refusalOf(readDate, text);
        expect(suggestion).not.toBe(text);
        if (suggestion !== undefined) expect(valueOf(readDate, suggestion)).toBe(suggestion);
      }),
    );
  });
});
