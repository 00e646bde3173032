import type { Permission } from '../access/permission.ts';
import type { LoggedEvent } from '../events/event.ts';
import type { Matching } from '../events/matching.ts';
import type { RequestContext } from './context.ts';

/** Which of the log's events somebody follows, and sees. */
export interface Interest {
  /** Equal for equal interests: they get the same messages. */
  readonly key: string;
  /** What the log is searched by; may find more than is wanted, never less. */
  readonly matching: Matching;
  /** Row ids of which every wanted event is about one; undefined where it may be about anything. */
  readonly among: readonly string[] | undefined;
  wants(event: LoggedEvent): boolean;
}

/** How far a stream, or a page, has come. */
export interface Progress {
  /** Complete up to here. */
  readonly cursor: string;
  /** Where the log's end was. */
  readonly head: string;
  /** When that was known: ISO 8601. */
  readonly at: string;
}

/**
 * A field of the graph's Subscription, as the module that has it says how it follows the log. Nothing
 * here may depend on who follows but by what `sightOf` tells of him: what is made for one is given to all alike.
 */
export interface Followed {
  readonly permission: Permission;
  /**
   * Reads the field's arguments, `after` aside.
   * @throws DomainError for what cannot be followed.
   */
  interest(args: Readonly<Record<string, unknown>>, context: RequestContext): Promise<Interest>;
  /** What the field resolves for an event; `cursor` is of the place behind it. */
  update(event: LoggedEvent, cursor: string, context: RequestContext): object;
  /** What it resolves to say that nothing was missed. */
  heartbeat(progress: Progress): object;
}

const register = new Map<string, Followed>();

/** Says how a field of Subscription is followed. Beside the field. */
export function followed(field: string, how: Followed): void {
  register.set(field, how);
}

/** How a field is followed. */
export function followedField(field: string): Followed | undefined {
  return register.get(field);
}
