/** A bounded number of places. Who finds none is refused at once; nobody waits. */
export class Places {
  private taken = 0;

  constructor(readonly size: number) {}

  get areTaken(): boolean {
    return this.taken >= this.size;
  }

  /** What gives the place back, once however often it is called; undefined when all are taken. */
  take(): (() => void) | undefined {
    if (this.areTaken) return undefined;
    this.taken += 1;
    let isHeld = true;
    return () => {
      if (isHeld) this.taken -= 1;
      isHeld = false;
    };
  }
}
