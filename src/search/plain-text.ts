import { ConverterBuilder } from 'opencc-js/core';
import * as traditional from 'opencc-js/preset/t2cn';

/**
 * Texts as they are compared: the same code reads what is stored and what is asked for, so that
 * whatever it takes for the same is found. Both go character by character: a phrase may turn out
 * otherwise than its parts, and then a part of a name would not be found in it.
 */

/** A name as its letters and digits alone: 〔〕, dots and spaces are written or left out at will. */
export function keyOf(text: string): string {
  let key = '';
  for (const character of text) key += plain(character);
  return key;
}

/** A text in words: lower case, one space between them. */
export function wordsOf(text: string): string {
  let words = '';
  for (const character of text) {
    const letters = plain(character);
    if (letters !== '') words += letters;
    else if (!JOINS.test(character) && words !== '' && !words.endsWith(' ')) words += ' ';
  }
  return words.trimEnd();
}

/** Apostrophes and accents stand within a word. */
const JOINS = /^['’`\p{M}]$/u;

/** A readable code; its hyphens are a part of it. */
export const codeOf = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

const known = new Map<string, string>();
/** More characters than all names are made of; what callers send must not fill the memory. */
const MOST_KNOWN = 50_000;

/** A character in one width, case and script, without tone or accent; nothing for a sign. */
function plain(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const letters = character
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  const simple = letters < '⺀' ? letters : simplified(letters);
  if (known.size < MOST_KNOWN) known.set(character, simple);
  return simple;
}

let converter: ((text: string) => string) | undefined;

/** In the simplified script. The dictionary takes 10 ms to read: that waits until it is needed. */
function simplified(text: string): string {
  const convert = (converter ??= ConverterBuilder(traditional)({ from: 't', to: 'cn' }));
  return convert(text);
}
