/** A place in the log: behind one event, complete up to it. Position 0 is before the first. */
export interface Place {
  readonly position: number;
  /** The event there; '0' before the first. */
  readonly eventId: string;
}

/** Where the log stands: its last numbered event, and the history that its positions belong to. */
export interface Head extends Place {
  readonly epoch: string;
}

/** The place behind an event. */
export function behind({ position, id }: { position: number; id: string }): Place {
  return { position, eventId: id };
}
