import { DelegateBackoff, handleWhen, type IRetryBackoffContext, retry } from 'cockatiel';
import { FeedFault } from './feed-fault.ts';

/** How often, and how soon, what failed in passing is tried again within one pull. */
export interface Pace {
  readonly tries: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

export const PACE: Pace = { tries: 4, firstWaitMs: 500, longestWaitMs: 30_000 };

/**
 * Tries again what failed in passing: after a wait that doubles, with half of it left to chance, so
 * that gateways which failed together do not come back together; and no sooner than the source said.
 *
 * @throws the last FeedFault, or the signal's reason.
 */
export async function trying<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  pace: Pace,
): Promise<T> {
  const policy = retry(
    handleWhen((error) => isWorthATry(error, pace)),
    {
      maxAttempts: pace.tries - 1,
      backoff: new DelegateBackoff((context: IRetryBackoffContext<unknown>) => {
        const whole = Math.min(pace.longestWaitMs, pace.firstWaitMs * 2 ** (context.attempt - 1));
        const asked = 'error' in context.result ? retryAfterOf(context.result.error) : 0;
        return Math.max(asked, whole / 2 + (Math.random() * whole) / 2);
      }),
    },
  );
  try {
    return await policy.execute(work, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

function isWorthATry(error: unknown, { longestWaitMs }: Pace): boolean {
  return error instanceof FeedFault && error.passing && retryAfterOf(error) <= longestWaitMs;
}

function retryAfterOf(error: unknown): number {
  return error instanceof FeedFault ? (error.retryAfterMs ?? 0) : 0;
}
