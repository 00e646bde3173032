import type { DomainError } from '../kit/errors.ts';
import type { Viewer } from './viewer.ts';

/** Who callers are, and for how long that holds. */
export interface Access {
  /**
   * Whose credential this is; without one, what is open to everybody. A credential is the value of an
   * Authorization header, wherever it stood: `Bearer qm_…` or `Bearer <JWT>`.
   *
   * @throws Unauthenticated, Forbidden without `graph:read`, AccessUnavailable
   */
  identify(authorization: string | undefined): Promise<Viewer>;
  /** By what a viewer can be known again later, without his secret; only for who said who he is. */
  credentialOf(viewer: Viewer): Credential;
  /**
   * Whose credential that is, with what it is good for now.
   *
   * @throws as `identify`; Unauthenticated where it is good no more.
   */
  identifyAgain(credential: Credential): Promise<Viewer>;
  /**
   * Tells once, within two seconds of the change on whatever gateway it was made, that a viewer may
   * no longer what he might: AccessEnded when his credential was revoked or has expired, or his role
   * gone; AccessChanged when his role, its permissions or his districts are others. For whatever
   * lives longer than an answer.
   *
   * @returns what ends the watch.
   */
  watch(viewer: Viewer, onEnd: (why: DomainError) => void): () => void;
}

/** What names a credential, as JSON: nobody should be able to make one up who could pass it on. */
export type Credential = Readonly<Record<string, unknown>>;
