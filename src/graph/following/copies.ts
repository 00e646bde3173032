import type { Rendered } from './batch.ts';

/** Characters of what is kept for those who come a little later, or back. */
const KEPT = 1_000_000;

/** The messages that a rendition has made, or is making, by the position of their event. */
export class Copies {
  private readonly copies = new Map<number, Promise<Rendered> | Rendered>();
  private characters = 0;

  has(position: number): boolean {
    return this.copies.has(position);
  }

  at(position: number): Promise<Rendered> {
    const copy = this.copies.get(position);
    if (!copy) throw new Error(`The event at ${position} was not rendered.`);
    return Promise.resolve(copy);
  }

  /** One that is being made; `isKept` tells, when it is, whether others may want it yet. */
  add(position: number, making: Promise<Rendered>, isKept: () => boolean): void {
    this.copies.set(position, making);
    making.then(
      (copy) => (isKept() ? this.keep(position, copy) : this.copies.delete(position)),
      () => this.copies.delete(position),
    );
  }

  clear(): void {
    this.copies.clear();
    this.characters = 0;
  }

  private keep(position: number, copy: Rendered): void {
    this.copies.set(position, copy);
    this.characters += copy.text.length;
    for (const [oldest, held] of this.copies) {
      if (this.characters <= KEPT) break;
      this.copies.delete(oldest);
      if ('text' in held) this.characters -= held.text.length;
    }
  }
}
