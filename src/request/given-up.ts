import { DomainError } from '../kit/errors.ts';

/** The whole answer took too long. What was read by then may still be given. */
export class OutOfTime extends DomainError {
  readonly code = 'TIMEOUT';

  constructor(askedMs: number, allowedMs: number) {
    super(
      `The answer took ${askedMs} ms; ${allowedMs} are allowed. Ask for less: a narrower filter, smaller pages or fewer levels.`,
      undefined,
      { asked: askedMs, allowed: allowedMs },
    );
  }
}

/** Nobody is left to read the answer, so nobody will read this; it only must not count as a fault. */
export class CallerLeft extends DomainError {
  readonly code = 'CALLER_LEFT';

  constructor() {
    super('The caller went away before the answer was ready.');
  }
}
