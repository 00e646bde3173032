import { BadInput } from '../../kit/errors.ts';
import { readName } from '../../kit/name-text.ts';
import { type Given, lostDigits, plain, type Reading, refused } from './reading.ts';

/** Reads a text (文本): a line break in it is a blank, as runs of blanks are. */
export function readText(text: string, given: Given): Reading {
  const lost = given.isNumber ? lostDigits(plain(text), given) : undefined;
  if (lost) return lost;
  if (/^[\w\-\u4E00-\u9FFF]{1,100}$/.test(text)) return { value: text };
  try {
    const value = readName(text, 'text');
    if (!/[\r\n]/.test(text.trim())) return { value };
    const problem = 'holds a line break, which is taken for a blank.';
    return { value, warning: refused('LINE_BREAK', problem) };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return refused('TEXT', 'is too long, or holds a character that no text has; write it anew.');
  }
}

/** Takes a cell as it stands. */
export const readVerbatim = (text: string): Reading => ({ value: text });
