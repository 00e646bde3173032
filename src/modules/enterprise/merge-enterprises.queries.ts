import { sql } from 'kysely';
import { allOfEach } from '../../request/loaders.ts';

/** What was merged into some enterprises. */
export const mergedIntoEach = allOfEach<{ code: string }>(
  (ids) => sql`
    select kept_id as parent, code, name, reason,
           to_char(merged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "mergedAt"
      from merged_organisation
     where kept_id = any (${[...ids]})
     order by merged_at, id`,
);
