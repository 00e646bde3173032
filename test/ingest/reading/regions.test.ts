import { describe, expect, it } from '@jest/globals';
import { regionReader } from '../../../src/ingest/reading/region.ts';
import { directoryOf } from '../../../src/ingest/reading/region-directory.ts';
import { refusalOf, valueOf } from './read.ts';

const reader = regionReader(
  directoryOf([
    { text: '370113', code: '370113' },
    { text: '长清区', code: '370113' },
    { text: '370114', code: '370114', validFrom: '2016-12-26' },
    { text: '章丘区', code: '370114', validFrom: '2016-12-26' },
    { text: '370181', code: '370114', isFormer: true },
    { text: 'JNZ-SU', code: 'JNZ-SU' },
    { text: '起步区', code: 'JNZ-SU' },
    { text: '泺口区', code: '370199', validTo: '2019-12-31' },
    { text: '新区', code: '370113' },
    { text: '新区', code: 'JNZ-SU' },
  ]),
);

describe('a region', () => {
  it.each([
    ['370113', '370113'],
    ['长清区', '370113'],
    ['长 清 区', '370113'],
    ['３７０１１３', '370113'],
    ['jnz-su', 'JNZ-SU'],
    ['起步区', 'JNZ-SU'],
  ])('%s is %s', (text, code) => {
    expect(valueOf(reader, text)).toBe(code);
  });

  it('is refused by a code that has lapsed, with what replaced it', () => {
    expect(refusalOf(reader, '370181')).toEqual({
      rule: 'REGION_LAPSED',
      problem: 'has lapsed, and 370114 replaced it.',
      suggestion: '370114',
    });
    expect(refusalOf(reader, '泺口区').problem).toBe(
      'has not been valid since 2019-12-31; give the region that 2026-11-30 knows.',
    );
  });

  it('is read as of the day that its codes have to be valid on', () => {
    expect(valueOf(reader, '泺口区', { asOf: '2018-06-30' })).toBe('370199');
    expect(refusalOf(reader, '章丘区', { asOf: '2016-01-01' }).rule).toBe('REGION');
  });

  it('is refused where it is not known, and the nearest told', () => {
    expect(refusalOf(reader, '长青区').suggestion).toBe('长清区');
    expect(refusalOf(reader, '370113000000').suggestion).toBe('370113');
  });

  it('is told from a slip where it is a place elsewhere', () => {
    expect(refusalOf(reader, '370202')).toEqual({
      rule: 'REGION',
      problem: 'is 370202 山东省青岛市市南区: none that this graph has on 2026-11-30.',
    });
    expect(refusalOf(reader, '浦东新区').problem).toMatch(/^is 310115 上海市浦东新区: none /);
    // One character off 长清区, and not meant to be it.
    expect(refusalOf(reader, '乐清市')).not.toHaveProperty('suggestion');
    expect(refusalOf(reader, '鼓楼区').problem).toMatch(/ or .+, or one of \d others: none /);
    expect(refusalOf(reader, '章丘市')).toEqual({
      rule: 'REGION_LAPSED',
      problem: 'is 370181 山东省济南市章丘市, which had lapsed before 2026-11-30.',
      suggestion: '章丘区',
    });
    expect(refusalOf(reader, '章丘区', { asOf: '2016-01-01' }).problem).toContain('2016-01-01');
  });

  it('is refused by a name that two have', () => {
    expect(refusalOf(reader, '新区').rule).toBe('REGION');
  });
});
