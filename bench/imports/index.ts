import { writeFile } from 'node:fs/promises';
import { type CityDatabase, startCity } from '../harness/database.ts';
import { machine } from '../harness/machine.ts';
import { type Goal, keep, pageOf, type Part, shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { Crowd } from '../load/crowd.ts';
import { lessonsOf } from '../load/mix.ts';
import { cityOf } from '../reads/city.ts';
import { startContender } from '../reads/contenders.ts';
import { ENTERPRISES_EACH } from '../reads/scale.ts';
import { quanmai, type Took } from './command-line.ts';
import { copied, copiedOut } from './copied.ts';
import { readDuring, readFor, type Waits } from './readers.ts';
import { type Register, SOURCE, writeRegister } from './register.ts';
import { READERS, SIZES, type Sizes } from './scale.ts';

const RESULTS = 'bench/results/imports.md';
/** MB. */
const MOST_MEMORY = 300;

/** What is done one after the other, and what begins with a city of its own. */
const PARTS = {
  'row by row': { work: importing('--row-by-row'), isFirst: true },
  'the same file again': { work: importing('--row-by-row'), isFirst: false },
  'out again': { work: exporting, isFirst: false },
  'all or nothing': { work: importing(), isFirst: true },
} as const;

/** A part's work beside the bare COPY of as many rows. */
interface Measured {
  readonly took: Took;
  readonly waits: Waits;
  readonly rows: number;
  /** Rows a second. */
  readonly copy: number;
  readonly said: string;
}

type Work = (setting: Setting, register: Register, sizes: Sizes) => Promise<Measured>;

/**
 * Imports: how fast a register comes in beside a bare COPY of the same file, and goes out again; how
 * much memory that takes, and how long readers of the gateway wait meanwhile. Answers whether the
 * goals were met.
 */
export async function imports(run: Run): Promise<boolean> {
  const sizes = { ...SIZES[run.scale], ...(run.size && { rows: run.size }) };
  const register = await writeRegister(run, sizes.rows);
  const parts: Part[] = [];
  let setting: Setting | undefined;
  for (const [name, { work, isFirst }] of Object.entries(PARTS)) {
    if (!run.wants(name)) continue;
    if (isFirst) {
      await setting?.run.close();
      setting = await settingOf(run.within(name.replaceAll(' ', '-')), sizes);
    }
    if (!setting) throw new Error(`"${name}" comes behind "row by row": name that as well.`);
    tell(`${name}:`);
    parts.push(await partOf(name, work, setting, register, sizes));
  }
  const text =
    `${machine(run.home)} A register of ${shown(sizes.rows)} enterprises, none of them known, ` +
    `into a city of ${shown(sizes.projects)} projects; ${READERS} readers of the gateway.`;
  const page = await pageOf('Imports', text, parts);
  console.log(page);
  if (run.isWhole) await keep(RESULTS, page);
  return parts.flatMap(({ goals }) => goals).every(({ isMet }) => isMet);
}

/** A city of its own, a gateway in front of it, and who reads. */
interface Setting {
  readonly run: Run;
  readonly city: CityDatabase;
  readonly crowd: Crowd;
}

async function settingOf(run: Run, { projects, seconds }: Sizes): Promise<Setting> {
  const city = await startCity(run, { projects, enterprises: projects * ENTERPRISES_EACH });
  const gateway = await startContender(run, city, 'quanmai');
  const lessons = await lessonsOf(gateway, await cityOf(city), SHARE);
  const crowd = await Crowd.taught(run, gateway.url, lessons);
  await crowd.gather(READERS);
  await readFor(crowd, seconds / 3); // warms up
  return { run, city, crowd };
}

/** Of the questions of each query. */
const SHARE = 0.1;

/** `quanmai import` of the register. */
function importing(...options: readonly string[]): Work {
  return async ({ run, city, crowd }, register, { rounds }) => {
    const copy = await copied(city.connection, register, rounds);
    const given = ['--source', SOURCE, '--mappings', register.mappings, ...options];
    const command = quanmai(run, city.url, ['import', register.path, ...given]);
    const { done, waits } = await readDuring(crowd, command);
    const [counted = ''] = /^\d+ rows: .*$/m.exec(done.said) ?? [];
    return { took: done, waits, rows: register.rows, copy, said: counted };
  };
}

const EXPORTED =
  '{ enterprises(orderBy: CODE) { nodes { code creditCode name district { name } } } }';

/** `quanmai export` of all enterprises as CSV. */
async function exporting({ run, city, crowd }: Setting): Promise<Measured> {
  const [query, out] = [`${run.home}/enterprises.graphql`, `${run.home}/enterprises.csv`];
  await writeFile(query, EXPORTED);
  const { rows, rate: copy } = await copiedOut(city.connection);
  const command = quanmai(run, city.url, ['export', query, '--out', out]);
  const { done, waits } = await readDuring(crowd, command);
  return { took: done, waits, rows, copy, said: `\`${EXPORTED}\` as CSV.` };
}

async function partOf(
  name: string,
  work: Work,
  setting: Setting,
  register: Register,
  sizes: Sizes,
): Promise<Part> {
  const alone = await readFor(setting.crowd, sizes.seconds);
  const { took, waits, rows, copy, said } = await work(setting, register, sizes);
  const rate = (rows / took.milliseconds) * 1_000;
  tell(`  ${shown(rate)} rows/s, ${shown(took.peak)} MB. ${said}`);
  const seconds = [rows / copy, took.milliseconds / 1_000].map(shown);
  return {
    title: `A register, ${name}`,
    text: `${said} The whole command, from its start to its end; its reads are those that began meanwhile, the COPY’s those before it.`,
    columns: ['', 'rows/s', 'of the COPY’s', 'seconds', 'peak MB', 'reads', 'p50 ms', 'p99 ms'],
    rows: [
      ['a bare COPY', shown(copy), '1', seconds[0] ?? '', '', ...readsOf(alone)],
      [
        'Quanmai',
        shown(rate),
        share(rate / copy),
        seconds[1] ?? '',
        shown(took.peak),
        ...readsOf(waits),
      ],
    ],
    goals: [memoryGoal(name, took), rightGoal(name, waits)],
  };
}

const share = (of: number) => of.toFixed(4);
const readsOf = ({ answers, p50, p99 }: Waits) => [answers, p50, p99].map(shown);

function memoryGoal(name: string, { peak }: Took): Goal {
  return {
    what: `peak memory, ${name}`,
    wanted: `≤ ${MOST_MEMORY} MB`,
    reached: `${shown(peak)} MB`,
    isMet: peak <= MOST_MEMORY,
    isForAnySize: true,
  };
}

function rightGoal(name: string, { amiss }: Waits): Goal {
  return {
    what: `reads lost, or answered wrong, ${name}`,
    wanted: '0',
    reached: shown(amiss),
    isMet: amiss === 0,
    isForAnySize: true,
  };
}
