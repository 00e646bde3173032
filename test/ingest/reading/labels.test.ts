import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFlag } from '../../../src/ingest/reading/flag.ts';
import { labelReader, listReader } from '../../../src/ingest/reading/label.ts';
import { readText } from '../../../src/ingest/reading/text.ts';
import { given, refusalOf, valueOf } from './read.ts';

const labels = new Map([
  ['前期', 'PLANNED'],
  ['在建', 'UNDER_CONSTRUCTION'],
  ['已开工', 'STARTED'],
  ['竣工（投产）', 'IN_PRODUCTION'],
]);
const stage = labelReader(labels);

describe('a label', () => {
  it('is a value by its table, whatever its widths and blanks', () => {
    expect(valueOf(stage, '在 建')).toBe('UNDER_CONSTRUCTION');
    expect(valueOf(stage, '竣工(投产)')).toBe('IN_PRODUCTION');
  });

  it('is refused where the table has none, and the nearest told', () => {
    expect(refusalOf(stage, '以开工')).toEqual({
      rule: 'LABEL',
      problem: 'is not one of 前期, 在建, 已开工, 竣工（投产）.',
      suggestion: '已开工',
    });
    expect(refusalOf(stage, '停工').suggestion).toBeUndefined();
  });

  it('suggests what is another, and holds', () => {
    const slips = fc
      .tuple(fc.constantFrom(...labels.keys()), fc.nat(6), fc.constantFrom('', '工', '前', 'x'))
      .map(([label, at, character]) => label.slice(0, at) + character + label.slice(at + 1));
    fc.assert(
      fc.property(
        slips.filter((slip) => 'problem' in stage(slip, given)),
        (slip) => {
          const { suggestion } = refusalOf(stage, slip);
          expect(suggestion).not.toBe(slip);
          if (suggestion !== undefined) expect(stage(suggestion, given)).toHaveProperty('value');
        },
      ),
    );
  });

  it('may be one of several', () => {
    expect(valueOf(listReader(stage), '前期、在建；前期')).toBe('PLANNED;UNDER_CONSTRUCTION');
    expect(refusalOf(listReader(stage), '前期、停工').problem).toMatch(
      /^holds "停工", which is not one/,
    );
    expect(valueOf(listReader(readText), '新能源, 生物医药')).toBe('新能源;生物医药');
  });
});

describe('a flag', () => {
  it.each([
    ...['是', '有', '√', 'TRUE'].map((text) => [text, 'true'] as const),
    ...['否', '无', '×', 'false'].map((text) => [text, 'false'] as const),
  ])('%s is %s', (text, value) => {
    expect(valueOf(readFlag, text)).toBe(value);
  });

  it('is refused where it says neither', () => {
    expect(refusalOf(readFlag, '部分').suggestion).toBeUndefined();
    expect(refusalOf(readFlag, '1').suggestion).toBe('是');
  });
});

describe('a text', () => {
  it('has no line breaks and runs of blanks, and keeps its widths', () => {
    expect(valueOf(readText, ' 智能\n制造　项目（一期） ')).toBe('智能 制造 项目（一期）');
  });

  it('is refused with a control character, and as a number that lost digits', () => {
    expect(refusalOf(readText, 'a\u0007b').rule).toBe('TEXT');
    expect(refusalOf(readText, '914403001922038000', { isNumber: true }).rule).toBe('DIGITS_LOST');
  });
});
