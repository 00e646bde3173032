/** A question from the process that started this one. */
export interface Question {
  readonly id: number;
  readonly ask: string;
  readonly about: never;
}

/** What became of it. */
export interface Answer {
  readonly id: number;
  readonly answer?: unknown;
  readonly fault?: string;
}

/** Answers the parent's questions, as far as there is an answer by that name here. */
export function answering(answers: Readonly<Record<string, (about: never) => unknown>>): void {
  process.on('message', ({ id, ask, about }: Question) => {
    const answer = answers[ask];
    if (!answer) return;
    void Promise.resolve()
      .then(() => answer(about))
      .then(
        (found): Answer => ({ id, answer: found }),
        (fault: unknown): Answer => ({
          id,
          fault: fault instanceof Error ? String(fault.stack) : String(fault),
        }),
      )
      .then((said) => process.send?.(said));
  });
  process.once('disconnect', () => process.exit());
}
