import { GraphQLError } from 'graphql';
import { OverLimit } from '../limits.ts';

/** How many may follow at once. */
export interface SeatLimits {
  /** In this process. */
  readonly all: number;
  /** By one credential; anonymous callers have one together. */
  readonly each: number;
}

/** The places of those who follow, counted by credential. */
export class Seats {
  private taken = 0;
  private readonly by = new Map<string, number>();

  constructor(private readonly limits: SeatLimits) {}

  /**
   * @returns what gives the seat back.
   * @throws OverLimit, or a GraphQLError with SERVICE_BUSY when the process has no seat left
   */
  take(credential: string): () => void {
    const { all, each } = this.limits;
    const own = this.by.get(credential) ?? 0;
    if (own >= each) throw tooMany(own + 1, each);
    if (this.taken >= all) throw noneLeft(all);
    this.taken += 1;
    this.by.set(credential, own + 1);
    return () => this.give(credential);
  }

  private give(credential: string): void {
    this.taken -= 1;
    const left = (this.by.get(credential) ?? 1) - 1;
    if (left > 0) this.by.set(credential, left);
    else this.by.delete(credential);
  }
}

function tooMany(asked: number, allowed: number): OverLimit {
  return new OverLimit(
    'TOO_MANY_SUBSCRIPTIONS',
    asked,
    allowed,
    `${allowed} subscriptions of this credential are open, and no more are allowed. End one first, or follow more with one: a filter takes several codes.`,
  );
}

function noneLeft(allowed: number): GraphQLError {
  return new GraphQLError(
    `The server is busy: ${allowed} subscriptions are open, and no more are taken. Try again shortly or at another gateway, or read projectUpdatesFeed.`,
    { extensions: { code: 'SERVICE_BUSY', asked: allowed + 1, allowed } },
  );
}
