import { BadInput } from './errors.ts';

/** What the column of a name holds. */
const LONGEST = 300;

/**
 * Reads a name or a phrase that people wrote: one meaning, one writing. Runs of blanks, the wide one
 * too, are one space, letters with marks are composed; full-width digits stay as they are written.
 *
 * @throws BadInput for what is blank, too long, or holds control characters
 */
export function readName(text: string, field: string, longest = LONGEST): string {
  const name = text
    .normalize('NFC')
    .replaceAll(/[\s\u3000]+/gu, ' ')
    .trim();
  if (name === '')
    throw new BadInput(`"${field}" is blank: write a text, or leave it out.`, [field]);
  if (/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(name)) {
    throw new BadInput(`"${field}" holds a control character or half a character: take it out.`, [
      field,
    ]);
  }
  const length = Array.from(name).length;
  if (length > longest) {
    throw new BadInput(`"${field}" has ${length} characters; ${longest} are allowed. Shorten it.`, [
      field,
    ]);
  }
  return name;
}

/** The same for what may be left out (undefined) or cleared (null). */
export function readNameIfAny<None extends null | undefined>(
  text: string | None,
  field: string,
  longest?: number,
): string | None {
  return text == null ? text : readName(text, field, longest);
}

/**
 * Reads a code that its holder chose: lower-case letters, digits and hyphens.
 *
 * @throws BadInput
 */
export function readCode(text: string, field = 'code'): string {
  const code = text.normalize('NFKC').trim();
  if (/^[a-z0-9][a-z0-9-]{0,99}$/.test(code)) return code;
  throw new BadInput(
    `"${text.slice(0, 40)}" is no code: up to 100 lower-case letters, digits and hyphens, the first no hyphen, as in "byd-jinan-2".`,
    [field],
  );
}
