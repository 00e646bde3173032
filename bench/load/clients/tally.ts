/** What happened to the clients of one process. Times are milliseconds, of the machine's one clock. */
export interface Outcome {
  /** From when they began to ask until the last of them was answered. */
  readonly milliseconds: number;
  readonly answers: Answers;
  readonly refusals: Refusals;
  /** How many operations at once the gateway says it takes, where it refused any for that. */
  readonly places: number;
  /** Requests without an answer. */
  readonly lost: number;
  /** Answers with errors, others than were learned, and refusals that are not as they should be. */
  readonly wrong: number;
}

/** Of each right answer: */
interface Answers {
  /** when it came, */
  readonly at: Float64Array;
  /** how long it took, */
  readonly took: Float64Array;
  /** how long ago its client had asked first, which is longer if he was refused, */
  readonly waited: Float64Array;
  /** and which of the queries it answers. */
  readonly query: Uint8Array;
}

interface Refusals {
  readonly at: Float64Array;
  readonly took: Float64Array;
  /** Of them those who had a place, and waited within for what did not come. */
  readonly late: number;
}

export class Tally {
  private readonly answers = {
    ...{ at: [] as number[], took: [] as number[] },
    ...{ waited: [] as number[], query: [] as number[] },
  };
  private readonly refusals = { at: [] as number[], took: [] as number[] };
  private late = 0;
  private places = Number.NaN;
  private lost = 0;
  private wrong = 0;
  private lastAt = 0;

  answer(at: number, times: { took: number; waited: number; query: number }): void {
    this.lastAt = at;
    this.answers.at.push(at);
    this.answers.took.push(times.took);
    this.answers.waited.push(times.waited);
    this.answers.query.push(times.query);
  }

  /** @param places told to those alone who found none. */
  refuse(at: number, took: number, places: number | undefined): void {
    this.lastAt = at;
    this.refusals.at.push(at);
    this.refusals.took.push(took);
    if (places === undefined) this.late += 1;
    else this.places = places;
  }

  lose(): void {
    this.lost += 1;
  }

  /** The first is shown: one is enough to find out what is wrong with it. */
  mistake(answer: string): void {
    if (this.wrong === 0) console.error(`A wrong answer: ${answer}`);
    this.wrong += 1;
  }

  outcome(began: number): Outcome {
    const { answers, refusals, places, lost, wrong } = this;
    return {
      ...{ milliseconds: this.lastAt - began, places, lost, wrong },
      answers: {
        at: Float64Array.from(answers.at),
        took: Float64Array.from(answers.took),
        waited: Float64Array.from(answers.waited),
        query: Uint8Array.from(answers.query),
      },
      refusals: {
        at: Float64Array.from(refusals.at),
        took: Float64Array.from(refusals.took),
        late: this.late,
      },
    };
  }
}
