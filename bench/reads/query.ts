import type { Kysely } from 'kysely';

export const CONTENDERS = ['limit', 'quanmai', 'postgraphile', 'mercurius'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** What questions are made of. */
export interface City {
  readonly db: Kysely<unknown>;
  /** Districts, counties and functional zones, by code. */
  readonly districts: readonly Coded[];
  readonly chains: readonly Coded[];
}

interface Coded {
  readonly id: string;
  readonly code: string;
}

/** Asks one contender something beside its queries, and answers the data. */
export type Ask = <Data>(document: string, variables: object) => Promise<Data>;

/** A query as one contender is asked it. */
export interface Form<Question> {
  /** GraphQL; for the limit, one SQL statement whose only value is the finished answer. */
  readonly text: string;
  /** The variables of every question; for the limit, the statement's parameters. */
  variables(
    questions: readonly Question[],
    city: City,
    ask: Ask,
  ): readonly object[] | Promise<readonly object[]>;
  /** The data of an answer as the object that all contenders have in common. */
  shape(data: unknown, city: City): unknown;
}

/** One query of the suite. */
export interface ReadQuery<Question = unknown> {
  readonly name: string;
  readonly title: string;
  /** What is asked, in a sentence; and how one request differs from the next. */
  readonly what: string;
  /** What all contenders are asked, in this order. */
  questions(city: City): readonly Question[] | Promise<readonly Question[]>;
  readonly forms: Readonly<Partial<Record<ContenderName, Form<Question>>>>;
  /** Whether the same question is asked again and again, while nothing changes. */
  readonly isRepeated?: boolean;
}

/** The same question, again and again. */
export function repeated<Question>(query: ReadQuery<Question>, name: string): ReadQuery<Question> {
  const first = query.title.charAt(0).toLowerCase() + query.title.slice(1);
  return {
    ...query,
    name,
    title: `Repeated: ${first}`,
    what: `As ${query.name}, with the same variables each time, while nothing changes. A design advantage: answers may be kept.`,
    questions: async (city) => (await query.questions(city)).slice(0, 1),
    isRepeated: true,
  };
}
