import {
  byCategory,
  halvesOf,
  type Judged,
  type Labelled,
  makeEnterprises,
  qualityOf,
  readLabels,
  WANTED,
} from '../../test/matching/labelled.ts';
import type { Database } from '../../src/db/database.ts';
import { matchEnterprises } from '../../src/modules/enterprise/matching/match-enterprises.ts';
import { runCommand } from '../../src/request/command.ts';
import { type CityDatabase, startCity } from '../harness/database.ts';
import { machine } from '../harness/machine.ts';
import { type Goal, keep, pageOf, type Part, shown } from '../harness/report.ts';
import { type Run, type Scale, tell } from '../harness/run.ts';
import { median } from '../harness/statistics.ts';

const RESULTS = 'bench/results/matching.md';

/** The enterprises of the city that labelled names are held against; the demo has 3,000. */
const ENTERPRISES: Readonly<Record<Scale, number>> = { full: 100_000, quick: 3_000, smoke: 300 };
const NAMES = 1_000;
const ROUNDS = 5;
const MOST_SECONDS = 5;

/**
 * Matching: how well names are told apart, by kinds, of which one half was looked at when the rules
 * were made, and how long a batch of them takes. Answers whether the goals were met.
 */
export async function matching(run: Run): Promise<boolean> {
  const enterprises = ENTERPRISES[run.scale];
  const city = await startCity(run, { projects: 300, enterprises });
  const { database } = city;
  await runCommand(database, makeEnterprises, null, { actor: 'bench' });
  const labels = await readLabels();
  const matches = await matchEnterprises(database.kysely, labels);
  const judged = labels.flatMap((label, at): Judged[] => {
    const match = matches[at];
    return match ? [[label, match]] : [];
  });
  const { tuned, held } = halvesOf(judged);
  const parts = [
    qualityPart('Names that the rules were made on', tuned),
    qualityPart('Names that were only measured', held),
    await speedPart(city, labels),
  ];
  const text = `${machine(run.home)} A city of ${shown(enterprises)} enterprises, and the labelled ones beside.`;
  const page = await pageOf('Matching', text, parts);
  console.log(page);
  if (run.isWhole) await keep(RESULTS, page);
  return parts.every(({ goals }) => goals.every(({ isMet }) => isMet));
}

function qualityPart(title: string, judged: readonly Judged[]): Part {
  const rows = byCategory(judged);
  const all = qualityOf(judged);
  const share = (one: number) => one.toFixed(3);
  const goals = (Object.keys(WANTED) as (keyof typeof WANTED)[]).map((what): Goal => ({
    what: `${what}: ${title}`,
    wanted: `≥ ${share(WANTED[what])}`,
    reached: share(all[what]),
    isMet: all[what] >= WANTED[what],
    isForAnySize: true,
  }));
  return {
    title,
    text: 'Precision is of those that were linked, recall of those that mean somebody; offered tells of how many of those that were not linked a steward is shown whom they mean.',
    columns: ['kind', 'names', 'precision', 'recall', 'offered'],
    rows: rows.map(([kind, { names, precision, recall, offered }]) => [
      ...[kind, String(names)],
      ...[precision, recall, offered].map(share),
    ]),
    goals,
  };
}

async function speedPart({ database }: CityDatabase, labels: readonly Labelled[]): Promise<Part> {
  const known = await someNames(database);
  const names = [...labels, ...known].slice(0, NAMES);
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await matchEnterprises(database.kysely, names);
    const taken = (performance.now() - start) / 1000;
    seconds.push(taken);
    tell(`${names.length} names: ${taken.toFixed(2)} s`);
  }
  const middle = median(seconds);
  return {
    title: 'A batch of names',
    text: `${names.length} names in one go: the labelled ones, and names of the city with a slip. The median of ${ROUNDS} rounds.`,
    columns: ['names', 'seconds'],
    rows: [[String(names.length), middle.toFixed(2)]],
    goals: [
      {
        what: `seconds for ${names.length} names`,
        wanted: `≤ ${MOST_SECONDS}`,
        reached: middle.toFixed(2),
        isMet: middle <= MOST_SECONDS,
        isForAnySize: true,
      },
    ],
  };
}

/** Names of the city, each without its fourth character. */
async function someNames({ pool }: Database): Promise<{ name: string }[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select overlay(name::text placing '' from 4 for 1) as name from organisation
      where kind = 'ENTERPRISE' order by md5(code) limit ${NAMES}`,
  );
  return rows;
}
