import { askedOf, type Contender } from '../reads/contenders.ts';
import { q1 } from '../reads/queries/q1.ts';
import { q2 } from '../reads/queries/q2.ts';
import { q3 } from '../reads/queries/q3.ts';
import { q4 } from '../reads/queries/q4.ts';
import type { City, ReadQuery } from '../reads/query.ts';
import type { Lesson } from './clients/lesson.ts';

interface Ingredient {
  readonly query: ReadQuery;
  /** Of a hundred requests. */
  readonly weight: number;
  /** So many that only few of them come twice before something changes. */
  readonly questions: number;
}

/** What a frontend asks: mostly pages of one project, lists at times, dashboards now and then. */
export const MIX = [
  { query: q4, weight: 85, questions: 4_000 },
  { query: q3, weight: 9, questions: 800 },
  { query: q2, weight: 3, questions: 200 },
  { query: q1, weight: 3, questions: 200 },
] as readonly Ingredient[];

/** The questions of the mix, as the gateway is asked them; of each query some share. */
export async function lessonsOf(
  gateway: Contender,
  city: City,
  share: number,
): Promise<readonly Lesson[]> {
  const lessons: Lesson[] = [];
  for (const { query, weight, questions } of MIX) {
    const some = (await query.questions(city)).slice(0, Math.ceil(questions * share));
    for (const { requests } of await askedOf(query, [gateway], city, some)) {
      const bodies = requests.tails.map((tail) => requests.head + tail);
      lessons.push({ query: query.name, weight, bodies });
    }
  }
  return lessons;
}
