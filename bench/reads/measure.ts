import { now } from '../harness/clock.ts';
import type { Process } from '../harness/process.ts';
import { shown } from '../harness/report.ts';
import { tell } from '../harness/run.ts';
import { medians, quantile } from '../harness/statistics.ts';
import { answerTo, type Asked } from './contenders.ts';
import type { Postgres } from './postgres.ts';
import type { ContenderName, ReadQuery } from './query.ts';
import type { Sizes } from './scale.ts';

/** How one contender answered one query. */
export interface Measured extends Readonly<Record<string, number>> {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of CPU for each request. */
  readonly node: number;
  readonly postgres: number;
  readonly bytes: number;
  /** MB of memory, at most. */
  readonly peak: number;
  readonly statements: number;
}

/** Of one query, by contender. */
export type Results = ReadonlyMap<ContenderName, Measured>;

/** What the load generator tells. */
interface Load {
  readonly times: Float64Array;
  readonly milliseconds: number;
  readonly wrong: number;
  /** Whether all questions have been asked, and some of them again. */
  readonly isAround: boolean;
}

/** Requests of a warm-up at the least: a slow contender has code to compile, too. */
const WARM_UP = 48;

/** What one contender is asked again and again. */
export interface Asking extends Asked {
  /** What it is called, unlike all others at the same time. */
  readonly name: string;
  /** Whether questions may come again: that is what is measured, or no answers are kept. */
  readonly isRepeated: boolean;
}

/** What measuring takes. */
export interface Measuring {
  readonly load: Process;
  readonly postgres: Postgres;
  readonly sizes: Pick<Sizes, 'rounds' | 'seconds' | 'warmUpSeconds'>;
}

/** All contenders answer one query in turn, round after round; answers the medians. */
export async function measure(
  query: ReadQuery,
  asked: readonly Asked[],
  measuring: Measuring,
): Promise<Results> {
  const measured = await measureInTurn(
    asked.map((each) => ({
      ...each,
      name: `${query.name} ${each.contender.name}`,
      isRepeated: query.isRepeated ?? false,
    })),
    measuring,
  );
  return new Map(
    measured.map((each, place) => [(asked[place] as Asked).contender.name, each] as const),
  );
}

/** Each is asked in turn, round after round; answers the medians, in their order. */
export async function measureInTurn(
  asked: readonly Asking[],
  { load, postgres, sizes }: Measuring,
): Promise<Measured[]> {
  const rates: number[] = [];
  for (const { name, requests } of asked) {
    await load.ask('questions', { key: name, ...requests });
    rates.push(await warmUp(load, name, sizes));
  }
  const rounds = asked.map((): Measured[] => []);
  const statements = await postgres.statementsOf(
    // The last question of each: nobody has been asked it yet.
    asked.map(
      ({ requests }) =>
        () =>
          answerTo(requests, requests.tails.length - 1),
    ),
  );
  for (let round = 0; round < sizes.rounds; round += 1) {
    // Each comes first in turn.
    const places = asked.map((_, place) => (place + round) % asked.length);
    for (const place of places) {
      const { name, contender, requests, isRepeated } = asked[place] as Asking;
      const amount = (rates[place] ?? 0) * sizes.seconds;
      const isOwn = contender.name === 'quanmai';
      const others = isOwn ? new Set<string>() : await postgres.processesOfGateway();
      const before = postgres.cpu(others);
      const { done, effort } = await contender.server.during(() => asking(load, name, amount));
      const cpu = postgres.cpu(others) - before;
      const { length } = done.times;
      if (isOwn && done.isAround && !isRepeated) {
        tell(`  ${name} is asked again what it was asked before: it may have kept answers.`);
      }
      rounds[place]?.push({
        rate: (length / done.milliseconds) * 1_000,
        ...{ p50: quantile(done.times, 0.5), p99: quantile(done.times, 0.99) },
        ...{ node: effort.cpu / length, postgres: cpu / length, peak: effort.peak },
        bytes: Buffer.byteLength(await answerTo(requests, 0)),
        statements: statements[place] ?? Number.NaN,
      });
    }
  }
  return rounds.map((each, place) => {
    const measured = medians(each);
    const { rate, node, postgres: database } = measured;
    const cpu = `${shown(node)} + ${shown(database)}`;
    tell(`  ${asked[place]?.name ?? ''}: ${shown(rate)} requests/s, CPU ${cpu} ms`);
    return measured;
  });
}

/** Asks for a while; answers how many requests a second there were in the end. */
async function warmUp(load: Process, key: string, sizes: Measuring['sizes']): Promise<number> {
  const began = now();
  let [asked, rate] = [0, 0];
  do {
    const { times, milliseconds } = await asking(load, key, rate * WARM_UP_STEP);
    asked += times.length;
    rate = (times.length / milliseconds) * 1_000;
  } while (
    sizes.warmUpSeconds > 0 &&
    (asked < WARM_UP || now() - began < sizes.warmUpSeconds * 1_000)
  );
  return rate;
}

/** Seconds between two looks at the rate. */
const WARM_UP_STEP = 0.25;

async function asking(load: Process, key: string, amount: number): Promise<Load> {
  const done = await load.ask<Load>('ask', { key, amount });
  if (done.wrong > 0) throw new Error(`${key}: ${done.wrong} requests were not answered well.`);
  return done;
}
