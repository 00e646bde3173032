import type { Tail } from '../events/tail.ts';
import type { Probe } from './readiness.ts';

/** Numbered events of which this process has seen the head only: some seconds' worth of reading. */
const LAG_MOST = 10_000;

/** Whether this process follows the log, closely enough to tell updates in time. */
export function tailProbe(tail: Tail): Probe {
  return () => {
    if (!tail.alive()) return 'not followed';
    const lag = tail.lag();
    return lag > LAG_MOST ? `${lag} events behind` : undefined;
  };
}
