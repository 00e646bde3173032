import { nothingLost, type Part, shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { bursts, COLUMNS, rateOf, rowOf } from './bursts.ts';
import { DISTRICTS, type Sizes } from './scale.ts';
import type { Contenders } from './servers.ts';

/** How much dearer a delivery may be when most subscribers want only one district's events. */
const DEARER = 2;

/**
 * A burst over all districts to subscribers who follow one each; then the same number of deliveries
 * to a fifteenth of them who follow everything. If deliveries are what costs, it costs the same.
 */
export async function districts(run: Run, contenders: Contenders, sizes: Sizes): Promise<Part> {
  const { quanmai, bareWs, yoga } = contenders;
  const { subscribers, events } = sizes;
  const served = await bursts(run, [bareWs, quanmai, yoga], { subscribers, by: 'district' }, sizes);
  tell('  to a few who follow everything:');
  const few = Math.round(subscribers / DISTRICTS);
  const [whole] = await bursts(run, [quanmai], { subscribers: few, by: 'all' }, sizes);
  const [bare, own] = served;
  if (!bare || !own || !whole) throw new Error('Nothing was served.');
  const bareRate = rateOf(bare.result);
  const ratio =
    own.result.cpu / own.result.deliveries / (whole.result.cpu / whole.result.deliveries);
  return {
    title: `${shown(events)} events to ${shown(subscribers)} subscribers over ${DISTRICTS} districts`,
    text:
      `Each follows one district. The last row is ${few} subscribers who follow everything: as many ` +
      'deliveries, from a fifteenth of the pairs of event and subscriber.',
    columns: COLUMNS,
    rows: [
      ...served.map((one) => rowOf(one, bareRate)),
      rowOf({ ...whole, contender: { ...quanmai, name: `Quanmai, ${few} follow all` } }, bareRate),
    ],
    goals: [
      {
        what: `CPU a delivery, ${DISTRICTS} districts against everything (pairs: ${DISTRICTS} × as many)`,
        wanted: `≤ ${DEARER} ×`,
        reached: `${shown(ratio)} ×`,
        isMet: ratio <= DEARER,
      },
      nothingLost(
        'a burst by district',
        served.map(({ result }) => result),
      ),
    ],
  };
}
