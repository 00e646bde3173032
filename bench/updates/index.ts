import { startCity } from '../harness/database.ts';
import { machine } from '../harness/machine.ts';
import { keep, pageOf, type Part } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { commits } from './commits.ts';
import { districts } from './districts.ts';
import { burst } from './burst.ts';
import { idle } from './idle.ts';
import { SIZES } from './scale.ts';
import { contenders } from './servers.ts';
import { steady } from './steady.ts';
import { Writer } from './writer.ts';

const RESULTS = 'bench/results/updates.md';
const CITY = { projects: 2_000, enterprises: 1_000 };

/**
 * The updates: what following costs, beside bare `ws` and GraphQL Yoga, in one run. Answers whether
 * the goals were met; of small sizes, those that hold at any.
 */
export async function updates(run: Run): Promise<boolean> {
  const sizes = SIZES[run.scale];
  const city = await startCity(run, CITY);
  const writer = await Writer.open(city);
  const all = contenders(run, writer);
  const suite: Readonly<Record<string, () => Promise<Part>>> = {
    commits: () => commits(run, writer, sizes),
    burst: () => burst(run, all, sizes),
    districts: () => districts(run, all, sizes),
    steady: () => steady(run, all, sizes),
    idle: () => idle(run, all, sizes),
  };
  const parts: Part[] = [];
  for (const [name, part] of Object.entries(suite)) {
    if (!run.wants(name)) continue;
    tell(`${name}:`);
    parts.push(await part());
  }
  const page = await pageOf('Following projects', machine(run.home), parts);
  console.log(page);
  if (run.isWhole) await keep(RESULTS, page);
  const counting = parts
    .flatMap(({ goals }) => goals)
    .filter(({ isForAnySize = false }) => isForAnySize || run.scale === 'full');
  return counting.every(({ isMet }) => isMet);
}
