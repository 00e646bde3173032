import { stringify } from 'csv-stringify/sync';
import { harmless } from '../../kit/table/cell-rules.ts';
import type { Column } from './columns.ts';
import { cellsOf } from './rows.ts';
import type { Nodes } from './nodes.ts';

/** CSV in UTF-8, with the mark by which Excel knows it, and no text that a spreadsheet would run. */
export async function* csvOf(columns: readonly Column[], pages: Nodes): AsyncGenerator<string> {
  const kinds = columns.map(({ kind }) => kind);
  yield written([columns.map(({ name }) => harmless(name))], true);
  for await (const nodes of pages) {
    const rows = nodes.map((node) =>
      cellsOf(node, columns).map((cell, at) =>
        typeof cell === 'string' ? harmless(cell, kinds[at]) : cell,
      ),
    );
    if (rows.length > 0) yield written(rows, false);
  }
}

function written(rows: readonly unknown[][], bom: boolean): string {
  return stringify(rows as unknown[][], {
    ...{ bom, record_delimiter: 'windows', quote_record_delimiter: true },
    cast: { boolean: String },
  });
}
