import { type Goal, type Part, shown } from '../harness/report.ts';
import { tell } from '../harness/run.ts';
import { answerTo, type Asked, askedOf, dataOf } from '../reads/contenders.ts';
import { objectsIn, spread } from '../reads/equality.ts';
import { type Measured, measureInTurn } from '../reads/measure.ts';
import { q1 } from '../reads/queries/q1.ts';
import { q2 } from '../reads/queries/q2.ts';
import { q3 } from '../reads/queries/q3.ts';
import { q4 } from '../reads/queries/q4.ts';
import { q5 } from '../reads/queries/q5.ts';
import type { City, ReadQuery } from '../reads/query.ts';
import { cpuOf } from '../reads/results.ts';
import type { Grown } from './grown.ts';

/** What the CPU time of the largest city may be, of that of the smallest. */
const MOST = 1.3;

interface GrowingQuery {
  readonly query: ReadQuery;
  /** Why it has no goal, if it has none. */
  readonly untold?: string;
}

/** Those with a goal first. */
export const QUERIES = [
  { query: q1 },
  { query: q3 },
  { query: q4 },
  {
    query: q2,
    untold: 'Without a goal: its figures are worked out of all projects that there are.',
  },
  {
    query: q5,
    untold: 'Without a goal: the more names there are, the more of them hold the same syllables.',
  },
] as readonly GrowingQuery[];

/** How one query was answered in a city of one size. */
export interface AtSize {
  readonly projects: number;
  /** In an answer, on average. */
  readonly objects: number;
  readonly measured: Measured;
}

export async function measureQuery({ query }: GrowingQuery, grown: Grown): Promise<AtSize> {
  const { city, projects, quanmai, sizes } = grown;
  const [asked] = await askedOf(query, [quanmai], city, await query.questions(city));
  if (!asked) throw new Error(`Quanmai has no ${query.name}.`);
  const objects = await objectsEach(query, asked, city, sizes.compared);
  tell(`  ${shown(objects)} objects an answer`);
  const [measured] = await measureInTurn([{ ...asked, name: query.name, isRepeated: true }], grown);
  if (!measured) throw new Error(`${query.name} was not measured.`);
  return { projects, objects, measured };
}

/** How many objects an answer holds: the average of some that are spread over all questions. */
async function objectsEach(
  query: ReadQuery,
  { requests }: Asked,
  city: City,
  count: number,
): Promise<number> {
  const questions = spread(requests.tails.length, count);
  let objects = 0;
  for (const question of questions) {
    const data = dataOf(await answerTo(requests, question));
    objects += objectsIn(query.forms.quanmai?.shape(data, city));
  }
  return objects / questions.length;
}

const COLUMNS = [
  'projects',
  'CPU ms a request',
  'of the smallest’s',
  'objects an answer',
  'CPU µs an object',
  'of the smallest’s',
  'of a request Node',
  'PostgreSQL',
  'statements',
  'bytes',
];

/** One query over all sizes, the smallest first. */
export function partOf({ query, untold }: GrowingQuery, sizes: readonly AtSize[]): Part {
  const [smallest] = sizes;
  const largest = sizes.at(-1);
  if (!smallest || !largest) throw new Error(`${query.name} was measured nowhere.`);
  return {
    title: `${query.name}: ${query.title.charAt(0).toLowerCase()}${query.title.slice(1)}`,
    text: `${query.what} ${untold ?? judgement(smallest, largest)}`,
    columns: COLUMNS,
    rows: sizes.map((each) => rowOf(each, smallest)),
    goals: untold === undefined && largest !== smallest ? [goalOf(query, smallest, largest)] : [],
  };
}

function rowOf(each: AtSize, smallest: AtSize): string[] {
  const { projects, objects, measured } = each;
  const { node, postgres, statements, bytes } = measured;
  const { request, object } = growth(smallest, each);
  return [
    shown(projects),
    shown(cpuOf(measured)),
    `${shown(request)} ×`,
    shown(objects),
    shown((cpuOf(measured) / objects) * 1_000),
    `${shown(object)} ×`,
    ...[node, postgres, statements, bytes].map(shown),
  ];
}

/** How many times as much a request costs, and an object of its answer. */
function growth(smallest: AtSize, other: AtSize) {
  const request = cpuOf(other.measured) / cpuOf(smallest.measured);
  return { request, object: (request * smallest.objects) / other.objects };
}

/** Answers are not of quite the same size everywhere, and a smaller one is no merit. */
function judgement(smallest: AtSize, largest: AtSize): string {
  const answers = `Answers hold ${shown(smallest.objects)} objects in the smallest city and ${shown(largest.objects)} in the largest`;
  return `${answers}; the goal is judged by the CPU time of a request or of an object, whichever has grown more.`;
}

function goalOf({ name }: ReadQuery, smallest: AtSize, largest: AtSize): Goal {
  const { request, object } = growth(smallest, largest);
  return {
    what: `${name}, CPU time at ${shown(largest.projects)} projects, of that at ${shown(smallest.projects)}`,
    wanted: `≤ ${MOST} ×`,
    reached: `${shown(request)} × a request, ${shown(object)} × an object`,
    isMet: Math.max(request, object) <= MOST,
  };
}
