import { DomainError, UnknownCode } from '../../kit/errors.ts';
import { isOutOfSight } from '../../request/reach.ts';
import type { Steps } from '../../request/steps.ts';
import { columnName } from '../sheet.ts';
import { databaseFault, isRefusedByDatabase } from './database-fault.ts';
import type { ImportTable, RowFault } from './import-table.ts';
import { codesIn, outcomesOf, readable, undoableOf } from './outcomes.ts';
import type { Outdone } from './outdone.ts';
import type { ReadyRow } from './read-row.ts';
import { RowRefused, runChunk } from './run-chunk.ts';
import { keepChanges, type KeptRowOutcome, type RunRequest } from './run-store.ts';
import type { Tally } from './tally.ts';

/** Runs the rows of a run that are fit to be run, and keeps what takes each of them back. */
export class RowRunner {
  /**
   * @param ordinal the place of the next change among all of the run
   */
  constructor(
    private readonly request: RunRequest,
    private readonly tally: Tally,
    private ordinal: number,
  ) {}

  /** Runs rows together; where they are refused, finds which of them is, and runs the others. */
  async run(
    table: ImportTable,
    rows: readonly ReadyRow[],
    steps: Steps,
  ): Promise<KeptRowOutcome[]> {
    if (rows.length === 0) return [];
    try {
      return await this.runTogether(table, rows, steps);
    } catch (error) {
      if (error instanceof RowRefused) {
        return [
          ...(await this.run(table, rows.slice(0, error.at), steps)),
          ...this.refused(table, rows[error.at], error.cause),
          ...(await this.run(table, rows.slice(error.at + 1), steps)),
        ];
      }
      if (!isRefusedByDatabase(error) && !(error instanceof DomainError)) throw error;
      if (rows.length === 1) return this.refused(table, rows[0], error);
      const half = rows.length >> 1;
      return [
        ...(await this.run(table, rows.slice(0, half), steps)),
        ...(await this.run(table, rows.slice(half), steps)),
      ];
    }
  }

  private async runTogether(
    table: ImportTable,
    rows: readonly ReadyRow[],
    steps: Steps,
  ): Promise<KeptRowOutcome[]> {
    const { request } = this;
    const done = await steps.run(runChunk, { sheet: table.target, rows, ledger: table.ledger });
    const outcomes = outcomesOf(done.recording, done.output.entities);
    if (!request.isDry) {
      const changes = undoableOf(done.recording);
      await keepChanges(steps.db, request.id, this.ordinal, changes);
      this.ordinal += changes.length;
    }
    const codes = await codesIn(
      outcomes.flatMap(({ changes }) => changes),
      done.output.em,
    );
    const { entities, em } = done.output;
    return outcomes.flatMap((outcome, at) => {
      const row = rows[at];
      // Nothing was written, so that nobody has asked yet whether the asker may know of it.
      if (outcome.outcome === 'UNCHANGED' && isOutOfSight(em, entities[at] as object)) {
        return this.refused(table, row, new UnknownCode(table.name, row?.key ?? ''));
      }
      const { row: number = 0, key = '' } = row ?? {};
      const changes = readable(outcome.changes, codes);
      const outdone = outcome.outdone.map((one) => otherHolds(table, number, one));
      const warnings = [...(row?.warnings ?? []), ...outdone];
      this.tally.warn(table, warnings);
      return [{ ...outcome, changes, row: number, key, warnings }];
    });
  }

  private refused(table: ImportTable, row: ReadyRow | undefined, error: Error): KeptRowOutcome[] {
    if (!row) throw error;
    const fault = databaseFault(table, row, error);
    this.tally.refuse(table, [fault], row.key);
    return [{ row: row.row, key: row.key, outcome: 'REFUSED', faults: [fault] }];
  }
}

function otherHolds(table: ImportTable, row: number, { field, said, holds }: Outdone): RowFault {
  const problem = `"${said}" is kept as what this source says, and ${holds} holds, which another one says.`;
  const column = table.nameOf(columnName([field]));
  return { row, column, value: said, rule: 'OTHER_HOLDS', problem };
}
