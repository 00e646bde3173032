import { setTimeout as delay } from 'node:timers/promises';
import { Process } from '../harness/process.ts';
import type { Run } from '../harness/run.ts';
import type { Group } from './readers/main.ts';
import type { Expected, Received } from './readers/tally.ts';
import { DISTRICTS, FIRST } from './scale.ts';
import type { Contender, Events, Updates } from './servers.ts';

/** Who subscribes: so many to everything, or so many over all districts, each to his own. */
export interface Audience {
  readonly subscribers: number;
  readonly by: 'all' | 'district';
}

/** What a crowd received, all processes together. */
export interface Heard {
  readonly deliveries: number;
  readonly bytesEach: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Lost, repeated, or out of order. */
  readonly wrong: number;
  readonly parts: readonly Received[];
}

/** How long subscriptions may take to be heard, in looks and in milliseconds between two. */
const LOOKS = 50;
const LOOK_EVERY = 300;

/** Numbers of events go up through the whole run. */
let nextEvent = FIRST;

export function take(count: number): Events {
  const first = nextEvent;
  nextEvent += count;
  return { first, count };
}

/** Subscribers in processes of their own. */
export class Crowd {
  private constructor(
    private readonly processes: readonly Process[],
    private readonly size: number,
  ) {}

  /** Opens the subscriptions, and publishes until every one of them has heard something. */
  static async gather(
    run: Run,
    contender: Contender,
    updates: Updates,
    audience: Audience,
    processes = 1,
  ): Promise<Crowd> {
    const crowd = new Crowd(
      Array.from({ length: processes }, () => {
        const process = new Process(run.compiled('bench/updates/readers/main.ts'));
        run.closing(() => process.end());
        return process;
      }),
      audience.subscribers,
    );
    const groups = groupsOf(contender, updates.url, audience);
    await Promise.all(
      crowd.processes.map((process, place) =>
        process.ask(
          'open',
          groups.map((group) => ({ ...group, count: share(group.count, place, processes) })),
        ),
      ),
    );
    await crowd.settle(updates, audience.by === 'all' ? 1 : DISTRICTS);
    return crowd;
  }

  /** Answers how many deliveries that will be. */
  async expect(expected: Expected): Promise<number> {
    const due = await Promise.all(
      this.processes.map((process) => process.ask<number>('expect', expected)),
    );
    return due.reduce((sum, count) => sum + count);
  }

  async heard(): Promise<Heard> {
    const parts = await Promise.all(
      this.processes.map((process) => process.ask<Received>('received')),
    );
    const sum = (of: (part: Received) => number) =>
      parts.reduce((total, part) => total + of(part), 0);
    const deliveries = sum((part) => part.deliveries);
    return {
      deliveries,
      bytesEach: sum((part) => part.bytes) / deliveries,
      firstAt: Math.min(...parts.map(({ firstAt }) => firstAt)),
      lastAt: Math.max(...parts.map(({ lastAt }) => lastAt)),
      wrong: sum((part) => part.wrong),
      parts,
    };
  }

  async leave(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.end()));
  }

  private async settle(updates: Updates, events: number): Promise<void> {
    for (let look = 0; look < LOOKS; look += 1) {
      await updates.burst(take(events));
      await delay(LOOK_EVERY);
      const hearing = await Promise.all(
        this.processes.map((process) => process.ask<number>('hearing')),
      );
      if (hearing.reduce((sum, count) => sum + count) === this.size) return;
    }
    throw new Error('Not all subscribers hear.');
  }
}

function groupsOf(contender: Contender, url: string, { subscribers, by }: Audience): Group[] {
  const { dialect } = contender;
  if (by === 'all') {
    const subscription = contender.subscription();
    const everything = { step: 1, rest: 0, url: contender.address(url) };
    return [{ ...everything, count: subscribers, dialect, subscription }];
  }
  return Array.from({ length: DISTRICTS }, (_, district) => ({
    count: share(subscribers, district, DISTRICTS),
    url: contender.address(url, district),
    dialect,
    subscription: contender.subscription(district),
    step: DISTRICTS,
    rest: district,
  }));
}

/** One of `parts` shares of a whole, as equal as can be. */
function share(whole: number, part: number, parts: number): number {
  return Math.floor(whole / parts) + (part < whole % parts ? 1 : 0);
}
