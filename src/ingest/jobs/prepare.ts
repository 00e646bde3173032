import { setTimeout as delay } from 'node:timers/promises';
import type { PoolConfig } from 'pg';
import { bossOver } from './boss.ts';

/** How often it is asked whether the last indexes are built. */
const ASKED_AGAIN = 500;

/** Makes the tables of the job queue, or brings them up to date: `quanmai migrate`. */
export async function prepareJobs(connection: PoolConfig): Promise<void> {
  const boss = bossOver(connection, { migrate: true, supervise: false, schedule: false });
  // Told by what is awaited here.
  boss.on('error', () => {});
  try {
    await boss.start();
    while ((await boss.getBamStatus()).some(({ status }) => UNDONE.has(status))) {
      await delay(ASKED_AGAIN);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

const UNDONE = new Set<string>(['pending', 'in_progress']);
