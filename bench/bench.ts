import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Run, type Scale } from './harness/run.ts';
import { growth } from './growth/index.ts';
import { imports } from './imports/index.ts';
import { load } from './load/index.ts';
import { matching } from './matching/index.ts';
import { reads } from './reads/index.ts';
import { updates } from './updates/index.ts';

/** What can be measured, by name. A suite answers whether all its goals were met. */
const SUITES: Readonly<Record<string, (run: Run) => Promise<boolean>>> = {
  growth,
  imports,
  load,
  matching,
  reads,
  updates,
};

/** What is measured where no suite is named. */
const MAIN = 'reads';

/** Runs the suite that the command line names; answers the exit code. */
export async function bench(args: readonly string[], home: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      smoke: { type: 'boolean', default: false },
      only: { type: 'string' },
      fast: { type: 'boolean', default: false },
      contenders: { type: 'string' },
      size: { type: 'string' },
    },
  });
  const [name = MAIN] = positionals;
  const suite = SUITES[name];
  if (!suite) {
    console.error(`Name one suite: npm run bench -- ${Object.keys(SUITES).join(' | ')}`);
    return 2;
  }
  const scale: Scale = values.smoke ? 'smoke' : values.quick ? 'quick' : 'full';
  const { only, fast, contenders, size } = values;
  const run = new Run(home, scale, {
    ...{ only: only?.split(','), fast, contenders: contenders?.split(',') },
    size: size === undefined ? undefined : Number(size),
  });
  run.closing(() => rm(home, { recursive: true, force: true }));
  const stop = () => void run.close().then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return (await suite(run)) ? 0 : 1;
  } finally {
    await run.close();
  }
}
