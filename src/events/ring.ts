import type { LoggedEvent } from './event.ts';

/**
 * The last events of the log in memory, bounded in bytes, not in number: 512 events of 8 KB, with
 * what was rendered of them, took 111 MB. The last event stays, however large it is.
 */
export class Ring {
  private events: LoggedEvent[] = [];
  /** Those before it were let go of, and wait for the array to be made anew. */
  private first = 0;
  private held = 0;
  private slack = 0;

  constructor(private readonly maxBytes: number) {}

  /** Bytes held, roughly: at most an eighth over the bound. */
  get bytes(): number {
    return this.held + this.slack;
  }

  get length(): number {
    return this.events.length - this.first;
  }

  /** Events that follow right on those that it holds. */
  push(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      this.held += event.size;
    }
    while (this.held > this.maxBytes && this.length > 1) {
      const size = this.events[this.first]?.size ?? 0;
      this.held -= size;
      this.slack += size;
      this.first += 1;
    }
    if (this.slack <= this.maxBytes / 8) return;
    this.events = this.events.slice(this.first);
    this.first = 0;
    this.slack = 0;
  }

  clear(): void {
    this.events = [];
    this.first = 0;
    this.held = 0;
    this.slack = 0;
  }

  /** The event at a position. */
  at(position: number): LoggedEvent | undefined {
    const oldest = this.events[this.first];
    return oldest && position >= oldest.position
      ? this.events[this.first + position - oldest.position]
      : undefined;
  }

  /** Those behind a position, at most `limit`; undefined if it does not hold the first of them. */
  after(position: number, limit: number): readonly LoggedEvent[] | undefined {
    const oldest = this.events[this.first];
    if (!oldest || position + 1 < oldest.position) return undefined;
    const from = this.first + position + 1 - oldest.position;
    return this.events.slice(from, from + limit);
  }
}
