import { DomainError } from '../kit/errors.ts';

/** One thing that is wrong in a file. */
export interface FileFault {
  readonly file: string;
  /** Of a workbook. */
  readonly sheet?: string;
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  /** The rule that a row breaks; absent where the file itself is at fault. */
  readonly rule?: string;
  /** What is wrong, the value in it, and what to do where that is not plain. */
  readonly problem: string;
  /** What a value may have been meant to be. */
  readonly suggestion?: string;
}

/** So many faults are told one by one; the others are only counted. */
const TOLD = 20;

/** Files that were refused, as a whole: nothing of them was loaded. */
export class IngestFault extends DomainError {
  readonly code = 'INGEST_REFUSED';

  constructor(
    readonly faults: readonly FileFault[],
    options?: { readonly cause: unknown },
  ) {
    super(listed(faults.map(sentence)));
    if (options) this.cause = options.cause;
  }
}

function sentence({ file, sheet, row, column, problem }: FileFault): string {
  const place = [
    file,
    sheet && `sheet ${sheet}`,
    row && `row ${row}`,
    column && `column ${column}`,
  ].filter(Boolean);
  return `${place.join(', ')}: ${problem}`;
}

function listed(sentences: readonly string[]): string {
  const [only] = sentences;
  if (only && sentences.length === 1) {
    return `Nothing was loaded. ${only} Correct it and load again.`;
  }
  const more = sentences.length - TOLD;
  return [
    `Nothing was loaded; ${sentences.length} faults. Correct them and load again.`,
    ...sentences.slice(0, TOLD).map((fault) => `  ${fault}`),
    ...(more > 0 ? [`  … and ${more} more.`] : []),
  ].join('\n');
}
