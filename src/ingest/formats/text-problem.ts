import type { FileLimits } from './limits.ts';

/** Why a text cannot be a cell, if it cannot: no database holds it. */
export function textProblem(
  text: string,
  { cellCharacters }: Pick<FileLimits, 'cellCharacters'>,
): string | undefined {
  if (text.length > cellCharacters) {
    return `the cell holds more than ${cellCharacters} characters, the most that one may have; shorten it.`;
  }
  if (text.includes('\0')) return 'there is a NUL character in it, which no text can hold.';
  if (!text.isWellFormed()) return 'there is half a character in it; type it again.';
  return undefined;
}

/** As much of a cell as a message tells of it. */
export function told(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
