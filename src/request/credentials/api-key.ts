import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A key as its holder has it, once: what is stored of it is `id` and `hash`. */
export interface MintedKey {
  readonly id: string;
  readonly token: string;
  readonly hash: Buffer;
}

/** What stands before everything else, so that a scanner for secrets knows one when it sees one. */
const PREFIX = 'qm_';
const FORM = /^qm_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/;
const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new key: `qm_<id>_<secret>`. The id may be shown and logged; the secret is 256 random bits. */
export function mintKey(): MintedKey {
  const id = Array.from({ length: 12 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('');
  const token = `${PREFIX}${id}_${randomBytes(32).toString('base64url')}`;
  return { id, token, hash: hashOf(token) };
}

/** Whether a token means to be one of our keys; it may still be none. */
export function isKeyLike(token: string): boolean {
  return token.startsWith(PREFIX);
}

/** The id in a token of the form of our keys; undefined for any other, which no table needs to be asked. */
export function idOfKey(token: string): string | undefined {
  return FORM.exec(token)?.[1];
}

/**
 * SHA-256, which is fast: what is hashed is random to 256 bits, so that nobody guesses it however
 * many he tries a second; a slow hash would only make each request slow.
 */
export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** In a time that tells nothing of how far they agree. */
export function isSameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
