import type { CursorEpochChanged, CursorExpired } from './errors.ts';
import type { LoggedEvent } from './event.ts';
import type { Found, Wanted } from './matching.ts';
import type { Head, Place } from './place.ts';

/** Told of each batch, in order, without a gap between two; `head` is the place behind the last. */
export type BatchListener = (events: readonly LoggedEvent[], head: Head) => void;

/** Told why nobody can go on from where he is: the history has changed, or the log's end went by. */
export type BreakListener = (fault: CursorEpochChanged | CursorExpired) => void;

/**
 * The log as this process follows it: the last events in memory, the rest on the primary.
 *
 * **Replay and live, with no seam.** A follower at position `p` asks `recent(p)`. While that
 * answers undefined it asks `read(p)`, or `readMatching`, and goes to where it got. Once it answers
 * events, or none, the follower is at the head in that very turn of the event loop; it listens
 * (`onBatch`) from the same turn on, and of each batch takes what lies behind its own position.
 * (It may be ahead of this process, when it comes from another gateway: then that is nothing.)
 */
export interface Tail {
  /**
   * The last event that this process has seen numbered. Costs nothing. A snapshot read *after* this
   * was asked holds all up to there, and perhaps more.
   * @throws LogUnknown until the primary has answered for the first time.
   */
  head(): Head;
  /** The same, or undefined until it is known. */
  known(): Head | undefined;
  /** Both answer the way to end it. Listeners must not throw. */
  onBatch(listener: BatchListener): () => void;
  onBreak(listener: BreakListener): () => void;
  /**
   * The events behind a position out of memory, at most `limit`; none when it is at or ahead of the
   * head; undefined when memory does not reach back so far, or the head is not known.
   */
  recent(after: number, limit?: number): readonly LoggedEvent[] | undefined;
  /**
   * The events behind a position out of the primary, in order: at most `limit`, fewer when they are
   * large, none only at the end of the log.
   * @throws CursorExpired when one of them is gone.
   */
  read(after: number, limit: number, signal?: AbortSignal): Promise<readonly LoggedEvent[]>;
  /**
   * Those behind a place that match, in one look at so many positions; and how far it got.
   * @throws CursorExpired as above.
   * @throws CursorEpochChanged when another history has begun since the place was resumed from.
   */
  readMatching(after: Place, wanted: Wanted, signal?: AbortSignal): Promise<Found>;
  /**
   * The place that a cursor names, once it is certain that all behind it can be read; without a
   * cursor, the head.
   * @throws CursorMismatch for a text that is no cursor of ours.
   * @throws CursorEpochChanged when it is of another history.
   * @throws CursorExpired when what follows it is gone.
   */
  resume(cursor: string | null | undefined, signal?: AbortSignal): Promise<Place>;
  /** The cursor of a place of the present history; of an event: of the place behind it. */
  cursorAt(at: Place | LoggedEvent): string;
  /** The earliest place that can be resumed from. */
  oldest(signal?: AbortSignal): Promise<Place>;
  /** Whether the primary has answered within the last seconds. */
  alive(): boolean;
  /** How many numbered events it has seen the head of, and not yet read. */
  lag(): number;
  stop(): Promise<void>;
}
