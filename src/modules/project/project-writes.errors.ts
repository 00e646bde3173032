import { DomainError } from '../../kit/errors.ts';

/** Codes name one thing for good. */
export class ProjectCodeTaken extends DomainError {
  readonly code = 'CODE_TAKEN';

  /** @param name of the project that has it, where the caller may know of that one */
  constructor(taken: string, name?: string) {
    super(
      name === undefined
        ? `The code "${taken}" is taken: choose another, or leave "code" out and get one.`
        : `The code "${taken}" is that of ${name}: correct that project, or choose another code.`,
      ['code'],
    );
  }
}

export class ProjectWithdrawn extends DomainError {
  readonly code = 'PROJECT_WITHDRAWN';

  constructor(code: string, on: string, reason: string) {
    super(
      `The project "${code}" was withdrawn on ${on} (${reason}): restoreProject brings it back with its history, or choose another code.`,
      ['code'],
    );
  }
}

/** Whoever sees a part of the city chooses codes of that part, so that none tells of another's. */
export class CodeOutOfDistrict extends DomainError {
  readonly code = 'CODE_OUT_OF_DISTRICT';

  constructor(chosen: string, prefix: string) {
    super(
      `The code "${chosen}" does not begin with "${prefix}", as the codes of your district do: put that before it, or leave "code" out and get one.`,
      ['code'],
    );
  }
}

export class PhaseTaken extends DomainError {
  readonly code = 'PHASE_TAKEN';

  constructor(predecessor: string, follower?: string) {
    const who = follower === undefined ? 'another project' : `"${follower}"`;
    super(
      `The phase after "${predecessor}" is ${who} already: name that one as the predecessor, or correct it first.`,
      ['predecessor'],
    );
  }
}

export class PhaseInCircle extends DomainError {
  readonly code = 'PHASE_IN_CIRCLE';

  constructor(code: string, predecessor: string) {
    super(
      `"${predecessor}" is itself a later phase of "${code}", so it cannot come before it: name an earlier one.`,
      ['predecessor'],
    );
  }
}
