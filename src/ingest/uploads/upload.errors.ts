import { DomainError } from '../../kit/errors.ts';

export class UploadTooLarge extends DomainError {
  readonly code = 'UPLOAD_TOO_LARGE';

  /** @param asked unknown where the sender did not tell. */
  constructor(allowed: number, asked?: number) {
    super(
      `The file has ${asked ?? `more than ${allowed}`} bytes; ${allowed} are allowed. Send it in several files, or have UPLOAD_MAX_MB raised by whoever runs this server.`,
      undefined,
      { ...(asked !== undefined && { asked }), allowed },
    );
  }
}

export class UploadEmpty extends DomainError {
  readonly code = 'UPLOAD_EMPTY';

  constructor(name: string) {
    super(`The file ${JSON.stringify(name)} is empty: send its bytes as the body of the request.`);
  }
}

export class UploadUnnamed extends DomainError {
  readonly code = 'UPLOAD_UNNAMED';
}
