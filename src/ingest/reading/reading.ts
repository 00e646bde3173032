/** What is known about a cell before it is read. */
export interface Given {
  /** Whether the spreadsheet holds a number there: a code among them may have lost digits. */
  readonly isNumber: boolean;
  readonly today: string;
  /** The day on which codes have to be valid; today, unless told. */
  readonly asOf?: string;
  /** The year of what is written without one: 正月初六, 3月5日. */
  readonly year?: number;
}

/** What a cell says, in canonical writing. */
export interface Read {
  readonly value: string;
  /** Where it fills several columns: the value of each, by the end of the column's name. */
  readonly parts?: Readonly<Record<string, string>>;
  /** What is odd about it, and does not keep it from being taken. */
  readonly warning?: Refused;
}

/** Why a cell is not taken. */
export interface Refused {
  /** What it breaks, by a name that stays. */
  readonly rule: string;
  /** Completes the sentence `"…" …`. */
  readonly problem: string;
  /** What it may have been meant to be: told, and never taken. */
  readonly suggestion?: string;
}

export type Reading = Read | Refused;

/** Reads one cell that is not empty. */
export type Reader = (text: string, given: Given) => Reading;

export function refused(rule: string, problem: string, suggestion?: string): Refused {
  return suggestion === undefined ? { rule, problem } : { rule, problem, suggestion };
}

/** Full-width letters and digits as the plain ones that they mean, without blanks around. */
export function plain(text: string): string {
  return isPlain(text) ? text.trim() : text.normalize('NFKC').trim();
}

/** The same without any blank inside. */
export function compact(text: string): string {
  return plain(text).replaceAll(/\s/g, '');
}

/** Normalising is slow, and most cells are digits and plain Chinese. */
const isPlain = (text: string) => /^[\x20-\x7E\u4E00-\u9FFF]*$/.test(text);

/** A spreadsheet's numbers hold 15 digits, and long ones are shown with an exponent. */
export function lostDigits(text: string, { isNumber }: Given): Refused | undefined {
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) {
    return refused(
      'SCIENTIFIC_NOTATION',
      'is a code that a spreadsheet turned into a number; format its column as text and enter it again.',
    );
  }
  if (isNumber && /^\d{16,}$/.test(text)) {
    return refused(
      'DIGITS_LOST',
      'is held as a number, of which a spreadsheet keeps 15 digits; format its column as text and enter it again.',
    );
  }
  return undefined;
}
