/** Milliseconds of the machine's one monotonic clock: the same in every process. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
