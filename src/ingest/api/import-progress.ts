import type { LoggedEvent } from '../../events/event.ts';

/** One word of the log on a run. */
export class ImportProgress {
  constructor(
    private readonly event: LoggedEvent,
    readonly cursor: string,
  ) {}

  get kind(): string {
    return this.event.kind;
  }

  get occurredAt(): string {
    return this.event.occurredAt;
  }

  get runKey(): string {
    return this.event.entityId;
  }
}
