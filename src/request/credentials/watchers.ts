import { AccessChanged, AccessEnded } from '../../access/refusals.ts';
import { scopeKey } from '../../access/scope.ts';
import { sightOf, type Viewer } from '../../access/viewer.ts';
import type { DomainError } from '../../kit/errors.ts';

type OnEnd = (why: DomainError) => void;

/** Who wants to hear that a viewer may no longer what he might. */
export class Watchers {
  private readonly watching = new Map<Viewer, Set<OnEnd>>();

  add(viewer: Viewer, onEnd: OnEnd): () => void {
    const ends = this.watching.get(viewer) ?? new Set();
    // The same function may watch twice, and each is ended for itself.
    const own: OnEnd = (why) => onEnd(why);
    this.watching.set(viewer, ends.add(own));
    return () => {
      ends.delete(own);
      if (ends.size === 0 && this.watching.get(viewer) === ends) this.watching.delete(viewer);
    };
  }

  /** Each viewer once, however many watch him. */
  viewers(): Viewer[] {
    return [...this.watching.keys()];
  }

  end(viewer: Viewer, why: DomainError): void {
    const ends = this.watching.get(viewer);
    this.watching.delete(viewer);
    for (const onEnd of ends ?? []) onEnd(why);
  }

  clear(): void {
    this.watching.clear();
  }
}

/** Why a viewer who would now be made this one, or none, cannot go on as he is; undefined if he can. */
export function changeOf(viewer: Viewer, now: Viewer | undefined): DomainError | undefined {
  if (!now) {
    return new AccessEnded('The credential that this came with was taken away: ask for another.');
  }
  const isSame =
    viewer.role === now.role &&
    sightOf(viewer) === sightOf(now) &&
    scopeKey(viewer.mayChange) === scopeKey(now.mayChange);
  return isSame ? undefined : new AccessChanged(CHANGED);
}

const CHANGED =
  'What this credential is good for has changed: its role, the role’s permissions, or its districts. Connect again with the same one.';

/** Why what a viewer came with is good no more, by its own date. */
export function endedByTime({ kind, expiresAt }: Viewer): AccessEnded {
  const what = kind === 'JWT' ? 'token' : 'API key';
  return new AccessEnded(`The ${what} expired at ${expiresAt}: connect again with a new one.`);
}
