import { refused } from './refusal.ts';

export interface Line {
  readonly line: string;
  /** From 1. */
  readonly row: number;
}

/**
 * The lines of a text, as many at a time as a piece of it completes.
 *
 * @throws Refusal of a line that is too long, before all of it is read.
 */
export async function* textLines(
  pieces: AsyncIterable<string>,
  characters: number,
): AsyncGenerator<Line[]> {
  let row = 0;
  let open = '';
  for await (const piece of pieces) {
    const lines = (open + piece).split('\n');
    open = lines.pop() ?? '';
    yield lines.map((line) => ({ line: checked(line, (row += 1)), row }));
    checked(open, row + 1);
  }
  yield [{ line: open, row: row + 1 }];

  function checked(line: string, place: number): string {
    if (line.length <= characters) return line;
    throw refused(`the line has more than ${characters} characters, the most that it may have.`, {
      row: place,
    });
  }
}
