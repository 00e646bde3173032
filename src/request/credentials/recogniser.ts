import { Forbidden, Unauthenticated } from '../../access/refusals.ts';
import type { Viewer } from '../../access/viewer.ts';
import { idOfKey, isKeyLike, isSameHash } from './api-key.ts';
import type { Claims, ReadJwt } from './jwt.ts';
import type { KeyRow, Register } from './register.ts';
import type { Grant, Viewers } from './viewers.ts';

/** Finds out whose a token is, and later whether it still is. */
export class Recogniser {
  constructor(
    private readonly register: Register,
    private readonly readJwt: ReadJwt | undefined,
  ) {}

  /** Undefined where its role is none that these viewers are made by. */
  async grantTo(token: string, hash: Buffer, viewers: Viewers): Promise<Grant | undefined> {
    if (isKeyLike(token)) return viewers.ofKey(await this.keyOf(token, hash));
    if (!this.readJwt) throw new Unauthenticated(NO_TOKENS);
    const claims = await this.readJwt(token);
    return viewers.ofClaims(claims, await this.register.districts(districtsIn(claims)));
  }

  /** Whose a credential is that was recognised before, without its secret. */
  async grantBy(of: Claims | Pick<KeyRow, 'id'>, viewers: Viewers): Promise<Grant | undefined> {
    if ('subject' in of) {
      return viewers.ofClaims(of, await this.register.districts(districtsIn(of)));
    }
    const row = await this.register.key(of.id);
    if (!row) throw new Unauthenticated(UNKNOWN);
    return viewers.ofKey(unlessRevoked(row));
  }

  /** Each viewer as he would be made now; he who would not is left out. Two statements for all. */
  async grantedAgain(grants: readonly Grant[], viewers: Viewers): Promise<Map<Viewer, Viewer>> {
    const ids = grants.flatMap(({ of }) => (of && 'id' in of ? [of.id] : []));
    const codes = grants.flatMap(({ of }) => (of && 'subject' in of ? districtsIn(of) : []));
    const keys = await this.register.keysOf([...new Set(ids)]);
    const districts = await this.register.districts([...new Set(codes)]);
    const again = ({ of }: Grant): Grant | undefined => {
      if (!of) return viewers.nobody();
      if ('subject' in of) return unlessForbidden(() => viewers.ofClaims(of, districts));
      const row = keys.get(of.id);
      return row && !row.isRevoked ? viewers.ofKey(row) : undefined;
    };
    return new Map(
      grants.flatMap((grant) => {
        const now = again(grant);
        return now ? [[grant.viewer, now.viewer] as const] : [];
      }),
    );
  }

  private async keyOf(token: string, hash: Buffer): Promise<KeyRow> {
    const id = idOfKey(token);
    if (id === undefined) throw new Unauthenticated(MALFORMED);
    const row = await this.register.key(id);
    if (!row || !isSameHash(row.hash, hash)) throw new Unauthenticated(UNKNOWN);
    return unlessRevoked(row);
  }
}

function unlessRevoked(row: KeyRow): KeyRow {
  if (!row.isRevoked) return row;
  throw new Unauthenticated(`The API key ${row.id} was revoked: ask for another.`);
}

function districtsIn({ districts }: Claims): readonly string[] {
  return districts === 'ALL' ? [] : districts;
}

function unlessForbidden<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof Forbidden) return undefined;
    throw error;
  }
}

const MALFORMED =
  'The token begins like an API key and is none: it was cut off, or something was added.';
const UNKNOWN = 'There is no such API key here. It may be another server’s.';
const NO_TOKENS =
  'The token is no API key of this server, and other tokens are not taken here: JWT_JWKS_URL is not set.';
