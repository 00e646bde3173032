import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Spreads every bit of its input over all 32 of its output (the finaliser of MurmurHash3). */
function scrambled(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** One 32-bit number out of several: the same for the same, unrelated for neighbours. */
export function hashOf(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = scrambled(hash ^ scrambled(part));
    // A seed or a number may be longer than 32 bits.
    hash = scrambled(hash + Math.floor(part / 2 ** 32));
  }
  return hash;
}

interface Weighted {
  readonly weight: number;
}

/**
 * The chances of one thing. Each thing throws its own dice, made from the seed and its number, so it
 * can be made again anywhere, in any order, and nothing has to be remembered.
 */
export class Dice {
  private readonly generator;

  constructor(...origin: readonly number[]) {
    const hash = hashOf(...origin);
    this.generator = xoroshiro128plusFromState([1, 2, 3, 4].map((part) => scrambled(hash + part)));
  }

  /** An integer from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return uniformInt(this.generator, least, most);
  }

  /** From 0 up to 1, without 1. */
  fraction(): number {
    return uniformInt(this.generator, 0, 0xffffffff) / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.fraction() < share;
  }

  pick<const T extends readonly [unknown, ...unknown[]]>(items: T): T[number] {
    return items[this.int(0, items.length - 1)];
  }

  /** Picks by weight: with weights 3 and 1, the first item three times of four. */
  weighted<const T extends readonly [Weighted, ...Weighted[]]>(items: T): T[number] {
    let total = 0;
    for (const item of items) total += item.weight;
    let rest = this.fraction() * total;
    for (const item of items) {
      rest -= item.weight;
      if (rest < 0) return item;
    }
    return items[0];
  }

  /** `count` different integers from 0 to `size - 1`, in the order drawn; all of them if there are fewer. */
  several(count: number, size: number): number[] {
    const drawn = new Set<number>();
    while (drawn.size < Math.min(count, size)) drawn.add(this.int(0, size - 1));
    return [...drawn];
  }
}
