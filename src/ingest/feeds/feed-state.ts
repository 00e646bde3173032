import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Feed } from './feed.ts';
import type { FeedFault } from './feed-fault.ts';
import { type FeedState, NO_STATE } from './rest.ts';

/** When a source that fails is left alone, and for how long. */
export interface Breaker {
  /** So many failures in a row are taken for bad luck. */
  readonly failures: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** A minute, then twice as long after each try that fails, up to six hours. */
export const BREAKER: Breaker = {
  failures: 3,
  firstPauseMs: 60_000,
  longestPauseMs: 6 * 3_600_000,
};

/** How a live source fares, and how fresh what the graph has of it is. Moments in ISO 8601. */
export interface FeedFreshness {
  readonly source: string;
  /** When it last answered whole, be it that nothing had changed. */
  readonly pulledAt: string | null;
  /** When it last brought something new, which was imported. */
  readonly changedAt: string | null;
  readonly triedAt: string | null;
  /** In a row. */
  readonly failures: number;
  /** It is left alone until then. */
  readonly pausedUntil: string | null;
  readonly lastErrorCode: string | null;
  readonly lastError: string | null;
}

/** undefined for a source that was never pulled. One statement. */
export async function feedFreshness(
  db: Kysely<unknown>,
  source: string,
): Promise<FeedFreshness | undefined> {
  const [freshness] = await feedFreshnessOfEach(db, [source]);
  return freshness;
}

/** Each in its place. One statement. */
export async function feedFreshnessOfEach(
  db: Kysely<unknown>,
  sources: readonly string[],
): Promise<(FeedFreshness | undefined)[]> {
  const { rows } = await sql<FeedFreshness>`
    select source, failures, last_error_code as "lastErrorCode", last_error as "lastError",
           ${moment('pulled_at')} as "pulledAt", ${moment('changed_at')} as "changedAt",
           ${moment('tried_at')} as "triedAt", ${moment('paused_until')} as "pausedUntil"
      from feed_state
     where source = any (${[...sources]})`.execute(db);
  const known = new Map(rows.map((row) => [row.source, row]));
  return sources.map((source) => known.get(source));
}

/** In ISO 8601, which is more than PostgreSQL's own text. */
const moment = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Begins a pull, unless the source is left alone now. Of those who come when a pause is over one is
 * let through: to the others the pause goes on for as long as his try may take.
 *
 * @returns what is known of the source by the same settings; undefined while it is left alone.
 */
export async function beginPull(
  db: Kysely<unknown>,
  source: string,
  feed: Feed,
): Promise<FeedState | undefined> {
  const digest = digestOf(feed);
  const { rows } = await sql<FeedState & { isSame: boolean }>`
    insert into feed_state as state (source, tried_at) values (${source}, now())
        on conflict (source) do update
       set tried_at = now(),
           paused_until = case when state.paused_until is not null
                          then now() + make_interval(secs => ${feed.pullTimeoutMs / 1_000}) end
     where state.paused_until is null or state.paused_until <= now()
    returning etag, last_modified as "lastModified", feed_digest is not distinct from ${digest} as "isSame"`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const { etag, lastModified, isSame } = row;
  return isSame ? { etag, lastModified } : NO_STATE;
}

/** The source answered that nothing has changed. */
export async function noteUnchanged(db: Kysely<unknown>, source: string): Promise<void> {
  await sql`
    update feed_state
       set failures = 0, paused_until = null, pulled_at = now(),
           last_error_code = null, last_error = null
     where source = ${source}`.execute(db);
}

/** What the source sent is in the graph. */
export async function noteImported(
  db: Kysely<unknown>,
  source: string,
  feed: Feed,
  { etag, lastModified }: FeedState,
): Promise<void> {
  await sql`
    update feed_state
       set failures = 0, paused_until = null, pulled_at = now(), changed_at = now(),
           etag = ${etag}, last_modified = ${lastModified}, feed_digest = ${digestOf(feed)},
           last_error_code = null, last_error = null
     where source = ${source}`.execute(db);
}

/** The source could not be read; after several times in a row it is left alone for a while. */
export async function noteFailure(
  db: Kysely<unknown>,
  source: string,
  fault: FeedFault,
  { failures, firstPauseMs, longestPauseMs }: Breaker,
): Promise<void> {
  const asked = Math.min(fault.retryAfterMs ?? 0, longestPauseMs) / 1_000;
  // 2^20 minutes are two years: no power overflows, and none is needed beyond.
  await sql`
    update feed_state
       set failures = failures + 1, last_error_code = ${fault.code}, last_error = ${fault.message},
           paused_until = now() + make_interval(secs => nullif(greatest(${asked}::float8,
             case when failures + 1 >= ${failures}::int
             then least(${longestPauseMs / 1_000}::float8,
                        ${firstPauseMs / 1_000}::float8 * 2 ^ least(20, failures + 1 - ${failures}::int))
             else 0 end), 0))
     where source = ${source}`.execute(db);
}

/** It could be read, and what it sent was not imported. That is no failure of the source. */
export async function noteNotImported(
  db: Kysely<unknown>,
  source: string,
  error: unknown,
): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  await sql`
    update feed_state
       set failures = 0, paused_until = null, last_error_code = 'IMPORT_FAILED', last_error = ${message}
     where source = ${source}`.execute(db);
}

/** A pull that was given up says nothing of the source: it may be tried at once. */
export async function noteGivenUp(db: Kysely<unknown>, source: string): Promise<void> {
  await sql`
    update feed_state set paused_until = case when paused_until is not null then now() end where source = ${source}`.execute(
    db,
  );
}

/** Of what decides what a source answers; another query has other tags. */
function digestOf(feed: Feed): string {
  return createHash('sha256').update(JSON.stringify(feed)).digest('hex');
}
