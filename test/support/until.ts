import { setTimeout as delay } from 'node:timers/promises';

/** Waits for a condition to hold; fails after `patience` milliseconds, which guard against a hang. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  patience = 60_000,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`This did not come to hold: ${holds.toString()}`);
    await delay(10);
  }
}
