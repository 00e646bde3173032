import { DomainError, StartFault } from '../kit/errors.ts';

/** Does the work; what its caller can put right ends the process with the message alone on stderr. */
export async function orStartFault<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StartFault || error instanceof DomainError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
