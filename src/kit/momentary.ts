/**
 * What a field of the root says of itself, by `@Extensions(MOMENTARY)`, if its answer can change while
 * the log of changes stands still: it tells of credentials, of the audit, or of the log itself.
 */
export const MOMENTARY = { isMomentary: true } as const;

export function isMomentary({ extensions }: { readonly extensions: object }): boolean {
  return (extensions as Partial<typeof MOMENTARY>).isMomentary === true;
}
