import { DomainError } from '../kit/errors.ts';

/** Where a reader may go on after its own cursor is of no use. */
export interface WayOn {
  /** What the log still holds begins behind it. */
  readonly oldestCursor: string;
  readonly headCursor: string;
}

/** What followed the cursor is no longer in the log. */
export class CursorExpired extends DomainError {
  readonly code = 'CURSOR_EXPIRED';

  constructor(wayOn: WayOn) {
    super(
      'The log no longer holds all that followed this cursor. Take a snapshot again and go on from ' +
        'its cursor; or go on from oldestCursor, and know that updates are missing in between.',
      ['after'],
      { ...wayOn },
    );
  }
}

/**
 * The cursor is of a history that did not go on: the log was restored, failed over, or filled anew,
 * and what the cursor's holder has seen may never have happened in it.
 */
export class CursorEpochChanged extends DomainError {
  readonly code = 'CURSOR_EPOCH_CHANGED';

  constructor(wayOn: WayOn) {
    super(
      'This cursor belongs to another history of the log than the present one. Take a snapshot ' +
        'again and go on from its cursor.',
      ['after'],
      { ...wayOn },
    );
  }
}

/** The log's head is not known yet: the gateway has just started, or the database does not answer. */
export class LogUnknown extends DomainError {
  readonly code = 'SERVICE_BUSY';
  /** Seconds after which to ask again. */
  readonly retryAfter = 1;

  constructor() {
    super('This server does not know yet how far the log of changes goes. Try again shortly.');
  }
}
