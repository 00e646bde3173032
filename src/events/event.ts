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

/** An event in the log, at its place. Ids and positions are `bigint` in the database, hence strings. */
export interface LoggedEvent {
  readonly id: string;
  readonly position: string;
  readonly epoch: string;
  readonly occurredAt: string;
  readonly kind: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly version: number;
  readonly changes: readonly Change[];
  readonly scopeBefore: readonly string[];
  readonly scopeAfter: readonly string[];
  readonly actor: string;
  readonly source: string | null;
  readonly idempotencyKey: string | null;
}
