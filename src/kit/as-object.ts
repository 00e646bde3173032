import { type RawBuilder, sql } from 'kysely';

/**
 * Columns as one object of a row: what a joined row rides along as, so that it costs no statement of
 * its own. Null where `isThere` does not hold, as after an outer join.
 */
export function asObject(
  columns: RawBuilder<unknown>,
  isThere?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const object = sql`(select row_to_json(item) from (select ${columns}) item)`;
  return isThere ? sql`case when ${isThere} then ${object} end` : object;
}
