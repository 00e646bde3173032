/**
 * Loaded into a server before its own code (`--import`): tells over the IPC channel what only the
 * process itself can know. All servers that are compared carry it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { answering } from './answering.ts';
import { Profiler } from './profiler.ts';
import { type Vitals, VitalsWatch } from './vitals.ts';
import { Watch } from './watch.ts';

/** What a server did between two questions. */
export interface Effort {
  /** Milliseconds of CPU, the kernel's work for it included. */
  readonly cpu: number;
  /** The longest that its event loop did not come round, in milliseconds. */
  readonly longestTurn: number;
  /** The most CPU time of its thread between two looks: other processes have no part in it. */
  readonly busiestTurn: number;
  /** The most memory that it was seen to have, in MB. */
  readonly peak: number;
}

const { BENCH_PROFILES } = process.env;
const profiler = BENCH_PROFILES ? new Profiler(BENCH_PROFILES) : undefined;

let since = process.cpuUsage();
let watch = new Watch();
let vitals: VitalsWatch | undefined;

answering({
  begin: async () => {
    await profiler?.begin();
    since = process.cpuUsage();
    watch = new Watch().start();
  },
  effort: async (): Promise<Effort> => {
    const { user, system } = process.cpuUsage(since);
    watch.stop();
    await profiler?.end();
    const { longestTurn, busiestTurn, peak } = watch;
    return { cpu: (user + system) / 1_000, longestTurn, busiestTurn, peak: peak / 1024 ** 2 };
  },
  /** Since it was asked last; the first time, since just now. */
  vitals: (): Vitals => (vitals ??= new VitalsWatch()).take(),
  /** Resident memory in KB, after everything that can be collected was. */
  memory: async (): Promise<number> => {
    for (let round = 0; round < 5; round += 1) {
      globalThis.gc?.();
      await delay(100);
    }
    return process.memoryUsage.rss() / 1024;
  },
});
