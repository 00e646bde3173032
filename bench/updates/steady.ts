import { nothingLost, type Part, shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { medians, quantile } from '../harness/statistics.ts';
import { Crowd, take } from './crowd.ts';
import type { Received } from './readers/tally.ts';
import { RATE, type Sizes } from './scale.ts';
import { type Contender, type Contenders, startAll, type Updates } from './servers.ts';

/** Between two steps of the sequencer while there is work, in milliseconds. */
const SEQUENCER = 20;
/** What may come to it, in times of what bare `ws` needs without a log. */
const TIMES_BARE = 4;

interface Latency extends Readonly<Record<string, number>> {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly cpu: number;
  readonly longestTurn: number;
  readonly busiestTurn: number;
  readonly wrong: number;
  readonly lost: number;
}

/** So many events a second to every subscriber: how long each took from its commit. */
export async function steady(run: Run, contenders: Contenders, sizes: Sizes): Promise<Part> {
  const { bareWs, quanmai, quanmaiStream, yoga } = contenders;
  const { started, end } = await startAll(run.taking([bareWs, quanmai, quanmaiStream, yoga]));
  const results = new Map<Contender, Latency[]>(started.map(([contender]) => [contender, []]));
  for (let round = 0; round < sizes.rounds; round += 1) {
    for (const [contender, updates] of started) {
      if (contender.isSlow && round >= sizes.slowRounds) continue;
      const result = await latency(run, contender, updates, sizes);
      tell(`  ${contender.name}: p99 ${shown(result.p99)} ms`);
      results.get(contender)?.push(result);
    }
  }
  await end();
  const found = [...results].map(([contender, rounds]) => [contender, medians(rounds)] as const);
  const [bare, own] = found.map(([, result]) => result);
  if (!bare || !own) throw new Error('Nobody was measured.');
  const allowed = SEQUENCER + TIMES_BARE * bare.p99;
  return {
    title: `${RATE} events a second to ${shown(sizes.subscribers)} subscribers each`,
    text:
      'Milliseconds from the moment that the commit was asked for (elsewhere: that the event was ' +
      'published) to its receipt, over all deliveries.',
    columns: ['', 'p50', 'p99', 'most', 'CPU %', 'longest turn ms', 'its CPU ms', 'lost, wrong'],
    rows: found.map(([{ name }, { p50, p99, most, cpu, longestTurn, busiestTurn, ...rest }]) => [
      name,
      ...[p50, p99, most, cpu / (sizes.steadySeconds * 10), longestTurn, busiestTurn].map(shown),
      `${rest.lost}, ${rest.wrong}`,
    ]),
    goals: [
      {
        what: 'steady, p99 from commit to receipt',
        wanted: `≤ ${SEQUENCER} + ${TIMES_BARE} × ${shown(bare.p99)} = ${shown(allowed)} ms`,
        reached: `${shown(own.p99)} ms`,
        isMet: own.p99 <= allowed,
      },
      nothingLost(
        'the steady load',
        found.map(([, result]) => result),
      ),
    ],
  };
}

async function latency(
  run: Run,
  contender: Contender,
  updates: Updates,
  { subscribers, steadySeconds }: Sizes,
): Promise<Latency> {
  const crowd = await Crowd.gather(run, contender, updates, { subscribers, by: 'all' });
  const events = take(Math.round(RATE * steadySeconds));
  const due = await crowd.expect({ ...events, timed: true });
  const { done, effort } = await updates.server.during(async () => {
    const sent = await updates.steady({ ...events, everyMs: 1_000 / RATE });
    return { sent, heard: await crowd.heard() };
  });
  await crowd.leave();
  const { sent, heard } = done;
  const taken = Float64Array.from(heard.parts.flatMap((part) => [...timesOf(part, sent)]));
  return {
    p50: quantile(taken, 0.5),
    p99: quantile(taken, 0.99),
    most: quantile(taken, 1),
    ...effort,
    ...{ wrong: heard.wrong, lost: due - heard.deliveries },
  };
}

/** From when each delivery's event was sent until it came. */
function timesOf({ events, times, deliveries }: Received, sent: Float64Array): Float64Array {
  return times
    .subarray(0, deliveries)
    .map((came, delivery) => came - (sent[events[delivery] ?? 0] ?? Number.NaN));
}
