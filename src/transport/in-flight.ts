import type { ServerResponse } from 'node:http';

/** The requests being answered, so that a stop can wait for them. */
export class InFlight {
  private readonly answers = new Set<ServerResponse>();
  private readonly waiting: (() => void)[] = [];

  get size(): number {
    return this.answers.size;
  }

  /** Counts a request until its answer is out, or its caller is gone. */
  add(answer: ServerResponse): void {
    this.answers.add(answer);
    answer.once('close', () => {
      this.answers.delete(answer);
      if (this.answers.size === 0) for (const resolve of this.waiting.splice(0)) resolve();
    });
  }

  /** Resolves when nothing is in flight, or when `graceMs` are over; tells how many are left. */
  async settled(graceMs: number): Promise<number> {
    if (this.answers.size === 0) return 0;
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      new Promise<void>((resolve) => this.waiting.push(resolve)),
      new Promise<void>((resolve) => (timer = setTimeout(resolve, graceMs))),
    ]);
    clearTimeout(timer);
    return this.answers.size;
  }
}
