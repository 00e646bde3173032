const BYTE_ORDER_MARKS = [
  ['UTF-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['UTF-16LE', Buffer.from([0xff, 0xfe])],
  ['UTF-16BE', Buffer.from([0xfe, 0xff])],
] as const;

/** What a text's encoding is if it is a Unicode one: by its mark, or by the NUL half of ASCII in UTF-16. */
export function guessEncoding(head: Buffer): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => head.subarray(0, mark.length).equals(mark));
  if (marked) return marked[0];
  const nuls = [...head.entries()].flatMap(([at, byte]) => (byte === 0 ? [at % 2] : []));
  if (nuls.length === 0) return 'UTF-8';
  if (!nuls.includes(0) && hasSeparator(head, 'utf-16le')) return 'UTF-16LE';
  if (!nuls.includes(1) && hasSeparator(head, 'utf-16be')) return 'UTF-16BE';
  return 'UTF-8';
}

/** Of a table in UTF-16 the first lines hold some; of UTF-8 with a NUL in it, read so, none. */
function hasSeparator(head: Buffer, encoding: string): boolean {
  return /[\n\r\t,;]/.test(new TextDecoder(encoding).decode(head));
}

const ASCII_END = 0x80;
const HAN = 0xa1;

/**
 * Whether the characters of a text in GB18030 are those of everyday: GB 2312 has them, in two bytes from
 * A1 on. In damaged UTF-8 and in Big5, which often pass for GB18030, some half of all pairs are not so.
 */
export async function isMostlyGb2312(pieces: AsyncIterable<Buffer>): Promise<boolean> {
  let lead = 0;
  let common = 0;
  let others = 0;
  for await (const bytes of pieces) {
    for (const byte of bytes) {
      if (lead === 0) {
        if (byte >= ASCII_END) lead = byte;
        continue;
      }
      if (lead >= HAN && byte >= HAN) common += 1;
      else others += 1;
      lead = 0;
    }
  }
  return common > 0 && others / (common + others) < 0.15;
}
