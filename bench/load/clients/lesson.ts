import { Connection } from './connection.ts';

/** The questions of one query, as bodies of requests, and how often one of them is asked. */
export interface Lesson {
  readonly query: string;
  readonly weight: number;
  readonly bodies: readonly string[];
}

/** Questions with their answers: no write of the suite changes what they are. */
export interface Learned {
  readonly weight: number;
  /** The query's place among the lessons. */
  readonly place: number;
  readonly questions: readonly Question[];
}

interface Question {
  readonly body: string;
  readonly answer: Buffer;
}

const AT_ONCE = 8;
const ERRORS = '"errors":[';

/** Asks every question once, while nobody else asks, so that each later answer can be held to this one. */
export async function learn(
  url: string,
  { query, weight, bodies }: Lesson,
  place: number,
): Promise<Learned> {
  const questions: Question[] = [];
  const left = bodies.values();
  const connections = await Promise.all(
    Array.from({ length: AT_ONCE }, () => Connection.open(url)),
  );
  await Promise.all(
    connections.map(async (connection) => {
      for (const body of left) {
        const { status, body: answer } = await connection.ask(body);
        if (status !== 200 || answer.includes(ERRORS)) {
          throw new Error(`${query} is answered with ${status}: ${answer.toString()}`);
        }
        questions.push({ body, answer: Buffer.from(answer) });
      }
      connection.close();
    }),
  );
  if (questions.length === 0) throw new Error(`${query} has no questions.`);
  return { weight, place, questions };
}
