/** Others wait this long at most, and pings and health checks with them. */
const SLICE_MS = 8;

/**
 * Long work in short slices. All who share a pace go on one after the other, each in a turn of the
 * event loop of its own: fifteen that woke up in one would again be one long slice.
 */
export class Pace {
  private since = 0;
  private queue: Promise<void> = Promise.resolve();

  /** To be asked between two steps: resolves at once, or when the others had their turn. */
  async breathe(): Promise<void> {
    if (performance.now() - this.since < SLICE_MS) return;
    await this.turn();
  }

  /** Begins a slice of one's own. */
  turn(): Promise<void> {
    this.queue = this.queue.then(nextTurn).then(() => {
      this.since = performance.now();
    });
    return this.queue;
  }

  /** Whether the slice is over. */
  get isOver(): boolean {
    return performance.now() - this.since >= SLICE_MS;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
