import { type FileFault, IngestFault } from '../ingest-fault.ts';
import { Cascades } from './cascades.ts';
import type { ImportTable, RowFault } from './import-table.ts';
import { type Counts, NO_ROWS, type RunTable, sumOf } from './counts.ts';
import type { KeptRowOutcome, RunMode, RunRequest, RunState } from './run-store.ts';

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
  /** The first thousand of what is odd, and kept no row out. */
  readonly warnings: readonly FileFault[];
}

/** What has become of a run's rows and tables so far. */
export class Tally {
  counts: Counts = NO_ROWS;
  /** Those that were read to their end. */
  readonly ended: RunTable[] = [];
  readonly faults: FileFault[] = [];
  readonly warnings: FileFault[] = [];
  /** The table that is being read, and what had been counted before it. */
  private current: { readonly table: ImportTable; readonly before: Counts } | undefined;
  /** What was done of each table before the run was interrupted. */
  private done: ReadonlyMap<number, Counts> = new Map();
  private readonly told = new Set<string>();
  private readonly cascades = new Cascades();

  /** Goes on from what was done before the run was interrupted, of each table by its place. */
  takeOver(done: ReadonlyMap<number, Counts>): void {
    this.done = done;
    this.counts = [...done.values()].reduce(sumOf, NO_ROWS);
  }

  /** Comes to a table; answers its place. */
  begin(table: ImportTable): number {
    this.current = { table, before: this.counts };
    return this.ended.length;
  }

  end(): void {
    this.ended.push(...this.begun());
    this.current = undefined;
  }

  /** All that it has come to, the last one as far as it was run. */
  get tables(): readonly RunTable[] {
    return [...this.ended, ...this.begun()];
  }

  private begun(): RunTable[] {
    if (!this.current) return [];
    const { table, before } = this.current;
    const { file, sheet, headerRow, name } = table;
    const now = sumOf(this.counts, this.done.get(this.ended.length) ?? NO_ROWS);
    return [
      {
        file,
        ...(sheet !== undefined && { sheet }),
        ...(headerRow !== undefined && { headerRow }),
        target: name,
        rows: now.read - before.read,
        changed: now.new + now.changed - before.new - before.changed,
        refused: now.refused - before.refused,
      },
    ];
  }

  /** The tables so far that are of this target. */
  placesOf(target: string): number[] {
    return this.ended.flatMap((table, at) => (table.target === target ? [at] : []));
  }

  refuse(table: ImportTable, faults: readonly RowFault[], key: string): void {
    this.tell(this.faults, table, this.cascades.own(faults));
    this.cascades.refused(key);
  }

  warn(table: ImportTable, warnings: readonly RowFault[]): void {
    this.tell(this.warnings, table, warnings);
  }

  private tell(list: FileFault[], { file, sheet }: ImportTable, found: readonly RowFault[]): void {
    for (const fault of found) {
      if (list.length >= FAULTS_TOLD) break;
      // A cell that two tables of one sheet take is mended once.
      const cell = [file, sheet, fault.row, fault.column, fault.rule].join('|');
      if (this.told.has(cell)) continue;
      this.told.add(cell);
      list.push({ file, ...(sheet !== undefined && { sheet }), ...fault });
    }
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
    const { counts, tables, faults, warnings } = this;
    return { run: id, state: this.state(mode), counts, tables, faults, warnings };
  }
}
