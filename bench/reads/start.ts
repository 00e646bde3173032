import { now } from '../harness/clock.ts';
import type { CityDatabase } from '../harness/database.ts';
import { type Part, shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { median } from '../harness/statistics.ts';
import { answerTo, askedOf, type Contender, startContender } from './contenders.ts';
import { startGoal } from './goals.ts';
import { q4 } from './queries/q4.ts';
import type { City, ContenderName, ReadQuery } from './query.ts';

const STARTS = 3;

/** How long each takes from its start to its first answer, on a database that is there. */
export async function start(
  run: Run,
  database: CityDatabase,
  city: City,
  contenders: readonly Contender[],
): Promise<Part> {
  tell('start:');
  const times = new Map<ContenderName, number>();
  for (const { name } of contenders) {
    const starts = [];
    for (let time = 0; time < STARTS; time += 1) {
      starts.push(await timeToFirstAnswer(run, database, city, name));
    }
    times.set(name, median(starts));
  }
  const own = times.get('quanmai');
  return {
    title: 'Start',
    text: 'Milliseconds from the start of the process to its first answer to Q4; the database runs.',
    columns: ['', 'ms'],
    rows: contenders.map(({ name, title }) => [title, shown(times.get(name) ?? Number.NaN)]),
    goals: own === undefined ? [] : [startGoal(own)],
  };
}

async function timeToFirstAnswer(
  run: Run,
  database: CityDatabase,
  city: City,
  name: ContenderName,
): Promise<number> {
  const query = q4 as ReadQuery;
  const questions = (await query.questions(city)).slice(0, 1);
  const began = now();
  const contender = await startContender(run, database, name);
  for (const { requests } of await askedOf(query, [contender], city, questions)) {
    await answerTo(requests, 0);
  }
  const took = now() - began;
  await contender.server.end();
  return took;
}
