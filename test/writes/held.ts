import type { Gateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

/**
 * Runs `statement` in a transaction that stays open until `asked` waits for a lock of it, then
 * commits: what `asked` had read before it waited has passed.
 */
export async function overtake<T>(
  gateway: Gateway,
  statement: string,
  asked: () => Promise<T>,
): Promise<T> {
  const client = await gateway.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(statement);
    const answer = asked();
    await untilWaiting(gateway);
    await client.query('commit');
    return await answer;
  } finally {
    // What failed half way is not committed by whoever gets this connection next.
    client.release(true);
  }
}

/** Until so many wait for a lock. */
export async function untilWaiting({ database }: Gateway, many = 1): Promise<void> {
  // Asked outside of any transaction, which sees the activity of its first look only.
  await until(async () => {
    const { rows } = await database.pool.query(
      `select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length >= many;
  });
}
