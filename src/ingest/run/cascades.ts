import type { RowFault } from './import-table.ts';

/** So many refused rows are remembered; nobody reads faults beyond. */
const REMEMBERED = 10_000;

/**
 * Tells faults from those that only follow: a row that names one which was refused is refused as
 * well, and would bury what has to be mended.
 */
export class Cascades {
  private readonly keys = new Set<string>();

  refused(key: string): void {
    if (this.keys.size < REMEMBERED)
      for (const part of key.split('|')) if (part) this.keys.add(part);
  }

  /** The faults that are the rows' own. */
  own(faults: readonly RowFault[]): readonly RowFault[] {
    return faults.filter(
      ({ rule, value }) =>
        !(rule === 'UNKNOWN_CODE' && value !== undefined && this.keys.has(value)),
    );
  }
}
