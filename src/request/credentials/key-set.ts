import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import type { Logger } from 'pino';
import { StartFault } from '../../kit/errors.ts';

/** Finds the public key that a token is signed by. */
export type KeySet = JWTVerifyGetKey;

/** The keys cannot be had at the moment, and without them nothing can be said of a token. */
export class KeySetAway extends Error {
  constructor(cause: unknown) {
    super('The keys of the token’s issuer cannot be read at the moment. Try again shortly.', {
      cause,
    });
  }
}

/** An issuer that changes its keys announces the new one before it signs by it, hours ahead. */
const REFRESH_MS = 600_000;
/** An unknown key makes us look again at most this often, whoever makes keys up. */
const COOLDOWN_MS = 5_000;
const PATIENCE_MS = 3_000;

export async function keySetAt(
  place: { readonly url: string } | { readonly file: string },
  log: Logger,
): Promise<KeySet> {
  return 'url' in place ? atUrl(new URL(place.url), log) : inFile(place.file);
}

/**
 * The keys at an address, read when the first token comes. While it does not answer, the keys that
 * it once named go on: refreshing is a thing of its own, of which nobody's request waits.
 */
function atUrl(url: URL, log: Logger): KeySet {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: PATIENCE_MS,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: Infinity,
  });
  let refreshedAt = Date.now();
  const refresh = () => {
    if (Date.now() - refreshedAt < REFRESH_MS) return;
    refreshedAt = Date.now();
    keys.reload().catch((error: unknown) => {
      log.warn({ err: error, url: url.href }, 'the issuer’s keys could not be read again');
    });
  };
  return async (header, token) => {
    refresh();
    try {
      return await keys(header, token);
    } catch (error) {
      if (isOfToken(error)) throw error;
      log.warn({ err: error, url: url.href }, 'the issuer’s keys could not be read');
      throw new KeySetAway(error);
    }
  };
}

/** The keys in a file, which is read again when a token names one that is not in it. */
async function inFile(path: string): Promise<KeySet> {
  let readAt = Date.now();
  let keys = await read(path);
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const isNew = error instanceof errors.JWKSNoMatchingKey && Date.now() - readAt > COOLDOWN_MS;
      if (!isNew) throw error;
      readAt = Date.now();
      keys = await read(path).catch(() => keys);
      return keys(header, token);
    }
  };
}

async function read(path: string): Promise<KeySet> {
  try {
    return createLocalJWKSet(JSON.parse(await readFile(path, 'utf8')) as JSONWebKeySet);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'it is no JSON Web Key Set';
    throw new StartFault(`The keys in JWT_JWKS_FILE, ${path}, cannot be read (${why}).`);
  }
}

/** Whether it is the token that is wrong, not the keys. */
function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
