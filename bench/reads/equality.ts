import { isDeepStrictEqual } from 'node:util';
import { answerTo, type Asked, dataOf } from './contenders.ts';
import type { City, ReadQuery } from './query.ts';

/**
 * Asks all contenders the same questions, spread over the sequence, and compares the answers object by
 * object; answers how many objects they have.
 */
export async function compare(
  query: ReadQuery,
  asked: readonly Asked[],
  city: City,
  count: number,
): Promise<number> {
  const length = Math.min(...asked.map(({ requests }) => requests.tails.length));
  let objects = 0;
  for (const question of spread(length, count)) {
    const answers = [];
    for (const { contender, requests } of asked) {
      const data = dataOf(await answerTo(requests, question));
      answers.push({ contender, shape: query.forms[contender.name]?.shape(data, city) });
    }
    const [first, ...others] = answers;
    if (!first) break;
    objects += objectsIn(first.shape);
    for (const { contender, shape } of others) {
      const place = difference(first.shape, shape);
      if (place === undefined) continue;
      throw new Error(
        `${query.name}, question ${question}: ${contender.title} answers otherwise than ${first.contender.title} at ${place}`,
      );
    }
  }
  if (objects === 0) throw new Error(`${query.name}: the answers hold nothing.`);
  return objects;
}

/** So many places of a sequence, spread over it; all of them if there are fewer. */
export function spread(length: number, count: number): number[] {
  const step = Math.max(1, Math.floor(length / count));
  return Array.from({ length: Math.min(length, count) }, (_, place) => place * step);
}

export function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : 1;
  return Object.values(value).reduce<number>((sum, part) => sum + objectsIn(part), own);
}

/** Where two values differ first, and how. */
function difference(one: unknown, other: unknown, path = '$'): string | undefined {
  if (isDeepStrictEqual(one, other)) return undefined;
  if (isObject(one) && isObject(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const found = difference(one[key], other[key], `${path}.${key}`);
      if (found) return found;
    }
  }
  const text = (value: unknown) => JSON.stringify([value]).slice(1, 300);
  return `${path}: ${text(one)} and ${text(other)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
