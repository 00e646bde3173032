import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import type { RequestContext } from '../../request/context.ts';

interface FollowableProject {
  readonly key: string;
}

/**
 * Projects by code, as far as their updates may be followed: those that the viewer sees, and those
 * that he saw once, whose last update tells that they are gone. He may have been away when they went,
 * and would never hear it if their codes were unknown now. One statement; for who sees all, an index
 * look-up a code.
 */
export const followableProjectByCode = (context: RequestContext) =>
  new DataLoader<string, FollowableProject | null>(async (codes) => {
    const { database, signal, viewer } = context;
    const { sees } = viewer;
    // Not by the viewer's own sight of rows, which a project that went has left.
    const { rows } = await sql<FollowableProject & { code: string }>`
      select named.id as key, named.code
        from (select id, code, district_id from project where code = any (${[...codes]})
               union all
              select id, code, district_id from withdrawn_project where code = any (${[...codes]})) named
       where ${sees === 'ALL' ? sql`true` : seenOnce(sees)}`.execute(database.reads(signal));
    const found = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => found.get(code) ?? null);
  });

function seenOnce(sees: readonly string[]): RawBuilder<unknown> {
  const regions = sql`${[...sees]}::uuid[]`;
  return sql`(named.district_id = any (${regions}) or exists (
             select from event
              where event.entity_id = named.id
                and (event.scope_before && ${regions} or event.scope_after && ${regions})))`;
}
