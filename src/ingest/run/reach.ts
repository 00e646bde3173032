import { type RawBuilder, sql } from 'kysely';

/**
 * Whether who has this reach (as JSON) sees, and may change, all that a run's asker could: else its
 * rows may tell of what he must not know any more. A run without a reach was bound by nothing.
 */
export const isWithinReach = (
  held: RawBuilder<unknown>,
  reach: RawBuilder<unknown> | string,
): RawBuilder<boolean> => sql<boolean>`
  (${held} -> 'mayChange' <@ (${reach}::jsonb -> 'mayChange')
   and (${reach}::jsonb ->> 'sees' = 'ALL' or ${held} -> 'sees' <@ (${reach}::jsonb -> 'sees')))`;

/** Whether who has asked for a run, bounded by a reach, may be told what another run held. */
export const isToldOf = (actor: string, reach: unknown): RawBuilder<boolean> =>
  reach === null
    ? sql<boolean>`true`
    : sql<boolean>`
        (actor = ${actor} and ${isWithinReach(sql`import_run.reach`, JSON.stringify(reach))})`;
