import type { FileFault } from '../ingest-fault.ts';

/** A fault of a file, by a reader that need not know what the file is called. */
export type Fault = Omit<FileFault, 'file'>;

/**
 * A file, or rows of it, that a reader cannot take. Readers throw it on either side of a thread;
 * `openFile` makes an IngestFault of it.
 */
export class Refusal extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], options?: ErrorOptions) {
    super(faults.map(({ problem }) => problem).join('\n'), options);
    this.faults = faults;
  }
}

export function refused(problem: string, place: Omit<Fault, 'problem'> = {}): Refusal {
  return new Refusal([{ ...place, problem }]);
}
