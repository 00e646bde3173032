/** What ends each thing that was started, in the order of the starts. */
export type Closers = (() => Promise<void>)[];

/** Collects what has to be ended; ends it at `close`, the last first, or at once when the start fails. */
export async function startingUp<T>(
  start: (closers: Closers) => Promise<T>,
): Promise<T & { close(): Promise<void> }> {
  const closers: Closers = [];
  const close = async () => {
    const faults: unknown[] = [];
    for (const end of closers.splice(0).reverse()) {
      await end().catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw faults[0];
  };
  try {
    return { ...(await start(closers)), close };
  } catch (error) {
    // Why it did not start is what to tell, whatever else goes wrong on the way out.
    await close().catch(() => {});
    throw error;
  }
}
