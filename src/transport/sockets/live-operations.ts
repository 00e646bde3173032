import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { FormattedExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { shapeError } from '../../graph/errors.ts';
import type { Answering } from '../answering.ts';
import type { Operation, Perform } from '../perform.ts';
import { STOPPING } from '../stopping.ts';

export interface LiveOptions {
  readonly perform: Perform;
  readonly answering: Answering;
  readonly log: Logger;
}

/** The operations that came over WebSockets and event streams: what a stop waits for, and cuts off. */
export class LiveOperations {
  private readonly running = new Set<AbortController>();
  private settled: (() => void) | undefined;
  private ending = false;

  constructor(private readonly options: LiveOptions) {}

  /** From the first moment of a stop on. */
  get isStopping(): boolean {
    return this.ending;
  }

  /**
   * Answers an operation, after its turn where it has to wait for one: from its arrival on a stop
   * waits for it. Once `leaving` is aborted, what it was working on is cancelled. Never rejects.
   */
  async run(
    operation: Operation,
    leaving: AbortController,
    { requestId = randomUUID(), turn }: { requestId?: string; turn?: () => Promise<void> } = {},
  ): Promise<FormattedExecutionResult> {
    const { perform, answering, log } = this.options;
    const since = performance.now();
    const answer = async () => {
      await turn?.();
      leaving.signal.throwIfAborted();
      const leave = answering.begin(leaving);
      return perform(operation, requestId, leaving.signal).finally(leave);
    };
    let result: FormattedExecutionResult;
    try {
      if (this.ending) throw STOPPING;
      this.running.add(leaving);
      result = await Promise.race([answer(), cutOff(leaving.signal)]);
    } catch (error) {
      result = { errors: [shapeError(error, requestId).formatted] };
    }
    this.running.delete(leaving);
    if (this.running.size === 0) this.settled?.();
    const ms = Math.round(performance.now() - since);
    const { operationName } = operation;
    log.info({ requestId, operationName, ms, errors: result.errors?.length ?? 0 }, 'operation');
    return result;
  }

  /** Takes no new ones, and cuts off what is not answered within `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.ending = true;
    if (this.running.size === 0) return;
    const patience = new AbortController();
    await Promise.race([
      new Promise<void>((resolve) => (this.settled = resolve)),
      delay(graceMs, undefined, { signal: patience.signal }).catch(() => {}),
    ]);
    patience.abort();
    const left = this.running.size;
    if (left > 0) this.options.log.warn({ left, graceMs }, 'operations were cut off by the stop');
    for (const leaving of this.running) leaving.abort(STOPPING);
  }
}

/** Rejects when a stop waits no longer. All other reasons are heeded by the work itself, which then ends. */
function cutOff(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => signal.reason === STOPPING && reject(STOPPING), {
      once: true,
    });
  });
}
