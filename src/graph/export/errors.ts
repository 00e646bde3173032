import { DomainError } from '../../kit/errors.ts';

/** A query that is none of those whose answer is one list, read to its end. */
export class NotExportable extends DomainError {
  readonly code = 'NOT_EXPORTABLE';
}

/** A list inside a row goes on past its page, and nobody said how long it may be. */
export class InnerListCut extends DomainError {
  readonly code = 'INNER_LIST_CUT';

  constructor(path: string) {
    super(
      `"${path}" of a row has more than the page that a list has unless told. Say how many there may be by "first", up to 200, or export that list by a query of its own.`,
      ['query'],
    );
  }
}
