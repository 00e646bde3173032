import type { QueueOptions } from 'pg-boss';

export const queueNames = ['import.run', 'feed.pull'] as const;
export type JobQueue = (typeof queueNames)[number];

/** How fast it is noticed that a gateway died, and that there is work. In seconds. */
export interface Bounds {
  /** Who has said nothing for so long is dead; twice as often he says that he is alive. */
  readonly heartbeat: number;
  /** How often the dead are looked for. */
  readonly supervise: number;
  readonly polling: number;
  /** How often the schedules are looked at; from 1 to 45. */
  readonly schedules: number;
}

/** A job whose gateway was killed is another's within a minute: 20 + 10 + 10, and a moment's wait. */
export const BOUNDS: Bounds = { heartbeat: 20, supervise: 10, polling: 1, schedules: 30 };

const HOUR = 3_600;

/** A million rows take an hour or two; the bounds of a pull are its feed's own. */
const LONGEST: Readonly<Record<JobQueue, number>> = {
  'import.run': 12 * HOUR,
  'feed.pull': 8 * HOUR,
};

/**
 * A job is tried again when its handler throws or its gateway dies. Every restart of a gateway takes
 * one try away from what it was doing, hence so many.
 */
export function optionsOf(queue: JobQueue, { heartbeat }: Bounds): QueueOptions {
  return {
    expireInSeconds: LONGEST[queue],
    heartbeatSeconds: heartbeat,
    retryLimit: 10,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
  };
}
