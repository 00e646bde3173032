import { type Part, shown } from '../harness/report.ts';
import { tell } from '../harness/run.ts';
import { median, quantile } from '../harness/statistics.ts';
import type { Vitals } from '../harness/vitals.ts';
import type { Outcome } from './clients/tally.ts';
import { atMost, nothingAmiss } from './goals.ts';
import { type Memory, memoryOf } from './memory.ts';
import type { Setting } from './setting.ts';
import { keepWriting } from './writing.ts';

/** Milliseconds until 99 of 100 know that they are refused. */
const QUICK = 250;
/** How many times as long a project may take afterwards, and how much memory there may be. */
const SLOWER = 2;
const LARGER = 1.25;
/** Milliseconds within which all have come: as long as the first to be refused is told to stay away. */
const ARRIVAL = 1_000;
/** Who ask for one project after the other, while nobody else asks. */
const FEW = 4;

/** Far more at once than the gateway takes, and none of them thinks. */
export async function overload(setting: Setting): Promise<Part> {
  const before = await alone(setting);
  const patient = await pressed(setting, true);
  const impatient = await pressed(setting, false);
  const after = await alone(setting);
  const both = [patient, impatient];
  const places = Math.min(...both.map(({ outcome }) => outcome.places));
  const inFlight = Math.max(...both.map(({ vitals }) => vitals.mostInFlight));
  const { crowd, overloadSeconds } = setting.sizes;
  return {
    title: `${shown(crowd)} clients who do not think, and ${shown(places)} places`,
    text:
      `Each asks Q1 on a connection of its own, and again at once when it is answered, for ` +
      `${shown(overloadSeconds)} seconds, while as much is written as under the steady load. Who is ` +
      'refused asks again after the seconds that `Retry-After` tells, or in the second row at once. ' +
      'Every answer is held to what was answered before; a refusal has the status 503, the code SERVICE_BUSY and `Retry-After`. It is late where a ' +
      'place was found, and then no connection to the database in time. Right before, ' +
      `${FEW} clients who ask for one project after the other wait for ${shown(before.p50)} ms each ` +
      `(p99 ${shown(before.p99)} ms), right after for ${shown(after.p50)} ms (p99 ` +
      `${shown(after.p99)} ms). After garbage collection the gateway has ${shown(before.resident)} MB, ` +
      `${shown(before.heap)} of them in its heap, before, and ${shown(after.resident)} MB with ` +
      `${shown(after.heap)} when they are gone.`,
    columns: COLUMNS,
    rows: [rowOf('as told', patient), rowOf('at once', impatient)],
    goals: [
      nothingAmiss(
        'the overload',
        both.map(({ outcome }) => outcome),
      ),
      { ...atMost('most in flight under overload', places, inFlight, ''), isForAnySize: true },
      atMost('p99 of a refusal', QUICK, quantile(patient.outcome.refusals.took, 0.99), ' ms'),
      atMost('one project after the overload', SLOWER, after.p50 / before.p50, ' ×'),
      atMost('resident memory after the overload', LARGER, after.resident / before.resident, ' ×'),
      atMost('heap in use after the overload', LARGER, after.heap / before.heap, ' ×'),
    ],
  };
}

/** What the gateway is like with nothing else to do. */
interface Alone extends Memory {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

async function alone({ crowd, server, sizes }: Setting): Promise<Alone> {
  await crowd.gather(FEW);
  const { answers } = await crowd.ask({
    ...{ queries: ['Q4'], seconds: sizes.aloneSeconds },
    ...{ comeMs: 0, thinkMs: 0, isPatient: true },
  });
  await crowd.leave();
  const { took } = answers;
  return { p50: median(took), p99: quantile(took, 0.99), ...(await memoryOf(server)) };
}

interface Pressed {
  readonly outcome: Outcome;
  readonly vitals: Vitals;
  /** MB. */
  readonly peak: number;
}

async function pressed(setting: Setting, isPatient: boolean): Promise<Pressed> {
  const { crowd, server, database, sizes } = setting;
  const seconds = sizes.overloadSeconds;
  await crowd.gather(sizes.crowd);
  await server.vitals();
  const { done, effort } = await server.during(() =>
    Promise.all([
      crowd.ask({
        ...{ queries: ['Q1'], seconds },
        ...{ comeMs: ARRIVAL, thinkMs: 0, isPatient },
      }),
      keepWriting(database, seconds),
    ]),
  );
  const vitals = await server.vitals();
  await crowd.leave();
  const [outcome] = done;
  const { answers, refusals } = outcome;
  tell(`  ${shown(answers.at.length)} answered, ${shown(refusals.at.length)} refused`);
  return { outcome, vitals, peak: effort.peak };
}

const COLUMNS = [
  'who is refused asks again',
  'answers/s',
  'p50 ms',
  'p99 ms',
  'longest ms',
  'refusals/s',
  'p50 ms',
  'p99 ms',
  'longest ms',
  'of them late',
  'most in flight',
  'loop lag p99 ms',
  'longest ms',
  'peak MB',
];

function rowOf(how: string, { outcome, vitals, peak }: Pressed): string[] {
  const { milliseconds, answers, refusals } = outcome;
  const told = ({ took }: { took: Float64Array }) => [
    shown((took.length / milliseconds) * 1_000),
    ...[0.5, 0.99, 1].map((share) => shown(quantile(took, share))),
  ];
  const { mostInFlight, lagP99, longestLag } = vitals;
  const health = [mostInFlight, lagP99, longestLag, peak].map(shown);
  return [how, ...told(answers), ...told(refusals), shown(refusals.late), ...health];
}
