/** One field of an entity, as it was and as it is; null where there is, or was, nothing. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a writer says of a change. The id is the guard's to give, the position the sequencer's. */
export interface NewEvent {
  readonly kind: string;
  /** The aggregate's table. */
  readonly entityType: string;
  readonly entityId: string;
  /** The entity's version after this event. */
  readonly version: number;
  readonly changes: readonly Change[];
  /** The regions in which the entity lay before the change, and lies after it. */
  readonly scopeBefore: readonly string[];
  readonly scopeAfter: readonly string[];
  readonly actor: string;
  /** The import run or document that it came from. */
  readonly source?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** An event in the log, at its place. */
export interface LoggedEvent {
  /** A `bigint` in the database, and opaque: taken when it was written, not in the log's order. */
  readonly id: string;
  /** From 1 on, without a gap; far from 2^53. */
  readonly position: number;
  /** The history in which it got its position. */
  readonly epoch: string;
  /** When its transaction began: ISO 8601, in UTC. */
  readonly occurredAt: string;
  readonly kind: string;
  readonly entityType: string;
  readonly entityId: string;
  /** The entity's readable code after the change; null where its kind has none. */
  readonly entityCode: string | null;
  readonly version: number;
  readonly changes: readonly Change[];
  readonly scopeBefore: readonly string[];
  readonly scopeAfter: readonly string[];
  /** Row ids of all that the event concerns, before or after it, the entity itself among them. */
  readonly about: readonly string[];
  /** The project's stage before and after the change: one, where it stays; none, where unknown. */
  readonly stages: readonly string[];
  readonly actor: string;
  readonly source: string | null;
  readonly idempotencyKey: string | null;
  /** Roughly what it takes in memory, in bytes. */
  readonly size: number;
}
