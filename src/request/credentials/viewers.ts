import { Forbidden } from '../../access/refusals.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import { anonymousViewer, PUBLIC, type Viewer } from '../../access/viewer.ts';
import type { Claims } from './jwt.ts';
import type { KeyRow, Roles } from './register.ts';

/** What a viewer was made of: enough to make him again, and see whether he would be the same. */
export interface Grant {
  readonly viewer: Viewer;
  readonly of: KeyRow | Claims | undefined;
  /** When it ends by itself, in milliseconds since 1970. */
  readonly endsAt: number;
  /** Of the roles and keys that it was made by. */
  readonly version: string;
}

/** Makes viewers of what is known of a credential, as roles are at one version. */
export class Viewers {
  constructor(
    readonly version: string,
    private readonly roles: Roles,
    /** Where anonymous callers may read, nothing that is read is hidden from anybody. */
    private readonly isPublic: boolean,
  ) {}

  nobody(): Grant {
    const viewer = anonymousViewer(this.roles.get(PUBLIC) ?? new Set());
    return { viewer, of: undefined, endsAt: Infinity, version: this.version };
  }

  /** Undefined where its role is not known. */
  ofKey(row: KeyRow): Grant | undefined {
    if (!this.roles.has(row.role)) return undefined;
    const own = row.districts ? scopeOf(row.districts) : 'ALL';
    const viewer: Viewer = {
      ...this.may(row.role, own),
      kind: 'API_KEY',
      actor: `api-key:${row.id}`,
      name: row.name,
      credential: row.id,
      ...(row.expiresAt && { expiresAt: row.expiresAt.toISOString() }),
    };
    const endsAt = row.expiresAt?.getTime() ?? Infinity;
    return { viewer, of: row, endsAt, version: this.version };
  }

  /**
   * Undefined where none of its roles is known.
   *
   * @throws Forbidden when a district is not known here.
   */
  ofClaims(claims: Claims, districtIds: ReadonlyMap<string, string>): Grant | undefined {
    const role = claims.roles.find((code) => this.roles.has(code));
    if (role === undefined) return undefined;
    const viewer: Viewer = {
      ...this.may(role, scopeOfClaims(claims, districtIds)),
      kind: 'JWT',
      actor: `jwt:${claims.subject}`,
      credential: claims.credential,
      expiresAt: new Date(claims.expiresAt).toISOString(),
    };
    return { viewer, of: claims, endsAt: claims.endsAt, version: this.version };
  }

  private may(role: string, own: Scope) {
    const permissions = this.roles.get(role) ?? new Set();
    return { role, permissions, mayChange: own, sees: this.isPublic ? 'ALL' : own } as const;
  }
}

function scopeOfClaims({ districts }: Claims, ids: ReadonlyMap<string, string>): Scope {
  if (districts === 'ALL') return 'ALL';
  const missing = districts.filter((code) => !ids.has(code));
  if (missing.length === 0) return scopeOf(districts.map((code) => ids.get(code) as string));
  // Left out in silence, a slip in a claim would look like a district without projects.
  throw new Forbidden(
    `The token names districts that are no reporting units here: ${missing.join(', ')}.`,
  );
}
