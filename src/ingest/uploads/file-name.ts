import { UploadUnnamed } from './upload.errors.ts';

const LONGEST = 255;

/**
 * The name that a sender gives his file: in the query, or in a Content-Disposition as RFC 6266 has it.
 *
 * @throws UploadUnnamed when there is none, or none that a file can have.
 */
export async function fileNameOf(
  query: string | undefined,
  disposition: string | undefined,
): Promise<string> {
  const given = query ?? (await inHeader(disposition));
  const name = given?.normalize('NFC').trim();
  if (!name) {
    throw new UploadUnnamed(
      'The file has no name: tell it in the URL, as in /uploads?name=projects.xlsx (letters beyond ASCII in percent-encoded UTF-8).',
    );
  }
  // eslint-disable-next-line no-control-regex
  if (name.length > LONGEST || /[\x00-\x1f\x7f/\\\ufffd]/.test(name) || !name.isWellFormed()) {
    throw new UploadUnnamed(
      `The name of the file, ${JSON.stringify(name.slice(0, 100))}, is longer than ${LONGEST} characters, or has a slash or a character that no name has: give it another.`,
    );
  }
  return name;
}

async function inHeader(disposition: string | undefined): Promise<string | undefined> {
  if (disposition === undefined) return undefined;
  // Not at the top: jest cannot link what @fastify/static requires meanwhile.
  const { parse } = await import('content-disposition');
  try {
    return parse(disposition).parameters.filename;
  } catch {
    return undefined;
  }
}
