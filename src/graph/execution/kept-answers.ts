import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { LogStamp } from '../../events/stamp.ts';
import { unlessAborted } from '../../kit/unless-aborted.ts';

/** The data of an answer as the JSON that was made of it once, in the bytes that are sent. */
export class DataText {
  constructor(readonly utf8: Buffer) {}

  /** For whoever sends it in a message of his own. */
  toJSON(): unknown {
    return JSON.parse(this.utf8.toString()) as unknown;
  }
}

/** An answer larger than this share of what may be kept would push out too many others. */
const LARGEST_SHARE = 1 / 16;

/** As it was made; with errors it is shared, and not kept. */
type Made = DataText | ExecutionResult | undefined;

/**
 * Answers kept for as long as nothing changes: one change of whatever row ends them all, so there is
 * no rule by which one could be stale. Bounded in bytes; what was asked for least recently goes first.
 */
export class KeptAnswers {
  private readonly answers: LRUCache<string, DataText> | undefined;
  private readonly underWay = new Map<string, Promise<Made>>();
  private readonly largest: number;
  /** What the answers that are kept are good for. */
  private stamp = '';

  /** @param bytes none are kept with 0; identical ones under way are still made once. */
  constructor(
    bytes: number,
    private readonly log: LogStamp,
  ) {
    this.largest = bytes * LARGEST_SHARE;
    if (bytes > 0) {
      const size = ({ utf8 }: DataText, key: string) => utf8.length + key.length;
      this.answers = new LRUCache({ maxSize: bytes, sizeCalculation: size });
    }
  }

  /**
   * The answer of this key: one that is kept, one that somebody else has under way, or a new one.
   * Undefined where there is none to share: whoever made it had none, or was given up.
   *
   * @param signal of whoever waits; he is not kept waiting for an answer that he no longer wants.
   */
  async of(key: string, make: () => Promise<Made>, signal: AbortSignal): Promise<Made> {
    const stamp = this.log.known();
    if (stamp === undefined) return make();
    if (stamp !== this.stamp) this.renew(stamp);
    const found = this.answers?.get(key) ?? this.underWay.get(key);
    if (found) {
      // Somebody may have been told of a change by another gateway before this process was.
      const isStill = (await this.log.confirmed()) === stamp;
      if (!isStill) return make();
      return unlessAborted(Promise.resolve(found), signal).catch(() => undefined);
    }
    const making = make();
    this.underWay.set(key, making);
    try {
      const answer = await making;
      const isNew = this.stamp === stamp && this.log.known() === stamp;
      if (answer instanceof DataText && isNew && answer.utf8.length <= this.largest) {
        this.answers?.set(key, answer);
      }
      return answer;
    } finally {
      if (this.underWay.get(key) === making) this.underWay.delete(key);
    }
  }

  private renew(stamp: string): void {
    this.answers?.clear();
    // Those who wait go on waiting; nobody else joins them.
    this.underWay.clear();
    this.stamp = stamp;
  }
}
