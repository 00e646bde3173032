import { type Goal, type Part, shown } from '../harness/report.ts';
import { median, quantile } from '../harness/statistics.ts';
import type { Outcome } from './clients/tally.ts';
import { atMost, nothingAmiss } from './goals.ts';
import { memoryOf } from './memory.ts';
import { MIX } from './mix.ts';
import { CLIENTS, THINK } from './scale.ts';
import type { Setting } from './setting.ts';
import { type Slice, slicesOf } from './slices.ts';
import { keepWriting, WRITES } from './writing.ts';

/** How many times the memory of the middle third the last third may have, in the median. */
const FLAT = 1.15;

/** A frontend's clients for some minutes, while offices write. */
export async function steady(setting: Setting): Promise<Part> {
  const { crowd, server, database, postgres } = setting;
  const seconds = setting.sizes.steadySeconds;
  const before = await memoryOf(server);
  await crowd.gather(CLIENTS);
  const cpuBegan = postgres.cpu(new Set());
  const [outcome, slices] = await Promise.all([
    crowd.ask({
      ...{ queries: MIX.map(({ query }) => query.name), seconds },
      ...{ comeMs: THINK, thinkMs: THINK, isPatient: true },
    }),
    slicesOf(server, seconds),
    keepWriting(database, seconds),
  ]);
  const cpu = (postgres.cpu(new Set()) - cpuBegan) / outcome.milliseconds;
  await crowd.leave();
  const after = await memoryOf(server);
  const began = slices[0]?.from ?? 0;
  const worst = Math.max(...slices.map((slice) => quantile(waitedIn(slice, outcome), 0.99)));
  return {
    title: `${shown(CLIENTS)} clients for ${shown(seconds)} seconds`,
    text:
      `Each on a connection of its own, thinks up to ${shown(THINK)} ms before each request and asks ` +
      `${mixed()}; meanwhile ${WRITES} commands a second change a project each, and end what is kept of ` +
      'answers. Every answer is held to what was answered to the same question before, byte by byte. ' +
      'Times are a client’s: from his asking to his answer, with what a refusal made him wait. ' +
      `In all ${shown(outcome.answers.at.length)} answers: ${byQuery(outcome)}; ` +
      `the worst slice’s p99 is ${shown(worst)} ms. ` +
      `PostgreSQL had ${shown(cpu * 100)} % of a core. After garbage collection the gateway’s heap held ` +
      `${shown(before.heap)} MB before, and ${shown(after.heap)} MB afterwards.`,
    columns: COLUMNS,
    rows: slices.map((slice) => rowOf(slice, began, outcome)),
    goals: [nothingAmiss('the steady load', [outcome]), flat(slices)],
  };
}

const COLUMNS = [
  'seconds',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'longest ms',
  'refused',
  'RSS MB',
  'heap MB, least',
  'CPU %',
  'loop lag p99 ms',
  'longest ms',
  'most in flight',
];

function rowOf(slice: Slice, began: number, outcome: Outcome): string[] {
  const { from, to, vitals } = slice;
  const { rss, heap, cpu, lagP99, longestLag, mostInFlight } = vitals;
  const waited = waitedIn(slice, outcome);
  const refused = outcome.refusals.at.filter((at) => isIn(slice, at)).length;
  const milliseconds = to - from;
  return [
    [from, to].map((at) => shown(Math.round((at - began) / 100) / 10)).join('–'),
    shown((waited.length / milliseconds) * 1_000),
    ...[0.5, 0.99, 1].map((share) => shown(quantile(waited, share))),
    shown(refused),
    ...[median(rss), quantile(heap, 0), (cpu / milliseconds) * 100].map(shown),
    ...[lagP99, longestLag, mostInFlight].map(shown),
  ];
}

/** How long those waited who were answered in a slice. */
function waitedIn(slice: Slice, { answers }: Outcome): Float64Array {
  return answers.waited.filter((_, answer) => isIn(slice, answers.at[answer] ?? 0));
}

const isIn = ({ from, to }: Slice, at: number) => at >= from && at < to;

const mixed = () => MIX.map(({ query, weight }) => `${query.name} ${weight} %`).join(', ');

function byQuery({ answers }: Outcome): string {
  return MIX.map(({ query }, place) => {
    const waited = answers.waited.filter((_, answer) => answers.query[answer] === place);
    return `${query.name} p50 ${shown(median(waited))} ms, p99 ${shown(quantile(waited, 0.99))} ms`;
  }).join('; ');
}

/** The first third is warming up. */
function flat(slices: readonly Slice[]): Goal {
  const looks = slices.flatMap(({ vitals }) => [...vitals.rss]);
  const third = Math.floor(looks.length / 3);
  const growth = median(looks.slice(-third)) / median(looks.slice(third, -third));
  return atMost('resident memory of the last third, of the middle third’s', FLAT, growth, ' ×');
}
