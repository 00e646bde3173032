import { setTimeout as delay } from 'node:timers/promises';
import type { LoggedEvent } from '../../events/event.ts';
import { LogUnknown } from '../../events/errors.ts';
import { behind, type Place } from '../../events/place.ts';
import type { Tail } from '../../events/tail.ts';
import type { Turns } from '../../kit/turns.ts';
import type { Interest } from '../../request/followed.ts';
import { shapeError } from '../errors.ts';
import type { Member } from './audience.ts';
import { Batch, inBatches, MESSAGES, type Sink } from './batch.ts';
import type { Pace } from './pace.ts';
import type { Rendition } from './rendition.ts';

/** What a stream needs of whoever feeds it. */
export interface Feeding {
  readonly tail: Tail;
  readonly rendition: Rendition;
  readonly interest: Interest;
  readonly pace: Pace;
  /** So few read the log at once, when a thousand come back together. */
  readonly reading: Turns;
  readonly heartbeatMs: number;
  /** Takes the stream among those that are fed as things happen; `leave` takes it out. */
  readonly join: (member: Member) => void;
  readonly leave: (member: Member) => void;
  /** Called once, when the stream is over. */
  readonly over: (stream: Stream) => void;
  /** Told of what is our own fault, under the id that its follower is told. */
  readonly onFault: (fault: unknown, requestId: string) => void;
}

/** Places of the log that one look goes over. */
const SCANNED = 20_000;
const AGAIN_MS = 1_000;

/**
 * One follower. He reads the log from his cursor on until he is at its end, is fed from there by his
 * group with all others, and goes back to reading when he takes so slowly that too much waits for
 * him. `place` only ever goes forward, and he is given nothing that does not lie behind it: so what
 * he gets is in order, each once, with no seam between the ways it came.
 */
export class Stream implements Member {
  private isLive = false;
  private isOver = false;
  private toldAt = 0;
  private isGreeted = false;
  private readonly leaving = new AbortController();

  constructor(
    private place: Place,
    private readonly sink: Sink,
    private readonly feeding: Feeding,
  ) {}

  start(): void {
    this.read().catch((error: unknown) => {
      if (this.end()) this.tellFault(error);
    });
  }

  take(batch: Batch, before: Place | undefined): void {
    if (!this.isLive) return;
    const fresh = batch.behind(this.place);
    if (!fresh) return;
    if (this.sink.isFull) this.fallBack(before);
    else this.give(fresh);
  }

  fallBack(before: Place | undefined): void {
    if (!this.isLive) return;
    this.isLive = false;
    this.feeding.leave(this);
    if (before && before.position > this.place.position) this.place = before;
    this.start();
  }

  /** Takes a heartbeat of all who are fed; whoever has got further by now has no use for it. */
  beat(heartbeat: Batch): void {
    if (this.isLive && heartbeat.end.position >= this.place.position && !this.sink.isFull) {
      this.give(heartbeat);
    }
  }

  /** Ends it; nobody listens any more, or will be told presently. Whether it was not over yet. */
  end(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    this.leaving.abort();
    if (this.isLive) this.feeding.leave(this);
    this.isLive = false;
    this.feeding.over(this);
    return true;
  }

  /** Why it has ended. */
  tellFault(error: unknown): void {
    const requestId = crypto.randomUUID();
    const { formatted, fault } = shapeError(error, requestId);
    if (fault) this.feeding.onFault(fault, requestId);
    this.sink.fail([formatted]);
  }

  /** That it goes on elsewhere. */
  tellLeave(): void {
    this.sink.leave();
  }

  private async read(): Promise<void> {
    const { tail, pace, rendition, interest } = this.feeding;
    for (;;) {
      if (this.sink.isFull) await this.sink.room();
      await pace.breathe();
      if (this.hasEnded()) return;
      // From here to `join` nothing may be awaited: in this turn of the event loop, `recent` tells all.
      const recent = tail.recent(this.place.position, MESSAGES);
      const last = recent?.at(-1);
      if (recent && !last) {
        if (this.isGreeted) break;
        this.isGreeted = true;
        await this.tellPlace();
        continue;
      }
      const found = last ? { events: recent ?? [], reached: behind(last) } : await this.readLog();
      if (this.hasEnded()) return;
      const wanted = found.events.filter((event) => interest.wants(event));
      if (wanted.length > 0) {
        for (const batch of inBatches(await rendition.render(wanted))) this.giveRead(batch);
      }
      if (found.reached.position > this.place.position) this.place = found.reached;
      if (performance.now() - this.toldAt > this.feeding.heartbeatMs) await this.tellPlace();
    }
    this.join();
  }

  /** Asked anew after every wait. */
  private hasEnded(): boolean {
    return this.isOver;
  }

  private join(): void {
    this.isLive = true;
    this.feeding.join(this);
  }

  /** A cursor to keep, also for whom nothing concerned on the way. */
  private async tellPlace(): Promise<void> {
    this.giveRead(new Batch([await this.feeding.rendition.heartbeat(this.place)]));
  }

  private giveRead(batch: Batch): void {
    if (!this.isOver) this.give(batch);
  }

  private give(batch: Batch): void {
    this.sink.deliver(batch);
    this.place = batch.end;
    this.toldAt = performance.now();
  }

  /** The next part of the log; waits while the database is away. */
  private async readLog(): Promise<{ events: readonly LoggedEvent[]; reached: Place }> {
    const { tail, interest, reading } = this.feeding;
    const { signal } = this.leaving;
    const wanted = { ...interest.matching, limit: MESSAGES, scanLimit: SCANNED };
    for (;;) {
      const give = await reading.take(signal);
      try {
        return await tail.readMatching(this.place, wanted, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!isPassing(error)) throw error;
      } finally {
        give();
      }
      await delay(AGAIN_MS, undefined, { signal, ref: false });
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof LogUnknown || shapeError(error, '').retryAfter !== undefined;
}
