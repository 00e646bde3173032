import { DomainError } from '../../kit/errors.ts';

/** What is told of a fault that ended a run, also to those who cannot read the server's log. */
export function toldOf(error: unknown): string {
  return error instanceof DomainError ? error.message : OUR_FAULT;
}

const OUR_FAULT =
  'It failed by a fault of the server; its log tells more. Whoever runs the server can help.';

/** Somebody has cancelled the run meanwhile, or taken back what it had done, as one that was interrupted. */
export class RunCancelled extends DomainError {
  readonly code = 'IMPORT_CANCELLED';

  constructor(run: string) {
    super(`Run ${run} was cancelled or taken back meanwhile: start another one.`, ['run']);
  }
}
