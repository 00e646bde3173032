/** The pauses of something that works in turns: they end by themselves, or when it is woken. */
export class Rest {
  private current: { readonly isLight: boolean; end(): void } | undefined;
  private isOver = false;

  /** Until the time is over, `stop`, or, when it is a light one, `wake`. */
  pause(milliseconds: number, isLight = false): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      this.current = { isLight, end };
      if (this.isOver) end();
    });
  }

  wake(): void {
    if (this.current?.isLight) this.current.end();
  }

  /** Ends the present pause, and all that follow at once. */
  stop(): void {
    this.isOver = true;
    this.current?.end();
  }
}
