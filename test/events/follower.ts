import type { CursorEpochChanged, CursorExpired } from '../../src/events/errors.ts';
import type { LoggedEvent } from '../../src/events/event.ts';
import { behind, type Place } from '../../src/events/place.ts';
import type { Tail } from '../../src/events/tail.ts';

const PAGE = 16;

/** Follows a tail as its docstring says, and keeps all that it was told, in order. */
export class Follower {
  readonly events: LoggedEvent[] = [];
  /** Why it cannot go on. */
  fault: CursorEpochChanged | CursorExpired | undefined;
  /** How often it had to read what memory no longer held. */
  reads = 0;
  private place: Place = { position: 0, eventId: '0' };
  private isKilled = false;
  private readonly endings: (() => void)[] = [];

  private constructor(private readonly tail: Tail) {}

  /** From a cursor on, or from now on. Resolves when it has come to the head. */
  static async from(tail: Tail, cursor?: string): Promise<Follower> {
    const follower = new Follower(tail);
    follower.endings.push(tail.onBreak((fault) => (follower.fault ??= fault)));
    follower.place = await tail.resume(cursor);
    await follower.catchUp();
    return follower;
  }

  get cursor(): string {
    return this.tail.cursorAt(this.place);
  }

  kill(): void {
    this.isKilled = true;
    for (const end of this.endings.splice(0)) end();
  }

  private async catchUp(): Promise<void> {
    while (!this.isKilled) {
      const recent = this.tail.recent(this.place.position, PAGE);
      if (recent?.length === 0) {
        // In the same turn: nothing can come in between.
        this.endings.push(this.tail.onBatch((events) => this.take(events)));
        return;
      }
      if (!recent) this.reads += 1;
      this.take(recent ?? (await this.tail.read(this.place.position, PAGE)));
    }
  }

  private take(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      // It may have come from a gateway that was ahead of this one.
      if (event.position <= this.place.position || this.isKilled || this.fault) continue;
      this.events.push(event);
      this.place = behind(event);
    }
  }
}
