const MARK = Buffer.from('"after":"');
const DIGITS = 7;

/** The number of the event that `data` tells of between two places, or undefined: it is no update. */
export type FindNumber = (data: Buffer, start: number, end: number) => number | undefined;

/**
 * Finds numbers where they were found last, counted from the end: messages of one kind end alike, and
 * a reader that parsed each would be slower than the servers it measures.
 */
export function numberFinder(): FindNumber {
  let fromEnd = 0;
  return (data, start, end) => {
    const at = end - fromEnd;
    if (fromEnd > 0 && at - MARK.length >= start && isMarked(data, at)) return digits(data, at);
    const mark = data.subarray(start, end).lastIndexOf(MARK);
    if (mark < 0) return undefined;
    fromEnd = end - (start + mark + MARK.length);
    return digits(data, end - fromEnd);
  };
}

/** `r":"` and a digit, and a quote behind the last one. */
function isMarked(data: Buffer, at: number): boolean {
  return (
    data[at - 1] === 0x22 &&
    data[at - 2] === 0x3a &&
    data[at - 4] === 0x72 &&
    data[at + DIGITS] === 0x22
  );
}

export function digits(data: Buffer, at: number): number {
  let number = 0;
  for (let place = at; place < at + DIGITS; place += 1) {
    number = number * 10 + (data[place] ?? 0) - 0x30;
  }
  return number;
}

export { DIGITS, MARK };
