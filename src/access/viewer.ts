import type { Permission } from './permission.ts';
import { type Scope, scopeKey } from './scope.ts';

/** Who asks, and what he may. Worked out from a credential, and good for as long as that is. */
export interface Viewer {
  readonly kind: 'ANONYMOUS' | 'API_KEY' | 'JWT';
  /** What the log and the audit name as the actor of this viewer's writes. */
  readonly actor: string;
  /** The office or system that holds the credential, as it was named when it was made. */
  readonly name?: string;
  /** The role's code. */
  readonly role: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Whose rows and events he sees: all, where anonymous callers may read. */
  readonly sees: Scope;
  /** Whose rows he may change, as far as his permissions go. */
  readonly mayChange: Scope;
  /** Names the credential among all; what is watched for being taken away. */
  readonly credential: string;
  /** When the credential ends by itself, in ISO 8601. */
  readonly expiresAt?: string;
}

/** Equal for viewers who are shown the same: what is made for one of them is good for the others. */
export function sightOf({ permissions, sees }: Viewer): string {
  return `${[...permissions].sort().join(' ')} | ${scopeKey(sees)}`;
}

/** Whoever does not say who he is, where anonymous callers may read. */
export function anonymousViewer(permissions: ReadonlySet<Permission>): Viewer {
  return {
    kind: 'ANONYMOUS',
    actor: 'anonymous',
    role: PUBLIC,
    permissions,
    sees: 'ALL',
    mayChange: [],
    credential: PUBLIC,
  };
}

/** The code of the role that everybody has who does not say who he is. */
export const PUBLIC = 'PUBLIC';
