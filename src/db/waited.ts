/** How long something took until it was given up, and how long it may take, in milliseconds. */
export interface Waited {
  readonly asked: number;
  readonly allowed: number;
}

/**
 * What the work comes to. PostgreSQL and the pool tell that something took too long, but not how long
 * it took: an error for which `allowedFor` knows a limit is given that as `waited`, a property, which
 * the ORM copies to the error that it throws instead.
 */
export function timed<T>(
  work: () => Promise<T>,
  allowedFor: (error: Error & { readonly code?: string }) => number | false | undefined,
): Promise<T> {
  const since = performance.now();
  return work().catch((error: unknown) => {
    const allowed = error instanceof Error && allowedFor(error);
    const asked = Math.ceil(performance.now() - since);
    if (allowed) Object.assign(error, { waited: { asked, allowed } });
    throw error;
  });
}
