import type { Kysely } from 'kysely';
import type { TableRow } from '../formats/table.ts';
import type { RowFault } from '../mapping/bind-table.ts';
import type { Sheet } from '../sheet.ts';

export type { RowFault };

/** A row of a file, as the canonical cells of its target. */
export interface BoundRow {
  readonly cells: ReadonlyMap<string, string>;
  /** False where the row is none of the target, and passed over. */
  readonly isOfTarget?: boolean;
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowFault[];
  /** Whether its faults are of the row as a whole, of which no cell was read. */
  readonly isWhole?: boolean;
}

/** One table of a delivery: its rows, and how they become the inputs of its target's command. */
export interface ImportTable {
  readonly file: string;
  readonly sheet?: string;
  /** Where its header stands, where the mapping says so. */
  readonly headerRow?: number;
  /** The target's name: `projects`. */
  readonly name: string;
  readonly target: Sheet;
  readonly rows: AsyncIterable<TableRow>;
  bind(row: TableRow): BoundRow;
  /** The canonical columns that it speaks of; of all others its source is silent. Absent: of all. */
  readonly speaksOf?: ReadonlySet<string>;
  /** How the file calls a canonical column. */
  nameOf(column: string): string;
  /** Columns that the file does not have: what is wrong in them follows from another fault. */
  readonly supplied?: ReadonlySet<string>;
  /** By which columns its sender knows a row, where that is not the target's key. */
  namedBy?(cells: ReadonlyMap<string, string>): readonly string[];
  /**
   * The document whose rows are places of evidence, one for each key of the target; absent where the
   * rows name their evidence themselves.
   */
  readonly ledger?: Ledger;
  /** Whether each delivery holds all there is, so that what is missing is gone. */
  readonly isComplete: boolean;
  /** Names the enterprises of these rows, where the source does it by name or credit code. */
  readonly identify?: Identify;
}

/** The register of a source (台账): delivered again and again, and one document all the while. */
export interface Ledger {
  readonly id: string;
  readonly code: string;
}

/**
 * Rows with the codes of what they name, or with what is wrong. Asks the run's own transaction, which
 * alone knows what the tables before have made.
 */
export type Identify = (
  db: Kysely<unknown>,
  rows: readonly (BoundRow & { readonly row: number })[],
) => Promise<readonly BoundRow[]>;
