import { DomainError } from '../../kit/errors.ts';

/** Somebody has cancelled the run meanwhile. */
export class RunCancelled extends DomainError {
  readonly code = 'IMPORT_CANCELLED';

  constructor(run: string) {
    super(`Run ${run} was cancelled: start another one.`, ['run']);
  }
}
