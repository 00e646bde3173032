import { type Division, divisionOf, divisionsCalled, hasLapsed, wholeName } from './division.ts';
import { compact, lostDigits, plain, type Reader, type Refused, refused } from './reading.ts';
import type { Directory, Lapse } from './region-directory.ts';

/** Reads a region (区划) by its code, its name or another name of it, as of the day it has to be valid on. */
export function regionReader(directory: Directory): Reader {
  return (text, given) => {
    const asOf = given.asOf ?? given.today;
    const found = directory.find(text, asOf);
    if (found) return { value: found.code };
    const lost = lostDigits(compact(text), given);
    if (lost) return lost;
    const lapse = directory.lapsed?.(text, asOf);
    if (lapse) return lapsed(lapse, asOf);
    const divisions = divisionsOf(text);
    const current = divisions.filter((division) => !hasLapsed(division, asOf));
    if (current.length > 0) {
      return refused('REGION', `is ${told(current)}: none that this graph has on ${asOf}.`);
    }
    const suggestion = meant(directory, text, asOf);
    if (divisions.length > 0) {
      return refused(
        'REGION_LAPSED',
        `is ${told(divisions)}, which had lapsed before ${asOf}.`,
        suggestion,
      );
    }
    return refused(
      'REGION',
      'is no region that is known; give its code, its name or one of its other names.',
      suggestion,
    );
  };
}

/** The divisions of China of that code or name, whether or not the graph has them. */
function divisionsOf(text: string): readonly Division[] {
  const division = divisionOf(compact(text));
  return division ? [division] : divisionsCalled(compact(text));
}

function told(divisions: readonly Division[]): string {
  const named = divisions.slice(0, 3).map((division) => `${division.code} ${wholeName(division)}`);
  const others = divisions.length - named.length;
  return named.join(' or ') + (others > 0 ? `, or one of ${others} others` : '');
}

function lapsed({ validTo, replacedBy }: Lapse, asOf: string): Refused {
  const since = validTo === undefined ? 'has lapsed' : `has not been valid since ${validTo}`;
  if (replacedBy.length === 0) {
    return refused('REGION_LAPSED', `${since}; give the region that ${asOf} knows.`);
  }
  return refused(
    'REGION_LAPSED',
    `${since}, and ${replacedBy.join(' and ')} replaced it.`,
    replacedBy.length === 1 ? replacedBy[0] : undefined,
  );
}

/** Statistics write a division with six zeros behind it. */
function meant(directory: Directory, text: string, asOf: string): string | undefined {
  const short = /^(\d{6})0{6}$/.exec(plain(text))?.[1];
  const candidates = short === undefined ? directory.near(text) : [short];
  const [only, ...others] = candidates.filter((candidate) => directory.find(candidate, asOf));
  return others.length === 0 ? only : undefined;
}
