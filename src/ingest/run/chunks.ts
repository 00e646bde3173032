import type { TableRow } from '../formats/table.ts';

/** Rows of one unit of work: enough to share its statements, few enough to hold in memory. */
const CHUNK = 250;

/** The rows behind a place, some at a time. */
export async function* chunksOf(
  rows: AsyncIterable<TableRow>,
  after: number,
): AsyncGenerator<readonly TableRow[]> {
  let chunk: TableRow[] = [];
  for await (const row of rows) {
    if (row.row <= after) continue;
    chunk.push(row);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
