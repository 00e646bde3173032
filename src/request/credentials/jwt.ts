import { createHash } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Logger } from 'pino';
import { AccessUnavailable, Forbidden, Unauthenticated } from '../../access/refusals.ts';
import { type KeySet, KeySetAway, keySetAt } from './key-set.ts';

/** Whose tokens are taken, and how they are read. */
export interface JwtOptions {
  /** Where the issuer's public keys are: an address, or a file. */
  readonly keys: { readonly url: string } | { readonly file: string };
  readonly issuer: string;
  readonly audience: string;
  /** How far the issuer's clock may be from ours. */
  readonly clockSkewSeconds: number;
  /** The claims that hold the role and the districts: a name, or a path with dots. */
  readonly roleClaim: string;
  readonly districtsClaim: string;
}

/** What a token that was verified says. */
export interface Claims {
  readonly subject: string;
  /** Names this one token among all. */
  readonly credential: string;
  /** In the order in which they are named; at most one of them is a role here. */
  readonly roles: readonly string[];
  /** Codes of reporting units. */
  readonly districts: 'ALL' | readonly string[];
  /** In milliseconds since 1970: as the token says, and with the skew that is allowed. */
  readonly expiresAt: number;
  readonly endsAt: number;
}

/** @throws Unauthenticated, Forbidden, AccessUnavailable */
export type ReadJwt = (token: string) => Promise<Claims>;

/** By a secret that both sides share, whoever can check a token could make one. */
const ASYMMETRIC = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** The reader of one issuer's tokens; rejects with a StartFault when its file cannot be read. */
export async function jwtReader(options: JwtOptions, log: Logger): Promise<ReadJwt> {
  const keys = await keySetAt(options.keys, log);
  return async (token) => {
    try {
      return claimsOf(token, await verified(token, keys, options), options);
    } catch (error) {
      throw refusalOf(error, options);
    }
  };
}

async function verified(token: string, keys: KeySet, options: JwtOptions): Promise<JWTPayload> {
  const { issuer, audience, clockSkewSeconds: clockTolerance } = options;
  const { payload } = await jwtVerify(token, keys, {
    ...{ issuer, audience, clockTolerance, algorithms: ASYMMETRIC },
    requiredClaims: ['exp', 'sub'],
  });
  return payload;
}

function claimsOf(token: string, payload: JWTPayload, options: JwtOptions): Claims {
  const { sub: subject = '', exp = 0 } = payload;
  if (!/^[\x21-\x7e]{1,200}$/.test(subject)) throw new Unauthenticated(BAD_SUBJECT);
  const expiresAt = exp * 1_000;
  if (!(expiresAt <= LAST_DAY)) throw new Unauthenticated(BAD_END);
  return {
    subject,
    credential: `jwt:${createHash('sha256').update(token).digest('base64url')}`,
    roles: textsIn(payload, options.roleClaim).map((role) =>
      role.toUpperCase().replaceAll('-', '_'),
    ),
    districts: districtsOf(payload, options.districtsClaim),
    expiresAt,
    endsAt: expiresAt + options.clockSkewSeconds * 1_000,
  };
}

/** Whoever is to see all districts is told so outright: a claim that is missing gives nothing. */
function districtsOf(payload: JWTPayload, claim: string): Claims['districts'] {
  const codes = textsIn(payload, claim);
  return codes.includes('*') ? 'ALL' : codes;
}

/** A list, or a text with blanks between as in `scope`; nothing where there is no such claim. */
function textsIn(payload: JWTPayload, claim: string): string[] {
  const value = payload[claim] ?? inside(payload, claim);
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return value.split(' ').filter(Boolean);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new Forbidden(`The token's claim "${claim}" is neither a text nor a list of texts.`);
}

function inside(payload: JWTPayload, path: string): unknown {
  let value: unknown = payload;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** Says what is wrong with a token, and repeats nothing of it. */
function refusalOf(error: unknown, { issuer, audience }: JwtOptions): unknown {
  if (error instanceof KeySetAway) return new AccessUnavailable(error.message);
  if (error instanceof errors.JWTExpired) {
    return new Unauthenticated('The token has expired: get a new one.');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new Unauthenticated(wrongClaim(error, issuer, audience));
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return new Unauthenticated(
      `The token is signed by an algorithm that is not taken here; taken are ${ASYMMETRIC.join(', ')}.`,
    );
  }
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return new Unauthenticated('The token is signed by a key that its issuer does not name.');
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return new Unauthenticated('The token’s signature is not its issuer’s.');
  }
  if (error instanceof errors.JOSEError) {
    return new Unauthenticated('The token is neither an API key nor a JWT that can be read.');
  }
  return error;
}

function wrongClaim(
  { claim, reason }: errors.JWTClaimValidationFailed,
  issuer: string,
  audience: string,
): string {
  if (reason === 'missing') return `The token has no claim "${claim}", which is needed here.`;
  if (claim === 'iss') return `The token is not of the issuer whose tokens are taken: ${issuer}.`;
  if (claim === 'aud') return `The token is for somebody else, not for ${audience}.`;
  if (claim === 'nbf') return 'The token is not good yet.';
  return `The token's claim "${claim}" cannot be used.`;
}

/** The last that ISO 8601 writes with four digits of a year. */
const LAST_DAY = Date.UTC(9999, 11, 31);
const BAD_END = 'The token’s claim "exp" lies behind the year 9999: it is in seconds since 1970.';
const BAD_SUBJECT =
  'The token’s "sub" is not 1 to 200 visible ASCII characters, as the log of events needs it.';
