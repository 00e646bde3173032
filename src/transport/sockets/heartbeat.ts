/** One timer for everybody who is to be looked after again and again. */
export class Heartbeat {
  private readonly beats = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;

  constructor(readonly everyMs: number) {}

  /** @returns what ends it. */
  add(beat: () => void): () => void {
    this.beats.add(beat);
    this.timer ??= setInterval(() => {
      for (const each of this.beats) each();
    }, this.everyMs);
    return () => {
      this.beats.delete(beat);
      if (this.beats.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  }
}
