import type { Fault } from './refusal.ts';

/** A line of a file before its header is known. Those with nothing in them are left out, or not. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Places of cells, from 0. */
  readonly numbers?: readonly number[];
  readonly formulas?: readonly number[];
  /** Cells that cannot be read. */
  readonly faults?: readonly CellFault[];
}

export interface CellFault extends Fault {
  /** Of the cell, from 0. */
  readonly place: number;
}

/** Rows as they are read, many at a time: one by one, each step of the way would cost a promise. */
export type RawRows = AsyncIterable<readonly RawRow[]>;

/** As a spreadsheet names it: column 0 is A, column 26 is AA. */
export function columnLetters(place: number): string {
  const rest = place % 26;
  const letter = String.fromCharCode(65 + rest);
  return place < 26 ? letter : columnLetters((place - rest) / 26 - 1) + letter;
}

/** @returns the cell's place, from 0, or undefined if this names none. */
export function columnPlace(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
