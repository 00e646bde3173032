import { type FileFault, IngestFault } from '../ingest-fault.ts';
import { Cascades } from './cascades.ts';
import type { ImportTable, RowFault } from './import-table.ts';
import {
  type Counts,
  type KeptRowOutcome,
  NO_ROWS,
  type RunMode,
  type RunRequest,
  type RunState,
  type RunTable,
} from './run-store.ts';

/** Faults that are told at once; all of them stand in the run's rows. */
const FAULTS_TOLD = 1_000;

/** What a run did, or would do. */
export interface ImportReport {
  readonly run: string;
  readonly state: RunState;
  readonly counts: Counts;
  readonly tables: readonly RunTable[];
  /** The first thousand, of files and rows; what only follows from another fault is left out. */
  readonly faults: readonly FileFault[];
}

/** What has become of a run's rows and tables so far. */
export class Tally {
  counts: Counts = NO_ROWS;
  readonly tables: RunTable[] = [];
  readonly faults: FileFault[] = [];
  private readonly told = new Set<string>();
  private readonly cascades = new Cascades();

  /** The tables so far that are of this target. */
  placesOf(target: string): number[] {
    return this.tables.flatMap((table, at) => (table.target === target ? [at] : []));
  }

  refuse(table: ImportTable, faults: readonly RowFault[], key: string): void {
    const { file, sheet } = table;
    for (const fault of this.cascades.own(faults)) {
      if (this.faults.length >= FAULTS_TOLD) break;
      // A cell that two tables of one sheet take is mended once.
      const cell = [file, sheet, fault.row, fault.column, fault.rule].join('|');
      if (this.told.has(cell)) continue;
      this.told.add(cell);
      this.faults.push({ file, ...(sheet !== undefined && { sheet }), ...fault });
    }
    this.cascades.refused(key);
  }

  /** Of a file that cannot be read, or not to its end. */
  keepFaultsOf(error: unknown): void {
    if (!(error instanceof IngestFault)) throw error;
    this.faults.push(...error.faults);
  }

  faultsOfFiles(): readonly FileFault[] {
    return this.faults.filter(({ rule }) => rule === undefined);
  }

  count(read: number, outcomes: readonly KeptRowOutcome[]): void {
    const of = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length;
    this.counts = {
      read: this.counts.read + read,
      new: this.counts.new + of('NEW'),
      changed: this.counts.changed + of('CHANGED'),
      unchanged: this.counts.unchanged + of('UNCHANGED'),
      refused: this.counts.refused + of('REFUSED'),
      gone: this.counts.gone,
    };
  }

  state(mode: RunMode): 'DONE' | 'REFUSED' {
    const isRefused =
      mode === 'ALL_OR_NOTHING'
        ? this.faults.length > 0 || this.counts.refused > 0
        : this.faultsOfFiles().length > 0;
    return isRefused ? 'REFUSED' : 'DONE';
  }

  report({ id, mode }: RunRequest): ImportReport {
    const { counts, tables, faults } = this;
    return { run: id, state: this.state(mode), counts, tables, faults };
  }
}
