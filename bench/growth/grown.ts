import { startCity } from '../harness/database.ts';
import { Process } from '../harness/process.ts';
import type { Run } from '../harness/run.ts';
import { cityOf } from '../reads/city.ts';
import { type Contender, startContender } from '../reads/contenders.ts';
import type { Measuring } from '../reads/measure.ts';
import { Postgres } from '../reads/postgres.ts';
import type { City } from '../reads/query.ts';
import { enterprisesOf, type Sizes } from './scale.ts';

/** A city of some size with Quanmai alone before it, and what measures both. */
export interface Grown extends Measuring {
  readonly projects: number;
  readonly city: City;
  readonly quanmai: Contender;
  readonly sizes: Sizes;
}

/**
 * No answers are kept: a small city has fewer questions than are asked. And nobody is turned away:
 * what is told is what an answer costs, not whether anybody would have waited for it.
 */
const SETTINGS = {
  ANSWER_CACHE_BYTES: '0',
  ANSWER_TIMEOUT_MS: '60000',
  STATEMENT_TIMEOUT_MS: '60000',
  POOL_WAIT_MS: '60000',
};

/** Makes a city, has it looked at, and deletes it: the largest leaves no room for another. */
export async function atSize<T>(
  run: Run,
  projects: number,
  sizes: Sizes,
  look: (grown: Grown) => Promise<T>,
): Promise<T> {
  const here = run.within(`${projects}-projects`);
  try {
    const database = await startCity(here, { projects, enterprises: enterprisesOf(projects) });
    const city = await cityOf(database);
    const quanmai = await startContender(here, database, 'quanmai', SETTINGS);
    const load = new Process('bench/reads/load/main.js');
    here.closing(() => load.end());
    const postgres = await Postgres.of(city.db, `${here.home}/database.log`);
    return await look({ projects, city, quanmai, load, postgres, sizes });
  } finally {
    await here.close();
  }
}
