import { DomainError } from '../kit/errors.ts';

/** A request that is not even begun: it cannot be read as one, or there is no room for it. */
export class RefusedRequest extends DomainError {
  constructor(
    message: string,
    readonly statusCode = 400,
    readonly code = 'BAD_REQUEST',
    readonly retryAfter?: number,
    details?: Readonly<Record<string, unknown>>,
  ) {
    super(message, undefined, details);
  }
}
