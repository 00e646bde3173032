import { setTimeout as delay } from 'node:timers/promises';
import { now } from '../harness/clock.ts';
import type { Server } from '../harness/process.ts';
import { shown } from '../harness/report.ts';
import { tell } from '../harness/run.ts';
import { median } from '../harness/statistics.ts';
import type { Vitals } from '../harness/vitals.ts';

/** A part of a long run, and what the server was like in it. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly vitals: Vitals;
}

const SLICES = 10;

/** Looks at a server for a while, in slices of equal length. */
export async function slicesOf(server: Server, seconds: number): Promise<Slice[]> {
  await server.vitals();
  const began = now();
  const slices: Slice[] = [];
  for (let from = began; slices.length < SLICES;) {
    const due = began + ((slices.length + 1) / SLICES) * seconds * 1_000;
    await delay(Math.max(0, due - now()));
    const vitals = await server.vitals();
    const to = now();
    slices.push({ from, to, vitals });
    from = to;
    tell(`  ${shown(median(vitals.rss))} MB, lag p99 ${shown(vitals.lagP99)} ms`);
  }
  return slices;
}
