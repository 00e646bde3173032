import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { tellAppended } from '../../events/appended.ts';
import { runSteps, type Steps } from '../../request/steps.ts';
import type { WrittenBy } from '../../request/written-by.ts';
import type { TableRow } from '../formats/table.ts';
import { chunksOf } from './chunks.ts';
import type { Counts } from './counts.ts';
import { countsOfTables, lastPlace } from './done-before.ts';
import { FreshPlans } from './fresh-plans.ts';
import { noteGone } from './gone-rows.ts';
import type { ImportTable } from './import-table.ts';
import { isRefused, placesOf, type ReadyRow, readRows } from './read-row.ts';
import { withoutRepeated } from './repeated-rows.ts';
import { RowRunner } from './row-runner.ts';
import { toldOf } from './run.errors.ts';
import { tellingRun, tellRun } from './run-events.ts';
import {
  type Ending,
  forgetRows,
  type KeptRowOutcome,
  keepRows,
  noteEnding,
  noteInterrupted,
  noteProgress,
  type RunRequest,
} from './run-store.ts';
import { type ImportReport, Tally } from './tally.ts';

export type { ImportReport };

/** Milliseconds between two words on how far a run is. */
const TOLD_EVERY = 1_000;

export interface ImportOptions {
  readonly request: RunRequest;
  readonly by: WrittenBy;
  /** Opens the tables of the delivery, each when the one before it was read. */
  readonly open: () => AsyncIterable<ImportTable>;
  readonly onProgress?: (counts: Counts) => void;
  /**
   * Puts to stewards what only they can tell of the rows so far; before these rows are noted as done,
   * so that a run that is killed has asked of all that it went past.
   */
  readonly ask?: () => Promise<void>;
  readonly signal?: AbortSignal;
  /** Whether it goes on where it was interrupted. */
  readonly resumes?: boolean;
  /** Whether the form of every row is checked before the first is run, which is refused if any is. */
  readonly checksFirst?: boolean;
}

/**
 * Runs a delivery whose run has been noted: checks every row, writes what is right, and notes row by
 * row what was done. A dry run is the same but for its end, where all is rolled back.
 *
 * All or nothing is one transaction, which also ends the run: whoever kills it leaves what was.
 * Row by row, each chunk is one, together with what is told of its rows; a run that was killed goes on
 * behind the last.
 */
export async function runImport(database: Database, options: ImportOptions): Promise<ImportReport> {
  return new ImportRun(database, options).perform();
}

class ImportRun {
  private readonly tally = new Tally();
  private runner: RowRunner;
  /** Targets of which the delivery holds all there is, and what the codes of their places begin with. */
  private readonly complete = new Map<string, string | undefined>();
  private toldAt = performance.now();
  private readonly plans: FreshPlans;

  constructor(
    private readonly database: Database,
    private readonly options: ImportOptions,
  ) {
    this.runner = new RowRunner(options.request, this.tally, 1);
    this.plans = new FreshPlans(database);
  }

  async perform(): Promise<ImportReport> {
    const { request } = this.options;
    try {
      return request.mode === 'ALL_OR_NOTHING' || request.isDry
        ? await this.inOneTransaction()
        : await this.rowByRow();
    } catch (error) {
      await this.breakOff(error).catch(() => {});
      throw error;
    }
  }

  /** A run that is given up is taken up again; any other has failed. */
  private async breakOff(error: unknown): Promise<void> {
    const { request, signal } = this.options;
    if (!signal?.aborted) return this.end('FAILED', error);
    await tellingRun(this.database, request, 'IMPORT_INTERRUPTED', (db) =>
      noteInterrupted(db, request.id),
    );
  }

  private async inOneTransaction(): Promise<ImportReport> {
    const { request, by } = this.options;
    await forgetRows(this.database.kysely, request.id);
    const isWhole = request.mode === 'ALL_OR_NOTHING';
    const isKept = () => !request.isDry && this.tally.state(request.mode) === 'DONE';
    // As a real run row by row, which is refused before its first row.
    if (this.options.checksFirst || !isWhole) await this.readThrough();
    if (this.tally.faults.length > 0) {
      await this.end('REFUSED');
      return this.tally.report(request);
    }
    await runSteps(
      this.database,
      by,
      async (steps) => {
        for await (const table of this.opened()) await this.runTable(table, steps);
        await this.noteGone(this.database.kysely);
        // The run ends in the very commit that its rows are seen with.
        if (isWhole && isKept()) await this.endIn(steps.db, 'DONE');
      },
      isKept,
    );
    if (isKept()) tellAppended(this.database);
    else await this.endRolledBack();
    return this.tally.report(request);
  }

  private async endRolledBack(): Promise<void> {
    await this.ask();
    await this.end(this.tally.state(this.options.request.mode));
  }

  private async rowByRow(): Promise<ImportReport> {
    const { request, resumes } = this.options;
    const known = resumes ? await this.goOn() : undefined;
    // What is wrong with the file itself is found before the first row is written.
    await this.readThrough();
    if (this.tally.faults.length === 0) {
      for await (const table of this.opened()) {
        const at = this.tally.ended.length;
        const after = known && at <= known.tableNo ? (at === known.tableNo ? known.row : ALL) : 0;
        await this.runTable(table, undefined, after);
      }
    }
    // In one, so that who goes on with it does not tell twice what is gone.
    await this.database.kysely.transaction().execute(async (db) => {
      await this.noteGone(db);
      await this.endIn(db, this.tally.faultsOfFiles().length > 0 ? 'REFUSED' : 'DONE');
    });
    tellAppended(this.database);
    return this.tally.report(request);
  }

  /** Reads all rows without running any; keeps what is wrong with the files, and with forms where asked. */
  private async readThrough(): Promise<void> {
    for await (const table of this.opened()) {
      try {
        for await (const rows of chunksOf(table.rows, 0)) {
          if (this.options.checksFirst) await this.checkForms(table, rows);
        }
      } catch (error) {
        this.tally.keepFaultsOf(error);
      }
    }
  }

  private async checkForms(table: ImportTable, rows: readonly TableRow[]): Promise<void> {
    for (const row of await readRows(this.database.kysely, table, rows)) {
      if (isRefused(row)) this.tally.refuse(table, row.faults, row.key);
    }
  }

  private async noteGone(db: Kysely<unknown>): Promise<void> {
    if (this.tally.faultsOfFiles().length > 0) return;
    for (const [target, places] of this.complete) {
      const tables = this.tally.placesOf(target);
      const gone = await noteGone(db, this.options.request, { target, tables, places });
      this.tally.counts = { ...this.tally.counts, gone: this.tally.counts.gone + gone };
    }
  }

  /** Takes over what was done before it was interrupted; answers up to which row. */
  private async goOn(): Promise<{ readonly tableNo: number; readonly row: number }> {
    const { request } = this.options;
    this.tally.takeOver(await countsOfTables(this.database.kysely, request.id));
    const { ordinal, ...place } = await lastPlace(this.database.kysely, request.id);
    this.runner = new RowRunner(request, this.tally, ordinal + 1);
    return place;
  }

  /** The tables; what is wrong with a file is kept, and the next one is opened. */
  private async *opened(): AsyncGenerator<ImportTable> {
    try {
      for await (const table of this.options.open()) yield table;
    } catch (error) {
      this.tally.keepFaultsOf(error);
    }
  }

  private async runTable(table: ImportTable, steps?: Steps, after = 0): Promise<void> {
    const tableNo = this.tally.begin(table);
    try {
      for await (const rows of chunksOf(table.rows, after)) {
        this.options.signal?.throwIfAborted();
        await this.runRows(table, tableNo, rows, steps);
      }
    } catch (error) {
      this.tally.keepFaultsOf(error);
    }
    if (table.isComplete) this.complete.set(table.name, placesOf(table));
    this.tally.end();
  }

  private async runRows(
    table: ImportTable,
    tableNo: number,
    rows: readonly TableRow[],
    steps?: Steps,
  ): Promise<void> {
    const { request, by, onProgress } = this.options;
    const known = await readRows(steps?.db ?? this.database.kysely, table, rows);
    const place = { table, tables: this.tally.ended };
    const read = await withoutRepeated(this.database.kysely, request.id, place, known);
    const ready = read.filter((row): row is ReadyRow => !isRefused(row));
    const outcomes: KeptRowOutcome[] = read
      .filter(isRefused)
      .map(({ row, key, faults }) => ({ row, key, outcome: 'REFUSED', faults }));
    for (const row of read.filter(isRefused)) this.tally.refuse(table, row.faults, row.key);
    const runIn = async (own: Steps, told: Kysely<unknown>) => {
      await this.plans.beforeChunk(own.db, this.tally.counts.read);
      outcomes.push(...(await this.runner.run(table, ready, own)));
      await keepRows(told, request.id, tableNo, outcomes);
      this.tally.count(read.length, outcomes);
      await noteProgress(told, request.id, this.tally.counts, this.tally.tables);
    };
    // One transaction is told of beside it, since it may be rolled back; a chunk's own with its rows,
    // so that a run that is cancelled tells of all that it leaves, and no more.
    if (!steps) await this.ask();
    if (steps) await runIn(steps, this.database.kysely);
    else await runSteps(this.database, by, (own) => runIn(own, own.db));
    await this.tellProgress();
    onProgress?.(this.tally.counts);
  }

  private async ask(): Promise<void> {
    if (!this.options.request.isDry) await this.options.ask?.();
  }

  /** Told in the log now and then: followers need no more. */
  private async tellProgress(): Promise<void> {
    const { request } = this.options;
    const now = performance.now();
    if (now - this.toldAt < TOLD_EVERY) return;
    this.toldAt = now;
    await tellingRun(this.database, request, 'IMPORT_PROGRESSED', async (db) => {
      await noteProgress(db, request.id, this.tally.counts, this.tally.tables);
      return true;
    });
  }

  private async end(state: Ending['state'], error?: unknown): Promise<void> {
    await this.database.kysely.transaction().execute((db) => this.endIn(db, state, error));
    tellAppended(this.database);
  }

  private async endIn(db: Kysely<unknown>, state: Ending['state'], error?: unknown): Promise<void> {
    const { request } = this.options;
    await noteEnding(db, request.id, {
      state,
      counts: this.tally.counts,
      tables: this.tally.tables,
      faults: this.tally.faultsOfFiles(),
      ...(error !== undefined && { error: toldOf(error) }),
    });
    await tellRun(db, request, 'IMPORT_ENDED');
  }
}

const ALL = Number.MAX_SAFE_INTEGER;
