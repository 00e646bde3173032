import { describe, expect, it } from '@jest/globals';
import { keyOf, wordsOf } from '../../src/search/plain-text.ts';
import { readingsOf } from '../../src/search/readings.ts';
import { cutsOf } from '../../src/search/syllables.ts';

const read = (name: string) => readingsOf(keyOf(name)).map(({ units }) => units.join(' '));

describe('how a name is read', () => {
  it.each([
    ['比亚迪', 'bi ya di'],
    ['重庆银行', 'chong qing yin hang'],
    ['東阿縣', 'dong e xian'],
    ['乐陵市', 'lao ling shi'],
    ['绿地', 'lu di'],
    ['吕梁', 'lu liang'],
    ['LG化学5G产业园', 'l g hua xue 5 g chan ye yuan'],
    ['济南𠮷野家', 'ji nan 𠮷 ye jia'],
    ['济南𫭟', 'ji nan ou'],
  ])('%s: %s', (name, reading) => {
    expect(read(name)[0]).toBe(reading);
  });

  it('has a reading more for a character that may be read otherwise, and no more than three', () => {
    expect(read('长鑫')).toEqual(['chang xin', 'zhang xin']);
    expect(read('长乐重行')).toHaveLength(3);
  });

  it('has a reading more where letters would be cut otherwise, typed without a break', () => {
    expect(read('HR安科')).toEqual(['h r an ke', 'h ran ke']);
  });

  it('is nothing where there is no Chinese in it', () => {
    expect(read('BYD Company 2')).toEqual([]);
  });

  it('has initials, of Latin letters and digits all', () => {
    const [reading] = readingsOf(keyOf('LG化学5G产业园'));
    expect(reading?.initials).toBe('lghx5gcyy');
  });
});

describe('letters', () => {
  it.each([
    ['biyadi', ['bi ya di']],
    ['yad', ['ya d']],
    ['xian', ['xian', 'xi an']],
    ['lghuaxue', ['l g hua xue']],
    ['5gchan', ['5 g chan']],
  ])('are cut into syllables: %s', (letters, cuts) => {
    const likeliest = cutsOf(letters, { isOpen: true }).map((units) => units.join(' '));
    expect(likeliest.slice(0, cuts.length)).toEqual(cuts);
  });

  it('are cut in a few ways only, however many there are', () => {
    expect(cutsOf('an'.repeat(50), { isOpen: true }).length).toBeLessThanOrEqual(16);
  });
});

describe('a text', () => {
  it('is the same in either script, width and case, with signs or without', () => {
    for (const text of ['長清區（經開區）', '长清区·经开区', ' 长清区 经开区〔〕']) {
      expect(keyOf(text)).toBe('长清区经开区');
    }
    expect(keyOf('ＢｙＤ－１号')).toBe('byd1号');
    expect(keyOf('Bǐyàdí Zürich')).toBe('biyadizurich');
  });

  it('has words, in which apostrophes and accents stand', () => {
    expect(wordsOf("  BYD's Co., Ltd. (Jinan) é")).toBe('byds co ltd jinan e');
  });
});
