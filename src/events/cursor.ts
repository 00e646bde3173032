import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { CursorMismatch } from '../kit/relay/cursor.ts';
import type { Head, Place } from './place.ts';

/**
 * A cursor's bytes: a letter for its form, a tag of its epoch, the place (position and event id)
 * sealed, and a few of their digest.
 *
 * Sealed, because positions count the changes of everybody: whoever is shown one district only would
 * learn from two of his cursors how much happened in the others. The place is one block of AES, whose
 * key is made of the epoch, which no caller is ever told; so a place has one cursor, on whatever
 * gateway, and nobody makes up another. The digest tells a cursor that lost or changed a character
 * on its way from one of another history.
 */
const FORM = 0x52;
const [TAG, PLACE, DIGEST, END] = [1, 9, 25, 30];

/** A cursor as it was sent: where it leads only its own history can tell. */
export interface SealedPlace {
  readonly tag: Buffer;
  readonly place: Buffer;
}

/** The opaque text of a place in a history: 40 characters, that need no escaping anywhere. */
export function writeLogCursor({ epoch, position, eventId }: Head): string {
  const { key, tag } = sealOf(epoch);
  const place = Buffer.alloc(DIGEST - PLACE);
  place.writeBigUInt64BE(BigInt(position));
  place.writeBigUInt64BE(BigInt(eventId), 8);
  const sealed = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(place);
  const bytes = Buffer.concat([Buffer.of(FORM), tag, sealed]);
  return Buffer.concat([bytes, digestOf(bytes)]).toString('base64url');
}

/**
 * Reads back what `writeLogCursor` wrote.
 *
 * @throws CursorMismatch for any other text.
 */
export function readLogCursor(text: string): SealedPlace {
  const bytes = Buffer.from(text, 'base64url');
  // base64 reads more than it writes: only what we would write is ours.
  if (bytes.length !== END || bytes.toString('base64url') !== text) throw foreign();
  const isWhole = digestOf(bytes.subarray(0, DIGEST)).equals(bytes.subarray(DIGEST));
  if (bytes[0] !== FORM || !isWhole) throw foreign();
  return { tag: bytes.subarray(TAG, PLACE), place: bytes.subarray(PLACE, DIGEST) };
}

/** The place of a cursor in this history; undefined where it is of another. Whether it is there is another question. */
export function placeIn(epoch: string, { tag, place }: SealedPlace): Place | undefined {
  const seal = sealOf(epoch);
  if (!seal.tag.equals(tag)) return undefined;
  const opened = createDecipheriv('aes-256-ecb', seal.key, null)
    .setAutoPadding(false)
    .update(place);
  const position = Number(opened.readBigUInt64BE());
  // One that was made up opens to anything.
  if (!Number.isSafeInteger(position)) return undefined;
  return { position, eventId: opened.readBigUInt64BE(8).toString() };
}

interface Seal {
  readonly key: Buffer;
  readonly tag: Buffer;
}

let latest: { readonly epoch: string; readonly seal: Seal } | undefined;

/** A process has one epoch at a time. */
function sealOf(epoch: string): Seal {
  if (latest?.epoch === epoch) return latest.seal;
  const seal = {
    key: hashOf(`key ${epoch}`),
    tag: hashOf(`tag ${epoch}`).subarray(0, PLACE - TAG),
  };
  latest = { epoch, seal };
  return seal;
}

const digestOf = (bytes: Buffer): Buffer => hashOf(bytes).subarray(0, END - DIGEST);

const hashOf = (of: string | Buffer): Buffer => createHash('sha256').update(of).digest();

function foreign(): CursorMismatch {
  return new CursorMismatch(
    'The cursor in "after" is none of the project updates’: pass one on as it came, whole.',
    ['after'],
  );
}
