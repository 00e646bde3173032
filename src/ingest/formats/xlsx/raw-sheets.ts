import { withLimits } from '../limits.ts';
import type { RawRows } from '../raw-table.ts';
import { batches } from './open-workbook.ts';
import { WorkbookThread } from './workbook-thread.ts';

/** A sheet as it stands, whatever its rows are. */
export interface RawSheet {
  readonly name: string;
  /** Those with something in them. */
  readonly rows: RawRows;
}

/**
 * The sheets of a workbook that are shown, one after the other: the rows of one are read, or left,
 * before the next is asked for.
 */
export async function* rawSheets(path: string): AsyncGenerator<RawSheet> {
  const thread = new WorkbookThread(path, withLimits(), new AbortController().signal);
  try {
    const { sheets = [] } = await thread.ask('sheets');
    for (const sheet of sheets) {
      if (sheet.isHidden || sheet.part === undefined) continue;
      await thread.ask({ sheet });
      yield { name: sheet.name, rows: batches(thread) };
    }
  } finally {
    await thread.end();
  }
}
