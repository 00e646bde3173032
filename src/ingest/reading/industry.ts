import { compact, type Given, type Reading, refused } from './reading.ts';

/** GB/T 4754-2017: the section (门类) of each division (大类), by the last division of each. */
const SECTIONS = [
  ...(['A05', 'B12', 'C43', 'D46', 'E50', 'F52', 'G60', 'H62', 'I65', 'J69'] as const),
  ...(['K70', 'L72', 'M75', 'N79', 'O82', 'P83', 'Q85', 'R90', 'S96', 'T97'] as const),
];

/** The section that a division belongs to: no arithmetic, but a table. */
function sectionOf(division: string): string | undefined {
  if (division < '01') return undefined;
  return SECTIONS.find((section) => division <= section.slice(1))?.charAt(0);
}

/**
 * Reads an industry of GB/T 4754-2017 (国民经济行业分类): its section alone, or two to four digits with
 * or without it. Its canonical writing has both: C3612, whose prefixes C361, C36 and C are its parents.
 */
export function readIndustry(text: string, { isNumber }: Given): Reading {
  const code = compact(text).toUpperCase();
  const [, letter = '', digits = ''] = /^([A-Z]?)(\d{0,4})$/.exec(code) ?? [];
  if (letter !== '' && digits === '' && letter <= 'T') return { value: letter };
  if (isNumber && /^(\d|\d{3})$/.test(digits)) {
    return refused(
      'LEADING_ZERO',
      'is held as a number, which may have lost a zero in front; format its column as text and enter it again.',
    );
  }
  const section = digits.length < 2 ? undefined : sectionOf(digits.slice(0, 2));
  if (section === undefined) {
    return refused('INDUSTRY', 'is no industry of GB/T 4754-2017; write it as C3612, 3612 or C.');
  }
  if (letter === '' || letter === section) return { value: section + digits };
  return refused(
    'INDUSTRY_SECTION',
    `names section ${letter}, and division ${digits.slice(0, 2)} is of section ${section}.`,
    section + digits,
  );
}
