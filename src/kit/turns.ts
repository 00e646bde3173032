/** Lets so many in at once; the others wait, in the order they came. */
export class Turns {
  private readonly waiting = new Set<() => void>();

  constructor(private free: number) {}

  /**
   * Resolves when it is one's turn, to what ends it. Whoever is aborted waits no longer, and is kept
   * no longer: he may have come and gone ten thousand times while the others take their turn.
   */
  async take(signal: AbortSignal): Promise<() => void> {
    if (this.free > 0) this.free -= 1;
    else if (!(await this.comes(signal))) return () => {};
    return () => this.give();
  }

  private comes(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const begin = () => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = () => {
        this.waiting.delete(begin);
        resolve(false);
      };
      this.waiting.add(begin);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private give(): void {
    const [next] = this.waiting;
    if (!next) {
      this.free += 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
