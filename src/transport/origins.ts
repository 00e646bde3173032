/**
 * Whether a page of this origin may read what `host` answers: its own may, and those that were named.
 * A caller without an Origin is no page.
 */
export type IsAllowedOrigin = (origin: string | undefined, host: string | undefined) => boolean;

export function allowedOrigins(named: readonly string[]): IsAllowedOrigin {
  const known = new Set(named);
  return (origin, host) =>
    origin === undefined || known.has(origin) || (host !== undefined && hostOf(origin) === host);
}

/** "null" is what a sandboxed frame or a file calls itself: anybody. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
