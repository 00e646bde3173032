import { type Fault, refused } from '../refusal.ts';
import { type XmlHandler, XmlReader } from './xml-reader.ts';

/** Cells that are shown as one: `A1:H1`. */
export interface Merge {
  readonly range: string;
  readonly firstRow: number;
  readonly lastRow: number;
}

const MARK = 'mergeCell';
const MOST = 10_000;

/**
 * The merged cells of a sheet, which stand behind all its rows. What looks for their name costs a tenth
 * of what reads all elements, and most sheets have none.
 */
export async function readMerges(
  part: string,
  read: () => AsyncIterable<Buffer>,
): Promise<Merge[]> {
  if (!(await hasMark(read()))) return [];
  const merges: Merge[] = [];
  const reader = new XmlReader(part, handler(merges));
  for await (const bytes of read()) reader.write(bytes);
  reader.end();
  return merges;
}

async function hasMark(pieces: AsyncIterable<Buffer>): Promise<boolean> {
  let end = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (
      piece.includes(MARK) ||
      Buffer.concat([end, piece.subarray(0, MARK.length)]).includes(MARK)
    ) {
      return true;
    }
    end = Buffer.concat([end, piece.subarray(-MARK.length)]).subarray(-MARK.length);
  }
  return false;
}

function handler(merges: Merge[]): XmlHandler {
  return {
    open(name, attributes) {
      if (name !== MARK) return;
      const range = attributes().ref ?? '';
      const [, first, last] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(range) ?? [];
      if (last === undefined) return;
      merges.push({ range, firstRow: Number(first), lastRow: Number(last) });
      if (merges.length > MOST)
        throw refused(`more than ${MOST} ranges of cells are merged; unmerge them.`);
    },
  };
}

/** Titles above the header may be merged; where each cell has its own meaning, none may be. */
export function mergeFaults(merges: readonly Merge[], headerRow: number): Fault[] {
  return merges
    .filter(({ lastRow }) => lastRow >= headerRow)
    .map(({ range, firstRow }) => ({
      row: firstRow,
      value: range,
      problem:
        `the cells ${range} are merged, so that only the first of them holds something; ` +
        'unmerge them and fill each, or, where they are a title, name the row of the columns’ names below it.',
    }));
}
