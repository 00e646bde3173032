import { execFileSync } from 'node:child_process';
import { fdatasyncSync, openSync, closeSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { now } from './clock.ts';
import { median } from './statistics.ts';
import { shown } from './report.ts';

const PAGE = Buffer.alloc(8_192);
const FLUSHES = 200;

/** How many milliseconds the disk takes to keep one page: what a commit waits for. */
export function flushTime(directory: string): number {
  const file = `${directory}/flush`;
  const descriptor = openSync(file, 'w');
  const times = Array.from({ length: FLUSHES }, () => {
    const began = now();
    writeSync(descriptor, PAGE, 0, PAGE.length, 0);
    fdatasyncSync(descriptor);
    return now() - began;
  });
  closeSync(descriptor);
  rmSync(file);
  return median(times);
}

/** How many files, sockets among them, one process may open. Node itself raises it so far. */
export function openFiles(): number {
  const limit = execFileSync('sh', ['-c', 'ulimit -Hn']).toString().trim();
  return limit === 'unlimited' ? Infinity : Number(limit);
}

/** What the numbers were taken on, in a sentence. */
export function machine(directory: string): string {
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const processor = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`;
  const flush = `${shown(flushTime(directory))} ms for a flushed page`;
  return `${processor}, ${memory}, Node ${process.versions.node}, ${flush}.`;
}
