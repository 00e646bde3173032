import { ALPHABET, checkCharacter } from '../../modules/enterprise/credit-code.ts';
import { organisationCheck } from '../../modules/enterprise/organisation-code.ts';

/** No registrar has issued subject codes with this beginning: a synthetic code never names a real firm. */
const SUBJECT_PREFIX = 'XX';
const SUBJECTS = ALPHABET.length ** 6;
/** Odd steps through all subjects: without a common divisor with 31, so that no subject comes twice. */
const STEP = 549_755_813;

/**
 * A unified social credit code (统一社会信用代码, GB 32100) with both of its check characters right: that
 * of the whole, and that of the organisation code (GB 11714) inside. `subject` makes it unique.
 */
export function creditCode(registrar: string, division: string, subject: number): string {
  let rest = Number((BigInt(subject + 1) * BigInt(STEP)) % BigInt(SUBJECTS));
  let digits = '';
  for (let place = 0; place < 6; place++) {
    digits = ALPHABET.charAt(rest % ALPHABET.length) + digits;
    rest = Math.floor(rest / ALPHABET.length);
  }
  const subjectCode = SUBJECT_PREFIX + digits;
  const body = registrar + division + subjectCode + organisationCheck(subjectCode);
  return body + checkCharacter(body);
}
