import { createHash } from 'node:crypto';
import type { PgBoss } from 'pg-boss';

/** When a source is pulled: five fields of cron, in the city's time. */
export interface Schedule {
  readonly source: string;
  readonly cron: string;
}

const TIME_ZONE = 'Asia/Shanghai';

/** Makes these the schedules of the database, and no others. What was missed is made up for once. */
export async function putSchedules(boss: PgBoss, schedules: readonly Schedule[]): Promise<void> {
  const wanted = new Map(schedules.map((schedule) => [keyOf(schedule.source), schedule]));
  for (const { key } of await boss.getSchedules('feed.pull')) {
    if (!wanted.has(key)) await boss.unschedule('feed.pull', key);
  }
  for (const [key, { source, cron }] of wanted) {
    const options = { tz: TIME_ZONE, key, singletonKey: source, missed: 'once' } as const;
    await boss.schedule('feed.pull', cron, { source }, options);
  }
}

/** The queue takes no letters but these in a key. */
function keyOf(source: string): string {
  return /^[\w.-]{1,80}$/.test(source) ? source : createHash('sha256').update(source).digest('hex');
}
