import type { LoggedEvent } from '../../events/event.ts';
import type { Place } from '../../events/place.ts';
import type { Interest } from '../../request/followed.ts';
import type { Batch } from './batch.ts';

/** Whoever is fed as things happen. */
export interface Member {
  /** Takes a batch; `before` is complete up to where it begins. */
  take(batch: Batch, before: Place | undefined): void;
  /** Takes a heartbeat. */
  beat(heartbeat: Batch): void;
  /** Is fed no more, and reads on for itself from there. */
  fallBack(before: Place | undefined): void;
}

/** Who makes the messages of groups. */
export interface Renderer {
  /** An event that some of its groups want; `before` is the place before all that come with it. */
  add(event: LoggedEvent, groups: ReadonlySet<Group>, before: Place | undefined): void;
}

/** All who are told the same of the same events. */
export class Group {
  readonly members = new Set<Member>();

  constructor(
    readonly renderer: Renderer,
    readonly interest: Interest,
  ) {}
}

/**
 * Which groups an event concerns. An event meets those alone that may want it, by what it is about:
 * fifteen districts with followers each cost what is delivered, not events × followers.
 */
export class Audience {
  private readonly groups = new Map<string, Set<Group>>();

  add(group: Group): void {
    for (const key of keysOf(group)) {
      const present = this.groups.get(key);
      if (present) present.add(group);
      else this.groups.set(key, new Set([group]));
    }
  }

  remove(group: Group): void {
    for (const key of keysOf(group)) {
      const present = this.groups.get(key);
      present?.delete(group);
      if (present?.size === 0) this.groups.delete(key);
    }
  }

  of(event: LoggedEvent): Set<Group> {
    const wanting = new Set<Group>();
    const keys = [
      ANYTHING,
      event.entityId,
      ...event.about,
      ...event.scopeBefore,
      ...event.scopeAfter,
    ];
    for (const key of new Set(keys)) {
      for (const group of this.groups.get(key) ?? []) {
        if (group.interest.wants(event)) wanting.add(group);
      }
    }
    return wanting;
  }
}

const ANYTHING = '';

const keysOf = ({ interest: { among } }: Group): readonly string[] => among ?? [ANYTHING];
