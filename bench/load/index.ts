import { startCity } from '../harness/database.ts';
import { machine } from '../harness/machine.ts';
import { keep, pageOf, type Part, shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { cityOf } from '../reads/city.ts';
import { startContender } from '../reads/contenders.ts';
import { Postgres } from '../reads/postgres.ts';
import { ENTERPRISES_EACH } from '../reads/scale.ts';
import { Crowd } from './crowd.ts';
import { lessonsOf } from './mix.ts';
import { overload } from './overload.ts';
import { SIZES } from './scale.ts';
import type { Setting } from './setting.ts';
import { steady } from './steady.ts';

const RESULTS = 'bench/results/load.md';

/**
 * The load: what becomes of memory, times and answers while many ask for long, and while more ask than
 * the gateway takes. Answers whether the goals were met; of small sizes, those that hold at any.
 */
export async function load(run: Run): Promise<boolean> {
  const sizes = { ...SIZES[run.scale], ...(run.size && { projects: run.size }) };
  const enterprises = sizes.projects * ENTERPRISES_EACH;
  const started = await startCity(run, { projects: sizes.projects, enterprises });
  const city = await cityOf(started);
  const gateway = await startContender(run, started, 'quanmai');
  tell('Learning the answers.');
  const lessons = await lessonsOf(gateway, city, sizes.share);
  const setting: Setting = {
    crowd: await Crowd.taught(run, gateway.url, lessons),
    server: gateway.server,
    database: started.database,
    postgres: await Postgres.of(city.db, `${run.home}/database.log`),
    sizes,
  };
  const suite = { steady, overload };
  const parts: Part[] = [];
  for (const [name, part] of Object.entries(suite)) {
    if (!run.wants(name)) continue;
    tell(`${name}:`);
    parts.push(await part(setting));
  }
  const size = `${shown(sizes.projects)} projects, ${shown(enterprises)} enterprises.`;
  const page = await pageOf('Under load', `${machine(run.home)} ${size}`, parts);
  console.log(page);
  if (run.isWhole) await keep(RESULTS, page);
  const counting = parts
    .flatMap(({ goals }) => goals)
    .filter(({ isForAnySize = false }) => isForAnySize || run.scale === 'full');
  return counting.every(({ isMet }) => isMet);
}
