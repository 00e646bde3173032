import type { FileLimits } from '../limits.ts';
import type { RawRow } from '../raw-table.ts';
import type { Fault } from '../refusal.ts';
import type { Merge } from './merges.ts';
import type { SheetPart } from './workbook.ts';

/** What the thread that reads a workbook is started with. */
export interface Start {
  readonly path: string;
  readonly limits: FileLimits;
}

/** What it is asked, one thing after the other: so that it is never ahead of who reads. */
export type Ask = 'sheets' | 'rows' | { readonly sheet: SheetPart };

export interface Answers {
  readonly sheets?: readonly SheetPart[];
  readonly merges?: readonly Merge[];
  /** Absent at the end of the sheet. */
  readonly rows?: readonly RawRow[];
}

export type Reply = Answers | { readonly refused: readonly Fault[] };
