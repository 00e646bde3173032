import DataLoader from 'dataloader';
import { type Kysely, sql } from 'kysely';
import type { RequestContext } from '../../request/context.ts';
import { type FeedFreshness, feedFreshnessOfEach } from '../feeds/feed-state.ts';

interface Delivered {
  readonly source: string;
  readonly lastDeliveredAt: string | null;
  readonly dueAt: string | null;
  readonly isLate: boolean | null;
}

/** How fresh a source is; where it was never delivered, it is not known whether it is late. */
export type Freshness = Omit<Delivered, 'source'> & Partial<FeedFreshness>;

/** Each in its place: a statement for what was delivered, and one for what was pulled. */
export const freshnessBySource = ({ db }: RequestContext) =>
  new DataLoader<string, Freshness>(async (sources) => {
    const [delivered, pulled] = await Promise.all([
      deliveredOfEach(db, sources),
      feedFreshnessOfEach(db, sources),
    ]);
    return sources.map(
      (source, at) => ({ failures: 0, ...pulled[at], ...delivered.get(source) }) as Freshness,
    );
  });

/** The end of the last run that was done in earnest, by an index seek a source. */
async function deliveredOfEach(
  db: Kysely<unknown>,
  sources: readonly string[],
): Promise<ReadonlyMap<string, Delivered>> {
  const { rows } = await sql<Delivered>`
    select data_source.code as source, ${moment('ended_at')} as "lastDeliveredAt",
           ${moment('due_at')} as "dueAt", due_at < now() as "isLate"
      from data_source
      left join lateral (
           select ended_at, ended_at + data_source.rhythm::interval as due_at
             from import_run
            where source = data_source.code and state = 'DONE' and not is_dry
            order by asked_at desc, id desc
            limit 1) last on true
     where data_source.code = any (${[...sources]})`.execute(db);
  return new Map(rows.map((row) => [row.source, row]));
}

const moment = (column: string) =>
  sql`to_char(${sql.ref(`last.${column}`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
