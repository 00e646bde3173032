import { setTimeout as delay } from 'node:timers/promises';
import type { Effort } from '../harness/probe.ts';
import { openFiles } from '../harness/machine.ts';
import { type Part, shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { Crowd } from './crowd.ts';
import type { Sizes } from './scale.ts';
import type { Contender, Contenders } from './servers.ts';

/** The most that a subscriber who hears nothing may cost, in KB. */
const KB_EACH = 25;
/** Connected first, and gone again: what the first ones cost is not what each costs. */
const WARM = 50;
const SETTLING = 2_000;
/** The crowd's processes: each may open as many files as the server. */
const PROCESSES = 2;

/** Resident memory that each subscriber adds to the server while nothing happens. */
export async function idle(run: Run, contenders: Contenders, { idle }: Sizes): Promise<Part> {
  const limit = openFiles();
  const subscribers = Math.min(idle, limit - 500);
  const { bareWs, quanmai, quanmaiStream, yoga, yogaStream } = contenders;
  const rows: [string, Idle][] = [];
  for (const contender of run.taking([bareWs, quanmai, quanmaiStream, yoga, yogaStream])) {
    const found = await gathered(run, contender, subscribers);
    tell(`  ${contender.name}: ${shown(found.each)} KB`);
    rows.push([contender.name, found]);
  }
  const own = rows[1]?.[1].each ?? Number.NaN;
  const short = subscribers < idle ? ` Only so many: a process may open ${limit} files here.` : '';
  return {
    title: `${shown(subscribers)} subscribers who hear nothing`,
    text: `Resident memory of the server after garbage collection, less what it was with nobody there; and what it took to let them in and tell each one event.${short}`,
    columns: ['', 'KB each', 'CPU ms each to come', 'longest turn ms', 'its CPU ms'],
    rows: rows.map(([name, { each, cpu, longestTurn, busiestTurn }]) => [
      name,
      ...[each, cpu / subscribers, longestTurn, busiestTurn].map(shown),
    ]),
    goals: [
      {
        what: `memory of each of ${shown(subscribers)} idle subscribers`,
        wanted: `≤ ${KB_EACH} KB`,
        reached: `${shown(own)} KB`,
        isMet: own <= KB_EACH && subscribers === idle,
      },
    ],
  };
}

interface Idle extends Effort {
  /** KB. */
  readonly each: number;
}

async function gathered(run: Run, contender: Contender, subscribers: number): Promise<Idle> {
  const updates = await contender.start();
  const { server } = updates;
  const few = await Crowd.gather(run, contender, updates, { subscribers: WARM, by: 'all' });
  await few.leave();
  await delay(SETTLING);
  const before = await server.memory();
  const { done: crowd, effort } = await server.during(() =>
    Crowd.gather(run, contender, updates, { subscribers, by: 'all' }, PROCESSES),
  );
  await delay(SETTLING);
  const after = await server.memory();
  await crowd.leave();
  await server.end();
  return { ...effort, each: (after - before) / subscribers };
}
