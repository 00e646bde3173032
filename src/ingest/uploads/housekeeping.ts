import type { HousekeepingTask } from '../../events/housekeeping.ts';

/** So many at once: each may have thousands of rows. */
const AT_ONCE = 3;
const DAYS_KEPT = 7;
/** Longer than the slowest sender is given. */
const HOURS_COMING = 1;
const MINUTE = 60_000;

/** Drops what was sent in a week ago, and what broke off and was left by a gateway that was killed. */
export const dropOldUploads: HousekeepingTask = {
  what: 'drop the oldest uploads',
  everyMs: 10 * MINUTE,
  run: async (session) => {
    const { rowCount } = await session.query(
      `delete from upload where id in (
         select id from upload
          where created_at < now() - make_interval(days => $1)
             or not complete and created_at < now() - make_interval(hours => $2)
          order by created_at
          limit $3)`,
      [DAYS_KEPT, HOURS_COMING, AT_ONCE],
    );
    return rowCount === AT_ONCE;
  },
};
