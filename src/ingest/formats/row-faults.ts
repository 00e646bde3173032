import { type Fault, Refusal } from './refusal.ts';

/** So many are gathered before the reading ends: a file that is wrong throughout is no longer read. */
const GATHERED = 1_000;

/** The faults of a table's rows, which are told together once it has been read. */
export class RowFaults {
  private readonly faults: Fault[] = [];

  add(...faults: readonly Fault[]): void {
    this.faults.push(...faults);
    if (this.faults.length >= GATHERED) this.throwAny();
  }

  throwAny(): void {
    if (this.faults.length > 0) throw new Refusal(this.faults);
  }

  /** For what ends the reading before the table does: it is told with the rows before it. */
  readonly throwWith = (error: unknown): never => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal([...this.faults, ...error.faults], { cause: error });
  };
}
