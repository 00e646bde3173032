import {
  ALPHABET,
  creditCodeProblem,
  writtenPlainly,
} from '../../modules/enterprise/credit-code.ts';
import { holdsOrganisationCode } from '../../modules/enterprise/organisation-code.ts';
import { isInChina } from './division.ts';
import { type Given, lostDigits, type Reading, refused } from './reading.ts';

/** Reads a unified social credit code (统一社会信用代码, GB 32100-2015). A slip is never corrected. */
export function readCreditCode(text: string, given: Given): Reading {
  const code = writtenPlainly(text);
  const lost = lostDigits(code, given);
  if (lost) return lost;
  const problem = creditCodeProblem(code);
  if (problem !== undefined) {
    return refused('CREDIT_CODE', whatElse(code) ?? problem, meant(code));
  }
  if (holdsOrganisationCode(code)) return { value: code };
  const warning = refused(
    'ORGANISATION_CODE',
    'is a credit code whose characters 9 to 17 are no organisation code (GB 11714); some old codes are like this, and some slips.',
  );
  return { value: code, warning };
}

function whatElse(code: string): string | undefined {
  if (/^[0-9A-Z]{8}[0-9X]$/.test(code)) {
    return 'is an organisation code (组织机构代码); give the credit code of 18 characters that replaced it.';
  }
  return /^\d{15}$/.test(code)
    ? 'is a business registration number (工商注册号); give the credit code of 18 characters that replaced it.'
    : undefined;
}

/** Letters that no credit code has, and what they are taken for. */
const NEVER: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', V: 'U', Z: '2' };

/** Characters that are read or typed for one another. */
const ALIKE = ['0DQ', '1LT', '2', '5', '6G', '8B', 'UY', 'MN', 'EF', 'PR', 'CG', 'KX'];

/** The one code that this may be a slip of; nothing where there are several, or none. */
function meant(code: string): string | undefined {
  const readable = Array.from(code)
    .map((character) => NEVER[character] ?? character)
    .join('');
  if (readable.length !== 18) return undefined;
  if (readable !== code && isSound(readable)) return readable;
  const likely = distinct([...lookAlikes(readable), ...transpositions(readable)]);
  if (likely.length > 0) return likely.length === 1 ? likely[0] : undefined;
  const any = distinct(slips(readable, () => ALPHABET));
  return any.length === 1 ? any[0] : undefined;
}

/** Both checks hold, and the registrar's division is a place in China. */
function isSound(code: string): boolean {
  return (
    creditCodeProblem(code) === undefined &&
    holdsOrganisationCode(code) &&
    isInChina(code.slice(2, 8))
  );
}

const distinct = (codes: Iterable<string>) => [...new Set(codes)].filter(isSound);

const lookAlikes = (code: string) =>
  slips(code, (character) => ALIKE.find((group) => group.includes(character)) ?? '');

function slips(code: string, othersOf: (character: string) => string): string[] {
  return Array.from(code).flatMap((character, at) =>
    Array.from(othersOf(character))
      .filter((other) => other !== character)
      .map((other) => code.slice(0, at) + other + code.slice(at + 1)),
  );
}

function transpositions(code: string): string[] {
  return Array.from(code.slice(1)).flatMap((second, at) => {
    const first = code.charAt(at);
    return first === second ? [] : [code.slice(0, at) + second + first + code.slice(at + 2)];
  });
}
