/** A request that cannot be read as one; answered with its status and message. */
export class RefusedRequest extends Error {
  constructor(
    message: string,
    readonly statusCode = 400,
    readonly code = 'BAD_REQUEST',
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
