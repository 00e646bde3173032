import { lunarDay } from '../../../src/ingest/reading/lunar.ts';

const DIGITS = '零一二三四五六七八九';

/** Writes a whole number as a Chinese schoolbook does: 10203 is 一万零二百零三. */
export function inChinese(number: number): string {
  if (number === 0) return '零';
  const groups = [
    [Math.floor(number / 1e12), '万亿'],
    [Math.floor(number / 1e8) % 1e4, '亿'],
    [Math.floor(number / 1e4) % 1e4, '万'],
    [number % 1e4, ''],
  ] as const;
  let written = '';
  let hasGap = false;
  for (const [group, unit] of groups) {
    if (group === 0) {
      hasGap = true;
      continue;
    }
    const needsZero = written !== '' && (hasGap || group < 1000);
    // 一万亿 and 三亿 are one figure before 亿: 一万零三亿.
    const shown = unit === '万亿' && Math.floor(number / 1e8) % 1e4 > 0 ? '万' : unit;
    written += (needsZero ? '零' : '') + ofFour(group) + shown;
    hasGap = false;
  }
  return written;
}

function ofFour(number: number): string {
  let written = '';
  let hasGap = false;
  for (const [power, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / power) % 10;
    if (digit === 0) {
      hasGap = written !== '';
      continue;
    }
    written += (hasGap ? '零' : '') + DIGITS.charAt(digit) + unit;
    hasGap = false;
  }
  return written;
}

/** How the Chinese calendar writes a day of the common one: 2023年闰二月初四. */
export function lunarName(gregorian: string): string {
  const { year, month, isLeap, day } = lunarDay(gregorian);
  const months = ['', '正', ...Array.from('二三四五六七八九十'), '冬', '腊'];
  const round: Record<number, string> = { 10: '初十', 20: '二十', 30: '三十' };
  const tens = ['初', '十', '廿'][Math.floor(day / 10)] ?? '';
  const name = round[day] ?? tens + DIGITS.charAt(day % 10);
  return `${year}年${isLeap ? '闰' : ''}${months[month] ?? ''}月${name}`;
}
