import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyOf } from '../../src/search/plain-text.ts';
import { readingsOf } from '../../src/search/readings.ts';
import { startGateway, type Gateway } from '../support/gateway.ts';
import { searchIn } from './searching.ts';

/** Characters of names, among them such as have several readings, traditional ones, ü and letters. */
const CHARACTERS = Array.from(
  '济南长清重庆银行乐陵单县绿地女吕略车厂参合成系石泽济阳鋼鐵機電長樂广場東亚迪比安恩昂儿西仙5GLGhrＡＩ〔（·）〕、 𠮷',
);
const names = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 2, maxLength: 24 })
  .map((characters) => characters.join(''))
  .filter((name) => name.trim() === name && Array.from(keyOf(name)).length >= 2);

describe('whoever bears a name', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  it('is found by any part of it, by its pinyin from any syllable on, and by its initials', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.nat(), fc.nat(), async (name, begin, length) => {
        const code = await gateway.given.enterprise({ name });
        const { node } = await gateway.query(
          `query ($code: String!) { node: enterprise(code: $code) { id } }`,
          { code },
        );
        const cut = (units: readonly string[], shortest: number) => {
          const from = begin % Math.max(1, units.length - shortest + 1);
          return units.slice(from, from + shortest + (length % units.length)).join('');
        };
        const key = Array.from(keyOf(name));
        const [reading] = readingsOf(key.join(''));
        const typed: string[] = [];
        if (reading) {
          const { units, initials } = reading;
          const letters = cut(units, 1);
          typed.push(cut(Array.from(initials), 2), units.join(''), letters);
          typed.push(letters.slice(0, 2 + (length % Math.max(1, letters.length - 1))));
        }
        // What has no reading stands in its pinyin as it is: nobody types the two as one.
        const texts = typed.filter((text) => /^[a-z0-9]{2,}$/.test(text));
        for (const text of [cut(key, 2), cut(key, key.length), ...texts]) {
          const ids: string[] = [];
          let after: string | null = null;
          do {
            const page = await searchIn(gateway, text, { first: 200, after });
            ids.push(...page.nodes.map((found) => found.node!.id));
            after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
          } while (after !== null && !ids.includes(node.id));
          expect({ text, isFound: ids.includes(node.id) }).toEqual({ text, isFound: true });
        }
      }),
      { numRuns: 25, examples: [['济济济济济厂𠮷济', 4, 0]] },
    );
  }, 120_000);
});
