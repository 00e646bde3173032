import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { guessEncoding, isMostlyGb2312 } from './encoding.ts';
import { refused } from './refusal.ts';

/** The text of a file whose encoding is known, and which holds nothing that is none. */
export interface TextFile {
  /** `UTF-8`, `UTF-16LE`, `UTF-16BE` or `GB18030`. */
  readonly encoding: string;
  /** Reads it anew, piece by piece. */
  pieces(): AsyncGenerator<string>;
}

const PIECE = 2 ** 16;

/**
 * Finds out a text's encoding. All of the file is read for it: the first character that is not ASCII
 * may be its last. That costs some 3 s a GiB, and whatever is read afterwards can be relied on.
 *
 * @throws Refusal with the line and the byte where it is no text.
 */
export async function openText(
  path: string,
  head: Buffer,
  signal?: AbortSignal,
): Promise<TextFile> {
  const encoding = guessEncoding(head);
  const bad = await firstBad(path, encoding, signal);
  if (!bad) return textFile(path, encoding, signal);
  if (bad.isNul) {
    throw refused(
      `there is a NUL character (line ${bad.line}, byte ${bad.byte}), which no text can hold.`,
    );
  }
  if (encoding === 'UTF-8' && bad.isOther && (await isGb18030(path, signal))) {
    return textFile(path, 'GB18030', signal);
  }
  const otherwise = encoding === 'UTF-8' && bad.isOther ? ', nor GB18030' : '';
  throw refused(
    `this is not ${encoding} (line ${bad.line}, byte ${bad.byte})${otherwise}; save the file as “CSV UTF-8”.`,
  );
}

function textFile(path: string, encoding: string, signal?: AbortSignal): TextFile {
  return {
    encoding,
    async *pieces() {
      const decoder = new TextDecoder(encoding, { fatal: true });
      for await (const bytes of bytesOf(path, signal))
        yield decoder.decode(bytes, { stream: true });
      yield decoder.decode();
    },
  };
}

function bytesOf(path: string, signal?: AbortSignal): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: PIECE, ...(signal && { signal }) });
}

interface BadPlace {
  readonly line: number;
  readonly byte: number;
  readonly isNul: boolean;
  /** Whether the text may be in another encoding; else it is a damaged one in this. */
  readonly isOther: boolean;
}

/** So many Chinese characters before the first that is none are no accident. */
const NO_ACCIDENT = 2;

async function firstBad(
  path: string,
  encoding: string,
  signal?: AbortSignal,
): Promise<BadPlace | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let start = 0;
  for await (const bytes of bytesOf(path, signal)) {
    const text = decoded(decoder, bytes);
    if (text === undefined || text.includes('\0')) return placeIn(path, encoding, start, signal);
    start += bytes.length;
  }
  return decoded(decoder) === undefined ? placeIn(path, encoding, start, signal) : undefined;
}

/** Reads up to the piece that is at fault again, and that one byte by byte: few encodings can be entered midway. */
async function placeIn(
  path: string,
  encoding: string,
  start: number,
  signal?: AbortSignal,
): Promise<BadPlace> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let byte = 0;
  let han = 0;
  for await (const bytes of bytesOf(path, signal)) {
    if (byte < start) {
      const text = decoder.decode(bytes, { stream: true });
      line += text.split('\n').length - 1;
      han += text.match(/\p{Script=Han}/gu)?.length ?? 0;
      byte += bytes.length;
      continue;
    }
    for (const at of bytes.keys()) {
      const text = decoded(decoder, bytes.subarray(at, at + 1));
      if (text === undefined || text === '\0') {
        return { line, byte, isNul: text === '\0', isOther: han < NO_ACCIDENT };
      }
      if (text === '\n') line += 1;
      if (/\p{Script=Han}/u.test(text)) han += 1;
      byte += 1;
    }
  }
  // A character that was cut off at the end.
  return { line, byte, isNul: false, isOther: false };
}

/** The text that bytes stand for, so far as it is complete; of the last ones, without more to come. */
function decoded(decoder: TextDecoder, bytes?: Buffer): string | undefined {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    return undefined;
  }
}

async function isGb18030(path: string, signal?: AbortSignal): Promise<boolean> {
  if (await firstBad(path, 'GB18030', signal)) return false;
  return isMostlyGb2312(bytesOf(path, signal));
}
