/**
 * What a field of the root says of itself, by `@Extensions(MOMENTARY)`, if its answer can change while
 * the log of changes stands still: it tells of credentials, of the audit, or of the log itself.
 */
export const MOMENTARY = { isMomentary: true } as const;

export function isMomentary({ extensions }: { readonly extensions: object }): boolean {
  return (extensions as Partial<typeof MOMENTARY>).isMomentary === true;
}

/** The same, of a list that is read from the log: a snapshot of the rows does not hold it still. */
export const OF_THE_LOG = { ...MOMENTARY, isOfTheLog: true } as const;

export function isOfTheLog({ extensions }: { readonly extensions: object }): boolean {
  return (extensions as Partial<typeof OF_THE_LOG>).isOfTheLog === true;
}
