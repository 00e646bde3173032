import { BadInput } from '../../kit/errors.ts';

/** GB 32100-2015: the value of a character is its place here; I, O, S, V and Z are not used. */
export const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = Array.from({ length: 17 }, (_, place) => Number(3n ** BigInt(place) % 31n));

/** The last of a credit code's 18 characters, from the 17 before it. */
export function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, at) => total + weight * ALPHABET.indexOf(body.charAt(at)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Full width, lower case, spaces and hyphens mean the same code. */
export function writtenPlainly(given: string): string {
  return given.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
}

/** What is wrong with a code that is written plainly, as the end of a sentence about it. */
export function creditCodeProblem(code: string): string | undefined {
  if (/^\d(\.\d+)?E\+?\d+$/.test(code)) {
    return 'is a credit code that a spreadsheet turned into a number; format its column as text and enter it again.';
  }
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code)) {
    return 'is no credit code: that is 18 digits and capitals, without I, O, S, V and Z.';
  }
  const expected = checkCharacter(code.slice(0, 17));
  return code.charAt(17) === expected
    ? undefined
    : `has a slip: after its first 17 characters the last must be ${expected}.`;
}

/**
 * Reads a unified social credit code (统一社会信用代码): 18 characters, the last of which checks the
 * others. Full width, lower case, spaces and hyphens are normalised; nothing is corrected.
 *
 * @throws BadInput that says what is wrong, also for a number that a spreadsheet has rounded.
 */
export function readCreditCode(given: string): string {
  const code = writtenPlainly(given);
  const problem = creditCodeProblem(code);
  if (problem !== undefined) throw new BadInput(`"${given}" ${problem}`, ['creditCode']);
  return code;
}
