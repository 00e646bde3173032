import type { Readable } from 'node:stream';
import { headRow, SHEET_END, sheetRow, sheetStart } from '../../kit/table/sheet-xml.ts';
import { ROWS_PER_SHEET, workbookOf, type WorkbookSheet } from '../../kit/table/workbook.ts';
import type { Column } from './columns.ts';
import type { Nodes } from './nodes.ts';
import { cellsOf } from './rows.ts';

export interface XlsxOptions {
  readonly columns: readonly Column[];
  readonly pages: Nodes;
  /** What is told of the export on a sheet of its own; asked for when all rows are written. */
  readonly notes: () => readonly (readonly [string, string])[];
  readonly rowsPerSheet?: number;
}

/**
 * A workbook, written while its rows are read: a page is all that is held of it. What does not fit on
 * one sheet goes on on the next.
 */
export function xlsxOf(options: XlsxOptions): Readable {
  return workbookOf(sheetsOf(options));
}

async function* sheetsOf(options: XlsxOptions): AsyncGenerator<WorkbookSheet> {
  const rows = new Rows(options);
  for (let number = 1; number === 1 || !rows.areOver; number += 1) {
    yield { name: number === 1 ? '数据' : `数据 ${number}`, xml: rows.sheet() };
  }
  yield { name: '说明', xml: notesXml(options.notes()) };
}

/** The rows, a sheet after the other. */
class Rows {
  areOver = false;
  private readonly pages: AsyncIterator<readonly unknown[]>;
  private readonly most: number;
  /** What was read and is not yet written. */
  private waiting: readonly unknown[] = [];

  constructor(private readonly options: XlsxOptions) {
    this.pages = options.pages[Symbol.asyncIterator]();
    this.most = options.rowsPerSheet ?? ROWS_PER_SHEET;
  }

  async *sheet(): AsyncGenerator<string> {
    const { columns } = this.options;
    const kinds = columns.map(({ kind }) => kind);
    const titles = columns.map(({ name }) => name);
    yield sheetStart(titles) + headRow(1, titles);
    let row = 1;
    // One look further than the sheet goes tells whether another follows.
    while ((await this.fill()) && row < this.most) {
      const taken = this.waiting.slice(0, this.most - row);
      this.waiting = this.waiting.slice(taken.length);
      yield taken.map((node) => sheetRow((row += 1), cellsOf(node, columns), kinds)).join('');
    }
    yield SHEET_END;
  }

  /** Whether there is a row to write. */
  private async fill(): Promise<boolean> {
    while (this.waiting.length === 0 && !this.areOver) {
      const page = await this.pages.next();
      if (page.done) this.areOver = true;
      else this.waiting = page.value;
    }
    return this.waiting.length > 0;
  }
}

function notesXml(notes: ReturnType<XlsxOptions['notes']>): string[] {
  const titles = ['项目 · What', '内容 · Value'];
  const rows = notes.map((note, at) => sheetRow(at + 2, note));
  return [sheetStart(titles), headRow(1, titles), ...rows, SHEET_END];
}
