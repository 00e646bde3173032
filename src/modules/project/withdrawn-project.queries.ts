import { sql } from 'kysely';
import { oneByKey } from '../../request/loaders.ts';

export interface WithdrawnRow {
  readonly key: string;
  readonly code: string;
}

const columns = sql`id as key, code, name, version, reason,
  to_char(withdrawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "withdrawnAt"`;

export const withdrawnById = oneByKey<WithdrawnRow>(
  (ids) => sql`
    select ${columns} from withdrawn_project
     where id = any (${[...ids]}) and restored_at is null`,
);

export const withdrawnByCode = oneByKey<WithdrawnRow>(
  (codes) => sql`
    select ${columns}, code as "soughtBy" from withdrawn_project
     where code = any (${[...codes]}) and restored_at is null`,
);
