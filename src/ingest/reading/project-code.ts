import { divisionOf, hasLapsed, isDivisionForm, wholeName } from './division.ts';
import { compact, type Given, lostDigits, type Reading, refused } from './reading.ts';

/** Dashes that are typed for a hyphen. */
const DASHES = /[\u2010-\u2015\u2212\uFE63\uFF0D_]/g;
const FORM = /^(\d{4})-?(\d{6})-?(\d{2})-?(\d{2})-?(\d{5}[0-9A-Z])$/;

/**
 * Reads the code that the national platform gives an investment project (项目代码, GB/T 40058), in the
 * form of 2020-11 (YYMM first) or the one before (2015 to 2020 first): the months 15 to 20 do not
 * exist, which tells them apart. Its last character checks the others by a rule that is not
 * published, so nothing is claimed of that.
 */
export function readProjectCode(text: string, given: Given): Reading {
  const code = compact(text).replaceAll(DASHES, '-').toUpperCase();
  const lost = lostDigits(code, given);
  if (lost) return lost;
  const [, time, division, third, type, serial] = FORM.exec(code) ?? [];
  if (time === undefined || division === undefined || third === undefined) {
    return refused(
      'PROJECT_CODE',
      'is no national project code; write it as 2101-370113-04-01-123456.',
    );
  }
  const isOld = /^20(1[5-9]|20)$/.test(time);
  if (!isOld && !isMonth(time)) {
    return refused(
      'PROJECT_CODE_TIME',
      `begins with ${time}, which is no month as 2101 and no year.`,
    );
  }
  if (!isOld && monthOf(time) > given.today.slice(0, 7)) {
    return refused('PROJECT_CODE_TIME', `begins with ${time}, a month that is still to come.`);
  }
  if (!isDivisionForm(division)) {
    return refused(
      'PROJECT_CODE_DIVISION',
      `names ${division}, which is no division of GB/T 2260.`,
    );
  }
  if (isOld && (third < '01' || third > '97')) {
    return refused('PROJECT_CODE_INDUSTRY', `names ${third}, which is no industry of GB/T 4754.`);
  }
  const value = [time, division, third, type, serial].join('-');
  const odd = isOld
    ? oddDivision(division, `${time}-01`, `${time}-12`)
    : oddDivision(division, monthOf(time), monthOf(time));
  return odd === undefined ? { value } : { value, warning: refused('PROJECT_CODE_DIVISION', odd) };
}

/** From November 2020 on. */
const isMonth = (time: string) => /^\d\d(0[1-9]|1[0-2])$/.test(time) && time >= '2011';
const monthOf = (time: string) => `20${time.slice(0, 2)}-${time.slice(2)}`;

/**
 * What is odd about the division of a project that was registered between two months. No fault: the
 * platform also numbers zones, which GB/T 2260 does not know, and which only look like a slip.
 */
function oddDivision(code: string, from: string, to: string): string | undefined {
  const division = divisionOf(code);
  if (!division) {
    return `names ${code}, which GB/T 2260 has not had since 2002; a zone may have it, or it is a slip.`;
  }
  const named = `names ${code}, ${wholeName(division)}`;
  if (hasLapsed(division, from)) return `${named}, which had lapsed before ${from}.`;
  const { after } = division;
  return to <= after ? `${named}, which was not there before ${after}.` : undefined;
}
