/** The value that `share` of all lie below or at; of none, not a number. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** Medians of rounds, field by field. */
export function medians<T extends Readonly<Record<string, number>>>(rounds: readonly T[]): T {
  const [first] = rounds;
  if (!first) throw new Error('There was no round.');
  const fields = Object.keys(first).map((field) => [
    field,
    median(rounds.map((round) => round[field] ?? Number.NaN)),
  ]);
  return Object.fromEntries(fields) as T;
}
