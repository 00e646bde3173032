import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine } from '../../db/copy-text.ts';
import type { CityTable } from './city.ts';

/** Large enough that a chunk costs little, small enough that memory stays flat. */
const CHUNK_CHARACTERS = 64 * 1024;

/**
 * Writes a whole table by COPY and answers how many rows it has. The rows are made while the server
 * takes them, never faster: the stream asks for a chunk when the last is on its way.
 */
export async function copyTable(
  client: PoolClient,
  table: CityTable,
  onDone: (numbers: number) => void,
): Promise<number> {
  const columns = columnsOf(table);
  if (columns.length === 0) {
    onDone(table.count);
    return 0;
  }
  const into = client.query(copyFrom(`copy ${table.name} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(textOf(table, columns, onDone)), into);
  return into.rowCount;
}

/** Every row of a table has the same columns, so the first one tells them. */
function columnsOf(table: CityTable): string[] {
  for (let number = 0; number < table.count; number++) {
    const [first] = table.rowsOf(number);
    if (first) return Object.keys(first);
  }
  return [];
}

function* textOf(table: CityTable, columns: readonly string[], onDone: (numbers: number) => void) {
  let text = '';
  let told = 0;
  for (let number = 0; number < table.count; number++) {
    for (const row of table.rowsOf(number)) text += copyLine(row, columns);
    if (text.length >= CHUNK_CHARACTERS) {
      yield text;
      text = '';
      onDone(number + 1 - told);
      told = number + 1;
    }
  }
  if (text !== '') yield text;
  onDone(table.count - told);
}
