/** A process full of clients: they learn what is right, ask, and tell over the IPC channel how it went. */
import { answering } from '../../harness/answering.ts';
import { now } from '../../harness/clock.ts';
import { type Behaviour, Client } from './client.ts';
import { learn, type Learned, type Lesson } from './lesson.ts';
import { type Outcome, Tally } from './tally.ts';

/** How many clients ask what, how, and for how long. */
export interface Work extends Behaviour {
  /** The queries, by name, of those that were learned. */
  readonly queries: readonly string[];
  readonly seconds: number;
}

/** Connections that are opened at once. */
const AT_ONCE = 50;

let address = '';
const learned = new Map<string, Learned>();
let clients: Client[] = [];

answering({
  learn: async ({ url, lessons }: { url: string; lessons: readonly Lesson[] }): Promise<void> => {
    address = url;
    for (const [place, lesson] of lessons.entries()) {
      learned.set(lesson.query, await learn(url, lesson, place));
    }
  },

  gather: async (count: number): Promise<void> => {
    const numbers = Array.from({ length: count }, (_, number) => number);
    while (numbers.length > 0) {
      const some = numbers.splice(0, AT_ONCE);
      clients.push(...(await Promise.all(some.map((each) => Client.connect(address, each)))));
    }
  },

  ask: async ({ queries, seconds, ...behaviour }: Work): Promise<Outcome> => {
    const [first, ...others] = queries.flatMap((query) => learned.get(query) ?? []);
    if (!first) throw new Error('Nothing was learned that could be asked.');
    const tally = new Tally();
    const began = now();
    const end = began + seconds * 1_000;
    await Promise.all(
      clients.map((client) => client.askUntil(end, [first, ...others], behaviour, tally)),
    );
    return tally.outcome(began);
  },

  leave: (): void => {
    for (const client of clients) client.leave();
    clients = [];
  },
});
