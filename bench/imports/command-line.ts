import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { now } from '../harness/clock.ts';
import type { Run } from '../harness/run.ts';

/** What a command took. */
export interface Took {
  readonly milliseconds: number;
  /** Of its process, in MB; not a number where there is no /proc. */
  readonly peak: number;
  /** All that it wrote. */
  readonly said: string;
}

/** Milliseconds between two looks at the peak, which the kernel keeps. */
const LOOK = 100;

/** Runs `quanmai` with these arguments, as a steward would, in a process of its own. */
export async function quanmai(run: Run, url: string, given: readonly string[]): Promise<Took> {
  const { BENCH_PROFILES } = process.env;
  const profiled = BENCH_PROFILES ? ['--cpu-prof', `--cpu-prof-dir=${BENCH_PROFILES}`] : [];
  const began = now();
  const child = spawn(process.execPath, [...profiled, run.compiled('src/cli.ts'), ...given], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: url, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  run.closing(() => Promise.resolve(child.kill('SIGKILL')));
  let peak = Number.NaN;
  const looking = setInterval(() => (peak = peakOf(child.pid) ?? peak), LOOK);
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  clearInterval(looking);
  if (child.exitCode !== 0) throw new Error(`${given[0]} ended with ${child.exitCode}: ${said}`);
  return { milliseconds: now() - began, peak, said };
}

/** In MB; undefined where it is not told. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
