import { isWithin, type Scope } from '../../access/scope.ts';
import type { LoggedEvent } from '../../events/event.ts';
import type { Progress } from '../../request/followed.ts';
import { OUT_OF_SIGHT, shownKind } from './project-update.kinds.ts';

/**
 * How a viewer sees an event: WHOLE, where he saw the project before and sees it after; ENTERED,
 * where it came into his sight, and what it was before is not his to know; LEFT, where it went.
 */
type Sighting = 'WHOLE' | 'ENTERED' | 'LEFT';

/** Kinds after which a project lies nowhere, for it is gone: nobody loses sight of it, all see it go. */
const ENDS = new Set(['PROJECT_WITHDRAWN']);

/** An event of a project as one viewer sees it: what `ProjectUpdate` is made of. */
export class ProjectUpdate {
  private readonly sighting: Sighting;

  constructor(
    readonly event: LoggedEvent,
    readonly cursor: string,
    sees: Scope,
  ) {
    this.sighting = sightingOf(event, sees);
  }

  /** The log's own id counts the changes of everybody; this tells no more than the rest of it. */
  get id(): string {
    return `upd_${this.event.entityId}_${this.event.version}`;
  }

  get occurredAt(): string {
    return this.event.occurredAt;
  }

  get kind(): string {
    return this.isOutOfSight ? OUT_OF_SIGHT : shownKind(this.event.kind);
  }

  get projectId(): string {
    return `prj_${this.event.entityId}`;
  }

  get projectCode(): string {
    return this.event.entityCode ?? this.event.entityId;
  }

  get version(): number {
    return this.event.version;
  }

  get isOutOfSight(): boolean {
    return this.sighting === 'LEFT';
  }

  /** Whether what was before the change is shown. */
  get showsBefore(): boolean {
    return this.sighting === 'WHOLE';
  }
}

/** Says that nothing was missed up to `cursor`. */
export class Heartbeat implements Progress {
  readonly cursor: string;
  readonly head: string;
  readonly at: string;

  constructor({ cursor, head, at }: Progress) {
    this.cursor = cursor;
    this.head = head;
    this.at = at;
  }
}

/** Whether the project goes out of a viewer's sight with this event. */
export function isLeaving(event: LoggedEvent, sees: Scope): boolean {
  return sightingOf(event, sees) === 'LEFT';
}

function sightingOf({ kind, scopeBefore, scopeAfter }: LoggedEvent, sees: Scope): Sighting {
  if (isWithin(sees, scopeAfter)) return isWithin(sees, scopeBefore) ? 'WHOLE' : 'ENTERED';
  return ENDS.has(kind) ? 'WHOLE' : 'LEFT';
}
