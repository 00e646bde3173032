import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is still held once all garbage is collected, in MB. */
export function heldMemory(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** The same of buffers alone: what waits for sockets, say. */
export function heldBuffers(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers / 2 ** 20;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What finalisers let go of is collected by the second.
  collect();
  collect();
}
