import type { HousekeepingTask } from './housekeeping.ts';

const HOUR = 3_600_000;
/**
 * So far ahead that it matters to nobody if a reader's lock puts it off, and not further: a statement
 * that numbers events is planned over every week that there is.
 */
const WEEKS_AHEAD = 2;

/** Makes the log's next partitions. */
export const makePartitions: HousekeepingTask = {
  what: 'make the log’s next partitions',
  everyMs: HOUR,
  run: async (session) => {
    await session.query('select event_make_partitions($1)', [WEEKS_AHEAD]);
    return false;
  },
};

/**
 * Drops the log's partitions of which the last moment is older than so many days. Partitions are
 * weeks, so an event is kept for seven days longer at most.
 */
export function dropOldPartitions(retentionDays: number): HousekeepingTask {
  return {
    what: 'drop the log’s oldest partitions',
    everyMs: HOUR,
    run: async (session) => {
      await session.query('select event_drop_before(now() - make_interval(days => $1))', [
        retentionDays,
      ]);
      return false;
    },
  };
}
