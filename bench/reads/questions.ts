import { Dice } from '../../src/ingest/city/random.ts';
import type { City } from './query.ts';

/**
 * So many different questions a query has, as far as it can: more than anybody answers in a run who has
 * to ask the database, so that whoever keeps answers finds none.
 */
export const QUESTIONS = 20_000;

/**
 * The codes of all districts, each time in another order: the same work and the same answer, but no
 * two requests alike, so that nobody who keeps answers finds one.
 */
export function shuffledDistricts({ districts }: City, question: number): string[] {
  const dice = new Dice(1, question);
  return shuffled(
    dice,
    districts.map(({ code }) => code),
  );
}

/** In an order that the dice choose. */
export function shuffled<Item>(dice: Dice, items: readonly Item[]): Item[] {
  return dice.several(items.length, items.length).flatMap((place) => items.slice(place, place + 1));
}

/** `count` questions, made from their numbers. */
export const numbered = <Question>(count: number, make: (question: number) => Question) =>
  Array.from({ length: count }, (_, question) => make(question));
