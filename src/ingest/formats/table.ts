export const fileFormats = ['CSV', 'TSV', 'XLSX', 'JSON', 'JSONL'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** One row of a table: what stands in its cells as text, in the header's order; '' where a cell is empty. */
export interface TableRow {
  /** As a spreadsheet numbers it: the first line is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /**
   * Places of cells that the spreadsheet holds as numbers, not as text: a code among them may have
   * lost digits. Absent where there is none, or where the format knows no types (CSV).
   */
  readonly numbers?: ReadonlySet<number>;
  /** Places of cells that a formula computed: what is here is its value when the file was saved. */
  readonly formulas?: ReadonlySet<number>;
}

/** One sheet of a workbook, or all of a file that has no sheets. */
export interface Table {
  /** The sheet's name; absent where the format has none. */
  readonly sheet?: string;
  /** The names of the columns, trimmed, in the order of the cells. */
  readonly header: readonly string[];
  /** Where the header stands; the rows after it follow. 0 where the format has no such row (JSON). */
  readonly headerRow: number;
  /**
   * Rows with something in them, as they are read: a table of any length needs little memory. A row
   * that cannot be read is left out, and after the last one an IngestFault tells of all of those.
   */
  readonly rows: AsyncIterable<TableRow>;
}

export const fileNoteKinds = [
  'MISNAMED',
  'ENCODING',
  'DELIMITER',
  'HIDDEN_SHEET',
  'OTHER_SHEET',
] as const;
export type FileNoteKind = (typeof fileNoteKinds)[number];

/** What was decided of a file that its sender might not expect. */
export interface FileNote {
  readonly kind: FileNoteKind;
  /** Of a workbook, where it is of one sheet. */
  readonly sheet?: string;
  readonly text: string;
}

/** A file that is being read. */
export interface OpenedFile {
  readonly file: string;
  readonly format: FileFormat;
  /** As it was detected: `UTF-8`, `UTF-16LE`, `GB18030` …; absent where the format has none (XLSX). */
  readonly encoding?: string;
  readonly notes: readonly FileNote[];
  /** One after the other: a table's rows are read, or left, before the next is asked for. */
  readonly tables: AsyncIterable<Table>;
  /** Ends the reading, wherever it is. */
  readonly close: () => Promise<void>;
}

/** Which sheets of a workbook are wanted. */
export interface SheetRule {
  /** As whoever asks calls it: 项目*. */
  readonly text: string;
  readonly holds: (sheet: string) => boolean;
}
