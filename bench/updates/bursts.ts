import { setTimeout as delay } from 'node:timers/promises';
import { shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { medians } from '../harness/statistics.ts';
import { type Audience, Crowd, take } from './crowd.ts';
import type { Sizes } from './scale.ts';
import { type Contender, startAll, type Updates } from './servers.ts';

/** One burst, as one contender served it. */
interface Burst extends Readonly<Record<string, number>> {
  /** From the first commit, or the first send, to the last receipt, in milliseconds. */
  readonly milliseconds: number;
  readonly deliveries: number;
  readonly cpu: number;
  readonly longestTurn: number;
  readonly busiestTurn: number;
  readonly peak: number;
  readonly bytesEach: number;
  readonly wrong: number;
  readonly lost: number;
}

export interface Served {
  readonly contender: Contender;
  readonly result: Burst;
}

/** Between two bursts: whatever the last one left behind is done with. */
const REST = 500;

/** Every contender serves the same burst, in turn, round after round; answers the medians. */
export async function bursts(
  run: Run,
  contenders: readonly Contender[],
  audience: Audience,
  { events, rounds, slowRounds }: Pick<Sizes, 'events' | 'rounds' | 'slowRounds'>,
): Promise<Served[]> {
  const { started, end } = await startAll(run.taking(contenders));
  const results = new Map<Contender, Burst[]>(started.map(([contender]) => [contender, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [contender, updates] of started) {
      if (contender.isSlow && round >= slowRounds) continue;
      const result = await oneBurst(run, contender, updates, audience, events);
      tell(`  ${contender.name}: ${shown(result.milliseconds)} ms`);
      results.get(contender)?.push(result);
    }
  }
  await end();
  return [...results].map(([contender, rounds]) => ({ contender, result: medians(rounds) }));
}

async function oneBurst(
  run: Run,
  contender: Contender,
  updates: Updates,
  audience: Audience,
  count: number,
): Promise<Burst> {
  const crowd = await Crowd.gather(run, contender, updates, audience);
  await delay(REST);
  const events = take(count);
  const due = await crowd.expect({ ...events, timed: false });
  const { done, effort } = await updates.server.during(async () => {
    const began = await updates.burst(events);
    return { began, heard: await crowd.heard() };
  });
  await crowd.leave();
  const { began, heard } = done;
  const { deliveries, bytesEach, wrong } = heard;
  return {
    milliseconds: heard.lastAt - began,
    ...{ deliveries, bytesEach, wrong, lost: due - deliveries },
    ...effort,
  };
}

export const COLUMNS = [
  '',
  'ms',
  'deliveries/s',
  'of bare `ws`',
  'server CPU µs a delivery',
  'longest turn ms',
  'its CPU ms',
  'peak MB',
  'bytes each',
  'lost, wrong',
];

export function rowOf({ contender, result }: Served, bare: number): string[] {
  const rate = rateOf(result);
  return [
    contender.name,
    shown(result.milliseconds),
    shown(rate),
    shown(rate / bare),
    shown((result.cpu * 1_000) / result.deliveries),
    shown(result.longestTurn),
    shown(result.busiestTurn),
    shown(result.peak),
    shown(result.bytesEach),
    `${result.lost}, ${result.wrong}`,
  ];
}

export const rateOf = ({ deliveries, milliseconds }: Burst) => (deliveries / milliseconds) * 1_000;
