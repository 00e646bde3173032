import { describe, expect, it } from '@jest/globals';
import { DataText, KeptAnswers } from '../../src/graph/execution/kept-answers.ts';

const KILOBYTE = 1_024;
const never = new AbortController().signal;

describe('answers that are kept', () => {
  /** Answers of so many characters, and how often each was made. */
  const made = new Map<string, number>();
  const making =
    (key: string, characters = KILOBYTE) =>
    () => {
      made.set(key, (made.get(key) ?? 0) + 1);
      return Promise.resolve(new DataText(Buffer.from('x'.repeat(characters))));
    };
  const keptOf = (bytes: number, stamp = () => 'still') =>
    new KeptAnswers(bytes, { known: stamp, confirmed: () => Promise.resolve(stamp()) });

  it('are bounded in bytes: what was asked for least recently goes', async () => {
    made.clear();
    const kept = keptOf(100 * KILOBYTE);
    for (let count = 0; count < 200; count += 1) {
      await kept.of(`key ${count}`, making(`key ${count}`), never);
      await kept.of('key 0', making('key 0'), never);
    }
    await kept.of('key 1', making('key 1'), never);
    await kept.of('key 199', making('key 199'), never);
    expect([made.get('key 0'), made.get('key 1'), made.get('key 199')]).toEqual([1, 2, 1]);
  });

  it('leave out one that would push out too many others', async () => {
    made.clear();
    const kept = keptOf(100 * KILOBYTE);
    for (const large of ['large', 'large']) {
      await kept.of(large, making(large, 10 * KILOBYTE), never);
    }
    expect(made.get('large')).toBe(2);
  });

  it('are gone with the next change, also one that came while they were made', async () => {
    made.clear();
    let stamp = 1;
    const kept = keptOf(100 * KILOBYTE, () => String(stamp));
    await kept.of('a', making('a'), never);
    stamp = 2;
    await kept.of('a', making('a'), never);
    expect(made.get('a')).toBe(2);
    const overtaken = async () => {
      stamp = 3;
      await kept.of('b', making('b'), never);
      return making('a')();
    };
    stamp = 4;
    await kept.of('a', overtaken, never);
    await kept.of('a', making('a'), never);
    expect(made.get('a')).toBe(4);
  });

  it('are not told while the primary is further than this process knows, or does not answer', async () => {
    made.clear();
    let confirmed: string | undefined = 'still';
    const log = { known: () => 'still', confirmed: () => Promise.resolve(confirmed) };
    const kept = new KeptAnswers(100 * KILOBYTE, log);
    const times = async () => {
      await kept.of('a', making('a'), never);
      return made.get('a');
    };
    expect([await times(), await times()]).toEqual([1, 1]);
    confirmed = 'further';
    expect(await times()).toBe(2);
    confirmed = undefined;
    expect(await times()).toBe(3);
    confirmed = 'still';
    expect(await times()).toBe(3);
  });

  it('are made each time while nobody knows how far the log goes', async () => {
    made.clear();
    const unknown = { known: () => undefined, confirmed: () => Promise.resolve(undefined) };
    const kept = new KeptAnswers(KILOBYTE ** 2, unknown);
    for (let time = 0; time < 2; time += 1) await kept.of('a', making('a'), never);
    expect(made.get('a')).toBe(2);
  });

  it('keep nobody waiting who has gone away', async () => {
    const kept = keptOf(KILOBYTE ** 2);
    const slow = Promise.withResolvers<DataText>();
    const first = kept.of('a', () => slow.promise, never);
    const leaving = new AbortController();
    const second = kept.of('a', making('a'), leaving.signal);
    leaving.abort();
    expect(await second).toBeUndefined();
    slow.resolve(new DataText(Buffer.from('{}')));
    expect(await first).toEqual(new DataText(Buffer.from('{}')));
  });
});
