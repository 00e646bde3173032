import type { PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { Access, Credential } from '../../access/access.ts';
import { AccessUnavailable, Forbidden, lacking, Unauthenticated } from '../../access/refusals.ts';
import type { Viewer } from '../../access/viewer.ts';
import { DomainError } from '../../kit/errors.ts';
import { hashOf } from './api-key.ts';
import { tokenIn } from './bearer.ts';
import { type JwtOptions, jwtReader, type ReadJwt } from './jwt.ts';
import { Recent } from './recent.ts';
import { Recogniser } from './recogniser.ts';
import { Register } from './register.ts';
import { type Grant, Viewers } from './viewers.ts';
import { changeOf, endedByTime, Watchers } from './watchers.ts';

export interface AccessOptions {
  readonly connection: PoolConfig;
  /** Whether who does not say who he is may read. */
  readonly anonymous: 'read' | 'off';
  readonly jwt?: JwtOptions | undefined;
  readonly log: Logger;
}

export interface OpenAccess extends Access {
  close(): Promise<void>;
}

/** Between two looks whether anything changed: several fit into what `watch` promises. */
const LOOK_MS = 300;
/** Without a look in so long, nobody is let in by what is remembered. */
const STALE_MS = 1_500;
const REMEMBERED = { most: 10_000, milliseconds: 10_000 };

/** Opens what knows the callers; rejects when the file of an issuer's keys cannot be read. */
export async function openAccess(options: AccessOptions): Promise<OpenAccess> {
  const readJwt = options.jwt && (await jwtReader(options.jwt, options.log));
  const identities = new Identities(options, readJwt);
  await identities.start();
  return identities;
}

/**
 * Knows callers by their credentials, remembers them for a few seconds, and looks three times a second
 * whether what it remembers still holds.
 */
class Identities implements OpenAccess {
  private readonly register: Register;
  private readonly recogniser: Recogniser;
  private readonly known = new Recent<Grant>(REMEMBERED);
  /** Apart from the known, whom a crowd of wrong tokens would push out. */
  private readonly refused = new Recent<Unauthenticated>(REMEMBERED);
  /** Of everybody who may be watched. */
  private readonly grants = new WeakMap<Viewer, Grant>();
  private readonly watchers = new Watchers();
  private readonly used = new Set<string>();
  private viewers: Viewers | undefined;
  private nobody: Viewer | undefined;
  private lookedAt = -Infinity;
  private looking: Promise<void> | undefined;
  private isReviewDue = false;
  private isAway = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: AccessOptions,
    readJwt: ReadJwt | undefined,
  ) {
    this.register = new Register(options.connection);
    this.recogniser = new Recogniser(this.register, readJwt);
  }

  async start(): Promise<void> {
    // A database that does not answer yet is asked again with the first request, and soon anyway.
    await this.look().catch((error: unknown) => this.away(error));
    this.timer = setInterval(() => void this.tick(), LOOK_MS).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.watchers.clear();
    await this.looking?.catch(() => {});
    await this.register.close();
  }

  async identify(authorization: string | undefined): Promise<Viewer> {
    if (authorization === undefined) return this.whoDoesNotSay();
    const token = tokenIn(authorization);
    await this.freshen();
    const hash = hashOf(token);
    const place = hash.toString('base64');
    const refusal = this.refused.get(place);
    if (refusal) throw refusal;
    return this.admit(this.known.get(place) ?? (await this.recognise(token, hash, place)));
  }

  credentialOf(viewer: Viewer): Credential {
    const of = this.grants.get(viewer)?.of;
    if (!of) throw new Unauthenticated(NOBODY, false);
    return 'subject' in of ? { ...of } : { id: of.id };
  }

  async identifyAgain(credential: Credential): Promise<Viewer> {
    await this.freshen();
    try {
      const of = credential as Parameters<Recogniser['grantBy']>[0];
      const grant = await this.recogniser.grantBy(of, this.viewers as Viewers);
      if (!grant) throw new Forbidden(NO_ROLE);
      this.grants.set(grant.viewer, grant);
      return this.admit(grant);
    } catch (error) {
      throw error instanceof DomainError ? error : this.away(error);
    }
  }

  private admit({ viewer, endsAt }: Grant): Viewer {
    if (endsAt <= Date.now()) throw new Unauthenticated(endedByTime(viewer).message);
    if (!viewer.permissions.has('graph:read')) throw lacking('graph:read', viewer.role);
    if (viewer.kind === 'API_KEY') this.used.add(viewer.credential);
    return viewer;
  }

  watch(viewer: Viewer, onEnd: (why: DomainError) => void): () => void {
    // Made before the last change, whose review did not see him.
    if (this.grants.get(viewer)?.version !== this.viewers?.version) this.isReviewDue = true;
    return this.watchers.add(viewer, onEnd);
  }

  private async whoDoesNotSay(): Promise<Viewer> {
    if (!this.nobody) await this.freshen();
    const { nobody } = this;
    if (this.options.anonymous === 'off' || !nobody?.permissions.has('graph:read')) {
      throw new Unauthenticated(NOBODY, false);
    }
    return nobody;
  }

  private async recognise(token: string, hash: Buffer, place: string): Promise<Grant> {
    try {
      let viewers = this.viewers as Viewers;
      let grant = await this.recogniser.grantTo(token, hash, viewers);
      if (!grant) {
        // Its role is newer than the last look.
        await this.look();
        viewers = this.viewers as Viewers;
        grant = await this.recogniser.grantTo(token, hash, viewers);
      }
      if (!grant) throw new Forbidden(NO_ROLE);
      this.grants.set(grant.viewer, grant);
      // What was read before a change is not remembered after it.
      if (viewers === this.viewers) this.known.set(place, grant);
      return grant;
    } catch (error) {
      if (error instanceof Unauthenticated) this.refused.set(place, error);
      throw error instanceof DomainError ? error : this.away(error);
    }
  }

  /** Makes sure that what is remembered was right a moment ago. */
  private async freshen(): Promise<void> {
    if (performance.now() - this.lookedAt < STALE_MS) return;
    await this.look().catch((error: unknown) => {
      throw this.away(error);
    });
  }

  private async tick(): Promise<void> {
    for (const viewer of this.watchers.viewers()) {
      const { endsAt = Infinity } = this.grants.get(viewer) ?? {};
      if (endsAt <= Date.now()) this.watchers.end(viewer, endedByTime(viewer));
    }
    try {
      await this.look();
      await this.noteUse();
    } catch (error) {
      this.away(error);
    }
  }

  /** One at a time: who comes while one is under way, waits for that. */
  private look(): Promise<void> {
    this.looking ??= this.lookNow().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async lookNow(): Promise<void> {
    const since = performance.now();
    const version = await this.register.version();
    if (version !== this.viewers?.version || this.isReviewDue) await this.renew(version);
    this.lookedAt = since;
    if (this.isAway) this.options.log.info({}, 'credentials can be looked up again');
    this.isAway = false;
  }

  private async renew(version: string): Promise<void> {
    this.isReviewDue = false;
    try {
      const isPublic = this.options.anonymous === 'read';
      const viewers = new Viewers(version, await this.register.roles(), isPublic);
      this.known.clear();
      this.refused.clear();
      this.viewers = viewers;
      const nobody = viewers.nobody();
      this.grants.set(nobody.viewer, nobody);
      this.nobody = nobody.viewer;
      await this.review(viewers);
    } catch (error) {
      this.isReviewDue = true;
      throw error;
    }
  }

  /** Whether everybody who is watched would still be made what he is: two statements for all. */
  private async review(viewers: Viewers): Promise<void> {
    const grants = this.watchers.viewers().flatMap((viewer) => this.grants.get(viewer) ?? []);
    const now = await this.recogniser.grantedAgain(grants, viewers);
    for (const { viewer } of grants) {
      const why = changeOf(viewer, now.get(viewer));
      if (why) this.watchers.end(viewer, why);
    }
  }

  private async noteUse(): Promise<void> {
    if (this.used.size === 0) return;
    const ids = [...this.used];
    this.used.clear();
    await this.register.used(ids);
  }

  /** Said once, not with every caller. */
  private away(error: unknown): AccessUnavailable {
    if (!this.isAway) this.options.log.warn({ err: error }, 'credentials cannot be looked up');
    this.isAway = true;
    return new AccessUnavailable(
      'Whether this credential is good cannot be found out at the moment. Try again shortly.',
    );
  }
}

const NOBODY =
  'This server answers nobody whom it does not know: send "Authorization: Bearer …" with an API key or a token. Whoever runs it makes keys by "quanmai token create", and can allow reading with ANONYMOUS=read.';
const NO_ROLE = 'The token names no role that there is here, so it is good for nothing.';
