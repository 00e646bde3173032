import { DomainError } from '../kit/errors.ts';
import type { Permission } from './permission.ts';

/** Nobody knows who asks: no credential where one is needed, or one that is not good (any more). */
export class Unauthenticated extends DomainError {
  readonly code = 'UNAUTHENTICATED';

  constructor(
    message: string,
    /** A credential was sent; its holder does not need to be told that one is needed. */
    readonly isOfCredential = true,
  ) {
    super(message);
  }
}

/** Known, and not allowed to. */
export class Forbidden extends DomainError {
  readonly code = 'FORBIDDEN';
}

/** What the permission is that a viewer lacks, and by which role. */
export function lacking(permission: Permission, role: string): Forbidden {
  return new Forbidden(
    `The role ${role} does not have the permission ${permission}. Whoever runs this server can give another role, or change this one.`,
    undefined,
    { permission },
  );
}

/** A credential ended in the middle of what it was good for. */
export class AccessEnded extends DomainError {
  readonly code = 'ACCESS_ENDED';
}

/** What a credential is good for changed in the middle: connect again, and go by what it is now. */
export class AccessChanged extends DomainError {
  readonly code = 'ACCESS_CHANGED';
}

/** Whether a credential is good cannot be found out at the moment. */
export class AccessUnavailable extends DomainError {
  readonly code = 'SERVICE_UNAVAILABLE';
  /** Seconds after which to try again. */
  readonly retryAfter = 5;
}
