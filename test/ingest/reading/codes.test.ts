import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALPHABET, checkCharacter } from '../../../src/modules/enterprise/credit-code.ts';
import { organisationCheck } from '../../../src/modules/enterprise/organisation-code.ts';
import { readCreditCode } from '../../../src/ingest/reading/credit-code.ts';
import { readIndustry } from '../../../src/ingest/reading/industry.ts';
import { readProjectCode } from '../../../src/ingest/reading/project-code.ts';
import { given, readingOf, refusalOf, valueOf } from './read.ts';

/** The standard's own example, and codes with both checks right. */
const SOUND = [
  '91350100M000100Y43',
  '91110000600037341L',
  '91440300708461136T',
  '914403001922038216',
];

const creditCodes = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '11', '51', 'A1', 'N2', 'Y1'),
    fc.constantFrom('370113', '110000', '440300'),
    fc.string({ unit: fc.constantFrom(...ALPHABET.split('')), minLength: 8, maxLength: 8 }),
  )
  .map(([registrar, division, subject]) => {
    const body = registrar + division + subject + organisationCheck(subject);
    return body + checkCharacter(body);
  });

describe('a credit code', () => {
  it.each(SOUND)('%s holds', (code) => {
    expect(readCreditCode(code, given)).toEqual({ value: code });
  });

  it.each(['Y1110000600037341Y', 'N2440300708461136A', 'A1110000600037341K'])(
    '%s holds: registrars A, N and Y exist',
    (code) => {
      expect(valueOf(readCreditCode, code)).toBe(code);
    },
  );

  it('is read in full width, in lower case, and with blanks', () => {
    expect(valueOf(readCreditCode, ' ９１１１００００-600037341l ')).toBe('91110000600037341L');
  });

  it('is taken with a warning where the organisation code in it does not hold', () => {
    const body = '91110000600037342';
    expect(readCreditCode(body + checkCharacter(body), given)).toMatchObject({
      warning: { rule: 'ORGANISATION_CODE' },
    });
  });

  it('is refused where a spreadsheet made a number of it', () => {
    expect(refusalOf(readCreditCode, '9.14403E+17').rule).toBe('SCIENTIFIC_NOTATION');
    expect(refusalOf(readCreditCode, '914403001922038000', { isNumber: true }).rule).toBe(
      'DIGITS_LOST',
    );
    expect(refusalOf(readCreditCode, '914403001922038216', { isNumber: true }).rule).toBe(
      'DIGITS_LOST',
    );
    expect(refusalOf(readCreditCode, '600037341').problem).toMatch(/^is an organisation code/);
  });

  it('is refused by its check character, and a slip that is plain is told', () => {
    expect(refusalOf(readCreditCode, '91350100M000100Y4Z')).toMatchObject({
      problem: expect.stringContaining('without I, O, S, V and Z'),
    });
    expect(refusalOf(readCreditCode, '9111000060O037341L')).toMatchObject({
      suggestion: '91110000600037341L',
    });
    expect(refusalOf(readCreditCode, '9I11OO0060003734IL').suggestion).toBe('91110000600037341L');
  });

  it('tells two characters that changed places', () => {
    fc.assert(
      fc.property(creditCodes, fc.integer({ min: 8, max: 15 }), (code, at) => {
        const slip = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        fc.pre(slip !== code && 'problem' in readCreditCode(slip, given));
        const { suggestion } = refusalOf(readCreditCode, slip);
        if (suggestion !== undefined)
          expect(readCreditCode(suggestion, given)).toEqual({ value: suggestion });
      }),
    );
    expect(refusalOf(readCreditCode, '91110000600037431L').suggestion).toBe('91110000600037341L');
    // What the state itself registers is of 100000.
    expect(refusalOf(readCreditCode, '91100000100003692T').suggestion).toBe('91100000100003962T');
  });

  it('is never another than was written, and what is suggested holds by itself', () => {
    const changes = fc.tuple(
      fc.nat(17),
      fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')),
    );
    fc.assert(
      fc.property(creditCodes, changes, (code, [at, character]) => {
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        const reading = readCreditCode(changed, given);
        if (!('problem' in reading)) {
          expect(reading.value).toBe(changed);
          return;
        }
        expect(reading.suggestion).not.toBe(changed);
        if (reading.suggestion !== undefined) {
          expect(readCreditCode(reading.suggestion, given)).toEqual({ value: reading.suggestion });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a national project code', () => {
  it.each([
    ['2101-370113-04-01-123456', '2101-370113-04-01-123456'],
    ['2018-370113-36-03-012345', '2018-370113-36-03-012345'],
    ['2020-370113-36-03-012345', '2020-370113-36-03-012345'],
    ['2011-370100-04-01-123456', '2011-370100-04-01-123456'],
    ['21013701130401123456', '2101-370113-04-01-123456'],
    ['２１０１－370113–04-01-123456', '2101-370113-04-01-123456'],
  ])('%s is read as %s', (text, code) => {
    expect(valueOf(readProjectCode, text)).toBe(code);
  });

  it.each([
    ['2113-370113-04-01-123456', 'PROJECT_CODE_TIME'],
    ['2010-370113-04-01-123456', 'PROJECT_CODE_TIME'],
    ['2021-370113-04-01-123456', 'PROJECT_CODE_TIME'],
    ['2612-370113-04-01-123456', 'PROJECT_CODE_TIME'],
    ['2101-990113-04-01-123456', 'PROJECT_CODE_DIVISION'],
    ['2101-370013-04-01-123456', 'PROJECT_CODE_DIVISION'],
    ['2018-370113-98-03-012345', 'PROJECT_CODE_INDUSTRY'],
    ['2101-370113-04-01-12345', 'PROJECT_CODE'],
    ['济发改审批[2023]5号', 'PROJECT_CODE'],
    ['2.10137E+19', 'SCIENTIFIC_NOTATION'],
  ])('%s is refused: %s', (text, rule) => {
    expect(refusalOf(readProjectCode, text).rule).toBe(rule);
  });

  it.each([
    ['2101-370171-04-01-123456', /^names 370171, which GB\/T 2260 has not had since 2002; /],
    ['2101-371202-04-01-123456', '山东省莱芜市莱城区, which had lapsed before 2021-01.'],
    ['2018-371202-36-03-012345', undefined],
    ['2016-370116-36-03-012345', undefined],
    ['2015-370114-36-03-012345', '山东省济南市章丘区, which was not there before 2016-07.'],
    ['2101-110103-04-01-123456', '北京市崇文区, which had lapsed before 2021-01.'],
    ['2101-370101-04-01-123456', undefined],
    ['2101-370100-04-01-123456', undefined],
  ])('%s is taken, and what is odd about its division told', (text, problem) => {
    const { warning } = readingOf(readProjectCode, text);
    if (problem === undefined) expect(warning).toBeUndefined();
    else if (typeof problem === 'string') expect(warning?.problem).toContain(problem);
    else expect(warning?.problem).toMatch(problem);
  });
});

describe('an industry', () => {
  it.each([
    ['C3612', 'C3612'],
    ['3612', 'C3612'],
    ['c36', 'C36'],
    ['C', 'C'],
    ['01', 'A01'],
    ['0111', 'A0111'],
    ['977', 'T977'],
    ['652', 'I652'],
  ])('%s is %s', (text, code) => {
    expect(valueOf(readIndustry, text)).toBe(code);
  });

  it('is refused in a section that its division is not of, which is told', () => {
    expect(refusalOf(readIndustry, 'D3612')).toEqual({
      rule: 'INDUSTRY_SECTION',
      problem: 'names section D, and division 36 is of section C.',
      suggestion: 'C3612',
    });
  });

  it('is refused without a division there is, and where a zero may be lost', () => {
    for (const text of ['00', '98', 'U', '1', 'C36120', '汽车制造业']) {
      expect(refusalOf(readIndustry, text).rule).toBe('INDUSTRY');
    }
    expect(refusalOf(readIndustry, '111', { isNumber: true }).rule).toBe('LEADING_ZERO');
  });
});
