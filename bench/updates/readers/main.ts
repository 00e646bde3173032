/** A process full of subscribers: opens them, counts what comes, answers for it over its IPC channel. */
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { answering } from '../../harness/answering.ts';
import { now } from '../../harness/clock.ts';
import { arrivedAt, openLine } from './line.ts';
import { type Dialect, subscriber, type Subscription } from './subscriber.ts';
import { type Expected, type Received, Tally } from './tally.ts';

/** Subscribers who want the same. */
export interface Group {
  readonly count: number;
  readonly url: string;
  readonly dialect: Dialect;
  readonly subscription: Subscription;
  /** They hear every `step`th event: those whose number leaves `rest`. */
  readonly step: number;
  readonly rest: number;
}

/** Handshakes at once. */
const AT_ONCE = 50;
/** How long nothing may come before what is missing is lost. */
const SILENCE = 15_000;

let tally = new Tally();
let sockets: Socket[] = [];

answering({
  open: async (groups: readonly Group[]): Promise<void> => {
    tally = new Tally();
    const all = groups.flatMap((group) => Array.from({ length: group.count }, () => group));
    while (all.length > 0) {
      sockets.push(...(await Promise.all(all.splice(0, AT_ONCE).map(openOne))));
    }
  },

  hearing: () => tally.hearing,

  expect: (expected: Expected): number => {
    tally.expect(expected);
    return tally.due;
  },

  /** All that was expected, or what came of it before a long silence. */
  received: async (): Promise<Received & { cpu: number }> => {
    const began = now();
    while (!tally.isComplete && now() - Math.max(began, tally.latest) < SILENCE) await delay(2);
    // What comes twice comes now.
    await delay(20);
    return { ...tally.received(), cpu: process.cpuUsage().user / 1_000 };
  },

  close: async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
    await delay(100);
  },
});

function openOne({ url, dialect, subscription, step, rest }: Group): Promise<Socket> {
  const place = tally.place(step, rest);
  const address = new URL(url);
  const counted = { tally, place, at: arrivedAt };
  return openLine(address, subscriber(dialect, address, subscription, counted));
}
