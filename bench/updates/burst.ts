import { nothingLost, type Part, shown } from '../harness/report.ts';
import type { Run } from '../harness/run.ts';
import { bursts, COLUMNS, rateOf, rowOf } from './bursts.ts';
import type { Sizes } from './scale.ts';
import type { Contenders } from './servers.ts';

/** How many times as fast as bare `ws` a burst is to be, and how long a turn of the loop at most. */
const FASTER = 8;
const LONGEST_TURN = 50;

/** A burst of events, all of them to every subscriber. */
export async function burst(run: Run, contenders: Contenders, sizes: Sizes): Promise<Part> {
  const { quanmai, quanmaiStream, bareWs, yoga, yogaStream } = contenders;
  const all = [bareWs, quanmai, quanmaiStream, yoga, yogaStream];
  const { subscribers, events } = sizes;
  const served = await bursts(run, all, { subscribers, by: 'all' }, sizes);
  const resultOf = (wanted: string) => {
    const found = served.find(({ contender }) => contender.name === wanted);
    if (!found) throw new Error(`${wanted} served nothing.`);
    return found.result;
  };
  const bare = rateOf(resultOf(bareWs.name));
  const own = resultOf(quanmai.name);
  const faster = rateOf(own) / bare;
  return {
    title: `${shown(events)} events to ${shown(subscribers)} subscribers each`,
    text:
      'From the first commit (elsewhere: the first send) to the last receipt; Quanmai’s time holds the ' +
      'numbering of the events and the reading of the log. Every subscriber checks that each event comes ' +
      'once and in order.',
    columns: COLUMNS,
    rows: served.map((one) => rowOf(one, bare)),
    goals: [
      {
        what: 'burst to everybody, deliveries/s against bare `ws`',
        wanted: `≥ ${FASTER} ×`,
        reached: `${shown(faster)} ×`,
        isMet: faster >= FASTER,
      },
      {
        what: 'the event loop’s longest turn meanwhile',
        wanted: `≤ ${LONGEST_TURN} ms`,
        reached: `${shown(own.longestTurn)} ms`,
        isMet: own.longestTurn <= LONGEST_TURN,
      },
      nothingLost(
        'a burst to everybody',
        served.map(({ result }) => result),
      ),
    ],
  };
}
