import { type Command, command } from '../../src/request/command.ts';
import type { Gateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

/**
 * Runs one command up to its commit, and another until it is done or waits for the first; then lets
 * both go on. Answers how each ended.
 */
export async function runAtOnce(
  gateway: Gateway,
  one: Command<void, unknown>,
  other: Command<void, unknown>,
): Promise<PromiseSettledResult<unknown>[]> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let isWritten = false;
  const held = gateway.run(
    command(async (context) => {
      await one(context);
      await context.em.flush();
      isWritten = true;
      await released;
    }),
    undefined,
  );
  await until(() => isWritten);
  let isDone = false;
  const meanwhile = gateway.run(other, undefined).finally(() => (isDone = true));
  await until(async () => isDone || (await isSomebodyWaiting(gateway)));
  release();
  return Promise.allSettled([held, meanwhile]);
}

async function isSomebodyWaiting({ database }: Gateway): Promise<boolean> {
  const { rows } = await database.pool.query(
    `select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}
