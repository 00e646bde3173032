/** What a file may hold at most. Past it the file is refused, and the refusal names the limit. */
export interface FileLimits {
  /** Of the file as it is stored. */
  readonly fileBytes: number;
  /** Of a workbook as it is stored: some ten times as much once it is unpacked. */
  readonly workbookBytes: number;
  /** Of one part of a workbook, unpacked: a sheet of 1,048,576 rows and 10 columns has some 0.5 GiB. */
  readonly partBytes: number;
  /** Of all parts of a workbook, unpacked. */
  readonly unpackedBytes: number;
  /** Of the texts that a workbook's cells share, which have to be kept while it is read. */
  readonly sharedCharacters: number;
  /** Of the thread that reads a workbook. */
  readonly workerMegabytes: number;
  /** Rows with something in them, of one table. */
  readonly rows: number;
  readonly columns: number;
  /** As many as a cell of Excel holds. */
  readonly cellCharacters: number;
  readonly rowCharacters: number;
}

const MIB = 2 ** 20;

const FILE_LIMITS: FileLimits = {
  fileBytes: 2048 * MIB,
  workbookBytes: 128 * MIB,
  partBytes: 1024 * MIB,
  unpackedBytes: 2048 * MIB,
  sharedCharacters: 64 * MIB,
  workerMegabytes: 512,
  rows: 5_000_000,
  columns: 1_000,
  cellCharacters: 32_767,
  rowCharacters: 1_000_000,
};

export function withLimits(limits: Partial<FileLimits> = {}): FileLimits {
  return { ...FILE_LIMITS, ...limits };
}

/** As people read it: `128 MiB`, `900 bytes`. */
export function megabytes(bytes: number): string {
  return bytes < MIB ? `${bytes} bytes` : `${Number((bytes / MIB).toFixed(1))} MiB`;
}
