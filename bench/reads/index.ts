import { startCity } from '../harness/database.ts';
import { machine } from '../harness/machine.ts';
import { Process } from '../harness/process.ts';
import { keep, pageOf, type Part, shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { cityOf } from './city.ts';
import { askedOf, type Contender, startContenders } from './contenders.ts';
import { compare } from './equality.ts';
import { forms } from './forms.ts';
import { goalsOf } from './goals.ts';
import { measure } from './measure.ts';
import { Postgres } from './postgres.ts';
import { QUERIES } from './queries/index.ts';
import type { City, ReadQuery } from './query.ts';
import { COLUMNS, rowsOf } from './results.ts';
import { ENTERPRISES_EACH, LEFT_OUT, SIZES, type Sizes } from './scale.ts';
import { start } from './start.ts';

const RESULTS = 'bench/results/reads.md';

/** What all parts of the suite share. */
interface Bench {
  readonly city: City;
  readonly contenders: readonly Contender[];
  readonly load: Process;
  readonly postgres: Postgres;
  readonly sizes: Sizes;
}

/**
 * The reads: what Quanmai's answers cost beside those of PostGraphile, of Mercurius and of bare SQL, on
 * one database. Answers whether the goals were met; small sizes have none, but answers have to be alike.
 */
export async function reads(run: Run): Promise<boolean> {
  const sizes = { ...SIZES[run.scale], ...(run.size && { projects: run.size }) };
  const enterprises = sizes.projects * ENTERPRISES_EACH;
  const database = await startCity(run, { projects: sizes.projects, enterprises });
  const city = await cityOf(database);
  const bench: Bench = {
    ...{ city, sizes },
    contenders: await startContenders(run, database),
    load: new Process('bench/reads/load/main.js'),
    postgres: await Postgres.of(city.db, `${run.home}/database.log`),
  };
  run.closing(() => bench.load.end());

  const parts: Part[] = [];
  for (const query of QUERIES.filter((each) => wants(run, each.name))) {
    tell(`${query.name}:`);
    parts.push(await partOf(query, bench));
  }
  if (wants(run, 'forms')) parts.push(await forms(database, city));
  if (wants(run, 'start')) parts.push(await start(run, database, city, bench.contenders));
  const size = `${shown(sizes.projects)} projects, ${shown(enterprises)} enterprises.`;
  const page = await pageOf('Reading the graph', `${machine(run.home)} ${size}`, parts);
  console.log(page);
  if (run.isWhole) await keep(RESULTS, page);
  return run.scale !== 'full' || parts.every(({ goals }) => goals.every(({ isMet }) => isMet));
}

const wants = (run: Run, part: string) =>
  run.wants(part) && (run.hasChosenParts || !LEFT_OUT[run.scale].includes(part));

async function partOf(query: ReadQuery, bench: Bench): Promise<Part> {
  const { city, contenders, sizes } = bench;
  const questions = await query.questions(city);
  const asked = await askedOf(query, contenders, city, questions);
  const objects = await compare(query, asked, city, sizes.compared);
  tell(`  ${shown(objects)} objects alike`);
  const measured = await measure(query, asked, bench);
  const many = query.isRepeated ? '' : ` There are ${shown(questions.length)} of them.`;
  return {
    title: `${query.name}: ${query.title.charAt(0).toLowerCase()}${query.title.slice(1)}`,
    text: `${query.what}${many} Compared: ${shown(objects)} objects, all alike.`,
    columns: COLUMNS,
    rows: rowsOf(contenders, measured),
    goals: goalsOf(query.name, measured),
  };
}
