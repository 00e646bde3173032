import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** Node reads GB18030 and does not write it: what it reads of each pair of bytes, the other way round. */
const pairs = new Map();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail]);
  }
}

export function encodeGb18030(text) {
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0);
      const bytes = code < 0x80 ? [code] : pairs.get(character);
      if (!bytes) throw new Error(`${character} is not of two bytes in GB18030.`);
      return bytes;
    }),
  );
}

/** As Excel saves “Unicode text”: little-endian, with its mark. */
export const encodeUtf16 = (text) => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** As Excel saves “CSV UTF-8”. */
export const withByteOrderMark = (text) => Buffer.from(`\uFEFF${text}`);
