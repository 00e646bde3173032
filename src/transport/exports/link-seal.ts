import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { RefusedRequest } from '../refused-request.ts';

/** The bytes of a sealed text: the nonce, the tag, and what is sealed. */
const [NONCE, TAG] = [12, 16];
const CIPHER = 'aes-256-gcm';
/** More than any request that fits a link grows to. */
const LARGEST = 2 ** 20;

/** Seals a value so that only who has the secret can read it, or make one. */
export function seal(secret: Buffer, value: unknown): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, secret, nonce);
  const packed = deflateRawSync(JSON.stringify(value));
  const sealed = Buffer.concat([cipher.update(packed), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws RefusedRequest for whatever `seal` did not make with this secret. */
export function unseal(secret: Buffer, text: string): unknown {
  try {
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, NONCE), {
      authTagLength: TAG,
    });
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const packed = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    return JSON.parse(inflateRawSync(packed, { maxOutputLength: LARGEST }).toString()) as unknown;
  } catch {
    throw new RefusedRequest(
      'This link to an export is none of ours, or was cut off: ask for one by Query.export.',
      404,
      'EXPORT_LINK_UNKNOWN',
    );
  }
}
