import type { Kysely } from 'kysely';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../db/database.ts';
import type { Head } from '../events/place.ts';
import type { Tail } from '../events/tail.ts';
import type { ExportLinks } from './export-links.ts';

/** Makes something that lives as long as one request, most often a loader. */
export type RequestScoped<T> = (context: RequestContext) => T;

/**
 * One request: who asks, and what it has loaded so far. It names no module; a resolver asks
 * `context.use(regionById)` and gets this request's one loader.
 */
export class RequestContext {
  /** Where rows are read from, until the request is given up. */
  readonly db: Kysely<unknown>;
  /**
   * How far the log went when the request came, as far as it was known: all that it reads holds at
   * least the changes up to there.
   */
  readonly head: Head | undefined;
  private readonly made = new Map<RequestScoped<unknown>, unknown>();
  private readonly kept = new Map<() => unknown, unknown>();

  constructor(
    readonly database: Database,
    readonly viewer: Viewer,
    readonly requestId: string,
    /** Aborted when the caller goes away, or when time is up. */
    readonly signal: AbortSignal,
    readonly tail: Tail,
    /** None while an export itself is asked. */
    readonly exportLinks?: ExportLinks,
  ) {
    this.head = tail.known();
    this.db = database.reads(signal, viewer.sees === 'ALL' ? undefined : viewer.sees);
  }

  /** The one `T` of this request that `make` makes. */
  use<T>(make: RequestScoped<T>): T {
    if (!this.made.has(make)) this.made.set(make, make(this));
    return this.made.get(make) as T;
  }

  /** The same for what has nothing to do with rows, and outlives the request's own writes. */
  keep<T>(make: () => T): T {
    if (!this.kept.has(make)) this.kept.set(make, make());
    return this.kept.get(make) as T;
  }

  /** After a write of this request: whatever was loaded before it may be otherwise now. */
  forgetRows(): void {
    this.made.clear();
  }
}
