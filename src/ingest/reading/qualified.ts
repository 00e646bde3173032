import type { Qualifier } from '../../modules/source/qualifier.ts';

/** Words before and after a number that say how exactly it is known; longer ones first. */
const BEFORE: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(不超过|不高于|不多于|至多|最多|≤|<=)/, 'LTE'],
  [/^(不少于|不低于|至少|最少|≥|>=)/, 'GTE'],
  [/^(不足|不到|低于|少于|小于|<)/, 'LT'],
  [/^(超过|突破|高于|多于|大于|逾|超|>)/, 'GT'],
  [/^(大约|约为|约|将近|接近|近|大概|~)/, 'APPROX'],
];
const AFTER: readonly (readonly [RegExp, Qualifier])[] = [
  [/(及以上|以上)$/, 'GTE'],
  [/(及以下|以下|以内)$/, 'LTE'],
  [/(左右|上下)$/, 'APPROX'],
];

/** 20余亿元, 5000多万元: between the digits and the unit, or before 元. */
const MORE = /(?<=[\d一二三四五六七八九十百千万亿])[余多](?=(百|千)?万?亿?元?$)/;

/** A text without the word in it that qualifies its number, and what that says. */
export interface Qualified {
  readonly text: string;
  readonly qualifier: Qualifier;
}

/** Undefined where two words qualify one number. */
export function readQualified(given: string): Qualified | undefined {
  if (/^[\d.,]*$/.test(given)) return { text: given, qualifier: 'EXACT' };
  const found: Qualifier[] = [];
  let text = given;
  const take = (words: RegExp, qualifier: Qualifier) => {
    const rest = text.replace(words, '');
    if (rest === text) return;
    text = rest;
    found.push(qualifier);
  };
  for (const [words, qualifier] of [...BEFORE, ...AFTER]) take(words, qualifier);
  take(MORE, 'GT');
  if (found.length > 1) return undefined;
  return { text, qualifier: found[0] ?? 'EXACT' };
}
