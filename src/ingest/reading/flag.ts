import { compact, type Reading, refused } from './reading.ts';

const YES = new Set(['是', '有', '√', '✓', '✔', '☑', '对', 'TRUE', 'YES', 'Y']);
const NO = new Set(['否', '无', '×', '✗', '✘', '✕', '不是', '没有', 'FALSE', 'NO', 'N', 'X']);

/** Reads 是 or 否, 有 or 无, √ or ×. */
export function readFlag(text: string): Reading {
  const said = compact(text).toUpperCase();
  if (YES.has(said)) return { value: 'true' };
  if (NO.has(said)) return { value: 'false' };
  const meant = said === '1' ? '是' : said === '0' ? '否' : undefined;
  return refused('FLAG', 'says neither yes nor no; write 是 or 否.', meant);
}
