import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../../access/viewer.ts';
import { shapeError } from '../../graph/errors.ts';
import type { Sink } from '../../graph/following/batch.ts';
import type { Following } from '../../graph/following/following.ts';
import type { Answering } from '../answering.ts';
import type { Operation, Perform } from '../perform.ts';
import { STOPPING } from '../stopping.ts';

export interface LiveOptions {
  readonly perform: Perform;
  readonly following: Following;
  readonly answering: Answering;
  readonly log: Logger;
}

/** How an operation came. */
export interface Coming {
  readonly requestId?: string;
  /** What it waits for before it is begun. */
  readonly turn?: () => Promise<void>;
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

  /** Whether it is to be followed, not run. */
  isSubscription(operation: Operation): boolean {
    return this.options.following.subscriptions.has(operation);
  }

  /**
   * Answers an operation, after its turn where it has to wait for one: from its arrival on a stop
   * waits for it. Once `leaving` is aborted, what it was working on is cancelled. Never rejects.
   */
  run(
    operation: Operation,
    viewer: Viewer,
    leaving: AbortController,
    coming: Coming = {},
  ): Promise<FormattedExecutionResult> {
    const { perform } = this.options;
    return this.attempt(operation, leaving, coming, (requestId) =>
      perform(operation, viewer, requestId, leaving.signal),
    );
  }

  /**
   * Begins a subscription, likewise; what it then tells goes to the sink, until `leaving` is aborted.
   * While it lives it takes nobody's place. Resolves to why it was refused, if it was.
   */
  async follow(
    operation: Operation,
    viewer: Viewer,
    leaving: AbortController,
    sink: Sink,
    { after, ...coming }: Coming & { readonly after?: string | undefined } = {},
  ): Promise<readonly GraphQLFormattedError[] | undefined> {
    const { following } = this.options;
    const { signal } = leaving;
    const { errors } = await this.attempt(operation, leaving, coming, async (requestId) => {
      const refusal = await following.follow(operation, { viewer, requestId, signal, sink, after });
      return refusal ? { errors: refusal } : {};
    });
    return errors;
  }

  private async attempt(
    { operationName }: Operation,
    leaving: AbortController,
    { requestId = randomUUID(), turn }: Coming,
    work: (requestId: string) => Promise<FormattedExecutionResult>,
  ): Promise<FormattedExecutionResult> {
    const { answering, log } = this.options;
    const since = performance.now();
    const answer = async () => {
      await turn?.();
      leaving.signal.throwIfAborted();
      const leave = answering.begin(leaving);
      return work(requestId).finally(leave);
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
    log.info({ requestId, operationName, ms, errors: result.errors?.length ?? 0 }, 'operation');
    return result;
  }

  /** Takes no new ones, and cuts off what is not answered within `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.ending = true;
    const followersEnded = this.options.following.stop();
    if (this.running.size > 0) await this.settle(graceMs);
    await followersEnded;
  }

  private async settle(graceMs: number): Promise<void> {
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
