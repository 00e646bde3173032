import { type RawBuilder, sql } from 'kysely';

/**
 * Whether this actor has asked for a run, and sees and may change by this reach (as JSON) all that he
 * could then: else its rows may tell of what he must not know any more. A run without a reach was
 * bound by nothing.
 */
export const isInSight = (
  actor: RawBuilder<unknown> | string,
  reach: RawBuilder<unknown> | string,
): RawBuilder<boolean> => sql<boolean>`
  (import_run.actor = ${actor}
   and import_run.reach -> 'mayChange' <@ (${reach}::jsonb -> 'mayChange')
   and (${reach}::jsonb ->> 'sees' = 'ALL'
        or import_run.reach -> 'sees' <@ (${reach}::jsonb -> 'sees')))`;
