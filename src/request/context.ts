import type { Kysely } from 'kysely';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../db/database.ts';

/** Makes something that lives as long as one request, most often a loader. */
export type RequestScoped<T> = (context: RequestContext) => T;

/**
 * One request: who asks, and what it has loaded so far. It names no module; a resolver asks
 * `context.use(regionById)` and gets this request's one loader.
 */
export class RequestContext {
  /** Where rows are read from, until the request is given up. */
  readonly db: Kysely<unknown>;
  private readonly made = new Map<RequestScoped<unknown>, unknown>();

  constructor(
    readonly database: Database,
    readonly viewer: Viewer,
    readonly requestId: string,
    /** Aborted when the caller goes away, or when time is up. */
    readonly signal: AbortSignal,
  ) {
    this.db = database.reads(signal);
  }

  /** The one `T` of this request that `make` makes. */
  use<T>(make: RequestScoped<T>): T {
    if (!this.made.has(make)) this.made.set(make, make(this));
    return this.made.get(make) as T;
  }
}
